"""Any text gives a value, in a time that grows with its length and no faster."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search import Article, find_statements
from search.wire import read_wire

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
    """Seconds."""
    start = time.perf_counter()
    read_wire(Article(id="1", headline="", body="ROME, May 1 (ANSA) - " + text))
    return time.perf_counter() - start


def test_many_people_take_no_more_than_their_share() -> None:
    letters = str.maketrans("0123456789", "abcdefghij")
    text = " ".join(f"Minister Ana S{str(i).translate(letters)} said no." for i in range(5000))
    start = time.perf_counter()
    find_statements(text)
    assert time.perf_counter() - start < 20
