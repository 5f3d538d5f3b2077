"""What every index promises. Each test runs once with each index; see conftest.py."""

import datetime as dt
from collections.abc import Callable

import pytest

from search import Article, SearchRequest, parse_query
from search.errors import CursorExpired, IndexUnavailable, QueryTooExpensive, RequestError
from search.index import Index
from search.query.parameters import read_parameters
from search.query.request import Bucket, Filter
from tests.story import story

FLOOD = story(
    "Flood closes Porto bridges",
    "PORTO, March 3 (AFP) — The Douro rose two metres. “We will reopen on Friday,” Mayor Inês "
    "Vaz said.\n\nThe U.S. embassy’s staff are safe.",
    id="flood",
    day="2020-03-03",
    place="Porto",
    country="PT",
    agency="AFP",
    speakers=("Inês Vaz",),
    section="World",
    language="en",
    authors=("Ana Brás",),
    keywords=("river", "weather"),
)
DERBY = story(
    "Porto win the derby",
    "Porto won a late game. The coach agreed with the referees.",
    id="derby",
    day="2021-11-20",
    doubtful=True,
    place="Lisbon",
    country="PT",
    agency="Reuters",
    speakers=("Rui Sá", "Inês Vaz"),
    standfirst="A header settles it in stoppage time",
)
TALKS = story(
    "Talks on the grain corridor resume",
    "Officials agreed a schedule; non-deployment was left out. Corridor talks, corridor hopes.",
    id="talks",
    agency="AFP",
    place="Geneva",
)
STORIES = [FLOOD, DERBY, TALKS]


def ask(text: str, **rest: object) -> SearchRequest:
    return SearchRequest(query=parse_query(text), **rest)  # type: ignore[arg-type]


def ids(index: Index, text: str, **rest: object) -> list[str]:
    return [hit.id for hit in index.search(ask(text, **rest)).hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("porto", {"flood", "derby"}),  # a word, in headline or body
        ("PORTO", {"flood", "derby"}),  # in any case
        ("bridge", {"flood"}),  # in any inflection: bridges
        ("porto derby", {"derby"}),  # words mean AND
        ("porto AND derby", {"derby"}),  # which may be written
        ("derby OR corridor", {"derby", "talks"}),
        ("porto -derby", {"flood"}),
        ("porto NOT derby", {"flood"}),
        ("-porto", {"talks"}),  # all but those
        ("porto (derby OR flood) -late", {"flood"}),
        ('"win the derby"', {"derby"}),  # a phrase is in order
        ('"derby the win"', set()),
        ("“win the derby”", {"derby"}),  # curly quotes are quotes
        ('"bridges porto"', set()),  # headline and body are two texts
        ("non-deployment", {"talks"}),  # a hyphen joins a phrase
        ("U.S.", {"flood"}),  # initials
        ("us", {"flood"}),
        ("embassy", {"flood"}),  # before ’s
        ("vaz", {"flood"}),
        ("bras", set()),  # an author is no part of the text
        ("author:bras", {"flood"}),  # but a field, accents aside
        ("offic*", {"talks"}),  # a prefix of the printed word
        ("correspondents*", set()),
        ("bridges*", {"flood"}),  # not of its stem
        ("headline:porto", {"flood", "derby"}),
        ("body:derby", set()),
        ("headline:(flood OR talks)", {"flood", "talks"}),
        ('standfirst:"stoppage time"', {"derby"}),
        ("place:lisbon", {"derby"}),
        ("country:pt", {"flood", "derby"}),
        ("agency:afp", {"flood", "talks"}),
        ("agency:afp porto", {"flood"}),
        ("speaker:vaz", {"flood", "derby"}),
        ('speaker:"ines vaz"', {"flood", "derby"}),
        ('speaker:"sa ines"', set()),  # no phrase runs from one name into the next
        ("speaker:vaz*", {"flood", "derby"}),
        ("section:world", {"flood"}),
        ("keyword:weather", {"flood"}),
        ("keyword:weathers", set()),  # names are never stemmed
        ("date:2020", {"flood"}),
        ("date:2020-03-03", {"flood"}),
        ("date:2020..2021-11", {"flood", "derby"}),
        ("date:2020-03-04..", {"derby"}),
        ("-date:1900..", {"talks"}),  # an undated story is in no range
        ("", {"flood", "derby", "talks"}),
        ("zeppelin", set()),
        ("zeppel*", set()),
        ("speaker:(vaz -rui)", {"flood"}),
    ],
)
def test_query_finds(index: Index, text: str, expected: set[str]) -> None:
    index.add(STORIES)
    results = index.search(ask(text))
    assert {hit.id for hit in results.hits} == expected
    assert (results.total, results.indexed) == (len(expected), 3)


