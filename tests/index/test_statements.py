"""A search for statements: what every index promises of it. Each test runs once with each index."""

import datetime as dt
import math
from dataclasses import replace

import pytest

from search import Article, SearchRequest, parse_query
from search.errors import CursorExpired, RequestError
from search.index import Index
from search.query.request import Bucket, Filter
from tests.story import story

STRIKE = story(
    "Crane drivers end their strike",
    "RIGA (AFP) — “The cranes move again,” Ana Kalns said. Wages will rise in May, the union "
    "said. “Grain waits for nobody,” a driver shouted.\n\nThe port handles grain and timber.",
    id="strike",
    day="2021-05-03",
    place="Riga",
    agency="AFP",
    said=[
        ("“The cranes move again,”", "Ana Kalns"),
        ("Wages will rise in May", "the union", "indirect"),
        ("“Grain waits for nobody,”", None),
    ],
)
HARVEST = story(
    "Grain harvest is late",
    "OSLO (AP) — Rain held up the grain harvest, Per Dahl said, and grain prices “will rise”. "
    "“Grain, grain and grain again,” he added.",
    id="harvest",
    day="2021-08-09",
    doubtful=True,
    place="Oslo",
    agency="AP",
    said=[
        ("Rain held up the grain harvest", "Per Dahl", "indirect"),
        ("grain prices “will rise”", "Per Dahl", "mixed"),
        ("“Grain, grain and grain again,”", "Per Dahl"),
    ],
)
QUIET = story("Grain quay closed", "Nobody said why the grain quay is closed.", id="quiet")
STORIES = [STRIKE, HARVEST, QUIET]
ALL = {"strike 0", "strike 1", "strike 2", "harvest 0", "harvest 1", "harvest 2"}


def ask(text: str, **rest: object) -> SearchRequest:
    return SearchRequest(query=parse_query(text), of="statements", **rest)  # type: ignore[arg-type]


def found(index: Index, text: str, **rest: object) -> list[str]:
    """Each hit as its story's id and its number there."""
    return [f"{hit.id} {hit.place}" for hit in index.search(ask(text, **rest)).hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ALL),  # the empty query finds every statement
        ("grain", {"strike 2", "harvest 0", "harvest 1", "harvest 2"}),  # not the quay's story
        ("timber", set()),  # in the story, in no statement
        ("GRAIN", {"strike 2", "harvest 0", "harvest 1", "harvest 2"}),  # in any case
        ("price", {"harvest 1"}),  # in any inflection
        ("=price", set()),  # but not exactly so
        ("=Grain", {"strike 2", "harvest 2"}),  # with its capital
        ("cran*", {"strike 0"}),
        ("cranse~", {"strike 0"}),  # one edit away
        ("grain rise", {"harvest 1"}),  # both in one statement
        ("wages grain", set()),  # each in a statement of its own
        ("wages OR cranes", {"strike 0", "strike 1"}),
        ("grain -rise", {"strike 2", "harvest 0", "harvest 2"}),
        ("-grain", {"strike 0", "strike 1"}),
        ('"will rise"', {"strike 1", "harvest 1"}),
        ('"grain harvest"', {"harvest 0"}),
        ('"rise grain"', set()),  # no phrase runs from one statement into the next
        ("rain NEAR/5 harvest", {"harvest 0"}),
        ("rain NEAR/4 harvest", set()),
        ("rain PRE/5 harvest", {"harvest 0"}),
        ("cranes /s again", {"strike 0"}),
        ("cranes /p grain", set()),  # in one paragraph, in two statements
        ("ATLEAST/3 grain", {"harvest 2"}),  # within the statement; the story has five
        ("ATLEAST/4 grain", set()),
        ("speaker:dahl", {"harvest 0", "harvest 1", "harvest 2"}),
        ("speaker:dahl again", {"harvest 2"}),
        ("speaker:kalns again", {"strike 0"}),
        ("speaker:kalns grain", set()),  # she speaks in that story, and of something else
        ('speaker:"ana kalns"', {"strike 0"}),
        ('speaker:"kalns ana"', set()),
        ("speaker:uni*", {"strike 1"}),
        ("speaker:khalns~", {"strike 0"}),
        ("speaker:=Union", set()),  # as the name is printed
        ("speaker:(dahl OR union)", {"strike 1", "harvest 0", "harvest 1", "harvest 2"}),
        ("speaker:dahl speaker:per", {"harvest 0", "harvest 1", "harvest 2"}),  # one name has both
        ("speaker:dahl speaker:kalns", set()),
        ("-speaker:dahl", {"strike 0", "strike 1"}),  # by others who are known
        ("grain -speaker:dahl", set()),  # the driver has no name: it may be anyone's
        ("-(grain speaker:dahl)", {"strike 0", "strike 1", "strike 2"}),  # plainly no such
        ("grain OR speaker:kalns", ALL - {"strike 1"}),
        ("said:grain", {"strike 2", "harvest 0", "harvest 1", "harvest 2"}),  # the same as grain
        ("said:again speaker:dahl", {"harvest 2"}),
        ("-said:grain", {"strike 0", "strike 1"}),
        ("headline:strike", {"strike 0", "strike 1", "strike 2"}),  # the story's headline
        ("headline:grain grain -speaker:kalns", {"harvest 0", "harvest 1", "harvest 2"}),
        ("body:timber grain", {"strike 2"}),  # the story's body, the statement's words
        ("hlead:harvest rise", {"harvest 1"}),
        ("agency:ap rise", {"harvest 1"}),
        ("place:riga", {"strike 0", "strike 1", "strike 2"}),
        ("date:2021-05 -wages", {"strike 0", "strike 2"}),
        ("date:2021-06.. rain", {"harvest 0"}),
        ("zeppelin OR zeppel*", set()),
    ],
)
def test_query_finds_statements(index: Index, text: str, expected: set[str]) -> None:
    index.add(STORIES)
    results = index.search(ask(text))
    assert {f"{hit.id} {hit.place}" for hit in results.hits} == expected
    assert (results.total, results.indexed) == (len(expected), 3)  # indexed counts stories


