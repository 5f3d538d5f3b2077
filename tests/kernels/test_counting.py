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
    move_counts,
    values_at,
)
from tests.effort import examples
from tests.kernels.columns import Documents, columns, some_of, table_of


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
        (3, [[0]] * 64 + [[0, 2]], [63, 64], {0: 2, 2: 1}, "the only one that has several"),
        (3, [[0]] * 600 + [[2, 0]] * 2, range(602), {0: 602, 2: 2}, "and two behind many"),
        (0, [[], []], [0, 1], {0: 2}, "a property that nobody has"),
        (240, [[239], []], [0, 1], {239: 1, 240: 1}, "all that stands in slots fits in a byte"),
        (241, [[240], []], [0, 1], {240: 1, 241: 1}, "and here no more"),
        (65_536, [[65_535], [256], []], [0, 1, 2], {65_535: 1, 256: 1, 65_536: 1}, "three bytes"),
    ],
)
def test_values_are_counted(
    every: int, documents: Documents, docs: list[int], counts: dict[int, int], reason: str
) -> None:
    assert plain_counts(docs, documents, every) == counts
    held = table_of((every, documents))
    out = np.zeros(held.size, np.int32)
    count_values(np.array(docs, np.int32), held.table, np.array([0]), out)
    assert counted(out) == counts, reason


@st.composite
def tables(draw: st.DrawFn) -> list[tuple[int, Documents]]:
    """Some columns of as many documents."""
    size = draw(st.integers(1, 300))
    return draw(st.lists(columns(size), min_size=1, max_size=4))


@settings(max_examples=examples(60), deadline=None)
@given(tables(), st.data())
def test_the_values_of_any_documents_are_counted(
    drawn: list[tuple[int, Documents]], data: st.DataObject
) -> None:
    """Of some properties, on top of what was counted before; and of all documents, once for
    all."""
    docs = data.draw(some_of(drawn[0][1]))
    chosen = data.draw(st.sets(st.integers(0, len(drawn) - 1), min_size=1))
    held = table_of(*drawn)
    counts = np.ones(held.size, np.int32)
    count_values(docs, held.table, np.array(sorted(chosen)), counts)
    for number, (every, documents) in enumerate(drawn):
        expected = plain_counts(docs.tolist(), documents, every) if number in chosen else {}
        assert counted(held.of_facet(str(number), counts - 1)) == expected
        of_all = plain_counts(range(len(documents)), documents, every)
        assert counted(held.of_facet(str(number), held.of_all)) == of_all


@settings(max_examples=examples(60), deadline=None)
@given(columns(), st.data())
def test_the_values_in_a_slot_are_read(drawn: tuple[int, Documents], data: st.DataObject) -> None:
    """The first value of each document, and one that stands for none."""
    every, documents = drawn
    docs = data.draw(some_of(documents))
    out = np.empty(docs.size, np.int32)
    values_at(table_of(drawn).table, 0, docs, out)
    firsts = [(documents[doc] or [every])[0] for doc in docs]
    assert np.where(out < every, out, every).tolist() == firsts
    assert (out < every + NONES).all()


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
