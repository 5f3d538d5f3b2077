"""Random stories, queries and requests for property tests, drawn from a small world so that
they meet."""

import datetime as dt

from hypothesis import strategies as st

from search import Article, SearchRequest
from search.query.nodes import (
    And,
    DateRange,
    Everything,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Word,
)
from search.query.request import Filter
from search.schema import FACETS, FIELDS
from tests.story import story

WORDS = ["nato", "treaty", "treaties", "talks", "talking", "port", "ports", "u.s.", "café", "the"]
FORMS = ["nato", "treaty", "treaties", "talk", "talks", "port", "us", "cafe", "the", "absent"]
NAMES = ["Ana Brás", "Rui Sá", "ANA BRAS", "Port Talks"]
PLACES = ["Porto", "Geneva", None]
AGENCIES = ["AFP", "Reuters", None]
DAYS = [f"20{year}-{month:02}-0{day}" for year in (20, 21) for month in (2, 11) for day in (1, 2)]

texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
days = st.sampled_from(DAYS)


@st.composite
def stories(draw: st.DrawFn) -> Article:
    """A story of few words, one of eight ids, so that updates happen."""
    return story(
        draw(texts),
        draw(texts) + "\n\n" + draw(texts),
        id=draw(st.sampled_from("abcdefgh")),
        standfirst=draw(st.none() | texts),
        day=draw(st.none() | days),
        doubtful=draw(st.booleans()),
        place=draw(st.sampled_from(PLACES)),
        agency=draw(st.sampled_from(AGENCIES)),
        speakers=draw(st.lists(st.sampled_from(NAMES), max_size=2, unique=True)),
    )


forms = st.sampled_from(FORMS)
fields = st.none() | st.sampled_from(sorted(FIELDS))
leaves = st.one_of(
    st.builds(Word, forms, fields),
    st.builds(Prefix, st.sampled_from(["tre", "tal", "por", "ana", "zzz"]), fields),
    st.builds(Phrase, st.tuples(forms, forms) | st.tuples(forms, forms, forms), fields),
    st.builds(
        lambda a, b: DateRange(min(a, b), max(a, b)),
        days.map(dt.date.fromisoformat),
        days.map(dt.date.fromisoformat),
    ),
    st.builds(DateRange, days.map(dt.date.fromisoformat), st.none()),
)


def _parts(nodes: st.SearchStrategy[Node], kind: type) -> st.SearchStrategy[tuple[Node, ...]]:
    """Parts as the parser makes them: none of the kind of their whole."""
    some = nodes.filter(lambda node: not isinstance(node, kind))
    return st.lists(some, min_size=2, max_size=3).map(tuple)


trees = st.recursive(
    leaves,
    lambda nodes: (
        st.builds(And, _parts(nodes, And))
        | st.builds(Or, _parts(nodes, Or))
        | st.builds(Not, nodes)
    ),
    max_leaves=6,
)
queries = st.builds(Query, trees | st.just(Everything()))

_values = st.sampled_from(["afp", "AFP", "ana-bras", "porto", "2020", "none", "absent"])
_filters = st.builds(
    Filter,
    st.sampled_from(sorted(FACETS)),
    st.lists(_values, max_size=2).map(tuple),
    st.lists(_values, max_size=1).map(tuple),
)
requests = st.builds(
    SearchRequest,
    query=queries,
    filters=st.lists(_filters, max_size=2).map(tuple),
    since=st.none() | days.map(dt.date.fromisoformat),
    until=st.none() | days.map(dt.date.fromisoformat),
    certain=st.booleans(),
    sort=st.sampled_from(["relevance", "newest", "oldest"]),
    limit=st.integers(1, 6),
    page=st.integers(1, 2),
    facets=st.just(tuple(FACETS)),
    interval=st.sampled_from(["day", "week", "month", "year"]),
    snippets=st.integers(0, 2),
)