def test_a_hit_is_the_statement_and_the_story_behind_it(index: Index) -> None:
    index.add(STORIES)
    [hit] = index.search(ask("wages")).hits
    assert hit.statement == STRIKE.statements[1]
    assert hit.article == STRIKE
    assert hit.snippets == ()
    assert index.search(SearchRequest(query=parse_query("wages"))).hits[0].statement is None


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("grain", ["Grain", "grain", "grain"]),
        ("grain -rise", ["Grain", "grain", "grain"]),  # nothing is marked for being absent
        ("headline:grain again", ["again"]),  # what the story answers is not marked here
        ('"grain again" speaker:dahl', ["grain again"]),
        ("said:again", ["again"]),
        ("ATLEAST/3 grain", ["Grain", "grain", "grain"]),
        ("grain /s again", ["grain", "again"]),  # the nearest two
        ("speaker:dahl date:2021-08", []),
    ],
)
def test_the_snippet_is_the_whole_statement(index: Index, text: str, marked: list[str]) -> None:
    index.add(STORIES)
    hits = index.search(ask(text, snippets=1)).hits
    [snippet] = next(hit.snippets for hit in hits if (hit.id, hit.place) == ("harvest", 2))
    assert snippet.text == "“Grain, grain and grain again,”"
    assert [snippet.text[a:b] for a, b in snippet.marks] == marked


def test_relevance_puts_the_short_and_the_frequent_first(index: Index) -> None:
    index.add(STORIES)
    assert found(index, "grain") == ["harvest 2", "harvest 1", "strike 2", "harvest 0"]


def test_a_word_weighs_by_the_stories_that_have_it(index: Index) -> None:
    """The formula of search/index/speech.py: one story of three has the word in its body; its
    statement is of 4 words, the six of 28."""
    index.add(STORIES)
    [hit] = index.search(ask("prices")).hits
    rare, norm = math.log(3 / (1 + 1)) + 1, 1 - 0.75 + 0.75 * 4 / (28 / 6)
    assert hit.score == pytest.approx(rare * 1 * (1.2 + 1) / (1 + 1.2 * norm))
    assert index.search(ask("speaker:dahl date:2021")).hits[0].score == 0.0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("por*", "=port OR =ports OR =portal"),  # the words that it stands for, each by itself
        ("port~", "=port OR =ports"),
        ('"ports portal"', "ports portal"),  # its words, where they stand so
        ("ports NEAR/9 port", "ports OR port"),
        ("port -headline:zeppelin", "port"),
        ("ATLEAST/2 (port OR portal)", "port OR portal"),
        ("said:(port OR portal)", "port OR portal"),
    ],
)
def test_a_query_scores_what_its_words_add(index: Index, text: str, words: str) -> None:
    body = "a port by ports portal"
    index.add([story("", body, id="all", said=[(body, "Bo Lund")])])
    index.add(story("", line, id=line) for line in ("ports open", "port", "ports", "ports shut"))
    [hit], [other] = index.search(ask(text)).hits, index.search(ask(words)).hits
    assert hit.score == pytest.approx(other.score)
    assert hit.score > 0


