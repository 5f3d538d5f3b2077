"""A facet's column: plainly, a list of values for each story, empty for some."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.index.embedded.facet_column import FacetColumn, facet_values, make_facet
from search.index.embedded.facet_table import FEW, SLOTS
from tests.effort import examples
from tests.kernels.columns import Documents, columns, some_of, table_of


def facet_of(documents: Documents, every: int) -> FacetColumn:
    sizes = np.array([len(values) for values in documents], np.int64)
    ids = np.array([value for values in documents for value in values], np.int32)
    return make_facet(range(every), sizes, ids)  # how many values is all that matters


def read_back(facet: FacetColumn, docs: list[int]) -> list[list[int]]:
    sizes, ids = facet_values(facet, np.array(docs, np.int32))
    return [part.tolist() for part in np.split(ids, np.cumsum(sizes)[:-1])] if docs else []


@pytest.mark.parametrize(
    ("every", "documents", "planes", "several", "reason"),
    [
        (2, [[0], [1], [0]], 1, 0, "a value each"),
        (2, [[], [1], []], 1, 0, "none for some"),
        (2, [[], []], 1, 0, "none at all, though others have them"),
        (0, [[], []], 1, 0, "a facet without values"),
        (3, [[2, 0], [1], [0, 1, 2]], 1, 2, "several, in the order they were given"),
        (3, [[]] * 63 + [[2, 1], [0, 2]], 1, 2, "at the end of a word, and behind it"),
        (3, [[0, 1]] * 64, 1, 64, "a whole word of them"),
        (3, [[0, 1]] * 130 + [[], [2, 1, 0]], 1, 131, "more than two words"),
        (255, [[254], []], 1, 0, "as many as a byte tells apart from none"),
        (256, [[255], [], [255, 0]], 2, 1, "one more"),
        (65_535, [[65_534, 256], []], 2, 1, "as many as two bytes do"),
        (65_536, [[65_535], [], [0, 65_535]], 3, 1, "one more"),
    ],
)
def test_values_are_kept(
    every: int, documents: Documents, planes: int, several: int, reason: str
) -> None:
    facet = facet_of(documents, every)
    assert read_back(facet, list(range(len(documents)))) == documents, reason
    assert facet.kept.first.shape == (planes, len(documents))
    assert facet.stories == len(documents)
    bits = sum(word.bit_count() for word in facet.kept.several.tolist())
    assert bits == several == max(facet.kept.at.size - 1, 0)


@settings(max_examples=examples(60), deadline=None)
@given(columns(), st.data())
def test_the_values_of_any_stories_are_read(
    drawn: tuple[int, Documents], data: st.DataObject
) -> None:
    """As they were given; and which stories have each."""
    every, documents = drawn
    facet = facet_of(documents, every)
    docs = data.draw(some_of(documents)).tolist()
    assert read_back(facet, docs) == [documents[doc] for doc in docs]
    for value in {value for values in documents for value in values}:
        having = [doc for doc, values in enumerate(documents) if value in values]
        assert facet.stories_of(value).tolist() == having


@pytest.mark.parametrize(
    ("documents", "slots", "beyond", "reason"),
    [
        ([[0], [1]], 1, 0, "a value each"),
        ([[], []], 1, 0, "one slot at least"),
        ([[0, 1]] + [[0]] * (FEW - 2), 2, 0, "one of few stories has two"),
        ([[0, 1]] + [[0]] * (FEW - 1), 1, 1, "one of many has"),
        ([[0, 1, 2]] + [[0, 2]] * 5 + [[0]] * FEW, 2, 1, "and one of many has three"),
        ([list(range(12))], SLOTS, 1, "no more than these, however many there are"),
    ],
)
def test_values_are_spread_over_slots(
    documents: Documents, slots: int, beyond: int, reason: str
) -> None:
    """The others are kept apart."""
    table = table_of((12, documents)).table
    assert table.slots.shape[0] == slots, reason
    assert table.more_docs.size == beyond, reason
