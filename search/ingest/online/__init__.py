"""What is read from other machines: pages, feeds, and the rules of those who serve them."""
