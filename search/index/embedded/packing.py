"""Packing: from occurrences of terms to the arrays of a group, some terms at a time."""

from collections.abc import Sequence

import numpy as np

from ...kernels.bits import width_of
from ...kernels.lists import BLOCK, RARE
from ...kernels.packing import Counts, Packed, pack_terms
from ...kernels.sorting import ZONE_BITS, Occurrences
from .columns import ColumnsWriter
from .runs import Ints, join_texts, starts_of
from .spool import Spool


class GroupPacker:
    """Takes a group's terms in order, in runs, and keeps what their arrays will hold."""

    def __init__(self, out: ColumnsWriter, name: str, zones: int) -> None:
        self._out = out
        self.name = name
        self._zones = zones
        slots = np.full(1024, -1, np.int32)
        self._counts = Counts(np.zeros((RARE, zones), np.int32), slots, np.zeros(1, np.int64))
        self._texts, self._codes = out.spool(np.uint8), out.spool(np.uint8)
        self._bits = {name: Bits(out) for name in ("docs", "places")}
        self._columns: dict[str, list[Ints]] = {}
        self._postings = 0

    def add(self, texts: Sequence[bytes], surfaces: Ints, which: Ints, found: Occurrences) -> None:
        """The next terms, in order of their text, and how many surfaces each has; ``which`` is the
        number of each surface of ``found`` among its term's."""
        if not texts:
            return
        form_bits = _bits_for(surfaces)
        self._begin(texts, form_bits)
        self._pack(found, which, form_bits, -1)

    def begin_long(self, text: bytes, surfaces: int) -> None:
        """The next term, alone, whose occurrences come in several runs."""
        self._begin([text], _bits_for(np.array([surfaces])))

    def add_long(self, which: Ints, found: Occurrences, base: int) -> None:
        """Some of its occurrences, in whole blocks but for the last run; ``base`` is the document
        before, -1 at first."""
        self._pack(found, which, self._columns["form_bits"][-1], base)
        if base >= 0:
            for name in ("sizes", "with_zone"):
                more = self._columns[name].pop()
                self._columns[name][-1] += more

    def write(self) -> None:
        """Write the group's arrays; nothing where it has no terms."""
        if not self._texts.size:
            return
        out, name = self._out, self.name
        rows = [self._counts.rows, *self._columns.pop("rare_counts", [])]
        out.add_spool(f"{name}.terms", self._texts)
        out.pack(f"{name}.terms.at", starts_of(np.concatenate(self._columns.pop("text_sizes"))))
        out.pack(f"{name}.counts", np.concatenate(rows))
        for column in _COLUMNS:
            out.pack(f"{name}.{column}", np.concatenate(self._columns.pop(column)))
        out.add_spool(f"{name}.codes", self._codes)
        for bits in self._bits:
            out.add_spool(f"{name}.{bits}", self._bits[bits].finish())

    def _begin(self, texts: Sequence[bytes], form_bits: Ints) -> None:
        joined = join_texts(texts)
        self._texts.put(joined.run)
        self._keep(text_sizes=joined.sizes, form_bits=form_bits)

    def _pack(self, found: Occurrences, which: Ints, form_bits: Ints, base: int) -> None:
        out = self._room(found, which)
        pack_terms(found, which, form_bits, base, self._counts, out)
        postings, rare, blocks, *bits = out.ends.tolist()
        self._codes.put(out.codes[:postings])
        self._bits["docs"].put(out.docs, bits[0])
        self._bits["places"].put(out.places, bits[1])
        self._keep(
            sizes=out.sizes,
            with_zone=out.with_zone,
            lasts=out.lasts[:blocks].copy(),
            widths=out.widths[:blocks].copy(),
            words=out.words[:blocks].astype(np.int32),
            rare=out.rare[:rare] + self._postings,
            rare_counts=out.rare_counts[:rare].copy(),
        )
        self._postings += postings

    def _room(self, found: Occurrences, which: Ints) -> Packed:
        """Room for what the occurrences can take at most; what is not written takes no memory."""
        terms, most = found.starts.size, found.where.size
        blocks = terms + most // BLOCK
        width = width_of(int(found.where.max(initial=0)) >> ZONE_BITS)
        depth = width_of(int(found.places.max(initial=0))) + width_of(int(which.max(initial=0)))
        return Packed(
            sizes=np.zeros(terms, np.int64),
            with_zone=np.zeros((terms, self._zones), np.int32),
            codes=np.empty(most, np.uint8),
            rare=np.empty(most, np.int64),
            rare_counts=np.empty((most, self._zones), np.int32),
            lasts=np.empty(blocks, np.int32),
            widths=np.empty((blocks, 2), np.uint8),
            words=np.empty(blocks, np.int64),
            docs=self._bits["docs"].room(most * width),
            places=self._bits["places"].room(most * depth),
            ends=np.array([0, 0, 0, self._bits["docs"].at, self._bits["places"].at]),
        )

    def _keep(self, **parts: Ints) -> None:
        for name, part in parts.items():
            self._columns.setdefault(name, []).append(part)


# arrays of a group that are read as a whole; see docs/index-format.md
_COLUMNS = ("form_bits", "sizes", "with_zone", "lasts", "widths", "words", "rare")


class Bits:
    """Bits that are written a run at a time; ``at`` is where the next go in the word that is not
    full yet."""

    def __init__(self, out: ColumnsWriter) -> None:
        self._spool = out.spool(np.uint64)
        self._word = np.zeros(1, np.uint64)
        self.at = 0

    def room(self, bits: int) -> Ints:
        """Zeros for so many more bits, behind those of the word that is not full."""
        words = np.zeros((self.at + bits) // 64 + 2, np.uint64)
        words[0] = self._word[0]
        return words

    def put(self, words: Ints, stop: int) -> None:
        """Keep what was written, up to this bit."""
        whole = stop // 64
        self._spool.put(words[:whole])
        self._word = words[whole : whole + 1].copy()
        self.at = stop % 64

    def finish(self) -> Spool:
        """All words, and one more, as a number is read from two."""
        self._spool.put(np.append(self._word, np.uint64(0)))
        return self._spool


def _bits_for(surfaces: Ints) -> Ints:
    """How many bits say which of so many surfaces it is."""
    return np.asarray(np.frexp(np.maximum(surfaces - 1, 0))[1], np.uint8)