def test_the_dead_weigh_nothing(index: Index) -> None:
    index.add(STORIES)
    expected = [round(hit.score, 6) for hit in index.search(ask("grain OR rise")).hits]
    index.add([story("", "Rise and rise, grain", id=f"{n}", said=[("Rise", None)]) for n in "ab"])
    assert [round(hit.score, 6) for hit in index.search(ask("grain OR rise")).hits] != expected
    index.remove(["a", "b"])
    assert [round(hit.score, 6) for hit in index.search(ask("grain OR rise")).hits] == expected
    index.add([replace(HARVEST, id="more")])
    index.remove(["more"])
    assert [round(hit.score, 6) for hit in index.search(ask("grain OR rise")).hits] == expected


def test_the_speaker_asked_for_is_the_statements_own(index: Index) -> None:
    """Whatever the story's list of speakers says."""
    index.add([replace(STRIKE, speakers=()), replace(QUIET, speakers=HARVEST.speakers)])
    assert found(index, "speaker:kalns") == ["strike 0"]
    assert found(index, "speaker:dahl") == []
    assert counts(index, "speaker") == {"Ana Kalns": 1, "the union": 1, "": 1}


def test_ties_go_to_the_newest_then_the_id_then_the_place(index: Index) -> None:
    days = {"b": "2020-01-01", "a": "2020-01-01", "new": "2021-01-01", "undated": None}
    said = [("Aye", "Bo Lund"), ("Nay", "Bo Lund")]
    index.add(story("Vote", "Aye Nay", id=key, day=day, said=said) for key, day in days.items())
    ordered = [f"{key} {place}" for key in ("new", "a", "b", "undated") for place in (0, 1)]
    assert found(index, "") == ordered
    assert found(index, "speaker:lund", sort="newest") == ordered
    assert found(index, "aye OR nay", sort="oldest") == [*ordered[2:6], *ordered[:2], *ordered[6:]]


@pytest.mark.parametrize(
    ("narrowing", "expected"),
    [
        ({"filters": (Filter("speaker", ("per-dahl",)),)}, {"harvest 0", "harvest 1", "harvest 2"}),
        ({"filters": (Filter("speaker", ("Ana Kalns",)),)}, {"strike 0"}),  # not her whole story
        ({"filters": (Filter("speaker", ("none",)),)}, {"strike 2"}),
        ({"filters": (Filter("speaker", (), ("per-dahl", "none")),)}, {"strike 0", "strike 1"}),
        ({"filters": (Filter("kind", ("direct",)),)}, {"strike 0", "strike 2", "harvest 2"}),
        (
            {"filters": (Filter("kind", ("mixed", "indirect"), ("mixed",)),)},
            {"strike 1", "harvest 0"},
        ),
        ({"filters": (Filter("agency", ("ap",)), Filter("kind", ("mixed",)))}, {"harvest 1"}),
        ({"filters": (Filter("year", ("2020",)),)}, set()),
        ({"until": dt.date(2021, 5, 3)}, {"strike 0", "strike 1", "strike 2"}),
        ({"certain": True}, {"strike 0", "strike 1", "strike 2"}),
    ],
)
def test_filters_narrow_statements(
    index: Index, narrowing: dict[str, object], expected: set[str]
) -> None:
    index.add(STORIES)
    assert set(found(index, "", **narrowing)) == expected


def counts(index: Index, facet: str, text: str = "", **rest: object) -> dict[str, int]:
    counted = index.search(ask(text, facets=(facet,), **rest)).facets[facet]
    return {value.label: value.count for value in counted.values} | {"": counted.missing}


def test_facets_count_statements(index: Index) -> None:
    index.add(STORIES)
    assert counts(index, "speaker") == {"Per Dahl": 3, "Ana Kalns": 1, "the union": 1, "": 1}
    assert counts(index, "speaker", "grain") == {"Per Dahl": 3, "": 1}
    assert counts(index, "kind") == {"direct": 3, "indirect": 2, "mixed": 1, "": 0}
    assert counts(index, "agency", "rise OR rain") == {"AP": 2, "AFP": 1, "": 0}
    only = (Filter("speaker", ("per-dahl",)),)
    assert counts(index, "speaker", "again", filters=only) == {"Ana Kalns": 1, "Per Dahl": 1, "": 0}
    assert counts(index, "agency", filters=only) == {"AP": 3, "": 0}


