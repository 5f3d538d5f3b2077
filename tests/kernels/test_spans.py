"""Spans: each kernel against its meaning, one document at a time; and rows with their reasons."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.kernels.spans import follow, unite, zones_of_spans
from tests.kernels.arrays import GAP, Span, listed, room_for, spans_of

# few places, so that spans meet; of two zones
places = st.builds(lambda zone, at: zone * GAP + at, st.integers(0, 1), st.integers(0, 12))
spans = st.sets(st.tuples(places, st.integers(1, 4)), max_size=6).map(
    lambda held: sorted((start, start + size) for start, size in held)
)
documents = st.lists(st.tuples(spans, spans), max_size=4)


def united(one: list[list[Span]], other: list[list[Span]]) -> list[list[Span]]:
    out = room_for(len(one), sum(map(len, [*one, *other])))
    unite(*spans_of(one), *spans_of(other), *out)
    return listed(*out)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ([], [], []),
        ([(1, 2)], [], [(1, 2)]),
        ([], [(1, 2)], [(1, 2)]),
        ([(1, 2)], [(1, 2)], [(1, 2)]),  # each once
        ([(3, 4)], [(1, 2)], [(1, 2), (3, 4)]),  # in order, whoever's they are
        ([(1, 4)], [(1, 2)], [(1, 2), (1, 4)]),  # of one start the shorter first
        ([(1, 9), (2, 3)], [(2, 3), (4, 5)], [(1, 9), (2, 3), (4, 5)]),  # one within another stays
        ([(GAP, GAP + 1)], [(5, 6)], [(5, 6), (GAP, GAP + 1)]),  # zones in order
    ],
)
def test_spans_are_united(one: list[Span], other: list[Span], both: list[Span]) -> None:
    assert united([one], [other]) == [both]


@given(documents)
def test_the_spans_of_both_are_each_there_once(held: list[tuple[list[Span], list[Span]]]) -> None:
    expected = [sorted({*one, *other}) for one, other in held]
    assert united([one for one, _ in held], [other for _, other in held]) == expected


def followed(held: list[list[Span]], behind: list[list[int]]) -> list[list[Span]]:
    at, starts, stops = spans_of(held)
    next_at, next_places, _ = spans_of([[(place, place + 1) for place in row] for row in behind])
    follow(at, starts, stops, next_at, next_places)
    return listed(at, starts[: at[-1]], stops[: at[-1]])


@pytest.mark.parametrize(
    ("held", "behind", "kept"),
    [
        ([(1, 2)], [2], [(1, 3)]),
        ([(1, 2)], [1], []),  # the same word is not behind itself
        ([(1, 2)], [3], []),  # a word between
        ([(1, 2), (4, 5)], [5], [(4, 6)]),
        ([(1, 2), (2, 3)], [2, 3], [(1, 3), (2, 4)]),  # "new new new"
        ([(1, 3), (5, 7)], [0, 3, 4, 7, 8], [(1, 4), (5, 8)]),
        ([(9, 10)], [GAP], []),  # the next zone's first word is not the next word
        ([], [1], []),
        ([(1, 2)], [], []),
    ],
)
def test_a_phrase_grows_by_a_word(held: list[Span], behind: list[int], kept: list[Span]) -> None:
    assert followed([held], [behind]) == [kept]


phrases = st.tuples(st.sets(places, max_size=6), st.sets(places, max_size=6))


@given(st.integers(1, 3), st.lists(phrases, max_size=4))
def test_a_phrase_goes_on_where_its_next_word_stands(
    size: int, held: list[tuple[set[int], set[int]]]
) -> None:
    found = [[(at, at + size) for at in sorted(starts)] for starts, _ in held]
    expected = [
        [(start, stop + 1) for start, stop in row if stop in behind]
        for row, (_, behind) in zip(found, held, strict=True)
    ]
    assert followed(found, [sorted(behind) for _, behind in held]) == expected


@given(st.lists(spans, max_size=4))
def test_a_bit_tells_each_zone_that_has_a_span(held: list[list[Span]]) -> None:
    kept = np.arange(0, len(held), 2)
    masks = np.empty(kept.size, np.int64)
    at, starts, _ = spans_of(held)
    zones_of_spans(at, starts, kept, masks)
    assert masks.tolist() == [sum({1 << start // GAP for start, _ in row}) for row in held[::2]]