def test_an_index_is_empty_until_a_story_is_added(index: Index) -> None:
    results = index.search(ask("", facets=("agency",), interval="year"))
    assert (results.total, results.indexed, results.hits) == (0, 0, ())
    assert results.facets["agency"].values == ()
    assert index.get("flood") is None
    assert index.remove(["flood"]) == 0


def test_get_gives_back_the_story_whole(index: Index) -> None:
    assert index.add([FLOOD, DERBY]) == 2
    assert index.get("flood") == FLOOD
    assert index.get("derby") == DERBY
    assert index.get("talks") is None


def test_a_story_with_the_same_id_replaces_the_older(index: Index) -> None:
    index.add(STORIES)
    newer = story("Flood recedes", "All is well.", id="flood")
    assert index.add([newer]) == 1
    assert ids(index, "bridges") == []
    assert ids(index, "recedes") == ["flood"]
    assert index.search(ask("")).indexed == 3


def test_of_two_stories_with_one_id_in_a_batch_the_last_stays(index: Index) -> None:
    newer = story("Flood recedes", "All is well.", id="flood")
    assert index.add([FLOOD, newer]) == 1
    assert [hit.article.headline for hit in index.search(ask("")).hits] == ["Flood recedes"]


def test_remove_forgets_stories(index: Index) -> None:
    index.add(STORIES)
    assert index.remove(["flood", "nothing"]) == 1
    assert ids(index, "porto") == ["derby"]
    assert index.get("flood") is None
    assert index.add([FLOOD]) == 1
    assert ids(index, "bridges") == ["flood"]


def test_a_batch_that_fails_leaves_nothing_behind(index: Index) -> None:
    index.add([FLOOD])

    def failing():  # type: ignore[no-untyped-def]
        yield DERBY
        raise OSError("the archive ended early")

    with pytest.raises(OSError, match="ended early"):
        index.add(failing())
    assert ids(index, "") == ["flood"]
    index.add([TALKS])
    assert ids(index, "derby") == []


def test_what_is_no_story_is_an_error_wherever_it_stands(index: Index) -> None:
    for batch in ([None], [None, FLOOD], [FLOOD, None]):
        with pytest.raises(AttributeError):
            index.add(batch)  # type: ignore[list-item]
    assert ids(index, "") == []


def test_every_commit_has_another_name(index: Index) -> None:
    seen = [index.search(ask("")).commit]
    for batch in ([FLOOD], [DERBY], [FLOOD]):
        index.add(batch)
        seen.append(index.search(ask("")).commit)
    assert len(set(seen)) == 4


def test_relevance_puts_the_headline_and_the_rare_word_first(index: Index) -> None:
    index.add(
        [
            story("Harbour opens", "A crane stands there for the first time.", id="body-late"),
            story("Crane falls", "Nobody was hurt at the harbour on Sunday.", id="headline"),
            story("Harbour", "Ships crane, crane and crane.", id="often"),
        ]
    )
    assert ids(index, "crane") == ["headline", "often", "body-late"]