def test_the_timeline_counts_statements(index: Index) -> None:
    index.add([*STORIES, story("Undated", "So it is.", id="undated", said=[("So it is", None)])])
    timeline = index.search(ask("", interval="month")).timeline
    assert timeline is not None
    assert timeline.buckets == (
        Bucket(dt.date(2021, 5, 1), 3, 0),
        Bucket(dt.date(2021, 8, 1), 3, 3),
    )
    assert timeline.undated == 1


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
@pytest.mark.parametrize("text", ["", "goal", "speaker:lund"])
def test_pages_and_cursors_give_every_statement_once(index: Index, sort: str, text: str) -> None:
    bodies = [" ".join(["goal"] * (n % 3 + 1) + ["again", "goal"]) for n in range(7)]
    for batch in (bodies[:4], bodies[4:]):  # two segments
        index.add(
            story("", body, id=body * n, day=f"2020-01-0{n % 2 + 1}", said=_halves(body))
            for n, body in enumerate(batch, start=1)
        )
    everything = found(index, text, sort=sort, limit=100)
    assert len(everything) == len(set(everything)) == 14
    pages = [found(index, text, sort=sort, limit=3, page=page) for page in range(1, 6)]
    assert [hit for page in pages for hit in page] == everything
    walked, cursor = [], None
    while not walked or cursor:
        results = index.search(ask(text, sort=sort, limit=3, cursor=cursor))
        walked += [f"{hit.id} {hit.place}" for hit in results.hits]
        cursor = results.cursor
    assert walked == everything


def _halves(body: str) -> list[tuple[str, str]]:
    return [(body, "Bo Lund"), ("again goal", "Eva Lund")]


def test_statements_go_and_change_with_their_stories(index: Index) -> None:
    index.add(STORIES)
    index.add([replace(STRIKE, statements=STRIKE.statements[2:])])
    assert found(index, "cranes OR wages OR speaker:kalns") == []
    assert found(index, "waits") == ["strike 0"]
    index.remove(["harvest"])
    assert found(index, "") == ["strike 0"]
    assert counts(index, "kind") == {"direct": 1, "": 0}


def test_a_cursor_is_of_one_kind_of_search(index: Index) -> None:
    index.add(STORIES)
    cursor = index.search(ask("", limit=1)).cursor
    with pytest.raises(RequestError, match="another search"):
        index.search(replace(ask("", limit=1, cursor=cursor), of="stories"))
    index.remove(["quiet"])
    with pytest.raises(CursorExpired, match="changed"):
        index.search(ask("", limit=1, cursor=cursor))


@pytest.mark.parametrize(
    ("request_", "parameter"),
    [
        (SearchRequest(query=parse_query(""), facets=("kind",)), "facets"),  # stories have none
        (SearchRequest(query=parse_query(""), filters=(Filter("kind", ("direct",)),)), "kind"),
        (ask("", facets=("colour",)), "facets"),
        (SearchRequest(query=parse_query(""), of="words"), "of"),  # type: ignore[arg-type]
    ],
)
def test_a_bad_request_is_an_error(index: Index, request_: SearchRequest, parameter: str) -> None:
    index.add(STORIES)
    with pytest.raises(RequestError) as caught:
        index.search(request_)
    assert caught.value.parameter == parameter


@pytest.mark.parametrize(
    "odd",
    [
        replace(STRIKE, body=""),  # nothing for a statement to stand in
        replace(STRIKE, body="Grain"),  # statements behind its end
        replace(STRIKE, statements=(replace(STRIKE.statements[0], start=90, end=3),)),
        replace(STRIKE, statements=STRIKE.statements[::-1]),  # in no order
        replace(STRIKE, statements=STRIKE.statements * 2),
    ],
    ids=["no body", "short", "backwards", "unordered", "twice"],
)
def test_odd_statements_do_no_harm(index: Index, odd: Article) -> None:
    index.add([odd, HARVEST])
    assert set(found(index, "rain OR prices")) == {"harvest 0", "harvest 1"}
    everything = index.search(ask("", snippets=1))
    assert everything.total == 3 + (len(odd.statements) if odd.body else 0)
    assert index.search(ask("grain -speaker:nobody", sort="oldest")).total >= 3
