"""The names that a query finds, looked up by their words: the same as when each is read."""

from hypothesis import given, settings
from hypothesis import strategies as st

from search import Article
from search.index.embedded.speaker_names import Names
from search.query.meaning import finds
from search.query.nodes import Node
from search.query.story import Story, name_zone
from tests.effort import examples
from tests.strategies import inside
from tests.strategies import names as simple

NOBODY = Story(Article(id="", headline=""))
parts = st.sampled_from(
    ["Ana", "ANA", "Brás", "Bras", "Rui", "Sá", "da", "O’Neil", "U.S.", "…", "安"]
)
drawn = st.lists(st.lists(parts, max_size=3).map(" ".join), unique=True, max_size=8)


@given(drawn, simple | inside)
@settings(max_examples=examples(200), deadline=None)
def test_names_are_found_as_if_each_were_read(names: list[str], node: Node) -> None:
    expected = [finds(node, NOBODY, [name_zone(name)]) for name in names]
    assert Names(names).fit(node).tolist() == expected
