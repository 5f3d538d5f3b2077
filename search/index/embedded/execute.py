"""execute: from a query's tree to the stories of one segment that it finds, with their scores.

Words and their combinations are answered by walking posting lists; where words stand is asked only
of the stories that have them (``places``).
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from ...kernels import scores as kernels
from ...query.nodes import (
    And,
    DateRange,
    Everything,
    Fuzzy,
    Node,
    Not,
    Or,
    Prefix,
    Word,
)
from ...query.story import LEAD
from ...schema import FIELDS, TEXT_FIELDS
from ..expansion import expand, fields_of
from ..scoring import Term
from .group import TEXT, Ints
from .hits import Hits, OutOfTime, no_hits
from .places import find_place
from .sought import Sought, sought_of
from .view import Leaf, View
from .weights import Weights

_threads = threading.local()


class Search:
    """What all segments of one search share: the view, the weights, the words of prefixes, and
    when its time is up, on time.perf_counter's clock."""

    def __init__(self, view: View, deadline: float) -> None:
        self.view = view
        self.weights = Weights(view)
        self.deadline = deadline
        self._expansions: dict[Node, list[tuple[Sought, int]]] = {}

    def words(self, node: Word | Prefix | Fuzzy) -> list[tuple[Sought, int]]:
        """The words that a node stands for, each with a bit for each zone to look in."""
        if isinstance(node, Word):
            return [_word(node)]
        if node not in self._expansions:
            found: dict[Sought, int] = {}
            for field in fields_of(node):
                for form in expand(node, field, self.view):
                    sought = sought_of(Term("form", form), field)
                    bit = 1 << TEXT_FIELDS.index(field) if field.is_text else 1
                    found[sought] = found.get(sought, 0) | bit
            self._expansions[node] = list(found.items())
        return self._expansions[node]


