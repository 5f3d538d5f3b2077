"""Split quotations: a statement's words are its own, not the reporter's between them. Each test
runs once with each index."""

import math

import pytest

from search import SearchRequest, parse_query
from search.index import Index
from tests.story import story

RAIN = story(
    "Rain on the vines",
    "FARO (Lusa) — “Rain,” Silva said on Monday, “fell on us,” and the ministry agreed, “and the "
    "vines drowned.” “Nothing is left,” he added.",
    id="rain",
    said=[
        (
            "“Rain,” [Silva said on Monday, ]“fell on us,” [and the ministry agreed, ]“and the "
            "vines drowned.”",
            "Rui Silva",
        ),
        ("“Nothing is left,”", "Rui Silva"),
    ],
)
WHOLE = story(
    "A dry year", "“Rain fell,” Costa said.", id="dry", said=[("“Rain fell,”", "A Costa")]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rain", {"rain 0", "dry 0"}),
        ("rain us drowned", {"rain 0"}),  # all its pieces are one statement
        ("silva", set()),  # who says it is no word of it
        ("monday OR agreed OR ministry", set()),  # nor is what the reporter adds
        ("-silva", {"rain 0", "rain 1", "dry 0"}),
        ("speaker:silva rain", {"rain 0"}),
        ('"fell on us"', {"rain 0"}),  # within a piece
        ('"rain fell"', {"dry 0"}),  # what is not printed so is no phrase
        ('"us and the"', set()),  # it ends with the reporter's words
        ('"us and"', set()),
        ('"and the vines"', {"rain 0"}),
        ("on", {"rain 0"}),  # once said, once not
        ("ATLEAST/2 on", set()),
        ("ATLEAST/2 and", set()),  # one of the two is the reporter's
        ("rain NEAR/6 us", set()),  # as far as printed: silva, said, on, monday, fell, on, us
        ("rain NEAR/7 us", {"rain 0"}),
        ("rain NEAR/3 silva", set()),
        ("rain /s drowned", {"rain 0"}),
        ("mon*", set()),
        ("vin*", {"rain 0"}),
        ("=Rain", {"rain 0", "dry 0"}),
        ("silvo~", set()),
    ],
)
def test_query_finds_what_was_said(index: Index, text: str, expected: set[str]) -> None:
    index.add([RAIN, WHOLE])
    hits = index.search(SearchRequest(query=parse_query(text), of="statements")).hits
    assert {f"{hit.id} {hit.place}" for hit in hits} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("said:monday", set()),
        ("monday", {"rain"}),  # the story has the word
        ("said:(rain drowned) speaker:silva", {"rain"}),
        ("said:(rain left)", set()),  # two statements
        ("-said:monday", {"rain", "dry"}),
    ],
)
def test_query_finds_stories_by_what_was_said(index: Index, text: str, expected: set[str]) -> None:
    index.add([RAIN, WHOLE])
    assert {hit.id for hit in index.search(SearchRequest(query=parse_query(text))).hits} == expected


def test_only_what_was_said_is_weighed(index: Index) -> None:
    """Said are 8 words, 3 and 2; the word that is asked for stands once among the 8."""
    index.add([RAIN, WHOLE])
    [hit] = index.search(SearchRequest(query=parse_query("on"), of="statements")).hits
    rare, norm = math.log(2 / (1 + 1)) + 1, 1 - 0.75 + 0.75 * 8 / (13 / 3)
    assert hit.score == pytest.approx(rare * 1 * (1.2 + 1) / (1 + 1.2 * norm))


def test_only_what_was_said_is_marked(index: Index) -> None:
    index.add([RAIN])
    request = SearchRequest(query=parse_query("on OR vines"), of="statements", snippets=1)
    [snippet] = index.search(request).hits[0].snippets
    marked = [(snippet.text[a:b], snippet.text[b : b + 4]) for a, b in snippet.marks]
    assert marked == [("on", " us,"), ("vines", " dro")]  # not “on Monday”


def test_statements_keep_their_asides(index: Index) -> None:
    """Whatever else is added, changed, taken away and merged."""
    index.add([WHOLE, RAIN])
    index.add([story("", "Port", id=f"{n}") for n in range(3)])
    index.remove(["dry", "1"])
    index.add([WHOLE])
    for _ in range(2):
        for text, expected in (("monday", []), ("rain", ["dry", "rain"]), ("drowned", ["rain"])):
            request = SearchRequest(query=parse_query(text), of="statements")
            assert sorted(hit.id for hit in index.search(request).hits) == expected
        index.optimize() if hasattr(index, "optimize") else None
