"""Columns of values: plainly, a list of values for each document, empty for some."""

from collections.abc import Sequence

import numpy as np
from hypothesis import strategies as st

from search.index.embedded.facet_column import make_facet
from search.kernels.counting import Column

Documents = Sequence[Sequence[int]]  # the values of each
EVERY = (1, 3, 255, 256, 65_535, 65_536)  # so many values take one, two or three bytes, just


def column_of(documents: Documents, every: int) -> Column:
    """As kernels read them; there are ``every`` values."""
    sizes = np.array([len(values) for values in documents], np.int64)
    ids = np.array([value for values in documents for value in values], np.int32)
    return make_facet(range(every), sizes, ids).column  # how many values is all that matters


@st.composite
def columns(draw: st.DrawFn) -> tuple[int, Documents]:
    """How many values there are, and those of each document; of none, of one word, of several."""
    every = draw(st.sampled_from(EVERY))
    value = st.integers(0, every - 1) | st.integers(0, min(every - 1, 2)) | st.just(every - 1)
    values = st.lists(value, max_size=4, unique=True)
    shapes = draw(st.lists(values, min_size=1, max_size=9))
    return every, [shapes[n % len(shapes)] for n in range(draw(st.integers(0, 300)))]


def some_of(documents: Documents) -> st.SearchStrategy[np.ndarray]:
    """The numbers of some documents, in order: all, a few, none."""
    every = range(len(documents))
    few = st.sets(st.sampled_from(every)).map(sorted) if documents else st.just([])
    return (st.just(every) | few).map(lambda chosen: np.array(chosen, np.int32))
