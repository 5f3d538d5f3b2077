"""Group: the words of some zones of all stories of a segment, with their posting lists.

The headline, standfirst and body are the three zones of one group, so that a word looked for in
all of them is one list; each name field is a group of one zone. In the text group every term also
has its surfaces: the words printed that it stands for, each with its folded form.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...kernels.forms import count_forms
from ...kernels.lexicon import find_neighbours, find_text
from ...kernels.lists import Lists, counts_at, decode_list, decode_places, decode_terms
from .columns import Columns

Ints = NDArray[Any]
TEXT = "text"  # the group of headline, standfirst and body


class Found(NamedTuple):
    """A term of a group: its number, and where its list stands."""

    term: int
    posting: int
    block: int
    size: int  # documents
    with_zone: Ints  # documents that have it in each zone
    form_bits: int


class Occurrences(NamedTuple):
    """Each occurrence of a term, in order: document, zone, place in the zone, surface."""

    docs: Ints
    zones: Ints
    places: Ints
    forms: Ints


class Tokens(NamedTuple):
    """Occurrences of several terms, in order of document, zone and place for each: the term's
    number, the document, the zone, the place in the zone, which surface of the term."""

    terms: Ints
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

    def find(self, term: str) -> Found | None:
        """A term by its text."""
        if self.is_empty:
            return None
        number = _find(self._terms, term.encode())
        if number < 0:
            return None
        return self.found(number)

    def found(self, term: int) -> Found:
        """A term by its number; its list is checked."""
        (posting, block), (last_posting, last_block) = self.table[term : term + 2].tolist()
        self._check(posting, last_posting, block, last_block)
        bits = int(self.form_bits[term])
        return Found(term, posting, block, last_posting - posting, self._with_zone[term], bits)

    @property
    def terms(self) -> int:
        """How many terms there are."""
        return 0 if self.is_empty else self.table.shape[0] - 1

    def term(self, number: int) -> str:
        """A term's text."""
        return _text(self._terms, number)

    def terms_from(self, begins: str) -> int:
        """The number of the first term that is not before this text."""
        return 0 if self.is_empty else int(find_text(*self._terms, _bytes(begins)))

    @cached_property
    def lists(self) -> Lists:
        """The arrays that kernels walk."""
        arrays = {
            name: self._columns.array(f"{self.name}.{name}", checked=name in _WHOLE)
            for name in Lists._fields
        }
        return Lists(**arrays)

    def postings(self, found: Found) -> tuple[Ints, Ints]:
        """The documents of a term and (documents, zones) of how often it stands there."""
        docs = np.empty(found.size, np.int32)
        counts = np.empty((found.size, self.lists.counts.shape[1]), np.int32)
        decode_list(self.lists, found.posting, found.block, found.size, docs, counts)
        return docs, counts

    def counts_at(self, found: Found, docs: Ints) -> Ints:
        """(documents, zones) of how often a term stands in these documents, in order."""
        out = np.zeros((docs.size, self.lists.counts.shape[1]), np.int32)
        counts_at(self.lists, found.posting, found.block, found.size, docs, out)
        return out

    def counts_of(self, found: Found, flags: Ints) -> tuple[Ints, Ints]:
        """As ``postings``, but only of the surfaces whose flags are set."""
        docs = np.empty(found.size + 1, np.int32)
        counts = np.empty((found.size + 1, self.lists.counts.shape[1]), np.int32)
        n = count_forms(self.lists, *found[1:4], found.form_bits, flags, docs, counts)
        return docs[:n], counts[:n]

    def check_terms(self, terms: Ints) -> int:
        """Check the lists of these terms; how many postings they have together."""
        if not terms.size:
            return 0
        first, last = int(terms.min()), int(terms.max()) + 1
        is_run = last - first <= 4 * terms.size
        for start, stop in [(first, last)] if is_run else [(n, n + 1) for n in terms.tolist()]:
            (posting, block), (last_posting, last_block) = self.table[[start, stop]].tolist()
            self._check(posting, last_posting, block, last_block)
        return int((self.table[terms + 1, 0] - self.table[terms, 0]).sum())

    def occurrences(self, found: Found) -> Occurrences:
        """Everywhere that a term stands."""
        total = int(self.totals[found.term])
        docs, places = np.empty(total, np.int32), np.empty(total, np.int32)
        zones, forms = np.empty(total, np.uint8), np.empty(total, np.int32)
        decode_places(self.lists, *found[1:4], found.form_bits, docs, zones, places, forms)
        return Occurrences(docs, zones, places, forms)

    def tokens(self, first: int, stop: int) -> Tokens:
        """Every occurrence of the terms from ``first`` up to ``stop``."""
        (posting, block), (last_posting, last_block) = self.table[[first, stop]].tolist()
        self._check(posting, last_posting, block, last_block)
        total = int(self.totals[first:stop].sum())
        terms, docs, places, forms = (np.empty(total, np.int32) for _ in range(4))
        zones = np.empty(total, np.uint8)
        table = self.table
        decode_terms(
            self.lists, table, self.form_bits, first, stop, terms, docs, zones, places, forms
        )
        return Tokens(terms, docs, zones, places, forms)

    # the words as printed, which the text group has beside its terms

    @property
    def has_forms(self) -> bool:
        """Whether terms and forms differ here."""
        return f"{self.name}.forms" in self._columns

    def forms(self, begins: str) -> Iterator[tuple[int, str]]:
        """The folded forms that begin so, with their numbers."""
        prefix = begins.encode()
        number = int(find_text(*self._forms, _bytes(begins)))
        while number < self._forms[1].size - 1:
            text = _raw(self._forms, number)
            if not text.startswith(prefix):
                return
            yield number, text.decode()
            number += 1

    def forms_near(self, form: str) -> list[tuple[int, str]]:
        """The folded forms at most one edit away, with their numbers."""
        texts = self._forms
        out = np.empty(texts[1].size, np.int32)
        letters = np.array(list(map(ord, form)), np.int32)
        n = find_neighbours(*texts, letters, out)
        return [(int(number), _text(texts, number)) for number in out[:n]]

    def find_form(self, form: str) -> int:
        """The number of a folded form; -1 where there is none."""
        return -1 if self.is_empty else _find(self._forms, form.encode())

    def form_zones(self, form: int) -> int:
        """A bit for each zone in which the form stands somewhere."""
        return int(self._form_zones[form]) if self.has_forms else 1

    def form_term(self, form: int) -> int:
        """The number of the term that a form belongs to."""
        return int(self._form_terms[form]) if self.has_forms else form

    def surfaces(self, term: int) -> list[tuple[int, str]]:
        """What a term's occurrences may be printed as: the number of the form, and the word."""
        first, last = int(self._surface_at[term]), int(self._surface_at[term + 1])
        return [(int(self._surface_forms[n]), _text(self._surfaces, n)) for n in range(first, last)]

    def printed(self, term: int) -> list[tuple[str, str]]:
        """The same with the form's text."""
        return [(_text(self._forms, form), word) for form, word in self.surfaces(term)]

    @property
    def surface_count(self) -> int:
        """How many surfaces all terms have together; 0 where terms have none."""
        return int(self._surface_forms.size) if self.has_forms else 0

    @cached_property
    def surface_starts(self) -> Ints:
        """The number of each term's first surface."""
        return self._surface_at if self.has_forms else np.zeros(self.terms + 1, np.int64)

    def surface(self, number: int) -> tuple[str, str]:
        """A surface's form and word."""
        return _text(self._forms, int(self._surface_forms[number])), _text(self._surfaces, number)

    def surface_forms(self, term: int) -> Ints:
        """The number of the form of each surface of a term."""
        return self._surface_forms[self._surface_at[term] : self._surface_at[term + 1]]

    def flags_of(self, forms: Ints, terms: Ints) -> tuple[Ints, Ints]:
        """For each form and its term, -1 where there is none, which of the term's surfaces have
        the form: flags one after another, and where each term's start."""
        if not self.has_forms:
            return np.ones(forms.size, np.uint8), np.arange(forms.size + 1)
        starts = np.where(terms >= 0, self._surface_at[terms], 0)
        sizes = np.where(terms >= 0, self._surface_at[terms + 1] - starts, 0)
        at = np.zeros(forms.size + 1, np.int64)
        np.cumsum(sizes, out=at[1:])
        surfaces = np.repeat(starts - at[:-1], sizes) + np.arange(at[-1])
        flags = self._surface_forms[surfaces] == np.repeat(forms, sizes)
        return flags.astype(np.uint8), at

    def _check(self, posting: int, last_posting: int, block: int, last_block: int) -> None:
        """Check the bytes of some neighbouring lists."""
        check, name, blocks = self._columns.check, self.name, self.lists.blocks
        check(f"{name}.codes", posting, last_posting)
        check(f"{name}.blocks", max(block - 1, 0), min(last_block + 1, blocks.shape[0]), 3)
        first = (blocks[block] >> 12).tolist()  # 64-bit words: 6 bits of width, 6 of the bit in it
        if last_block < blocks.shape[0]:
            stops = (blocks[last_block] >> 12).tolist()
        else:
            stops = [0, self.lists.docs.size, self.lists.places.size]
        check(f"{name}.docs", first[1], min(stops[1] + 1, self.lists.docs.size))
        check(f"{name}.places", first[2], min(stops[2] + 1, self.lists.places.size))

    def _array(self, name: str) -> Ints:
        return self._columns.array(f"{self.name}.{name}")

    def _texts(self, name: str) -> tuple[Ints, Ints]:
        return self._array(name), self._array(f"{name}.at")

    @cached_property
    def _terms(self) -> tuple[Ints, Ints]:
        return self._texts("terms")

    @cached_property
    def table(self) -> Ints:
        """Where each term's postings and blocks start."""
        return self._array("table")

    @cached_property
    def _with_zone(self) -> Ints:
        return self._array("with_zone")

    @cached_property
    def totals(self) -> Ints:
        """How often each term occurs."""
        return self._array("totals")

    @cached_property
    def form_bits(self) -> Ints:
        """How many bits of an occurrence say which surface it is."""
        return self._array("form_bits")

    @cached_property
    def _forms(self) -> tuple[Ints, Ints]:
        return self._texts("forms") if self.has_forms else self._terms

    @cached_property
    def _form_terms(self) -> Ints:
        return self._array("forms.term")

    @cached_property
    def _form_zones(self) -> Ints:
        return self._array("forms.zones")

    @cached_property
    def _surfaces(self) -> tuple[Ints, Ints]:
        return self._texts("surfaces")

    @cached_property
    def _surface_forms(self) -> Ints:
        return self._array("surfaces.form")

    @cached_property
    def _surface_at(self) -> Ints:
        return self._array("surfaces.first")


_WHOLE = {"counts", "rare"}  # arrays that are checked at once, being small


def _bytes(text: str) -> Ints:
    return np.frombuffer(bytearray(text.encode()), np.uint8)


def _raw(texts: tuple[Ints, Ints], number: int) -> bytes:
    run, at = texts
    return run[at[number] : at[number + 1]].tobytes()


def _text(texts: tuple[Ints, Ints], number: int) -> str:
    return _raw(texts, number).decode()


def _find(texts: tuple[Ints, Ints], wanted: bytes) -> int:
    run, at = texts
    number = int(find_text(run, at, np.frombuffer(bytearray(wanted), np.uint8)))
    if number < at.size - 1 and run[at[number] : at[number + 1]].tobytes() == wanted:
        return number
    return -1