def test_ties_go_to_the_newest_then_to_the_id(index: Index) -> None:
    days = {"b": "2020-01-01", "a": "2020-01-01", "new": "2021-01-01", "undated": None}
    index.add(story("Same", "same words", id=key, day=day) for key, day in days.items())
    assert ids(index, "same") == ["new", "a", "b", "undated"]
    assert ids(index, "") == ["new", "a", "b", "undated"]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("newest", ["derby", "flood", "talks"]),
        ("oldest", ["flood", "derby", "talks"]),  # undated stories are last in both
    ],
)
def test_sort_by_date(index: Index, sort: str, expected: list[str]) -> None:
    index.add(STORIES)
    assert ids(index, "", sort=sort) == expected


@pytest.mark.parametrize(
    ("narrowing", "expected"),
    [
        ({"filters": (Filter("agency", ("AFP",)),)}, {"flood", "talks"}),
        ({"filters": (Filter("agency", ("afp",)),)}, {"flood", "talks"}),  # by slug
        ({"filters": (Filter("agency", ("afp", "reuters")),)}, {"flood", "derby", "talks"}),  # OR
        ({"filters": (Filter("agency", ("afp",)), Filter("place", ("porto",)))}, {"flood"}),  # AND
        ({"filters": (Filter("agency", (), ("afp",)),)}, {"derby"}),  # all but
        ({"filters": (Filter("speaker", ("ines-vaz",)),)}, {"flood", "derby"}),
        ({"filters": (Filter("speaker", ("none",)),)}, {"talks"}),  # those without
        ({"filters": (Filter("speaker", (), ("none",)),)}, {"flood", "derby"}),
        ({"filters": (Filter("speaker", ("Inês Vaz",), ("rui-sa",)),)}, {"flood"}),
        ({"filters": (Filter("year", ("2021",)),)}, {"derby"}),
        ({"filters": (Filter("agency", ("nobody",)),)}, set()),
        ({"since": dt.date(2020, 3, 3)}, {"flood", "derby"}),  # both days included
        ({"until": dt.date(2020, 3, 3)}, {"flood"}),
        ({"since": dt.datetime(2020, 3, 3, 12, tzinfo=dt.UTC)}, {"flood", "derby"}),  # their day
        ({"until": dt.datetime(2020, 3, 3)}, {"flood"}),
        ({"since": dt.date(2020, 3, 4), "until": dt.date(2021, 1, 1)}, set()),
        ({"certain": True}, {"flood"}),  # only proved dates
    ],
)
def test_filters_narrow(index: Index, narrowing: dict[str, object], expected: set[str]) -> None:
    index.add(STORIES)
    assert set(ids(index, "", **narrowing)) == expected


def counts(index: Index, facet: str, text: str = "", **rest: object) -> dict[str, int]:
    found = index.search(ask(text, facets=(facet,), **rest)).facets[facet]
    return {value.label: value.count for value in found.values}


def test_facets_count_the_stories_found(index: Index) -> None:
    index.add(STORIES)
    assert counts(index, "agency") == {"AFP": 2, "Reuters": 1}
    assert counts(index, "agency", "porto") == {"AFP": 1, "Reuters": 1}
    assert counts(index, "year") == {"2020": 1, "2021": 1}
    speakers = index.search(ask("", facets=("speaker",), facet_size=1)).facets["speaker"]
    assert [(v.value, v.label, v.count) for v in speakers.values] == [("ines-vaz", "Inês Vaz", 2)]
    assert (speakers.distinct, speakers.missing) == (2, 1)


def test_a_facet_leaves_its_own_filter_out(index: Index) -> None:
    index.add(STORIES)
    afp = (Filter("agency", ("afp",)),)
    assert counts(index, "agency", filters=afp) == {"AFP": 2, "Reuters": 1}
    assert counts(index, "place", filters=afp) == {"Geneva": 1, "Porto": 1}
    both = (*afp, Filter("place", ("porto",)))
    assert counts(index, "agency", filters=both) == {"AFP": 1}


