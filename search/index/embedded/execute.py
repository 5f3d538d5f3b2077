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
from ...kernels.forms import add_forms
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
from ..scoring import Term
from .expansions import Expansion, Lexicon
from .group import TEXT, Ints
from .hits import Hits, OutOfTime, no_hits
from .places import find_place
from .sought import Sought, sought_of
from .view import Leaf, Listed, View
from .weights import Weights

_threads = threading.local()


class Search:
    """What all segments of one search share: the view, its words, their weights, and when its time
    is up, on time.perf_counter's clock."""

    def __init__(self, view: View, deadline: float) -> None:
        self.view = view
        self.lexicon = Lexicon(view)
        self.weights = Weights(view)
        self.deadline = deadline
        self._expansions: dict[Node, tuple[Expansion, Ints]] = {}

    def expansion(self, node: Prefix | Fuzzy) -> tuple[Expansion, Ints]:
        """The words that a node stands for, and (words, zones) of their weights."""
        if node not in self._expansions:
            found = self.lexicon.expansion(node)
            weights = self.weights.of_stories(found.stories(self.view.leaves))
            self._expansions[node] = found, weights
        return self._expansions[node]

    def words(self, node: Prefix | Fuzzy) -> list[Sought]:
        """The words that a node of the text fields stands for, one by one."""
        forms = self.expansion(node)[0].forms
        return [sought_of(Term("form", form), TEXT_FIELDS[0]) for form in forms]


class Finder:
    """Finds stories in one segment."""

    def __init__(self, search: Search, leaf: Leaf, is_scored: bool = True) -> None:
        self.search = search
        self.leaf = leaf
        self._is_scored = is_scored

    def unscored(self) -> "Finder":
        """A finder whose scores mean nothing: quicker where only the stories matter."""
        return Finder(self.search, self.leaf, is_scored=False)

    def listed(self, sought: Sought) -> Listed | None:
        """Where a word stands in this segment."""
        return self.search.weights.listed(self.leaf, sought)

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
            case Word() if node.field != LEAD:
                return self._find_word(node, within)
            case Prefix() | Fuzzy() if node.field != LEAD:
                return self._within(self._add_up((node,), None), within)
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
        for unwanted in parts:
            if isinstance(unwanted, Not):
                hits = self._drop(hits, unwanted.part)
        return hits

    def _size(self, node: Node) -> int:
        """About how many stories the node finds."""
        match node:
            case Word() if node.field != LEAD:
                listed = self.listed(_word(node)[0])
                return listed[0].size if listed else 0
            case Prefix() | Fuzzy() if node.field != LEAD:
                return int(self.search.expansion(node)[0].found[self.leaf.number][0].size)
            case And(parts):
                return min(map(self._size, parts))
            case Or(parts):
                return sum(map(self._size, parts))
        return self.leaf.size

    def _keep(self, hits: Hits, part: Node) -> Hits:
        """Those that the part finds too, with both scores."""
        if not hits.docs.size:
            return hits
        if isinstance(part, Word) and part.field != LEAD:
            arguments = self._arguments(part)
            n = kernels.keep_list(*arguments, *hits) if arguments else 0
        else:
            n = kernels.meet(*hits, *self.find(part, hits.docs))
        return Hits(hits.docs[:n], hits.scores[:n])

    def _drop(self, hits: Hits, part: Node) -> Hits:
        """Those that the part does not find."""
        n = kernels.part(*hits, self.find(part, hits.docs).docs)
        return Hits(hits.docs[:n], hits.scores[:n])

    def _arguments(self, word: Word) -> tuple[Any, ...] | None:
        """A word's posting list as kernels take it; None where it has none."""
        sought, mask = _word(word)
        listed = self.listed(sought)
        if listed is None:
            return None
        lists = self.leaf.segment.groups[sought.group].lists
        weights = self.search.weights
        weighing = weights.weighing(sought, self.leaf) if self._is_scored else weights.nothing
        return (lists, *listed[0][1:4], mask, *weighing)

    def _find_word(self, word: Word, within: Ints | None) -> Hits:
        arguments = self._arguments(word)
        if arguments is None:
            return no_hits()
        if within is not None:
            hits = _plain(within.copy())
            n = kernels.keep_list(*arguments, *hits)
        else:
            room = arguments[3] + 1
            hits = Hits(np.empty(room, np.int32), np.empty(room))
            n = kernels.find_list(*arguments, *hits)
        return Hits(hits.docs[:n], hits.scores[:n])

    def _add_up(self, parts: tuple[Node, ...], within: Ints | None) -> Hits:
        """The stories that any part finds, with the scores of all that do."""
        with _scratch(self.leaf.size) as (sums, touched):
            found = 0
            for part in parts:
                found = self._add(part, within, sums, touched, found)
            hits = Hits(np.empty(found + 1, np.int32), np.empty(found + 1))
            kernels.take_sums(sums, touched, found, *hits)
        return Hits(hits.docs[:found], hits.scores[:found])

    def _add(self, part: Node, within: Ints | None, sums: Ints, touched: Ints, found: int) -> int:
        if within is None and isinstance(part, Word) and part.field != LEAD:
            arguments = self._arguments(part)
            return int(kernels.add_list(*arguments, sums, touched, found)) if arguments else found
        if within is None and isinstance(part, Prefix | Fuzzy) and part.field != LEAD:
            expansion, weights = self.search.expansion(part)
            words = (*expansion.found[self.leaf.number], expansion.masks, weights)
            zones = self.search.weights.parts(self.leaf)
            return int(add_forms(*words, *zones, sums, touched, found))
        return int(kernels.add_found(*self.find(part, within), sums, touched, found))

    def _within(self, hits: Hits, within: Ints | None) -> Hits:
        """Those that are within."""
        if within is None:
            return hits
        n = kernels.meet(*hits, within, np.zeros(within.size))
        return Hits(hits.docs[:n], hits.scores[:n])

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
        held = np.full(size, -1.0), np.empty(size + 1, np.int32)
    yield held[0][:size], held[1]
    spare.append(held)
