"""The stories of several segments, without the dead, as those of one."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..row import Value
from .blocks import Blocks
from .columns import ColumnsWriter
from .distinct import Distinct
from .facet_column import FacetColumn, facet_values, make_facet
from .runs import Ints, Texts, keep_runs, starts_of
from .segment import Segment
from .stories import Speech, Stories

_READ = 2_000  # blocks of stories that are read before their memory is given back


@dataclass(frozen=True, slots=True)
class Part:
    """A segment to merge: the numbers of its living, in order, and for each of its stories its
    number in the merged segment, -1 for the dead. It is the Rows of the living, each array made
    when it is asked for."""

    segment: Segment
    living: Ints
    numbers: Ints

    @property
    def ids(self) -> Texts:
        return self.segment.ids.keep(self.numbers >= 0)

    @property
    def headlines(self) -> Texts:
        return self.segment.headlines.keep(self.numbers >= 0)

    @property
    def hashes(self) -> Ints:
        return self.segment.id_hashes[self.living]

    @property
    def days(self) -> Ints:
        return self.segment.days[self.living]

    @property
    def certain(self) -> Ints:
        return self.segment.certain[self.living]

    @property
    def lengths(self) -> Ints:
        return self.segment.lengths[:, self.living]

    @property
    def sentences(self) -> Ints:
        return keep_runs(*self.segment.sentences, self.numbers >= 0)[0]

    @property
    def sentence_sizes(self) -> Ints:
        return np.diff(self.segment.sentences[1])[self.living]


def merge_stories(out: ColumnsWriter, parts: Sequence[Part]) -> Stories:
    """What is to be written of the living stories of all parts."""
    return Stories(
        parts,
        speech=lambda: _merge_speech(parts),
        facet=lambda name: _merge_facet(name, parts),
        blocks=lambda: _merge_blocks(out, parts),
    )


def _merge_speech(parts: Sequence[Part]) -> Speech:
    names: Distinct[str] = Distinct()
    columns, sizes, asides, before = [], [], [], 0
    for part in parts:
        speech, kept = part.segment.speech, part.numbers >= 0
        renumbered = np.append(names.numbers(list(speech.names)), np.int32(-1))
        arrays = speech.first, speech.stop, renumbered[speech.speaker], speech.kind
        columns.append([keep_runs(array, speech.at, kept)[0] for array in arrays])
        of_each = np.diff(speech.at)
        sizes.append(of_each[kept])
        is_kept = np.repeat(kept, of_each)
        numbers = np.cumsum(is_kept, dtype=np.int32) - 1 + np.int32(before)
        held = is_kept[speech.aside_of]
        rows = numbers[speech.aside_of], speech.aside_first, speech.aside_stop
        asides.append([array[held] for array in rows])
        before += int(is_kept.sum())
    joined = [np.concatenate(some) for one in (columns, asides) for some in zip(*one, strict=True)]
    return Speech._make((starts_of(np.concatenate(sizes)), *joined, list(names)))


def _merge_facet(name: str, parts: Sequence[Part]) -> FacetColumn:
    numbers: Distinct[Value] = Distinct()
    ids, sizes = [], []
    for part in parts:
        facet = part.segment.facet(name)
        per_story, taken = facet_values(facet, part.living)
        used = np.unique(taken)
        renumbered = np.zeros(len(facet.values), np.int32)
        renumbered[used] = numbers.numbers([facet.values[n] for n in used.tolist()])
        ids.append(renumbered[taken])
        sizes.append(per_story)
    return make_facet(list(numbers), np.concatenate(sizes), np.concatenate(ids))


def _merge_blocks(out: ColumnsWriter, parts: Sequence[Part]) -> Blocks:
    """The living stories; blocks without dead ones stay packed as they are."""
    blocks = Blocks(out.folder)
    for part in parts:
        for number, (first, packed) in enumerate(part.segment.story_blocks()):
            if number % _READ == 0:
                part.segment.columns.release()
            alive = part.numbers[first : first + packed.count] >= 0
            if alive.all():
                blocks.add_packed(packed)
            elif alive.any():
                held = packed.unpack()
                blocks.add(held[n] for n in np.flatnonzero(alive).tolist())
    return blocks
