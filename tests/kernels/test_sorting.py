"""Occurrences in order of term: plainly, ``sorted``."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from search.index.embedded.gathering import cut, make_room
from search.kernels.lists import BLOCK
from search.kernels.sorting import (
    ZONE_BITS,
    Occurrences,
    mark_surfaces,
    sort_lists,
    sort_words,
    whole_blocks,
)
from tests.kernels.packed import ZONES, group_of, postings

Row = tuple[int, int, int, int, int]  # term, document, zone, place, surface


def rows_of(found: Occurrences) -> list[Row]:
    return [
        (term, where >> ZONE_BITS, where & 3, place, surface)
        for term, (start, stop) in enumerate(zip(found.starts, found.stops, strict=True))
        for where, place, surface in zip(*(c[start:stop].tolist() for c in found[2:]), strict=True)
    ]


@given(
    texts=st.lists(st.lists(st.integers(0, 5), max_size=6), max_size=7).map(
        lambda held: [*held, *[[]] * (-len(held) % ZONES)]
    ),
    first=st.integers(0, 3),
)
def test_words_are_put_in_order_of_term(texts: list[list[int]], first: int) -> None:
    """Those of the terms from the first on; document 10 is the first."""
    term_of = np.array([3, 0, 1, 1, 2, 0], np.int32)
    expected = sorted(
        (int(term_of[word]) - first, 10 + number // ZONES, number % ZONES, place, word)
        for number, text in enumerate(texts)
        for place, word in enumerate(text)
        if term_of[word] >= first
    )
    sizes = np.bincount([row[0] for row in expected], minlength=4 - first)
    found = make_room(sizes)
    stream = np.array([word for text in texts for word in text], np.uint16)
    lengths = np.array([len(text) for text in texts], np.int32)
    sort_words(stream, lengths, ZONES, 10, term_of, first, found)
    assert rows_of(found) == expected
    masks, owners = np.zeros(6, np.uint8), np.full(6, -1, np.int32)
    mark_surfaces(found, masks, owners)
    for word in range(6):
        mine = [row for row in expected if row[4] == word]
        assert masks[word] == sum(1 << zone for zone in {row[2] for row in mine})
        assert owners[word] == (term_of[word] - first if mine else -1)


@settings(max_examples=30, deadline=None)
@given(
    terms=st.lists(postings(), min_size=1, max_size=3),
    surfaces=st.integers(1, 4),
    most=st.integers(1, 3),
    dead=st.integers(2, 5),
)
def test_lists_are_put_in_order_without_the_dead(
    terms: list[dict[int, list[list[int]]]], surfaces: int, most: int, dead: int
) -> None:
    """Block by block, some at a time; every so many-th document is dead."""
    numbered = sorted({doc for held in terms for doc in held})
    place_of = {doc: n for n, doc in enumerate(numbered) if n % dead}
    small = [{numbered.index(doc): zones for doc, zones in held.items()} for held in terms]
    docs = np.array([place_of.get(doc, -1) for doc in numbered], np.int32)
    expected = [
        (number, place_of[doc], zone, place, number * surfaces + place % surfaces)
        for number, held in enumerate(terms)
        for doc, zones in held.items()
        for zone, where in enumerate(zones)
        for place in where
        if doc in place_of
    ]
    with group_of(small, surfaces) as group:
        group.check_run(0, len(terms))
        found = make_room(group.totals)
        for term, (start, end) in enumerate(zip(group.table, group.table[1:], strict=False)):
            for first, stop in cut(np.ones(end[1] - start[1], np.int64), most):
                rows = np.array([[term, first, stop, term, term * surfaces]])
                sort_lists(group.lists, group.table, group.form_bits, rows, docs, found)
        assert rows_of(found) == expected


@given(times=st.lists(st.integers(1, 3), max_size=3 * BLOCK))
def test_whole_blocks_are_those_before_the_last_documents(times: list[int]) -> None:
    where = np.repeat(np.arange(len(times)) << ZONE_BITS, times)
    whole = len(times) // BLOCK * BLOCK
    assert whole_blocks(where) == sum(times[:whole])
