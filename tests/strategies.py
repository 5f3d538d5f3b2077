"""Random stories, queries and requests for property tests, drawn from a small world so that
they meet."""

import datetime as dt
from collections.abc import Sequence

from hypothesis import strategies as st

from search import Article, SearchRequest
from search.query.nodes import (
    And,
    AtLeast,
    DateRange,
    Everything,
    Exact,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Said,
    Same,
    Word,
    with_field,
)
from search.query.request import Filter
from search.query.tree import walk
from search.schema import FACETS_OF, FIELDS
from tests.story import story

WORDS = ["nato", "treaty", "treaties", "talks", "talking", "port", "Ports", "U.S.", "us", "US"]
ODD = ["café", "cafe", "the", "treat", "talks.", "Ports.", "NATO’s"]
FORMS = ["nato", "treaty", "treaties", "talk", "talks", "port", "us", "cafe", "the", "absent"]
PRINTED = ["US", "us", "café", "cafe", "Ports", "ports", "treaties", "NATO", "absent"]
NAMES = ["Ana Brás", "Rui Sá", "ANA BRAS", "Port Talks"]
PLACES = ["Porto", "Geneva", None]
AGENCIES = ["AFP", "Reuters", None]
KINDS = ["direct", "mixed", "indirect"]
DAYS = [f"20{year}-{month:02}-0{day}" for year in (20, 21) for month in (2, 11) for day in (1, 2)]

texts = st.lists(st.sampled_from(WORDS + ODD), max_size=12).map(" ".join)
days = st.sampled_from(DAYS)
dates = days.map(dt.date.fromisoformat)
speakers = st.none() | st.sampled_from(NAMES)


@st.composite
def stories(draw: st.DrawFn) -> Article:
    """A story of few words, one of eight ids, so that updates happen; some paragraphs have
    statements in them, some by nobody."""
    paragraphs = draw(st.lists(texts.filter(bool), max_size=3, unique=True))
    spoken = draw(st.lists(st.sampled_from(paragraphs), max_size=4)) if paragraphs else []
    return story(
        draw(texts),
        "\n\n".join(paragraphs),
        id=draw(st.sampled_from("abcdefgh")),
        standfirst=draw(st.none() | texts),
        day=draw(st.none() | days),
        doubtful=draw(st.booleans()),
        place=draw(st.sampled_from(PLACES)),
        agency=draw(st.sampled_from(AGENCIES)),
        said=[(_part(draw, text), draw(speakers), draw(st.sampled_from(KINDS))) for text in spoken],
    )


def _part(draw: st.DrawFn, paragraph: str) -> str:
    """Some words of a paragraph, or none, one or another perhaps the reporter's; statements may
    overlap."""
    words = paragraph.split()
    first, stop = draw(st.integers(0, 2)), draw(st.integers(2, 12))
    asides = draw(st.just(()) | st.sets(st.integers(0, 5), max_size=2))
    said = enumerate(words[first:stop])
    return " ".join(f"[{word}]" if at in asides else word for at, word in said)


forms, printed = st.sampled_from(FORMS), st.sampled_from(PRINTED)
fields = st.none() | st.sampled_from([*sorted(FIELDS), "hlead"])
words = st.one_of(
    st.builds(Word, forms),
    st.builds(Exact, printed),
    st.builds(Prefix, st.sampled_from(["tre", "tal", "por", "ana", "zzz"])),
    st.builds(Fuzzy, st.sampled_from(["treat", "talk", "nato", "bras"])),
    st.builds(Phrase, st.tuples(forms, forms) | st.tuples(forms, forms, forms)),
    st.builds(Phrase, st.tuples(printed, printed), st.none(), st.just(True)),
)


def _parts(nodes: st.SearchStrategy[Node], kind: type) -> st.SearchStrategy[tuple[Node, ...]]:
    """Parts as the parser makes them: none of the kind of their whole."""
    some = nodes.filter(lambda node: not isinstance(node, kind))
    return st.lists(some, min_size=2, max_size=3).map(tuple)


def _nearness(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return (
        st.builds(Near, inner, inner, st.integers(1, 6), st.booleans())
        | st.builds(Same, inner, inner, st.sampled_from(["s", "p"]))
        | st.builds(Or, _parts(inner, Or))
    )


def _booleans(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return (
        st.builds(And, _parts(nodes, And))
        | st.builds(Or, _parts(nodes, Or))
        | st.builds(Not, nodes)
    )


places = st.recursive(words, _nearness, max_leaves=4)
inside = st.recursive(places | st.builds(AtLeast, places, st.just(2)), _booleans, max_leaves=4)
names = st.recursive(
    st.builds(Word, st.sampled_from(["ana", "rui", "sa"])), _booleans, max_leaves=2
)
leaves = st.one_of(
    st.builds(with_field, words, fields),
    st.builds(with_field, places, fields),
    st.builds(AtLeast, st.builds(with_field, places, fields), st.integers(1, 3)),
    st.builds(Said, inside, st.none() | st.builds(with_field, names, st.just("speaker"))),
    st.builds(lambda a, b: DateRange(min(a, b), max(a, b)), dates, dates),
    st.builds(DateRange, dates, st.none()),
)


def _has_each_name_once(tree: Node) -> bool:
    """Whether no OR asks for a speaker's name twice: the parser drops the second."""
    nodes = [node for _, node in walk(tree)]
    nodes += [
        n
        for said in nodes
        if isinstance(said, Said) and said.speaker
        for _, n in walk(said.speaker)
    ]
    groups = [node.parts for node in nodes if isinstance(node, Or)]
    names = (
        [n for n in parts if isinstance(n, Word | Phrase) and n.field == "speaker"]
        for parts in groups
    )
    return all(len(set(some)) == len(some) for some in names)


trees = st.recursive(leaves, _booleans, max_leaves=6).filter(_has_each_name_once)
queries = st.builds(Query, trees | st.just(Everything()))

_values = st.sampled_from(["afp", "AFP", "ana-bras", "porto", "2020", "direct", "none", "absent"])


def _requests(of: str) -> st.SearchStrategy[SearchRequest]:
    return st.builds(
        SearchRequest,
        query=queries if of == "stories" else queries | st.builds(Query, inside),
        of=st.just(of),
        filters=st.lists(_filters(FACETS_OF[of]), max_size=2).map(tuple),
        since=st.none() | dates,
        until=st.none() | dates,
        certain=st.booleans(),
        sort=st.sampled_from(["relevance", "newest", "oldest"]),
        limit=st.integers(1, 6),
        page=st.integers(1, 2),
        facets=st.just(FACETS_OF[of]),
        interval=st.sampled_from(["day", "week", "month", "year"]),
        snippets=st.integers(0, 2),
    )


def _filters(facets: Sequence[str]) -> st.SearchStrategy[Filter]:
    some, one = (st.lists(_values, max_size=most).map(tuple) for most in (2, 1))
    return st.builds(Filter, st.sampled_from(sorted(facets)), some, one)


requests = _requests("stories") | _requests("statements")
