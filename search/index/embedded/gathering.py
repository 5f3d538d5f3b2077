"""Gathering: what several segments have of some terms, put in order together."""

from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import groupby, repeat
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from ...kernels.sorting import Occurrences, sort_lists
from .group import Group, Ints
from .runs import starts_of
from .texts import TextColumn

TERM = 30  # occurrences that take as much memory as a term


class Source(NamedTuple):
    """A group of a segment; what number each of its stories gets, -1 for the dead; and what number
    each of its forms has among those of all segments."""

    group: Group
    docs: Ints
    forms: Ints


class Run(NamedTuple):
    """Some terms in order, and which number each has in each segment: (terms, segments), -1 where
    it is not there; a segment's terms of a run are neighbours. How much memory they take, in
    occurrences."""

    texts: list[bytes]
    numbers: Ints
    size: int


def merge_texts(columns: Sequence[TextColumn]) -> Iterator[tuple[bytes, int, int]]:
    """The texts of all columns in order: a text, which column has it, and its number there."""
    walks = (
        zip(column.walk(), repeat(n), range(len(column)), strict=False)
        for n, column in enumerate(columns)
    )
    return merge(*walks, key=itemgetter(0))


def find_runs(groups: Sequence[Group], most: int) -> Iterator[Run]:
    """All terms of the groups in order, so many at a time as have about ``most`` occurrences."""
    texts: list[bytes] = []
    rows: list[list[int]] = []
    size = 0
    totals = [group.totals for group in groups]
    merged = merge_texts([group.terms for group in groups])
    for text, places in groupby(merged, key=itemgetter(0)):
        row, total = [-1] * len(groups), TERM
        for _, segment, number in places:
            row[segment] = number
            total += int(totals[segment][number])
        if texts and size + total > most:
            yield Run(texts, np.array(rows, np.int64), size)
            texts, rows, size = [], [], 0
        texts.append(text)
        rows.append(row)
        size += total
    if texts:
        yield Run(texts, np.array(rows, np.int64), size)


class Layout(NamedTuple):
    """A run's surfaces are numbered through: those of the first segment, then those of the second,
    and so on. ``bases`` is where each segment's start, and the last end; ``firsts`` is the number
    that each of these has in its segment."""

    bases: Ints
    firsts: Ints


def lay_out(run: Run, sources: Sequence[Source]) -> Layout:
    """The surfaces of a run's terms."""
    spans = [_surfaces(held, source) for held, source in zip(run.numbers.T, sources, strict=True)]
    bases = starts_of(np.array([last - first for first, last in spans], np.int64))
    return Layout(bases, np.array([first for first, _ in spans], np.int64))


def gather(run: Run, sources: Sequence[Source], layout: Layout) -> Occurrences:
    """All living occurrences of a run's terms; there may be terms without any."""
    per_term = np.zeros(len(run.texts), np.int64)
    for held, source in zip(run.numbers.T, sources, strict=True):
        present = held >= 0
        per_term[present] += source.group.totals[held[present]]
    found = make_room(per_term)
    for n, source in enumerate(sources):
        _sort(source, _rows(run, source, n, layout), found)
    return found


def gather_long(
    run: Run, sources: Sequence[Source], layout: Layout, most: int
) -> Iterator[Occurrences]:
    """The same of a run of one term, about ``most`` occurrences at a time."""
    for n, source in enumerate(sources):
        for row in _rows(run, source, n, layout):
            first = source.group.table[row[0], 1]
            words = source.group.words[first : first + row[2]]
            for start, stop in cut(words, most):
                found = make_room(words[start:stop].sum(keepdims=True))
                row[1:3] = start, stop
                _sort(source, row[None], found)
                yield found


def cut(sizes: Ints, most: int) -> Iterator[tuple[int, int]]:
    """First and last of so many neighbours as have at most so much together, or of one."""
    ends, first = starts_of(sizes), 0
    while first < sizes.size:
        stop = max(first + 1, int(np.searchsorted(ends, ends[first] + most, "right")) - 1)
        yield first, stop
        first = stop


def make_room(per_term: Ints) -> Occurrences:
    """Room for so many occurrences of each term; there are none yet."""
    starts = starts_of(per_term)
    kinds = np.int64, np.int32, np.int32
    columns = (np.empty(starts[-1], kind) for kind in kinds)
    return Occurrences(starts[:-1], starts[:-1].copy(), *columns)


def _surfaces(held: Ints, source: Source) -> tuple[int, int]:
    """The first surface of a run's terms in a segment, and the one behind the last."""
    present = held[held >= 0]
    if not present.size:
        return 0, 0
    starts = source.group.forms.starts
    return int(starts[present[0]]), int(starts[present[-1] + 1])


def _rows(run: Run, source: Source, segment: int, layout: Layout) -> Ints:
    """The rows that ``sort_lists`` wants for a run's terms in a segment, checked."""
    held = run.numbers[:, segment]
    present = np.flatnonzero(held >= 0)
    rows = np.zeros((present.size, 5), np.int64)
    if present.size:
        group, terms = source.group, held[present]
        group.check_run(int(terms[0]), int(terms[-1]) + 1)
        rows[:, 0], rows[:, 3] = terms, present
        rows[:, 2] = group.table[terms + 1, 1] - group.table[terms, 1]
        shift = layout.bases[segment] - layout.firsts[segment]
        rows[:, 4] = group.forms.starts[terms] + shift
    return rows


def _sort(source: Source, rows: Ints, found: Occurrences) -> None:
    group = source.group
    sort_lists(group.lists, group.table, group.form_bits, rows, source.docs, found)


def living_terms(texts: Sequence[bytes], found: Occurrences) -> tuple[list[bytes], Occurrences]:
    """The terms that have occurrences, and these."""
    lives = found.stops > found.starts
    kept = [text for text, is_alive in zip(texts, lives.tolist(), strict=True) if is_alive]
    return kept, found._replace(starts=found.starts[lives], stops=found.stops[lives])