class Finder:
    """Finds stories in one segment."""

    def __init__(self, search: Search, leaf: Leaf) -> None:
        self.search = search
        self.leaf = leaf

    def find(self, node: Node, within: Ints | None = None) -> Hits:
        """The stories that the node finds, in order of their numbers, some dead perhaps; with
        ``within``, of these only."""
        if time.perf_counter() > self.search.deadline:
            raise OutOfTime
        match node:
            case Everything():
                return _plain(self._all(within))
            case And(parts):
                return self._find_all_of(parts, within)
            case Or(parts):
                return self._add_up(parts, within)
            case Not(part):
                docs = self._all(within).copy()
                return self._drop(_plain(docs), part)
            case DateRange():
                return _plain(self._in_range(node, within))
            case Word() | Prefix() | Fuzzy() if node.field != LEAD:
                words = self.search.words(node)
                if len(words) == 1:
                    return self._find_word(*words[0], within)
                return self._add_up((node,), within)
        return find_place(self, node, within)

    def _all(self, within: Ints | None) -> Ints:
        return self.leaf.living if within is None else within

    def _find_all_of(self, parts: tuple[Node, ...], within: Ints | None) -> Hits:
        """The rarest part first, so that the others are looked at for its stories only."""
        wanted = sorted((p for p in parts if not isinstance(p, Not)), key=self._size)
        hits = self.find(wanted[0], within) if wanted else _plain(self._all(within))
        if hits.docs is within or hits.docs is self.leaf.living:
            hits = Hits(hits.docs.copy(), hits.scores)  # what follows works in place
        for part in wanted[1:]:
            hits = self._keep(hits, part)
        for part in parts:
            if isinstance(part, Not):
                hits = self._drop(hits, part.part)
        return hits

    def _size(self, node: Node) -> int:
        """About how many stories the node finds."""
        match node:
            case Word() | Prefix() | Fuzzy() if node.field != LEAD:
                listed = (self.leaf.find(sought) for sought, _ in self.search.words(node))
                return sum(found.size for found, _ in filter(None, listed))
            case And(parts):
                return min(map(self._size, parts))
            case Or(parts):
                return sum(map(self._size, parts))
        return self.leaf.size

    def _keep(self, hits: Hits, part: Node) -> Hits:
        """Those that the part finds too, with both scores."""
        if not hits.docs.size:
            return hits
        listed = self._listed(part)
        if listed is not None:
            n = kernels.keep_list(*listed, *hits)
        else:
            n = kernels.meet(*hits, *self.find(part, hits.docs))
        return Hits(hits.docs[:n], hits.scores[:n])

    def _drop(self, hits: Hits, part: Node) -> Hits:
        """Those that the part does not find."""
        n = kernels.part(*hits, self.find(part, hits.docs).docs)
        return Hits(hits.docs[:n], hits.scores[:n])

    def _listed(self, node: Node) -> tuple[Any, ...] | None:
        """A node that is one posting list, as kernels take it."""
        if not isinstance(node, Word | Prefix | Fuzzy) or node.field == LEAD:
            return None
        words = self.search.words(node)
        if len(words) != 1:
            return None
        sought, mask = words[0]
        listed = self.leaf.find(sought)
        return self.arguments(sought, listed[0], mask) if listed and listed[1] is None else None

    def arguments(self, sought: Sought, found: Any, mask: int) -> tuple[Any, ...]:
        """A posting list as kernels take it."""
        lists = self.leaf.segment.groups[sought.group].lists
        return (lists, *found[1:4], mask, *self.search.weights.weighing(sought, self.leaf))

    def _find_word(self, sought: Sought, mask: int, within: Ints | None) -> Hits:
        listed = self.leaf.find(sought)
        if listed is None:
            return no_hits()
        found, flags = listed
        if flags is not None:
            return self._find_forms(sought, mask, within)
        if within is not None:
            hits = _plain(within.copy())
            n = kernels.keep_list(*self.arguments(sought, found, mask), *hits)
        else:
            hits = Hits(np.empty(found.size, np.int32), np.empty(found.size))
            n = kernels.find_list(*self.arguments(sought, found, mask), *hits)
        return Hits(hits.docs[:n], hits.scores[:n])

    def _find_forms(self, sought: Sought, mask: int, within: Ints | None) -> Hits:
        """The same for some of a term's surfaces."""
        found, flags = self.leaf.find(sought)  # type: ignore[misc]
        docs, counts = self.leaf.segment.groups[sought.group].counts_of(found, flags)
        keep = np.zeros(docs.size, bool)
        for zone in range(counts.shape[1]):
            if mask >> zone & 1:
                keep |= counts[:, zone] > 0
        if within is not None:
            keep &= np.isin(docs, within, assume_unique=True)
        docs, counts = docs[keep], counts[keep]
        masks = np.full(docs.size, mask)
        return Hits(docs, self.search.weights.scores(sought, self.leaf, docs, counts, masks))

    def _add_up(self, parts: tuple[Node, ...], within: Ints | None) -> Hits:
        """The stories that any part finds, with the scores of all that do."""
        with _scratch(self.leaf.size) as (sums, touched):
            found = 0
            for part in parts:
                found = self._add(part, within, sums, touched, found)
            hits = Hits(np.empty(found, np.int32), np.empty(found))
            kernels.take_sums(sums, touched, found, *hits)
        return hits

    def _add(self, part: Node, within: Ints | None, sums: Ints, touched: Ints, found: int) -> int:
        is_listed = isinstance(part, Word | Prefix | Fuzzy) and part.field != LEAD
        if not is_listed:
            hits = self.find(part, within)
            return int(kernels.add_found(*hits, sums, touched, found))
        for sought, mask in self.search.words(part):  # type: ignore[arg-type]
            listed = self.leaf.find(sought)
            if listed and listed[1] is None and within is None:
                arguments = self.arguments(sought, listed[0], mask)
                found = int(kernels.add_list(*arguments, sums, touched, found))
            elif listed:
                hits = self._find_word(sought, mask, within)
                found = int(kernels.add_found(*hits, sums, touched, found))
        return found

    def _in_range(self, node: DateRange, within: Ints | None) -> Ints:
        days = self.leaf.segment.days
        chosen = days if within is None else days[within]
        since = node.since.toordinal() if node.since else 1
        kept = chosen >= since
        if node.until:
            kept &= chosen <= node.until.toordinal()
        return np.flatnonzero(kept).astype(np.int32) if within is None else within[kept]


def _word(node: Word) -> tuple[Sought, int]:
    if node.field is None:
        return Sought(TEXT, TEXT_FIELDS[0].term(node.form)), (1 << len(TEXT_FIELDS)) - 1
    field = FIELDS[node.field]
    if not field.is_text:
        return Sought(field.name, node.form), 1
    return Sought(TEXT, field.term(node.form)), 1 << TEXT_FIELDS.index(field)


def _plain(docs: Ints) -> Hits:
    return Hits(docs, np.zeros(docs.size))


@contextmanager
def _scratch(size: int) -> Iterator[tuple[Ints, Ints]]:
    """Sums for so many documents, all -1.0, and room to note as many; this thread's alone. They
    come back all -1.0, or not at all."""
    spare: list[tuple[Ints, Ints]] = _threads.__dict__.setdefault("spare", [])
    held = spare.pop() if spare else None
    if held is None or held[0].size < size:
        held = np.full(size, -1.0), np.empty(size, np.int32)
    yield held[0][:size], held[1]
    spare.append(held)
