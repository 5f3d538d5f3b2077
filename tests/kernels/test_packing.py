"""Packing: occurrences sorted, gathered into postings, counts coded, and all laid down as bits.

``test_lists.py`` reads back what these make together; here is each alone.
"""

from itertools import groupby

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.kernels.bits import read_bits, width_of, write_bits
from search.kernels.lists import BLOCK, RARE
from search.kernels.packing import code_counts, group_tokens, mark_surfaces, pack_lists, sort_tokens
from tests.kernels.arrays import numbers

ZONES = 3
Token = tuple[int, int, int, int]  # term, document, zone, value

terms, zones = st.integers(0, 4), st.integers(0, ZONES - 1)
tokens = st.lists(st.tuples(terms, st.integers(0, 9), zones, st.integers(0, 99)), max_size=20)


def columns(held: list[Token]) -> tuple[np.ndarray, ...]:
    kinds = (np.int32, np.int32, np.uint8, np.int64)
    return tuple(np.array([token[n] for token in held], kind) for n, kind in enumerate(kinds))


@given(tokens)
def test_tokens_are_sorted_by_term_and_else_stay_as_they_came(held: list[Token]) -> None:
    ordered = sort_tokens(*columns(held), np.bincount([t for t, *_ in held], minlength=5))
    found = list(zip(*(column.tolist() for column in ordered), strict=True))
    assert found == sorted(held, key=lambda token: token[0])


@given(tokens.map(sorted))
def test_tokens_of_one_term_and_document_are_one_posting(held: list[Token]) -> None:
    sizes, with_zone = np.zeros(5, np.int64), np.zeros((5, ZONES), np.int32)
    docs, counts = np.empty(len(held), np.int32), np.zeros((len(held), ZONES), np.int32)
    given_ = columns(held)[:3]
    n = group_tokens(*given_, sizes, with_zone, docs, counts)
    expected = {
        key: [zone for _, _, zone, _ in group]
        for key, group in groupby(held, key=lambda token: token[:2])
    }
    assert docs[:n].tolist() == [doc for _, doc in expected]
    assert counts[:n].tolist() == [[at.count(z) for z in range(ZONES)] for at in expected.values()]
    assert sizes.tolist() == [sum(term == t for term, _ in expected) for t in range(5)]
    assert with_zone.tolist() == [
        [sum(term == t and z in at for (term, _), at in expected.items()) for z in range(ZONES)]
        for t in range(5)
    ]


rows = st.lists(st.tuples(*[st.integers(0, 3)] * ZONES), max_size=30)


@given(rows, st.integers(0, 3))
def test_each_row_of_counts_has_a_code_while_there_is_room(
    held: list[tuple[int, ...]], room: int
) -> None:
    """The table is nearly full beforehand, with rows that are none of these."""
    table, slots = np.full((RARE, ZONES), 99, np.int32), np.full(1024, -1, np.int32)
    codes = np.empty(len(held), np.uint8)
    counts = np.array(held, np.int32).reshape(-1, ZONES)
    used = code_counts(counts, table, slots, RARE - room, codes)
    known = list(dict.fromkeys(held))[:room]
    assert used == RARE - room + len(known)
    assert codes.tolist() == [
        RARE - room + known.index(row) if row in known else RARE for row in held
    ]
    assert table[RARE - room : used].tolist() == [list(row) for row in known]


@pytest.mark.parametrize(
    ("docs", "widths", "reason"),
    [
        ([0, 1, 2], [0], "neighbours take no bits"),
        ([1, 2, 3], [1], "but for the first, if it is not document 0"),
        ([0, 8], [3], "seven lie between"),
        ([2**31 - 1], [31], "the last document there can be"),
        (list(range(BLOCK)), [0], "one block, just full"),
        ([*range(BLOCK), BLOCK + 4], [0, 3], "each block is as wide as its own needs"),
    ],
)
def test_documents_take_the_bits_they_need(docs: list[int], widths: list[int], reason: str) -> None:
    blocks, nothing = np.empty((len(widths), 3), np.int64), np.empty(0, np.uint64)
    held = np.array(docs, np.int32)
    ones = np.ones(len(docs), np.int64)
    used, _ = pack_lists(numbers(len(docs)), held, ones, ones, blocks, nothing, nothing)
    assert (blocks[:, 1] & 63).tolist() == widths, reason
    per_block = [min(BLOCK, len(docs) - start) for start in range(0, len(docs), BLOCK)]
    assert used == sum(n * width for n, width in zip(per_block, widths, strict=True))


@given(
    st.integers(0, 60),
    st.lists(st.tuples(st.integers(0, 64), st.integers(0, 2**63 - 1)), max_size=30),
)
def test_bits_are_read_as_they_were_written(start: int, held: list[tuple[int, int]]) -> None:
    """Side by side, whatever their widths, over the ends of words; the whole is one long number."""
    held = [(min(width, 63), value % 2 ** min(width, 63)) for width, value in held]
    words = np.zeros(2 + (start + sum(width for width, _ in held)) // 64, np.uint64)
    whole, at = 0, start
    for width, value in held:
        write_bits(words, at, width, value)
        whole |= value << at
        at += width
    assert int.from_bytes(words.tobytes(), "little") == whole
    at = start
    for width, value in held:
        assert read_bits(words, at, width) == value
        at += width


@given(st.integers(0, 2**63 - 1))
def test_a_number_is_as_wide_as_its_bits(number: int) -> None:
    assert width_of(number) == number.bit_length()


@given(st.lists(st.tuples(terms, zones, st.integers(0, 5)), max_size=20))
def test_a_surface_has_a_bit_for_each_zone_and_its_term(held: list[tuple[int, int, int]]) -> None:
    """A surface belongs to one term: here number % 3."""
    held = [(surface % 3, zone, surface) for _, zone, surface in held]
    masks, owners = np.zeros(6, np.uint8), np.zeros(6, np.int32)
    column = [np.array([row[n] for row in held], np.int32) for n in range(3)]
    mark_surfaces(column[0], column[1].astype(np.uint8), column[2], masks, owners)
    for surface in range(6):
        found = {zone for _, zone, other in held if other == surface}
        assert masks[surface] == sum(1 << zone for zone in found)
        assert owners[surface] == (surface % 3 if found else 0)
