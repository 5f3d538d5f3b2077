"""Counting: plainly, each document has a list of values, and a Counter counts them; V, one more
than the last value, stands for none."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.kernels.counting import (
    STRIDE,
    _count_bits,
    count_days,
    count_values,
    meet_values,
    move_counts,
    take_top,
)
from tests.effort import examples
from tests.kernels.columns import Documents, column_of, columns, some_of

NONE_MET = np.empty(0, np.int64)


def plain_counts(docs: Sequence[int], documents: Documents, every: int) -> Counter[int]:
    return Counter(value for doc in docs for value in documents[doc] or [every])


def counted(counts: np.ndarray) -> dict[int, int]:
    """What is above 0."""
    return {value: int(counts[value]) for value in np.flatnonzero(counts).tolist()}


@pytest.mark.parametrize(
    ("every", "documents", "docs", "counts", "reason"),
    [
        (3, [[0], [2], [0]], [0, 1, 2], {0: 2, 2: 1}, "a value each"),
        (3, [[0], [], [0]], [0, 1, 2], {0: 2, 3: 1}, "none is counted as one more value"),
        (3, [[1, 0], [0, 2, 1]], [0, 1], {0: 2, 1: 2, 2: 1}, "several count each"),
        (3, [[1, 0], [0, 2, 1]], [1], {0: 1, 1: 1, 2: 1}, "only of the documents found"),
        (3, [[0], [1], [2]], [], {}, "nothing found, nothing counted"),
        (3, [[]] * 64 + [[0, 2]], [63, 64], {3: 1, 0: 1, 2: 1}, "several in the second word"),
        (3, [[0, 1]] * 65 + [[2, 0]], [65], {2: 1, 0: 1}, "it comes behind 65 that have several"),
        (0, [[], []], [0, 1], {0: 2}, "a property that nobody has"),
        (255, [[254], []], [0, 1], {254: 1, 255: 1}, "none still fits in a byte"),
        (256, [[255], []], [0, 1], {255: 1, 256: 1}, "and here no more"),
        (65_536, [[65_535], [256], []], [0, 1, 2], {65_535: 1, 256: 1, 65_536: 1}, "three bytes"),
    ],
)
def test_values_are_counted(
    every: int, documents: Documents, docs: list[int], counts: dict[int, int], reason: str
) -> None:
    assert plain_counts(docs, documents, every) == counts
    held = np.zeros(every + 1, np.int32)
    count_values(np.array(docs, np.int32), column_of(documents, every), held)
    assert counted(held) == counts, reason


@settings(max_examples=examples(60), deadline=None)
@given(columns(), st.data())
def test_the_values_of_any_documents_are_counted(
    drawn: tuple[int, Documents], data: st.DataObject
) -> None:
    """On top of what was counted before."""
    every, documents = drawn
    docs = data.draw(some_of(documents))
    counts = np.ones(every + 1, np.int32)
    count_values(docs, column_of(documents, every), counts)
    assert counted(counts - 1) == plain_counts(docs.tolist(), documents, every)


@settings(max_examples=examples(60), deadline=None)
@given(columns(), st.data())
def test_the_values_of_few_documents_are_counted_and_told(
    drawn: tuple[int, Documents], data: st.DataObject
) -> None:
    """Each once, that for none too."""
    every, documents = drawn
    docs = data.draw(some_of(documents))
    column, counts = column_of(documents, every), np.zeros(every + 1, np.int32)
    met = np.empty(docs.size + column.more.size + 1, np.int64)
    n = meet_values(docs, column, counts, met)
    expected = plain_counts(docs.tolist(), documents, every)
    assert counted(counts) == expected
    assert sorted(met[:n].tolist()) == sorted(expected)


@given(st.integers(0, 2**64 - 1))
def test_bits_are_counted(bits: int) -> None:
    assert _count_bits(np.uint64(bits)) == bits.bit_count()


@pytest.mark.parametrize(
    ("counts", "numbers", "total", "reason"),
    [
        ([3, 4, 0], [0, 1], [3, 4, 0], "each has its own"),
        ([3, 4, 0], [2, 0], [4, 0, 3, 0], "in another order, with one that no value has"),
        ([3, 4, 0], [1, 1], [0, 7, 0], "two spellings of one key"),
        ([3, 4, 9], [0, 1], [3, 4, 9], "those that have none"),
        ([3, 4, 9], [0, 1], [3, 4, 0, 0, 9], "none is the last of the totals too"),
        ([5], [], [0, 0, 5], "a property that nobody has here"),
    ],
)
def test_counts_are_moved(
    counts: list[int], numbers: list[int], total: list[int], reason: str
) -> None:
    """And are 0 then; they are added to what stands there."""
    held, out = np.array(counts, np.int32), np.ones(len(total), np.int32)
    move_counts(held, np.array(numbers, np.int32), out)
    assert (out - 1).tolist() == total, reason
    assert not held.any()


# the most frequent


def plain_top(counts: Sequence[int], size: int) -> tuple[dict[int, int], int, int]:
    """The values to show with their counts; how many are met at all; how many documents have
    none."""
    *of_values, missing = counts
    ordered = sorted((count for count in of_values if count), reverse=True)
    least = ordered[min(size, len(ordered)) - 1] if ordered else 0
    top = {value: count for value, count in enumerate(of_values) if count and count >= least}
    return (top if size else {}), len(ordered), missing


def top_of(counts: Sequence[int], size: int, met: np.ndarray) -> tuple[dict[int, int], int, int]:
    held = np.array(counts, np.int32)
    chosen, found = (np.empty(met.size or held.size, np.int64) for _ in range(2))
    n, distinct, missing = take_top(held, met, size, chosen, found)
    assert not held.any()
    return dict(zip(chosen[:n].tolist(), (-found[:n]).tolist(), strict=True)), distinct, missing


@pytest.mark.parametrize(
    ("counts", "size", "expected", "reason"),
    [
        ([3, 1, 2, 0, 5], 2, ({0: 3, 2: 2}, 3, 5), "the two largest; the last is for none"),
        ([3, 1, 2, 0, 5], 9, ({0: 3, 1: 1, 2: 2}, 3, 5), "all, but none that nobody has"),
        ([2, 3, 2, 1, 2, 0], 2, ({0: 2, 1: 3, 2: 2, 4: 2}, 5, 0), "a tie at the last place: all"),
        ([2, 3, 2, 1, 2, 0], 1, ({1: 3}, 5, 0), "no tie at the first"),
        ([1, 1, 1, 0], 1, ({0: 1, 1: 1, 2: 1}, 3, 0), "nothing but ties"),
        ([3, 1, 2, 5], 0, ({}, 3, 5), "none wanted; they are counted even so"),
        ([0, 0, 7], 3, ({}, 0, 7), "none has a value"),
        ([7], 3, ({}, 0, 7), "there are no values"),
        ([0] * 2 * STRIDE + [4, 5, 0], 1, ({2 * STRIDE + 1: 5}, 2, 0), "behind many that are 0"),
        ([9, 8, *[0] * STRIDE, 9, 7, 0], 2, ({0: 9, STRIDE + 2: 9}, 4, 0), "far apart"),
    ],
)
def test_the_most_frequent_are_taken(
    counts: list[int], size: int, expected: tuple[dict[int, int], int, int], reason: str
) -> None:
    assert plain_top(counts, size) == expected
    assert top_of(counts, size, NONE_MET) == expected, reason
    assert top_of(counts, size, np.flatnonzero(counts)) == expected, reason


# few that are met among many, or as they come
_spread = st.dictionaries(st.integers(0, 3 * STRIDE), st.integers(1, 5), max_size=12).map(
    lambda held: [held.get(value, 0) for value in range(3 * STRIDE + 1)]
)
_counts = _spread | st.lists(st.integers(0, 4), min_size=1, max_size=3 * STRIDE)


@given(_counts, st.integers(0, 9), st.randoms(use_true_random=False))
def test_the_most_frequent_of_any_counts_are_taken(counts: list[int], size: int, random) -> None:
    """With the values that were met, in whatever order, or without."""
    met = np.flatnonzero(counts).tolist()
    random.shuffle(met)
    expected = plain_top(counts, size)
    assert top_of(counts, size, NONE_MET) == expected
    assert top_of(counts, size, np.array(met, np.int64)) == expected


# days

_days = st.lists(st.tuples(st.just(0) | st.integers(737_425, 737_431), st.booleans()), max_size=80)


@pytest.mark.parametrize(
    ("days", "docs", "counts", "doubtful", "undated", "reason"),
    [
        ([(5, True), (7, True), (5, True)], [0, 1, 2], [2, 0, 1], [0, 0, 0], 0, "from day 5 on"),
        (
            [(5, True), (5, False), (7, False)],
            [0, 1, 2],
            [2, 0, 1],
            [1, 0, 1],
            0,
            "some not proved",
        ),
        ([(0, False), (6, True), (0, True)], [0, 1, 2], [0, 1, 0], [0, 0, 0], 2, "0 is undated"),
        ([(5, True), (6, True), (7, True)], [1], [0, 1, 0], [0, 0, 0], 0, "of those found only"),
        ([(5, True)], [], [0, 0, 0], [0, 0, 0], 0, "nothing found"),
    ],
)
def test_days_are_counted(
    days: list[tuple[int, bool]],
    docs: list[int],
    counts: list[int],
    doubtful: list[int],
    undated: int,
    reason: str,
) -> None:
    assert days_of(days, docs, 5, 3) == (counts, doubtful, undated), reason


@given(_days, st.data())
def test_any_days_are_counted(days: list[tuple[int, bool]], data: st.DataObject) -> None:
    docs = data.draw(some_of(days)).tolist()
    dated = [days[doc] for doc in docs if days[doc][0]]
    counts, doubtful = Counter(day for day, _ in dated), Counter(d for d, sure in dated if not sure)
    expected = [[count[737_425 + n] for n in range(7)] for count in (counts, doubtful)]
    assert days_of(days, docs, 737_425, 7) == (*expected, len(docs) - len(dated))


def days_of(
    held: list[tuple[int, bool]], docs: list[int], first: int, room: int
) -> tuple[list[int], list[int], int]:
    days = np.array([day for day, _ in held], np.int32)
    certain = np.array([sure for _, sure in held], np.uint8)
    counts, doubtful = np.zeros(room, np.int64), np.zeros(room, np.int64)
    undated = count_days(np.array(docs, np.int32), days, certain, first, counts, doubtful)
    return counts.tolist(), doubtful.tolist(), undated