@pytest.mark.parametrize("facet", ["agency", "place", "section", "language", "speaker"])
@pytest.mark.parametrize("of", ["stories", "statements"])
def test_a_value_of_any_length_can_be_asked_for(index: Index, facet: str, of: str) -> None:
    """Left out, too: what an address takes for a value counts the minus sign."""
    name = "Ministry of Long Names " * 40
    named = (
        {"said": [("Yes.", name)]} if facet == "speaker" else {"said": [("Yes.", "A")], facet: name}
    )
    index.add([story("Long", "Yes.", id="long", **named), *STORIES])
    [value] = [
        one
        for one in index.search(ask("", of=of, facets=(facet,))).facets[facet].values
        if one.label == name
    ]
    asked = read_parameters([(facet, value.value)]).filters
    assert ids(index, "", of=of, filters=asked) == ["long"]
    asked = read_parameters([(facet, f"-{value.value}")]).filters
    assert "long" not in ids(index, "", of=of, filters=asked)


def test_a_value_spelt_in_two_ways_is_shown_as_it_is_most_often(index: Index) -> None:
    places = ["New York", "New York", "New york", "NEW YORK"]
    index.add(story(f"Story {n}", id=f"{n}", place=place) for n, place in enumerate(places))
    assert counts(index, "place") == {"New York": 4}


def test_values_of_equal_count_stand_in_order_of_their_labels(index: Index) -> None:
    index.add(STORIES)
    assert list(counts(index, "place")) == ["Geneva", "Lisbon", "Porto"]


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        ("day", [("2020-03-03", 1, 0), ("2021-11-20", 1, 1)]),
        ("week", [("2020-03-02", 1, 0), ("2021-11-15", 1, 1)]),  # weeks begin on Monday
        ("month", [("2020-03-01", 1, 0), ("2021-11-01", 1, 1)]),
        ("year", [("2020-01-01", 1, 0), ("2021-01-01", 1, 1)]),
    ],
)
def test_timeline(index: Index, interval: str, expected: list[tuple[str, int, int]]) -> None:
    index.add(STORIES)
    timeline = index.search(ask("", interval=interval)).timeline
    assert timeline is not None
    assert timeline.buckets == tuple(Bucket(dt.date.fromisoformat(d), n, u) for d, n, u in expected)
    assert timeline.undated == 1


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
def test_pages_and_cursors_give_every_hit_once(index: Index, sort: str) -> None:
    index.add(
        story(f"Match {n % 3}", "goal " * (n % 4 + 1), id=f"m{n:02}", day=f"20{n:02}-01-01")
        for n in range(10, 33)
    )
    everything = ids(index, "goal", sort=sort, limit=100)
    assert len(everything) == 23
    pages = [ids(index, "goal", sort=sort, limit=5, page=page) for page in range(1, 6)]
    assert [hit for page in pages for hit in page] == everything
    walked, cursor = [], None
    while not walked or cursor:
        results = index.search(ask("goal", sort=sort, limit=5, cursor=cursor))
        walked += [hit.id for hit in results.hits]
        cursor = results.cursor
    assert walked == everything


def test_a_cursor_ends_with_its_commit(index: Index) -> None:
    index.add(STORIES)
    cursor = index.search(ask("", limit=1)).cursor
    index.add([story("Another", id="another")])
    with pytest.raises(CursorExpired, match="changed"):
        index.search(ask("", limit=1, cursor=cursor))


