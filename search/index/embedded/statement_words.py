"""StatementWords: the words that stand within the statements of some stories of one segment, and
what they add there. ``search.index.speech`` is the plain meaning."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from ...kernels import units as kernels
from ...kernels.sorting import ZONE_BITS
from ...kernels.spans import GAP_BITS
from ...query.nodes import AtLeast, Fuzzy, Leaf, Node, Prefix
from ...query.tree import find_leaves
from .. import ranking
from .hits import Hits, no_hits
from .places import PlaceReader, Spans
from .runs import Ints
from .shadow import BODY
from .sought import Sought, words_of

if TYPE_CHECKING:
    from .execute import Finder

_OFFSET = ranking.K1 * (1 - ranking.B)


class StatementWords:
    """Of the stories ``docs``, in order. Hits are statements of the segment, by number."""

    def __init__(self, finder: "Finder", docs: Ints) -> None:
        self._finder = finder
        self._statements = finder.leaf.segment.statements
        self._docs = docs
        self._reader = PlaceReader(finder, docs, 1 << BODY)
        self._known: dict[Sought | Leaf, Hits] = {}

    def find(self, node: Node) -> Hits:
        """The statements in which a place stands, or stands so often, with what its words add."""
        part, times = (node.part, node.times) if isinstance(node, AtLeast) else (node, 1)
        if times == 1 and isinstance(part, Leaf):
            return self._find_leaf(part)
        units, counts = self._holding(self._docs, self._reader.spans(part))
        units = units[counts >= times]
        leaves = [self._find_leaf(leaf) for leaf in find_leaves(part)]
        return _add_up(units, leaves)

    def _find_leaf(self, leaf: Leaf) -> Hits:
        if leaf not in self._known:
            self._known[leaf] = self._look_up(leaf)
        return self._known[leaf]

    def _look_up(self, leaf: Leaf) -> Hits:
        if isinstance(leaf, Prefix | Fuzzy):
            return self._find_any(leaf)
        words = words_of(leaf)
        if len(words) == 1:
            return self._find_word(words[0])
        units, _ = self._holding(self._docs, self._reader.spans(leaf))
        return _add_up(units, [self._find_word(word) for word in words])

    def _find_word(self, sought: Sought) -> Hits:
        if sought not in self._known:
            units, counts = self._holding(self._docs, self._reader.single(sought))
            weights = self._finder.search.weights.of(sought)
            self._known[sought] = self._score(units, counts, float(weights[BODY]))
        return self._known[sought]

    def _find_any(self, leaf: Prefix | Fuzzy) -> Hits:
        """Each word that the leaf stands for is read in its own stories alone."""
        search = self._finder.search
        leaf = replace(leaf, field="body")
        expansion, words = search.expansion(leaf), search.words(leaf)
        docs, keys, _ = expansion.entries(self._finder.leaf)
        is_wanted = np.zeros(self._finder.leaf.size, bool)
        is_wanted[self._docs] = True
        kept = np.flatnonzero(is_wanted[docs])
        kept = kept[np.lexsort((docs[kept], keys[kept]))]
        found = []
        for run in np.split(kept, np.flatnonzero(np.diff(keys[kept])) + 1) if kept.size else ():
            held, key = docs[run], int(keys[run[0]])
            spans = PlaceReader(self._finder, held, 1 << BODY).single(words[key >> ZONE_BITS])
            units = self._holding(held, spans)
            found.append(self._score(*units, float(expansion.weights[key])))
        return _join(found)

    def _holding(self, docs: Ints, spans: Spans) -> tuple[Ints, Ints]:
        """The statements of these stories that hold spans, and how many each does."""
        held = self._statements.units
        units, counts = (np.empty(held.firsts.size, np.int32) for _ in range(2))
        n = kernels.units_with(docs, *spans, held, BODY << GAP_BITS, units, counts)
        return units[:n], counts[:n]

    def _score(self, units: Ints, counts: Ints, weight: float) -> Hits:
        """What a word adds to the statements that have it so often."""
        slope = ranking.K1 * ranking.B / (self._finder.search.view.statement_length or 1)
        scores = np.empty(units.size)
        lengths = self._statements.lengths
        kernels.score_units(units, counts, weight, _OFFSET, slope, lengths, scores)
        return Hits(units, scores)


def _add_up(units: Ints, leaves: Iterable[Hits]) -> Hits:
    """These statements, with what each of the leaves adds to those that it stands in."""
    totals = np.zeros(units.size)
    for hits in leaves:
        kernels.add_met(units, totals, *hits)
    return Hits(units, totals)


def _join(found: Sequence[Hits]) -> Hits:
    """All that were found, each once, with the sum of its scores."""
    if not found:
        return no_hits()
    units = np.concatenate([hits.docs for hits in found])
    scores = np.concatenate([hits.scores for hits in found])
    order = np.argsort(units, kind="stable")
    firsts = np.flatnonzero(np.diff(units[order], prepend=-1))
    return Hits(
        units[order[firsts]], np.add.reduceat(scores[order], firsts) if firsts.size else scores
    )
