"""Merging: several segments, without their dead, as one. Work is done on some millions of
occurrences at a time, so that memory stays bounded."""

from collections.abc import Iterator, Sequence
from heapq import merge
from operator import itemgetter
from typing import BinaryIO, NamedTuple

import numpy as np

from ...kernels.packing import mark_surfaces
from ...schema import TEXT_FIELDS
from .columns import ColumnsWriter
from .draft import NAME_FIELDS
from .group import TEXT, Group, Ints, Tokens
from .merged import Part, living_blocks, merge_stories
from .packing import GroupPacker, write_surfaces
from .segment import Segment
from .stories import starts_of, write_stories

CHUNK = 4_000_000  # occurrences in memory at once


def merge_segments(file: BinaryIO, segments: Sequence[tuple[Segment, Ints]]) -> int:
    """Write one segment's file with the living stories of these; how many they are."""
    parts, size = [], 0
    for segment, living in segments:
        numbers = np.full(segment.stories, -1, np.int32)
        numbers[living] = np.arange(size, size + living.size, dtype=np.int32)
        parts.append(Part(segment, living, numbers))
        size += living.size
    out = ColumnsWriter(file)
    write_stories(out, merge_stories(parts), living_blocks(parts))
    _merge_words(out, parts)
    for field in NAME_FIELDS:
        packer = GroupPacker(field.name, 1)
        for run in _runs([part.segment.groups[field.name] for part in parts]):
            texts, tokens = _living_terms(run, _gather(run, parts, field.name))
            packer.add(texts, np.ones(len(texts), np.int64), tokens)
        packer.write(out)
    out.finish()
    return size


class Run(NamedTuple):
    """Some terms in order, and which number each has in each segment: (terms, segments), -1 where
    it is not there; a segment's terms of a run are neighbours."""

    texts: Sequence[bytes]
    numbers: Ints


def _runs(groups: Sequence[Group]) -> Iterator[Run]:
    """All terms of the groups in order, so many at a time as have CHUNK occurrences."""
    ordered = merge(*(_numbered(group, n) for n, group in enumerate(groups)), key=itemgetter(0))
    texts: list[bytes] = []
    rows: list[list[int]] = []
    size = 0
    for text, segment, number, total in ordered:
        if not texts or texts[-1] != text:
            if size > CHUNK:
                yield Run(texts, np.array(rows, np.int64))
                texts, rows, size = [], [], 0
            texts.append(text)
            rows.append([-1] * len(groups))
        rows[-1][segment] = number
        size += total
    if texts:
        yield Run(texts, np.array(rows, np.int64))


def _numbered(group: Group, segment: int) -> Iterator[tuple[bytes, int, int, int]]:
    totals = [] if group.is_empty else group.totals.tolist()
    for number, total in enumerate(totals):
        yield group.terms.raw(number), segment, number, total


def _gather(run: Run, parts: Sequence[Part], name: str) -> Tokens:
    """The living occurrences of a run's terms; ``forms`` are numbers of surfaces, those of the
    second segment counted on from the first's."""
    found = []
    base = 0
    for at, part in enumerate(parts):
        group = part.segment.groups[name]
        held = run.numbers[:, at]
        present = np.flatnonzero(held >= 0)
        if present.size:
            first, stop = int(held[present[0]]), int(held[present[-1]]) + 1
            tokens = group.tokens(first, stop)
            keep = part.numbers[tokens.docs] >= 0
            terms, docs, zones, places, forms = (column[keep] for column in tokens)
            rank = present[terms - first].astype(np.int32)
            surfaces = (group.forms.starts[terms] + base).astype(np.int32) + forms
            found.append(Tokens(rank, part.numbers[docs], zones, places, surfaces))
        base += group.forms.count
    if not found:
        empty = np.empty(0, np.int32)
        return Tokens(empty, empty, empty.astype(np.uint8), empty, empty)
    return Tokens(*(np.concatenate(columns) for columns in zip(*found, strict=True)))


def _living_terms(run: Run, tokens: Tokens) -> tuple[list[bytes], Tokens]:
    """The terms that have occurrences left, and these numbered by them; one form each."""
    lives = np.bincount(tokens.terms, minlength=len(run.texts)) > 0
    rank = (np.cumsum(lives) - 1).astype(np.int32)
    texts = [text for text, is_alive in zip(run.texts, lives, strict=True) if is_alive]
    zeros = np.zeros(tokens.docs.size, np.int32)
    return texts, tokens._replace(terms=rank[tokens.terms], forms=zeros)


def _merge_words(out: ColumnsWriter, parts: Sequence[Part]) -> None:
    packer = GroupPacker(TEXT, len(TEXT_FIELDS))
    surfaces: list[tuple[int, str, str]] = []  # term, form, word
    zones: dict[str, int] = {}  # of each form
    terms = 0
    for run in _runs([part.segment.groups[TEXT] for part in parts]):
        tokens = _gather(run, parts, TEXT)
        texts, living = _living_terms(run, tokens)
        if not texts:
            continue
        kept, per_term, forms = _living_surfaces(tokens, living.terms, parts)
        packer.add(texts, per_term, living._replace(forms=forms))
        surfaces += [(terms + term, form, word) for term, form, word, _ in kept]
        for _, form, _, mask in kept:
            zones[form] = zones.get(form, 0) | mask
        terms += len(texts)
    packer.write(out)
    ranks = {form: n for n, form in enumerate(sorted(zones, key=str.encode))}
    term_of = {form: term for term, form, _ in surfaces}
    if ranks:
        by_form = [(form, term_of[form], zones[form]) for form in ranks]
        terms_of = np.array([term for term, _, _ in surfaces], np.int32)
        forms_of = np.array([ranks[form] for _, form, _ in surfaces], np.int32)
        write_surfaces(out, by_form, terms_of, forms_of, [word for _, _, word in surfaces])


def _living_surfaces(
    tokens: Tokens, terms: Ints, parts: Sequence[Part]
) -> tuple[list[tuple[int, str, str, int]], Ints, Ints]:
    """The surfaces that occurrences have left: term, form, word and a bit for each zone; how many
    each term has; and for each occurrence the number of its surface in its term."""
    groups = [part.segment.groups[TEXT] for part in parts]
    bases = starts_of(np.array([group.forms.count for group in groups]))
    masks, owners = np.zeros(bases[-1], np.uint8), np.zeros(bases[-1], np.int32)
    mark_surfaces(terms, tokens.zones, tokens.forms, masks, owners)
    used = np.flatnonzero(masks)
    segments = np.searchsorted(bases, used, "right") - 1
    merged: dict[tuple[int, str, str], int] = {}
    living: list[int] = []
    of_used = np.empty(used.size, np.int64)
    for n, (surface, at) in enumerate(zip(used.tolist(), segments.tolist(), strict=True)):
        form, word = groups[at].forms.surface(surface - int(bases[at]))
        place = of_used[n] = merged.setdefault((int(owners[surface]), form, word), len(merged))
        if place == len(living):
            living.append(0)
        living[place] |= int(masks[surface])
    ordered = sorted(merged, key=lambda one: (one[0], one[1].encode(), one[2]))
    per_term = np.bincount([term for term, _, _ in ordered], minlength=int(terms.max()) + 1)
    starts = np.cumsum(per_term) - per_term
    which = np.empty(len(ordered), np.int32)
    for number, one in enumerate(ordered):
        which[merged[one]] = number - starts[one[0]]
    renumbered = np.zeros(bases[-1], np.int32)
    renumbered[used] = which[of_used]
    kept = [(*one, living[merged[one]]) for one in ordered]
    return kept, per_term, renumbered[tokens.forms]
