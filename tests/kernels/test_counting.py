"""Counting: plainly, each document has a list of values, and a Counter counts them; V, one more
than the last value, stands for none."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.kernels.bits import count_bits
from search.kernels.counting import (
    NONES,
    count_days,
    count_values,
    meet_values,
    move_counts,
)
from tests.effort import examples
from tests.kernels.columns import Documents, column_of, columns, some_of


def plain_counts(docs: Sequence[int], documents: Documents, every: int) -> Counter[int]:
    return Counter(value for doc in docs for value in documents[doc] or [every])


def empty_counts(every: int) -> np.ndarray:
    """For each value, for none NONES times, and for what fills slots up as often."""
    return np.zeros(every + 2 * NONES, np.int32)


def counted(counts: np.ndarray) -> dict[int, int]:
    """What is above 0; what fills slots up is nothing."""
    every = counts.size - 2 * NONES
    held = [*counts[:every].tolist(), int(counts[every : every + NONES].sum())]
    return {value: count for value, count in enumerate(held) if count}


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
    held = empty_counts(every)
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
    counts = empty_counts(every) + 1
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
    column, counts = column_of(documents, every), empty_counts(every)
    met = np.empty(docs.size * column.slots.shape[0] + column.more.size + 1, np.int64)
    n = meet_values(docs, column, counts, met)
    assert counted(counts) == plain_counts(docs.tolist(), documents, every)
    assert sorted(met[:n].tolist()) == np.flatnonzero(counts).tolist()


@given(st.integers(0, 2**64 - 1))
def test_bits_are_counted(bits: int) -> None:
    assert count_bits(np.uint64(bits)) == bits.bit_count()


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
    held, out = spread(counts), spread(total) * 0 + 1
    move_counts(held, np.array(numbers, np.int32), out)
    assert counted(out - 1) == {value: count for value, count in enumerate(total) if count}, reason
    assert not held.any()


def spread(counts: Sequence[int]) -> np.ndarray:
    """Counts, the last of which is for none, with some for what fills slots up."""
    held = empty_counts(len(counts) - 1)
    held[: len(counts) - 1] = counts[:-1]
    for n in range(counts[-1]):
        held[len(counts) - 1 + n % NONES] += 1
    held[-1] = 7
    return held


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
