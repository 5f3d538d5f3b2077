"""Group: the words of some zones of all stories of a segment, with their posting lists.

The headline, standfirst and body are the three zones of one group, so that a word looked for in
all of them is one list; each name field is a group of one zone. In the text group every term also
has its surfaces: the words printed that it stands for, each with its folded form.
"""

from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...kernels.forms import count_forms
from ...kernels.lists import (
    BLOCK,
    Lists,
    PostingList,
    counts_of,
    decode_list,
    decode_places,
    postings_at,
)
from .columns import Columns
from .forms import Forms
from .sought import TEXT as TEXT
from .texts import TextColumn

Ints = NDArray[Any]
KNOWN = 4_096  # terms
_FAR = 16  # terms between two: not worth their checking


class Found(NamedTuple):
    """A term of a group: its number and its list."""

    term: int
    list: PostingList
    with_zone: Ints  # documents that have it in each zone
    form_bits: int


class Occurrences(NamedTuple):
    """Each occurrence of a term, in order: document, zone, place in the zone, surface."""

    docs: Ints
    zones: Ints
    places: Ints
    forms: Ints


class Group:
    """One group of a segment's file."""

    def __init__(self, columns: Columns, name: str) -> None:
        self._columns = columns
        self.name = name
        self.is_empty = f"{name}.terms" not in columns
        self._known: dict[str, Found | None] = {}

    def find(self, term: str) -> Found | None:
        """A term by its text; those asked for lately are known."""
        try:
            return self._known[term]
        except KeyError:
            number = self.terms.find(term)
            found = self.found(number) if number >= 0 else None
        if len(self._known) >= KNOWN:
            self._known = {}
        self._known[term] = found
        return found

    def found(self, term: int) -> Found:
        """A term by its number; its list is checked."""
        (posting, block), (last_posting, last_block) = self.table[term : term + 2].tolist()
        self._check(posting, last_posting, block, last_block)
        bits = int(self.form_bits[term])
        own = PostingList(self.lists, posting, block, last_posting - posting)
        return Found(term, own, self.with_zone[term], bits)

    @cached_property
    def terms(self) -> TextColumn:
        """The terms, in order."""
        if self.is_empty:
            return TextColumn(np.empty(0, np.uint8), np.zeros(1, np.int64))
        return TextColumn(self._array("terms"), self._array("terms.at"))

    @cached_property
    def lists(self) -> Lists:
        """The arrays that kernels walk."""
        docs, places, codes = (
            self._columns.array(f"{self.name}.{name}", checked=False)
            for name in ("docs", "places", "codes")
        )
        blocks = make_blocks(self._sizes, self._array("lasts"), self._array("widths"), self.words)
        counts = self._array("counts")
        sums = counts.sum(axis=1, dtype=np.int32)
        return Lists(docs, places, codes, blocks, counts, self._array("rare"), sums)

    def postings(self, found: Found) -> tuple[Ints, Ints]:
        """The documents of a term and (documents, zones) of how often it stands there."""
        docs = np.empty(found.list.size, np.int32)
        counts = np.empty((found.list.size, self.lists.counts.shape[1]), np.int32)
        decode_list(found.list, docs, counts)
        return docs, counts

    def postings_at(self, found: Found, docs: Ints) -> Ints:
        """The number of a term's posting for each of these documents, in order; -1 for none."""
        out = np.empty(docs.size, np.int64)
        postings_at(found.list, docs, out)
        return out

    def counts_at(self, found: Found, docs: Ints) -> Ints:
        """(documents, zones) of how often a term stands in these documents, in order."""
        out = np.empty((docs.size, self.lists.counts.shape[1]), np.int32)
        counts_of(self.lists, self.postings_at(found, docs), out)
        return out

    def counts_of(self, found: Found, flags: Ints) -> tuple[Ints, Ints]:
        """As ``postings``, but only of the surfaces whose flags are set."""
        docs = np.empty(found.list.size + 1, np.int32)
        counts = np.empty((found.list.size + 1, self.lists.counts.shape[1]), np.int32)
        bits = np.uint8(found.form_bits)  # as kernels have it that call this one
        n = count_forms(found.list, bits, flags, docs, counts)
        return docs[:n], counts[:n]

    def check_terms(self, terms: Ints) -> int:
        """Check the lists of these terms, in order, one perhaps several times; how often all of
        them occur."""
        if not terms.size:
            return 0
        firsts, lasts = terms[:1], terms[-1:]
        if lasts[0] - firsts[0] > _FAR * terms.size:
            gaps = np.flatnonzero(np.diff(terms) > _FAR)
            firsts, lasts = terms[np.append(0, gaps + 1)], terms[np.append(gaps, -1)]
        for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
            self.check_run(first, last + 1)
        is_new = np.append(True, terms[1:] != terms[:-1])
        return int(self.totals[terms[is_new]].sum())

    def occurrences(self, found: Found) -> Occurrences:
        """Everywhere that a term stands."""
        total = int(self.totals[found.term])
        docs, places = np.empty(total, np.int32), np.empty(total, np.int32)
        zones, forms = np.empty(total, np.uint8), np.empty(total, np.int32)
        decode_places(found.list, found.form_bits, docs, zones, places, forms)
        return Occurrences(docs, zones, places, forms)

    def check_run(self, first: int, stop: int) -> None:
        """Check the lists of the terms from ``first`` up to ``stop``."""
        (posting, block), (last_posting, last_block) = self.table[[first, stop]].tolist()
        self._check(posting, last_posting, block, last_block)

    @cached_property
    def forms(self) -> Forms:
        """The words as printed."""
        return Forms(self._columns, self.name, self.terms)

    def _check(self, posting: int, last_posting: int, block: int, last_block: int) -> None:
        """Check the bytes of some neighbouring lists."""
        check, name, blocks = self._columns.check, self.name, self.lists.blocks
        check(f"{name}.codes", posting, last_posting)
        first = (blocks[block] >> 12).tolist()  # 64-bit words: 6 bits of width, 6 of the bit in it
        if last_block < blocks.shape[0]:
            stops = (blocks[last_block] >> 12).tolist()
        else:
            stops = [0, self.lists.docs.size, self.lists.places.size]
        check(f"{name}.docs", first[1], min(stops[1] + 1, self.lists.docs.size))
        check(f"{name}.places", first[2], min(stops[2] + 1, self.lists.places.size))

    def _array(self, name: str) -> Ints:
        return self._columns.array(f"{self.name}.{name}")

    @cached_property
    def table(self) -> Ints:
        """Where each term's postings and blocks start."""
        return make_table(self._sizes)

    @cached_property
    def _sizes(self) -> Ints:
        return self._array("sizes")

    @cached_property
    def words(self) -> Ints:
        """How many occurrences each block has."""
        return self._array("words")

    @cached_property
    def with_zone(self) -> Ints:
        """(terms, zones): how many documents have each term in each zone."""
        return self._array("with_zone")

    @cached_property
    def totals(self) -> Ints:
        """How often each term occurs."""
        return np.add.reduceat(self.words, self.table[:-1, 1], dtype=np.int64)

    @cached_property
    def form_bits(self) -> Ints:
        """How many bits of an occurrence say which surface it is."""
        return self._array("form_bits")


def make_table(sizes: Ints) -> Ints:
    """From how many documents each term has: (terms + 1, 2), where its postings and its blocks
    start, and those of the last end."""
    table = np.zeros((sizes.size + 1, 2), np.int64)
    np.cumsum(sizes, out=table[1:, 0])
    np.cumsum((sizes + (BLOCK - 1)) // BLOCK, out=table[1:, 1])
    return table


def make_blocks(sizes: Ints, lasts: Ints, widths: Ints, words: Ints) -> Ints:
    """The ``blocks`` of Lists: of each its last document, its widths and its occurrences are
    known, and they are packed one behind the other."""
    docs = np.full(lasts.size, BLOCK, np.int64)
    docs[make_table(sizes)[1:, 1] - 1] = (sizes - 1) % BLOCK + 1
    blocks = np.empty((lasts.size, 3), np.int64)
    blocks[:, 0] = lasts
    for column, count in ((1, docs), (2, words)):
        width = widths[:, column - 1].astype(np.int64)
        bits = count * width
        blocks[:, column] = (np.cumsum(bits) - bits) << 6 | width
    return blocks
