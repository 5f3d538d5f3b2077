"""Places: the stories of one segment that are found by where words stand in them: phrases,
proximities, numbers of mentions, opening paragraphs.

First the stories that have the words at all, from posting lists; then spans of these alone.
"""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ...kernels import edges, pairs
from ...kernels import spans as kernels
from ...kernels.forms import score_counts, score_kept
from ...query.nodes import (
    AtLeast,
    Exact,
    Fuzzy,
    Leaf,
    Near,
    Node,
    Or,
    Phrase,
    Prefix,
    Said,
    Same,
    Word,
)
from ...query.tree import find_leaves
from .group import Found, Group, Ints
from .hits import NO_SCORES, Hits, no_hits
from .shadow import ALL, BODY, shadow, zones_looked_in
from .sought import Sought, words_of
from .spelled import find_spelled

if TYPE_CHECKING:
    from .execute import Finder

_EVERY_FORM = np.empty(0, np.uint8)
_NO_EDGES = np.empty(0, np.int64)
_NO_PLACES = np.empty(0, np.int32)


class Spans(NamedTuple):
    """As ``search.kernels.spans`` has them."""

    at: Ints
    starts: Ints
    stops: Ints

    def masks(self, kept: Ints) -> Ints:
        """For each of the documents ``kept`` a bit for each zone in which it has a span."""
        out = np.empty(kept.size, np.int64)
        kernels.zones_of_spans(self.at, self.starts, kept, out)
        return out


def find_place(finder: "Finder", node: Node, within: Ints | None) -> Hits:
    """The stories that a node finds by where words stand."""
    if isinstance(node, Said):
        from .spoken import find_said

        return find_said(finder, node, within)
    mask, is_lead = zones_looked_in(node)
    if not mask:
        return find_spelled(finder, node, within)
    docs, postings = finder.meet(shadow(node), within)
    if not docs.size:
        return no_hits()
    reader = PlaceReader(finder, docs, mask, is_lead)
    reader.postings = postings
    part = node.part if isinstance(node, AtLeast) else node
    spans = reader.spans(part)
    times = node.times if isinstance(node, AtLeast) else 1
    kept = np.flatnonzero(np.diff(spans.at) >= times)
    if not finder.is_scored:
        return Hits(docs[kept], NO_SCORES)
    return Hits(docs[kept], reader.scores(part, kept, isinstance(node, AtLeast)))


