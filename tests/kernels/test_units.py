"""Units of documents, against what they mean in plain Python."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.kernels.units import Units, add_met, either, score_units, units_of, units_with
from tests.effort import examples

SHIFT = 1 << 20  # places count from here on, as those of a later zone do

stretch = st.tuples(st.integers(0, 12), st.integers(0, 12))  # one in three ends before it starts
aside = st.tuples(st.integers(0, 12), st.integers(1, 3))
unit = st.tuples(stretch, st.lists(aside, max_size=2))
documents = st.lists(
    st.tuples(
        st.lists(st.tuples(st.integers(0, 12), st.integers(1, 4)), unique=True, max_size=8),
        st.lists(unit, max_size=5),
    ),
    max_size=5,
)
hits = st.dictionaries(st.integers(0, 30), st.floats(0, 9), max_size=12)


def starts(sizes: list[int]) -> np.ndarray:
    return np.cumsum([0, *sizes]).astype(np.int64)


def column(hits: dict[int, float]) -> tuple[np.ndarray, np.ndarray]:
    units = sorted(hits)
    return np.array(units, np.int32), np.array([hits[unit] for unit in units], np.float64)


def rows(table: list[tuple[int, ...]], width: int) -> list[np.ndarray]:
    """The columns."""
    return list(np.array(table, np.int32).reshape(-1, width).T.copy())


def is_said(start: int, end: int, asides: list[tuple[int, int]]) -> bool:
    """Whether neither the first word nor the last stands in an aside."""
    return not any(at <= word < at + size for word in (start, end - 1) for at, size in asides)


@given(documents)
@settings(max_examples=examples(200), deadline=None)
def test_units_hold_the_spans_that_lie_whole_within(
    docs: list[tuple[list[tuple[int, int]], list[tuple[tuple[int, int], list[tuple[int, int]]]]]],
) -> None:
    spans = [sorted((start, start + size) for start, size in held) for held, _ in docs]
    units = [unit for _, held in docs for unit in held]
    unit_at, at = starts([len(held) for _, held in docs]), starts(list(map(len, spans)))
    flat = np.array([span for held in spans for span in held], np.int32).reshape(-1, 2) + SHIFT
    firsts, stops = rows([stretch for stretch, _ in units], 2)
    asides = [(n, at, at + size) for n, (_, own) in enumerate(units) for at, size in own]
    held_ = Units(unit_at, firsts, stops, *rows(asides, 3))
    numbers, counts = (np.empty(len(units), np.int32) for _ in range(2))
    columns = (np.ascontiguousarray(flat[:, 0]), np.ascontiguousarray(flat[:, 1]))
    every = np.arange(len(docs), dtype=np.int32)
    n = units_with(every, at, *columns, held_, SHIFT, numbers, counts)
    number = iter(range(len(units)))
    expected = [
        (
            unit,
            sum(
                first <= start and end <= stop and is_said(start, end, asides_)
                for start, end in held
            ),
        )
        for held, (_, own) in zip(spans, docs, strict=True)
        for (first, stop), asides_ in own
        for unit in [next(number)]
    ]
    found = list(zip(numbers[:n].tolist(), counts[:n].tolist(), strict=True))
    assert found == [(unit, count) for unit, count in expected if count]


@given(hits, hits)
@settings(max_examples=examples(200), deadline=None)
def test_either_adds_and_add_met_keeps(a: dict[int, float], b: dict[int, float]) -> None:
    units, scores = np.empty(len(a) + len(b), np.int32), np.empty(len(a) + len(b))
    n = either(*column(a), *column(b), units, scores)
    joined = {unit: a.get(unit, 0.0) + b.get(unit, 0.0) for unit in sorted(a.keys() | b.keys())}
    assert dict(zip(units[:n].tolist(), scores[:n].tolist(), strict=True)) == joined
    assert units[:n].tolist() == list(joined)
    numbers, totals = column(a)
    add_met(numbers, totals, *column(b))
    assert totals.tolist() == [a[unit] + b.get(unit, 0.0) for unit in numbers.tolist()]


def test_units_of_some_documents() -> None:
    out = np.empty(4, np.int32)
    n = units_of(np.array([0, 2, 3], np.int32), np.array([0, 2, 5, 5, 7], np.int64), out)
    assert out[:n].tolist() == [0, 1, 5, 6]


def test_a_score_is_that_of_bm25() -> None:
    from search.index.ranking import K1, B, score

    lengths, scores = np.array([0, 7, 3], np.int32), np.empty(2)
    counts = np.array([2, 1], np.int32)
    arrays = (np.array([1, 2], np.int32), counts, 1.5 * (K1 + 1), K1 * (1 - B), K1 * B / 5.0)
    score_units(*arrays, lengths, scores)
    assert scores.tolist() == pytest.approx([score(1.5, 2, 7, 5.0), score(1.5, 1, 3, 5.0)])
