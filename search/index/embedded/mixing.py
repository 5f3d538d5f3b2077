"""Mixing: the words of the text groups of several segments as those of one."""

from collections.abc import Sequence
from itertools import compress, groupby, islice
from operator import itemgetter

import numpy as np

from ...kernels.sorting import ZONE_BITS, Occurrences, mark_surfaces, whole_blocks
from .chunk import ZONES
from .columns import ColumnsWriter
from .gathering import (
    Layout,
    Run,
    Source,
    find_runs,
    gather,
    gather_long,
    lay_out,
    living_terms,
    make_room,
    merge_texts,
)
from .group import TEXT, Ints
from .merged import Part
from .packing import GroupPacker
from .printed import SurfacePacker, write_forms
from .runs import Texts, join_texts, starts_of
from .texts import TextColumn

_JOINED = 10_000  # texts that are joined at once


class TextMerger:
    """Merges the text group. Forms are numbered over all segments first, in order; those that no
    living story has are left out in the end."""

    def __init__(self, out: ColumnsWriter, parts: Sequence[Part]) -> None:
        held = [part for part in parts if not part.segment.groups[TEXT].is_empty]
        groups = [part.segment.groups[TEXT] for part in held]
        self._out, self._held = out, held
        self._forms = [group.forms.texts for group in groups]
        numbers, count = _number(self._forms)
        self._sources = [
            Source(group, part.numbers, forms)
            for group, part, forms in zip(groups, held, numbers, strict=True)
        ]
        self._zones = np.zeros(count, np.uint8)  # of each form
        self._terms = np.zeros(count, np.int32)
        self._packer = GroupPacker(out, TEXT, ZONES)
        self._surfaces = SurfacePacker(out)
        self._count = 0  # terms so far

    def merge(self, most: int) -> None:
        """Write the group's arrays, about so many occurrences at a time."""
        for run in find_runs([source.group for source in self._sources], most):
            layout = lay_out(run, self._sources)
            if len(run.texts) == 1 and run.size > most:
                self._add_long(run, layout, most)
            else:
                self._add(run, layout)
            for part in self._held:
                part.segment.columns.release()
        if not self._count:
            return
        self._packer.write()
        alive = self._zones > 0
        write_forms(self._out, self._texts(alive), self._terms[alive], self._zones[alive])
        self._surfaces.write(np.cumsum(alive) - 1)

    def _add(self, run: Run, layout: Layout) -> None:
        texts, found = living_terms(run.texts, gather(run, self._sources, layout))
        masks, owners = np.zeros(layout.bases[-1], np.uint8), np.zeros(layout.bases[-1], np.int32)
        mark_surfaces(found, masks, owners)
        sizes, which = self._spell(layout, masks, owners, len(texts))
        self._packer.add(texts, sizes, which, found)

    def _add_long(self, run: Run, layout: Layout, most: int) -> None:
        """One term that has too many occurrences: they are read twice."""
        masks, owners = np.zeros(layout.bases[-1], np.uint8), np.zeros(layout.bases[-1], np.int32)
        for found in gather_long(run, self._sources, layout, most):
            mark_surfaces(found, masks, owners)
        if not masks.any():
            return
        sizes, which = self._spell(layout, masks, owners, 1)
        self._packer.begin_long(run.texts[0], int(sizes[0]))
        base, rest = -1, make_room(np.zeros(1, np.int64))
        for found in gather_long(run, self._sources, layout, most):
            joined = _join(rest, found)
            whole = whole_blocks(joined.where)
            base = self._add_some(which, _slice(joined, 0, whole), base)
            rest = _slice(joined, whole, joined.where.size)
        self._add_some(which, rest, base)

    def _add_some(self, which: Ints, found: Occurrences, base: int) -> int:
        """Some occurrences of a long term; their last document, or ``base``."""
        if not found.where.size:
            return base
        self._packer.add_long(which, found, base)
        return int(found.where[-1]) >> ZONE_BITS

    def _spell(self, layout: Layout, masks: Ints, owners: Ints, terms: int) -> tuple[Ints, Ints]:
        """Keep the surfaces that occur; ``owners`` are their terms. How many each term has, and of
        each its number among its term's."""
        found: list[tuple[int, int, str, int]] = []  # term, form, as printed, surface
        for source, base, stop, first in zip(
            self._sources, layout.bases[:-1], layout.bases[1:], layout.firsts, strict=True
        ):
            used = base + np.flatnonzero(masks[base:stop])
            numbers = used - base + first
            forms = source.forms[source.group.forms.forms_of(numbers)]
            np.bitwise_or.at(self._zones, forms, masks[used])
            self._terms[forms] = self._count + owners[used]
            words = source.group.forms.printed(numbers)
            columns = owners[used].tolist(), forms.tolist(), words, used.tolist()
            found += zip(*columns, strict=True)
        self._count += terms
        return self._number(found, masks.size, terms)

    def _number(
        self, found: Sequence[tuple[int, int, str, int]], surfaces: int, terms: int
    ) -> tuple[Ints, Ints]:
        ordered = sorted({row[:3] for row in found})
        sizes = np.bincount([term for term, _, _ in ordered], minlength=terms)
        starts = starts_of(sizes)
        place = {row: n - int(starts[row[0]]) for n, row in enumerate(ordered)}
        which = np.zeros(surfaces, np.int32)
        which[[row[3] for row in found]] = [place[row[:3]] for row in found]
        forms = np.array([form for _, form, _ in ordered], np.int32)
        self._surfaces.add([word.encode() for _, _, word in ordered], forms, sizes)
        return sizes, which

    def _texts(self, alive: Ints) -> Texts:
        """The texts of the forms that are left."""
        texts = (text for text, _ in groupby(merge_texts(self._forms), key=itemgetter(0)))
        kept = compress(texts, alive.tolist())
        parts = [join_texts(some) for some in iter(lambda: list(islice(kept, _JOINED)), [])]
        return Texts(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))


def _join(one: Occurrences, other: Occurrences) -> Occurrences:
    """The occurrences of one term, in two parts, as one."""
    ends = one.stops[0], other.stops[0]
    where, places, surfaces = (
        np.concatenate([column[:end] for column, end in zip(pair, ends, strict=True)])
        for pair in zip(_columns(one), _columns(other), strict=True)
    )
    return Occurrences(one.starts, one.stops + other.stops, where, places, surfaces)


def _slice(found: Occurrences, first: int, stop: int) -> Occurrences:
    """Some occurrences of one term."""
    where, places, surfaces = (column[first:stop].copy() for column in _columns(found))
    return Occurrences(found.starts, np.array([stop - first]), where, places, surfaces)


def _columns(found: Occurrences) -> tuple[Ints, Ints, Ints]:
    return found.where, found.places, found.surfaces


def _number(forms: Sequence[TextColumn]) -> tuple[list[Ints], int]:
    """A number for each text of the columns, in order: the same for the same text; how many."""
    numbers = [np.empty(len(column), np.int32) for column in forms]
    count, last = 0, None
    for text, column, number in merge_texts(forms):
        count += text != last
        last = text
        numbers[column][number] = count - 1
    return numbers, count
