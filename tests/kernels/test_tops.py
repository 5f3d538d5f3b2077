"""The most frequent: plainly, values sorted by count and then by order, and cut."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.kernels.tops import FEW, STRIDE, top_counts, top_values
from tests.effort import examples
from tests.kernels.columns import Documents, some_of, table_of
from tests.kernels.test_counting import plain_counts, spread, tables

Top = tuple[list[tuple[int, int]], int, int]


def plain_top(counts: Sequence[int], order: Sequence[int], size: int) -> Top:
    """The values to show with their counts, in order; how many are met at all; how many documents
    have none."""
    *of_values, missing = counts
    met = [value for value, count in enumerate(of_values) if count]
    met.sort(key=lambda value: (-of_values[value], order[value]))
    return [(value, of_values[value]) for value in met[:size]], len(met), missing


def top_of(counts: Sequence[int], order: Sequence[int], size: int) -> Top:
    held, out = spread(counts), (*np.empty((2, size), np.int64), np.empty(3, np.int64))
    top_counts(np.array(order, np.int32), held, *out)
    assert not held.any()
    return as_top(*out)


def as_top(chosen: np.ndarray, found: np.ndarray, told: np.ndarray) -> Top:
    n, *rest = told.tolist()
    return list(zip(chosen[:n].tolist(), found[:n].tolist(), strict=True)), *rest


@pytest.mark.parametrize(
    ("counts", "size", "expected", "reason"),
    [
        ([3, 1, 2, 0, 5], 2, ([(0, 3), (2, 2)], 3, 5), "the two largest; the last is for none"),
        ([3, 1, 2, 0, 5], 9, ([(0, 3), (2, 2), (1, 1)], 3, 5), "all, but none that nobody has"),
        ([2, 3, 2, 1, 2, 0], 2, ([(1, 3), (4, 2)], 5, 0), "a tie at the last place: by order"),
        ([1, 1, 1, 0], 2, ([(2, 1), (1, 1)], 3, 0), "nothing but ties"),
        ([3, 1, 2, 5], 0, ([], 3, 5), "none wanted; they are counted even so"),
        ([0, 0, 7], 3, ([], 0, 7), "none has a value"),
        ([7], 3, ([], 0, 7), "there are no values"),
        ([0] * 2 * STRIDE + [4, 5, 0], 1, ([(2 * STRIDE + 1, 5)], 2, 0), "behind many that are 0"),
        ([9, 8, *[0] * STRIDE, 9, 7, 0], 2, ([(STRIDE + 2, 9), (0, 9)], 4, 0), "far apart"),
    ],
)
def test_the_most_frequent_are_taken(
    counts: list[int], size: int, expected: Top, reason: str
) -> None:
    """The last value comes first of those met as often."""
    order = list(range(len(counts) - 1))[::-1]
    assert plain_top(counts, order, size) == expected
    assert top_of(counts, order, size) == expected, reason


# few that are met among many, or as they come
_few = st.dictionaries(st.integers(0, 3 * STRIDE), st.integers(1, 5), max_size=12).map(
    lambda held: [held.get(value, 0) for value in range(3 * STRIDE + 1)]
)
_counts = _few | st.lists(st.integers(0, 4), min_size=1, max_size=3 * STRIDE)


@given(_counts, st.integers(0, 9), st.randoms(use_true_random=False))
def test_the_most_frequent_of_any_counts_are_taken(counts: list[int], size: int, random) -> None:
    order = list(range(len(counts) - 1))
    random.shuffle(order)
    assert top_of(counts, order, size) == plain_top(counts, order, size)


@settings(max_examples=examples(80), deadline=None)
@given(tables(), st.integers(0, 5), st.data())
def test_the_most_frequent_values_of_any_documents_are_taken(
    drawn: list[tuple[int, Documents]], size: int, data: st.DataObject
) -> None:
    """Of some properties; of many documents, and of so few that only the values met are looked
    at."""
    docs = data.draw(some_of(drawn[0][1]))
    chosen = sorted(data.draw(st.sets(st.integers(0, len(drawn) - 1), min_size=1)))
    for number, top in zip(chosen, tops_of(drawn, docs, chosen, size), strict=True):
        every, documents = drawn[number]
        counter = plain_counts(docs.tolist(), documents, every)
        order = range(every)[::-1]  # as their keys stand in order
        assert top == plain_top([counter[value] for value in range(every + 1)], order, size)


def tops_of(
    drawn: list[tuple[int, Documents]], docs: np.ndarray, chosen: list[int], size: int
) -> list[Top]:
    held = table_of(*drawn)
    counts = np.zeros(held.size, np.int32)
    numbers, found = np.empty((2, len(chosen), size), np.int64)
    told = np.empty((len(chosen), 3), np.int64)
    top_values(docs, held.table, np.array(chosen), counts, numbers, found, told)
    assert not counts.any()
    return [as_top(*one) for one in zip(numbers, found, told, strict=True)]


def test_both_ways_are_asked() -> None:
    """Of a column of so many values a document is few, and all of them are many."""
    every = 2 * FEW
    documents = [[n % every] for n in range(every)]
    assert FEW < every < len(documents) * FEW
    for docs in ([3], range(every)):
        top = tops_of([(every, documents)], np.array(docs, np.int32), [0], 1)
        assert top == [([(docs[-1], 1)], len(docs), 0)]
