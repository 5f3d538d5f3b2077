"""Merging: several segments, without their dead, as one. Work is done on some millions of
occurrences at a time, and what is done waits on disk, so that memory stays bounded."""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import numpy as np

from .budget import OCCURRENCES
from .columns import ColumnsWriter
from .gathering import Source, find_runs, gather, lay_out, living_terms
from .merged import Part, merge_stories
from .mixing import TextMerger
from .name_fields import NAME_FIELDS
from .packing import GroupPacker
from .runs import Ints
from .segment import Segment
from .stories import write_stories

_NONE = np.empty(0, np.int32)


def merge_segments(
    file: BinaryIO, segments: Sequence[tuple[Segment, Ints]], folder: Path, most: int = OCCURRENCES
) -> None:
    """Write one segment's file with the living stories of these; about so many occurrences are
    in memory at once, and what is packed waits in ``folder``."""
    parts, size = [], 0
    for segment, living in segments:
        numbers = np.full(segment.stories, -1, np.int32)
        numbers[living] = np.arange(size, size + living.size, dtype=np.int32)
        parts.append(Part(segment, living, numbers))
        size += living.size
    out = ColumnsWriter(file, folder)
    write_stories(out, merge_stories(out, parts))
    TextMerger(out, parts).merge(most)
    for field in NAME_FIELDS:
        _merge_names(out, parts, field.name, most)
    out.finish()


def _merge_names(out: ColumnsWriter, parts: Sequence[Part], name: str, most: int) -> None:
    held = [Source(part.segment.groups[name], part.numbers, _NONE) for part in parts]
    sources = [source for source in held if not source.group.is_empty]
    packer, one = GroupPacker(out, name, 1), np.zeros(1, np.int32)
    for run in find_runs([source.group for source in sources], most):
        texts, found = living_terms(run.texts, gather(run, sources, lay_out(run, sources)))
        packer.add(texts, np.ones(len(texts), np.int64), one, found)
    packer.write()
