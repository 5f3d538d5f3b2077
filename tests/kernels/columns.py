"""Columns of values: plainly, a list of values for each document, empty for some."""

from collections.abc import Sequence

import numpy as np
from hypothesis import strategies as st

from search.index.embedded.facet_column import FacetColumn, make_facet
from search.index.embedded.facet_table import FacetTable
from search.index.row import Value

Documents = Sequence[Sequence[int]]  # the values of each
EVERY = (1, 3, 239, 240, 255, 256)  # so many values take one or two bytes, just
MANY = (65_519, 65_520, 65_536)  # two or three


def column_of(documents: Documents, every: int) -> FacetColumn:
    """There are ``every`` values; those with larger numbers come first by key."""
    sizes = np.array([len(values) for values in documents], np.int64)
    ids = np.array([value for values in documents for value in values], np.int32)
    values = [Value(f"{every - n:06}", str(n), str(n)) for n in range(every)]
    return make_facet(values, sizes, ids)


def table_of(*columns: tuple[int, Documents]) -> FacetTable:
    """Facets 0, 1 and so on: how many values each has, and those of the documents."""
    return FacetTable({str(n): column_of(held, every) for n, (every, held) in enumerate(columns)})


@st.composite
def columns(
    draw: st.DrawFn, size: int | None = None, most: Sequence[int] = EVERY + MANY[-1:]
) -> tuple[int, Documents]:
    """How many values there are, and those of each document; of none, of one word, of several."""
    every = draw(st.sampled_from(most))
    value = st.integers(0, every - 1) | st.integers(0, min(every - 1, 2)) | st.just(every - 1)
    values = st.lists(value, max_size=4, unique=True)
    shapes = draw(st.lists(values, min_size=1, max_size=9))
    count = draw(st.integers(1, 300)) if size is None else size
    rest = draw(st.sampled_from([[0], []]))  # so that few documents have several, sometimes
    step = draw(st.sampled_from([1, 1, 40]))
    return every, [shapes[n % len(shapes)] if n % step == 0 else rest for n in range(count)]


def some_of(documents: Documents) -> st.SearchStrategy[np.ndarray]:
    """The numbers of some documents, in order: all, a few, none."""
    every = range(len(documents))
    few = st.sets(st.sampled_from(every)).map(sorted) if documents else st.just([])
    return (st.just(every) | few).map(lambda chosen: np.array(chosen, np.int32))
