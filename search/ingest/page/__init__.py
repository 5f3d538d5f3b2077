"""How is a web page read? Its tree, what it says about itself, and the story in it."""
