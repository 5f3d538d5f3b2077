"""Packing: postings made of occurrences, their counts coded, and all laid down as bits.

``test_lists.py`` reads back what these make together; here is each alone.
"""

from itertools import groupby

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.index.embedded.runs import starts_of
from search.kernels.bits import read_bits, width_of, write_bits
from search.kernels.lists import BLOCK, RARE
from search.kernels.packing import Counts, Packed, pack_terms
from search.kernels.sorting import ZONE_BITS, Occurrences

ZONES, TERMS, SURFACES = 3, 5, 4
Token = tuple[int, int, int, int, int]  # term, document, zone, place, surface

terms, zones = st.integers(0, TERMS - 1), st.integers(0, ZONES - 1)
tokens = st.sets(
    st.tuples(terms, st.integers(0, 9), zones, st.integers(0, 99), st.integers(0, SURFACES - 1)),
    max_size=20,
).map(sorted)


def pack(held: list[Token], base: int = -1, room: int = RARE) -> tuple[Packed, Counts]:
    """The lists of all terms; ``room`` is how many rows of counts are free in the table, the others
    being none of these."""
    term, doc, zone, place, surface = np.array(held, np.int64).reshape(-1, 5).T
    at = starts_of(np.bincount(term, minlength=TERMS))
    columns = place.astype(np.int32), surface.astype(np.int32)
    found = Occurrences(at[:-1], at[1:], doc << ZONE_BITS | zone, *columns)
    table = np.full((RARE, ZONES), 99, np.int32), np.full(1024, -1, np.int32)
    counts = Counts(*table, np.array([RARE - room]))
    size = len(held)
    out = Packed(
        sizes=np.zeros(TERMS, np.int64),
        with_zone=np.zeros((TERMS, ZONES), np.int32),
        codes=np.empty(size, np.uint8),
        rare=np.empty(size, np.int64),
        rare_counts=np.empty((size, ZONES), np.int32),
        lasts=np.empty(TERMS + size, np.int32),
        widths=np.empty((TERMS + size, 2), np.uint8),
        words=np.empty(TERMS + size, np.int64),
        docs=np.zeros(size + 2, np.uint64),
        places=np.zeros(size + 2, np.uint64),
        ends=np.zeros(5, np.int64),
    )
    which = np.arange(SURFACES, dtype=np.int32) ^ 1  # a surface's number among its term's
    pack_terms(found, which, np.full(TERMS, 2, np.uint8), base, counts, out)
    return out, counts


def postings(held: list[Token]) -> dict[tuple[int, int], list[Token]]:
    """By term and document."""
    return {key: list(group) for key, group in groupby(held, key=lambda token: token[:2])}


@given(tokens)
def test_occurrences_of_one_term_and_document_are_one_posting(held: list[Token]) -> None:
    out, counts = pack(held)
    expected = postings(held)
    rows = [[sum(t[2] == z for t in group) for z in range(ZONES)] for group in expected.values()]
    n = int(out.ends[0])
    assert counts.rows[out.codes[:n]].tolist() == rows
    assert out.sizes.tolist() == [sum(term == t for term, _ in expected) for t in range(TERMS)]
    for t in range(TERMS):
        mine = [row for (term, _), row in zip(expected, rows, strict=True) if term == t]
        assert out.with_zone[t].tolist() == [sum(row[z] > 0 for row in mine) for z in range(ZONES)]


@given(tokens)
def test_places_are_kept_with_the_number_of_their_surface(held: list[Token]) -> None:
    """Each list here is one block: its values stand side by side, as wide as the largest needs."""
    out, _ = pack(held)
    at = 0
    with_words = [t for t in range(TERMS) if any(token[0] == t for token in held)]
    for block, term in enumerate(with_words):
        values = [place << 2 | surface ^ 1 for t, _, _, place, surface in held if t == term]
        width = int(out.widths[block, 1])
        assert width == max(values).bit_length()
        assert out.words[block] == len(values)
        assert [read_bits(out.places, at + n * width, width) for n in range(len(values))] == values
        at += len(values) * width
    assert out.ends[4] == at


@given(tokens, st.integers(0, 3))
def test_each_row_of_counts_has_a_code_while_there_is_room(held: list[Token], room: int) -> None:
    """The table is nearly full beforehand; what has no code is kept apart."""
    out, counts = pack(held, room=room)
    rows = [
        tuple(sum(t[2] == z for t in group) for z in range(ZONES))
        for group in postings(held).values()
    ]
    known = list(dict.fromkeys(rows))[:room]
    assert counts.used[0] == RARE - room + len(known)
    codes = [RARE - room + known.index(row) if row in known else RARE for row in rows]
    assert out.codes[: len(rows)].tolist() == codes
    rare = [n for n, code in enumerate(codes) if code == RARE]
    assert out.rare[: out.ends[1]].tolist() == rare
    assert out.rare_counts[: out.ends[1]].tolist() == [list(rows[n]) for n in rare]


@pytest.mark.parametrize(
    ("docs", "base", "widths", "reason"),
    [
        ([0, 1, 2], -1, [0], "neighbours take no bits"),
        ([1, 2, 3], -1, [1], "but for the first, if it is not document 0"),
        ([1, 2, 3], 0, [0], "unless the term is gone on with behind document 0"),
        ([0, 8], -1, [3], "seven lie between"),
        ([2**31 - 1], -1, [31], "the last document there can be"),
        (list(range(BLOCK)), -1, [0], "one block, just full"),
        ([*range(BLOCK), BLOCK + 4], -1, [0, 3], "each block is as wide as its own needs"),
    ],
)
def test_documents_take_the_bits_they_need(
    docs: list[int], base: int, widths: list[int], reason: str
) -> None:
    out, _ = pack([(0, doc, 0, 0, 1) for doc in docs], base)
    blocks = int(out.ends[2])
    assert out.widths[:blocks, 0].tolist() == widths, reason
    assert out.lasts[:blocks].tolist() == [*docs[BLOCK - 1 : -1 : BLOCK], docs[-1]]
    per_block = [min(BLOCK, len(docs) - start) for start in range(0, len(docs), BLOCK)]
    assert out.ends[3] == sum(n * width for n, width in zip(per_block, widths, strict=True))


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
