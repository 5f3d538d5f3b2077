"""Any text gives a value, in a time that grows with its length and no faster."""

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search import Article, find_statements
from search.wire import read_wire
from search.wire.agencies import (
    find_agency,
    find_agency_of_site,
    find_byline_agency,
    find_known,
    find_trailer,
)
from search.wire.clues import Clues
from search.wire.dates import settle_date
from search.wire.day import PrintedDay
from search.wire.opening import read_opening
from search.wire.places import read_place

_PIECES = """
"|“|”|''| said |Ana Silva|, |. |\n\n|\n| he |MOSCOW|(AP)| - |May 3, 2021|Monday
| according to |: |/TASS/| adding that |É|\0| went on:|4 May 2021|, who| told AFP |«|»|Mr. |--
| vowed to | the plan|, and|but |?”|,'' |... |\x01|\x02| is seen as | his claim that |'s | on Monday
| called for |(R)|U.S. |When |asked | a villager |Ana: | - Ana Silva|and added|, citing | not |that
"""
PIECES = st.sampled_from(_PIECES.split("|"))


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)))
def test_any_text_is_read(text: str) -> None:
    article = read_wire(Article(id="1", headline="", body=text))
    for statement in (*article.statements, *find_statements(text)):
        assert 0 <= statement.start < statement.end <= len(text)
    if article.dateline:
        line = article.dateline
        assert text[line.start : line.end] == line.text


@pytest.mark.parametrize(
    "text",
    [
        '"' * 100_000,
        "“" * 100_000,
        "said " * 100_000,
        "that " * 100_000,
        "“Rain,” he said. " * 10_000,
        "Silva said rain fell, " * 10_000,
        "his claim that " * 20_000,
        "and vowed to " * 20_000,
        "a, " * 50_000,
        "Ana's " * 50_000,
        "(R) " * 50_000,
        "-- " * 50_000,
        "Ana: " * 50_000,
        '"Why?" Ana said. ' * 10_000,
        "He said, " * 30_000,
        "word " * 200_000,  # a line of a megabyte
        "Word " * 100_000,
        "a" * 1_000_000,
        "." * 100_000,
        "A." * 100_000,
        "A/" * 100_000,
        "\n " * 100_000,
        "May 1, 1999 " * 20_000,
        "according to X, " * 20_000,
        '"x\n\n' * 50_000,
        '"x"\n\n- A\n\n' * 20_000,
        "'''x " * 50_000,
        "Silva praised " + "rain - " * 50_000,
        "Rain - " * 50_000 + "Silva said rain " + "fell - " * 50_000,
        "claim by " + "A " * 100_000,
        "President " * 100_000,
        "President Bill Clinton " * 40_000,
        "former " * 100_000 + "President Bill Clinton",
        "A.A, " * 100_000,
        "MAY 1 " * 100_000,
        "(AFP) - " * 100_000,
        "© " * 200_000,
        "x\n-0-" * 100_000,
    ],
    ids=lambda text: repr(text[:9]),
)
def test_time_is_bounded(text: str) -> None:
    assert time_to_read(text) < 20


@pytest.mark.long
@pytest.mark.parametrize(
    "text",
    ['"' * 1_000_000, "said " * 1_000_000, "word " * 2_000_000, "“Rain,” he said. " * 100_000],
    ids=lambda text: repr(text[:9]),
)
def test_time_is_bounded_at_ten_times_the_length(text: str) -> None:
    assert time_to_read(text) < 200


def time_to_read(text: str) -> float:
    """Processor seconds: a neighbour at work is not counted."""
    start = time.thread_time()
    read_wire(Article(id="1", headline="", body="ROME, May 1 (ANSA) - " + text))
    return time.thread_time() - start


_OPENINGS = (
    "A |A.|A, |A/|A'|A (|A [|May 3 |A, 3 |(AFP) |AFP - |- |Safar 21, 1442, |2O |RPT -- |* |Monday, "
    "|2021-05-03 "
).split("|")


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(), st.lists(st.sampled_from(_OPENINGS), max_size=60).map("".join)))
def test_any_text_is_an_opening_or_none(text: str) -> None:
    found = read_opening(text)
    if found:
        assert text[found.start : found.end] == found.text


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_any_name_is_looked_up(text: str) -> None:
    assert isinstance(read_place(text).name, str)
    for find in (find_agency, find_known, find_byline_agency, find_trailer, find_agency_of_site):
        assert find(text) is None or isinstance(find(text), str)


@settings(max_examples=200, deadline=None)
@given(
    st.text(),
    st.integers(1, 12),
    st.integers(1, 31),
    st.datetimes(),
    st.one_of(st.none(), st.dates()),
)
def test_any_day_is_settled(
    text: str, month: int, day: int, received: dt.datetime, published: dt.date | None
) -> None:
    printed = PrintedDay(month, day)
    clues = Clues(text=f"President Bill Clinton {text}", received=received, published=published)
    settled = settle_date(printed, clues)
    assert settled.date is None or (settled.date.month, settled.date.day) == (month, day)


@pytest.mark.parametrize("piece", _OPENINGS)
def test_an_opening_takes_no_time(piece: str) -> None:
    text = piece * 100_000
    start = time.thread_time()
    for _ in range(20):
        read_opening(text)
    assert time.thread_time() - start < 5


def test_many_people_take_no_more_than_their_share() -> None:
    letters = str.maketrans("0123456789", "abcdefghij")
    text = " ".join(f"Minister Ana S{str(i).translate(letters)} said no." for i in range(5000))
    start = time.thread_time()
    find_statements(text)
    assert time.thread_time() - start < 20