@pytest.mark.parametrize(
    ("request_", "parameter"),
    [
        (ask("", facets=("colour",)), "facets"),
        (ask("", filters=(Filter("colour", ("red",)),)), "colour"),
        (ask("", cursor="no cursor"), "cursor"),
        (ask("", cursor="W10"), "cursor"),  # base64 of []
        (ask("", limit=-1), "limit"),
        (ask("", page=0), "page"),
        (ask("", page=10_000, limit=2), "page"),
        (ask("", sort="newst"), "sort"),  # it would be another order in silence
        (ask("", interval="decade"), "interval"),
        (ask("", facets=("agency",), facet_size=-1), "facet_size"),
        (ask("", snippets=-1), "snippets"),
        ("flood", "query"),  # not a text …
        (parse_query("flood"), "query"),  # … nor a query alone
        (SearchRequest(query="flood"), "query"),  # type: ignore[arg-type]
        (ask("", filters={"agency": "AFP"}), "filters"),
        # as values its letters would find nothing, in silence
        (ask("", filters=(Filter("agency", "AFP"),)), "agency"),  # type: ignore[arg-type]
        (ask("", filters=(Filter("agency", (), "AFP"),)), "agency"),  # type: ignore[arg-type]
        (ask("", filters=(Filter("year", (2020,)),)), "year"),  # type: ignore[arg-type]
        (ask("", since="2020-03-03"), "since"),
        (ask("", until=2020), "until"),
    ],
)
def test_a_bad_request_is_an_error(index: Index, request_: SearchRequest, parameter: str) -> None:
    index.add(STORIES)
    with pytest.raises(RequestError) as caught:
        index.search(request_)
    assert caught.value.parameter == parameter


@pytest.mark.parametrize("story_id", ["nowhere", "", "\udce9", "\x00"])
def test_an_id_that_no_story_has_gives_nothing(index: Index, story_id: str) -> None:
    index.add(STORIES)
    assert index.get(story_id) is None
    assert index.remove([story_id]) == 0


def test_a_cursor_of_another_search_is_refused(index: Index) -> None:
    index.add(STORIES)
    cursor = index.search(ask("", limit=1)).cursor
    with pytest.raises(RequestError, match="another search"):
        index.search(ask("porto", limit=1, cursor=cursor))


def test_a_prefix_of_too_many_words_is_refused(index: Index) -> None:
    index.add([story("Codes", " ".join(f"abc{n}" for n in range(1_025)), id="codes")])
    with pytest.raises(QueryTooExpensive, match="1,025 words") as caught:
        index.search(ask("codes abc*"))
    assert caught.value.position == len("codes ")
    assert ids(index, "abc1*") == ["codes"]


def test_hits_carry_the_story_its_score_and_snippets(index: Index) -> None:
    index.add(STORIES)
    [hit] = index.search(ask("douro", snippets=2)).hits
    assert hit.article == FLOOD
    assert hit.score > 0
    [snippet] = hit.snippets
    assert snippet.text == "PORTO, March 3 (AFP) — The Douro rose two metres."
    assert [snippet.text[a:b] for a, b in snippet.marks] == ["Douro"]
    assert index.search(ask("douro")).hits[0].snippets == ()


@pytest.mark.parametrize(
    "text",
    ["\x00", "\x1f", "a\x1fb", "\ud800", "\u202e", "x" * 100_000, "a " * 10_000, "", "🗞 news"],
    ids=["nul", "break", "breaks", "surrogate", "rtl", "long word", "many", "empty", "emoji"],
)
def test_any_text_can_be_kept(index: Index, text: str) -> None:
    kept = story(text, text, id="odd")
    assert index.add([kept, FLOOD]) == 2
    assert set(ids(index, "")) == {"odd", "flood"}
    assert ids(index, "douro") == ["flood"]


@pytest.mark.parametrize(
    "use",
    [
        lambda index: index.search(ask("")),
        lambda index: index.get("flood"),
        lambda index: index.add([DERBY]),
        lambda index: index.add([]),
        lambda index: index.remove(["flood"]),
        lambda index: index.remove([]),
    ],
    ids=["search", "get", "add", "add nothing", "remove", "remove nothing"],
)
@pytest.mark.parametrize("held", [[], STORIES], ids=["empty", "full"])
def test_a_closed_index_says_so(
    index: Index, use: Callable[[Index], object], held: list[Article]
) -> None:
    """It is neither an empty index nor the one that it was."""
    index.add(held)
    index.close()
    with pytest.raises(IndexUnavailable, match="is closed"):
        use(index)
    index.close()  # once more is no error


def test_what_was_found_can_be_read_when_the_index_is_closed(index: Index) -> None:
    index.add(STORIES)
    [hit] = index.search(ask("douro")).hits
    index.close()
    assert hit.article == FLOOD