class PlaceReader:
    """Reads where words stand in some documents of a segment, in order of their numbers."""

    def __init__(self, finder: "Finder", docs: Ints, mask: int, is_lead: bool = False) -> None:
        self._finder = finder
        self._segment = finder.leaf.segment
        self.docs = docs
        self._mask = mask
        self._is_lead = is_lead
        self._known: dict[Node, Spans] = {}
        self.postings: dict[tuple[str, str], Ints] = {}  # by group and term, as far as known

    def spans(self, place: Node) -> Spans:
        """Every span of a place in the zones looked in."""
        if place not in self._known:
            self._known[place] = self._find(place)
        return self._known[place]

    def scores(self, place: Node, kept: Ints, is_anywhere: bool) -> Ints:
        """What the words of a place add to the documents numbered ``kept`` among these, in the
        zones in which the word's own leaf stands and, unless that may be anywhere, the place."""
        total = np.zeros(kept.size)
        masks = np.full(kept.size, ALL) if is_anywhere else self.spans(place).masks(kept)
        for leaf in find_leaves(place):
            is_known = leaf == place and not is_anywhere
            inside = masks if is_known else masks & self.spans(leaf).masks(kept)
            for sought in self.words(leaf):
                self.add_scores(sought, kept, inside, total)
        return total

    def add_scores(self, sought: Sought, kept: Ints, masks: Ints, total: Ints) -> None:
        """Add what one word adds to the documents numbered ``kept`` among these, in the zones
        whose bit is set."""
        leaf, listed = self._finder.leaf, self._finder.listed(sought)
        weighing = self._finder.search.weights.weighing(sought, leaf)
        if listed is None or weighing is None or not kept.size:
            return
        group = leaf.segment.groups[sought.group]
        found, flags = listed
        if flags is None:
            postings = self._postings(sought, found)
            score_kept(group.lists, postings, self.docs, kept, masks, weighing, total)
            return
        docs = self.docs[kept]
        counts = _counts_of_forms(group, found, flags, docs)
        score_counts(counts, docs, masks, weighing, total)

    def words(self, leaf: Leaf) -> list[Sought]:
        """The words that a leaf stands for."""
        if isinstance(leaf, Prefix | Fuzzy):
            return self._finder.search.words(leaf)
        return words_of(leaf)

    def _find(self, place: Node) -> Spans:
        match place:
            case Or(parts):
                found = self.spans(parts[0])
                for part in parts[1:]:
                    found = _unite(found, self.spans(part))
                return found
            case Near(first, second, distance, is_ordered):
                pair = self.spans(first), self.spans(second)
                return self._lead(_pair_up(*pair, distance, is_ordered, _NO_EDGES, _NO_EDGES))
            case Same(first, second, unit):
                pair = self.spans(first), self.spans(second)
                return self._lead(_pair_up(*pair, 0, False, *self._edges(unit == "p")))
            case Prefix() | Fuzzy():
                return self._lead(self._any_of(self.words(place)))
            case Word() | Exact() | Phrase():
                return self._lead(self._in_a_row(words_of(place)))
        raise TypeError(f"{place} stands nowhere in a text")

    def _any_of(self, words: list[Sought]) -> Spans:
        found = Spans(np.zeros(self.docs.size + 1, np.int64), _NO_PLACES, _NO_PLACES)
        for word in words:
            found = _unite(found, self.single(word))
        return found

    def _in_a_row(self, words: list[Sought]) -> Spans:
        found = self.single(words[0])
        for word in words[1:]:
            at, places, _ = self.single(word)
            kernels.follow(*found, at, places)
        return found

    def single(self, sought: Sought) -> Spans:
        """Where a word stands."""
        group = self._segment.groups[sought.group]
        listed = self._finder.listed(sought)
        at = np.zeros(self.docs.size + 1, np.int64)
        if listed is None:
            return Spans(at, _NO_PLACES, _NO_PLACES)
        found, flags = listed
        places = self._finder.search.arena.empty(int(group.totals[found.term]), np.int32)
        wanted = _EVERY_FORM if flags is None else flags
        term = found.list, found.form_bits
        postings = self._postings(sought, found)
        n = kernels.places_of(*term, self._mask, wanted, postings, at, places)
        return Spans(at, places[:n], places[:n] + np.int32(1))

    def _postings(self, sought: Sought, found: Found) -> Ints:
        """The posting of a word's term for each of the documents, -1 for none."""
        key = sought[:2]
        if key not in self.postings:
            group = self._segment.groups[sought.group]
            self.postings[key] = group.postings_at(found, self.docs)
        return self.postings[key]

    def _edges(self, only_paragraphs: bool) -> tuple[Ints, Ints]:
        at = np.empty(self.docs.size + 1, np.int64)
        arguments = (
            *self._segment.sentences,
            self._segment.length_planes,
            self.docs,
            only_paragraphs,
            at,
        )
        starts = np.empty(edges.read_edges(*arguments, _NO_EDGES), np.int64)
        edges.read_edges(*arguments, starts)
        return at, starts

    def _lead(self, spans: Spans) -> Spans:
        if self._is_lead:
            edges.keep_lead(*spans, *self._edges(True), BODY)
        return spans


def _counts_of_forms(group: Group, found: Found, flags: Ints, docs: Ints) -> Ints:
    """(documents, zones) of how often those of a term's surfaces that have a flag stand there."""
    held, held_counts = group.counts_of(found, flags)
    counts = np.zeros((docs.size, held_counts.shape[1]), np.int32)
    at = np.searchsorted(held, docs)
    is_there = at < held.size
    is_there[is_there] = held[at[is_there]] == docs[is_there]
    counts[is_there] = held_counts[at[is_there]]
    return counts


def _unite(one: Spans, other: Spans) -> Spans:
    size = one.starts.size + other.starts.size
    out = Spans(np.empty_like(one.at), np.empty(size, np.int32), np.empty(size, np.int32))
    kernels.unite(*one, *other, *out)
    return out


def _pair_up(first: Spans, second: Spans, *rest: object) -> Spans:
    size = 2 * first.starts.size
    out = Spans(np.empty_like(first.at), np.empty(size, np.int32), np.empty(size, np.int32))
    pairs.pair_up(tuple(first), tuple(second), *rest, *out)
    return out
