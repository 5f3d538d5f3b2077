"""Pairs: the shortest spans over two that stand near each other, against their meaning for one
document, found by trying all."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.kernels.pairs import pair_up
from tests.effort import examples
from tests.kernels.arrays import GAP, Span, listed, room_for, spans_of, starts_of

NO_EDGES = np.empty(0, np.int64)
FAR = 10**6  # less than a zone


def plain(
    first: list[Span], second: list[Span], distance: int, is_ordered: bool, edges: list[int] | None
) -> list[Span]:
    """Each of the first with the nearest second behind it and, unless ordered, before it, if they
    are near; of the spans over both those that hold no other."""
    found = set()
    for one in first:
        behind = [other for other in second if other[0] >= one[1]]
        before = [other for other in second if other[1] <= one[0]]
        if behind:
            found.add((one, min(behind)))
        if before and not is_ordered:
            found.add((max(before, key=lambda span: (span[1], span[0])), one))
    over = {(a[0], b[1]) for a, b in found if is_close(a, b, distance, edges)}
    return sorted(span for span in over if not any(holds(span, other) for other in over))


def is_close(a: Span, b: Span, distance: int, edges: list[int] | None) -> bool:
    if edges is None:
        return b[0] - a[1] < distance
    last = b[1] - 1
    return a[0] // GAP == last // GAP and not any(a[0] < edge <= last for edge in edges)


def holds(span: Span, other: Span) -> bool:
    return span != other and span[0] <= other[0] and other[1] <= span[1]


def paired(
    first: list[list[Span]],
    second: list[list[Span]],
    distance: int,
    is_ordered: bool,
    edges: list[list[int]] | None = None,
) -> list[list[Span]]:
    out = room_for(len(first), 2 * sum(map(len, first)))
    cut = (NO_EDGES, NO_EDGES)
    if edges is not None:
        flat = np.array([edge for row in edges for edge in row], np.int64)
        cut = starts_of([len(row) for row in edges]), flat
    found = pair_up(spans_of(first), spans_of(second), distance, is_ordered, *cut, *out)
    assert found == out[0][-1]
    return listed(*out)


@pytest.mark.parametrize(
    ("first", "second", "distance", "is_ordered", "found"),
    [
        ([(1, 2)], [(2, 3)], 1, True, [(1, 3)]),  # side by side
        ([(1, 2)], [(3, 4)], 1, True, []),  # a word between is too many
        ([(1, 2)], [(3, 4)], 2, True, [(1, 4)]),
        ([(3, 4)], [(1, 2)], 2, True, []),  # in that order only
        ([(3, 4)], [(1, 2)], 2, False, [(1, 4)]),
        ([(1, 2)], [(1, 2)], 9, False, []),  # a word is not near itself
        ([(1, 4)], [(2, 3)], 9, False, []),  # nor near what it holds
        ([(1, 2), (3, 4)], [(5, 6)], 9, True, [(3, 6)]),  # the shortest
        (
            [(3, 4)],
            [(1, 2), (5, 6)],
            9,
            False,
            [(1, 4), (3, 6)],
        ),  # both sides, neither in the other
        ([(9, 10)], [(GAP, GAP + 1)], FAR, False, []),  # zones are far apart
        ([(5, 6)], [(1, 4), (3, 4)], 9, False, [(3, 6)]),  # of one end the shorter
        ([(0, 5), (1, 2)], [(3, 4)], 9, True, [(1, 4)]),  # what is within another ends before it
        ([(6, 7)], [(0, 6), (1, 2)], 9, False, [(0, 7)]),  # what begins before another ends behind
    ],
)
def test_pairs_are_found(
    first: list[Span], second: list[Span], distance: int, is_ordered: bool, found: list[Span]
) -> None:
    assert plain(first, second, distance, is_ordered, None) == found
    assert paired([first], [second], distance, is_ordered) == [found]


@pytest.mark.parametrize(
    ("first", "second", "edges", "found"),
    [
        ([(1, 2)], [(6, 7)], [0, 8], [(1, 7)]),  # however far
        ([(1, 2)], [(6, 7)], [0, 6], []),  # the sentence begins with the second
        ([(1, 2)], [(6, 7)], [0, 1], [(1, 7)]),  # with the first
        ([(1, 3)], [(6, 7)], [0, 2], []),  # within the first: not one sentence
        ([(1, 2)], [(6, 9)], [0, 8], []),  # within the second
        ([(1, 2)], [(GAP, GAP + 1)], [0], []),  # never over zones
    ],
)
def test_pairs_stay_in_a_sentence(
    first: list[Span], second: list[Span], edges: list[int], found: list[Span]
) -> None:
    assert plain(first, second, 0, False, edges) == found
    assert paired([first], [second], 0, False, [edges]) == [found]


places = st.builds(lambda zone, at: zone * GAP + at, st.integers(0, 1), st.integers(0, 20))
spans = st.sets(st.tuples(places, st.integers(1, 6)), max_size=8).map(
    lambda held: sorted((start, start + size) for start, size in held)
)
edges = st.sets(places, max_size=6).map(sorted)
documents = st.lists(st.tuples(spans, spans, edges), min_size=1, max_size=4)


@settings(max_examples=examples(200), deadline=None)
@given(documents, st.integers(1, 12), st.booleans(), st.booleans())
def test_pairs_are_those_of_their_meaning(
    held: list[tuple[list[Span], list[Span], list[int]]],
    distance: int,
    is_ordered: bool,
    has_edges: bool,
) -> None:
    first, second, cut = (list(column) for column in zip(*held, strict=True))
    expected = [
        plain(a, b, distance, is_ordered, edges if has_edges else None) for a, b, edges in held
    ]
    assert paired(first, second, distance, is_ordered, cut if has_edges else None) == expected
