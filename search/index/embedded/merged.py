"""The stories of several segments, without the dead, as those of one."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from ...schema import FACETS
from ..row import Value
from .facet_column import FacetColumn, facet_values, make_facet
from .group import Ints
from .segment import Segment
from .stories import (
    Speech,
    Stories,
    StoryBlock,
    pack_block,
    starts_of,
)


class Part(NamedTuple):
    """A segment to merge: the numbers of its living, in order, and for each of its stories its
    number in the merged segment, -1 for the dead."""

    segment: Segment
    living: Ints
    numbers: Ints


def merge_stories(parts: Sequence[Part]) -> Stories:
    def joined(name: str) -> Ints:
        return np.concatenate([getattr(p.segment, name)[..., p.living] for p in parts], axis=-1)

    runs = [_take(*part.segment.sentences, part.living) for part in parts]
    return Stories(
        ids=[one for part in parts for one in part.segment.ids.take(part.living)],
        headlines=[one for part in parts for one in part.segment.headlines.take(part.living)],
        hashes=joined("id_hashes"),
        days=joined("days"),
        certain=joined("certain"),
        lengths=np.ascontiguousarray(joined("lengths")),
        sentences=np.concatenate([run for run, _ in runs]),
        sentences_at=starts_of(np.concatenate([sizes for _, sizes in runs])),
        speech=_merge_speech(parts),
        facets={name: _merge_facet(name, parts) for name in FACETS},
    )


def _take(values: Ints, at: Ints, living: Ints) -> tuple[Ints, Ints]:
    """The runs of the living, and their sizes."""
    sizes = (at[1:] - at[:-1])[living]
    starts = np.cumsum(sizes) - sizes
    chosen = np.repeat(at[:-1][living] - starts, sizes) + np.arange(int(sizes.sum()))
    return values[chosen], sizes


def _merge_speech(parts: Sequence[Part]) -> Speech:
    names: dict[str, int] = {}
    columns: dict[str, list[Ints]] = {name: [] for name in ("first", "stop", "speaker", "kind")}
    sizes = []
    for part in parts:
        speech = part.segment.speech
        renumbered = [names.setdefault(name, len(names)) for name in speech.names] + [-1]
        for name, kept in columns.items():
            taken, per_story = _take(getattr(speech, name), speech.at, part.living)
            kept.append(np.array(renumbered, np.int32)[taken] if name == "speaker" else taken)
        sizes.append(per_story)
    joined = {name: np.concatenate(kept) for name, kept in columns.items()}
    return Speech(starts_of(np.concatenate(sizes)), **joined, names=list(names))


def _merge_facet(name: str, parts: Sequence[Part]) -> FacetColumn:
    numbers: dict[Value, int] = {}
    ids, sizes = [], []
    for part in parts:
        facet = part.segment.facet(name)
        per_story, taken = facet_values(facet, part.living)
        used = np.unique(taken)
        renumbered = np.zeros(len(facet.values), np.int32)
        renumbered[used] = [numbers.setdefault(facet.values[n], len(numbers)) for n in used]
        ids.append(renumbered[taken])
        sizes.append(per_story)
    return make_facet(list(numbers), np.concatenate(sizes), np.concatenate(ids))


def living_blocks(parts: Sequence[Part]) -> Iterator[StoryBlock]:
    """The living stories; blocks without dead ones stay packed as they are."""
    return chain.from_iterable(map(_living_blocks, parts))


def _living_blocks(part: Part) -> Iterator[StoryBlock]:
    for first, packed in part.segment.story_blocks():
        records = packed.count
        numbers = part.numbers[first : first + records]
        if (numbers >= 0).all():
            yield packed
        elif (numbers >= 0).any():
            held = packed.unpack()
            yield pack_block([held[n] for n in np.flatnonzero(numbers >= 0)])
