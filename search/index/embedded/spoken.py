"""Statements: the stories of one segment with a statement that a query finds; words and speaker
are looked for within the same one."""

from typing import TYPE_CHECKING

import numpy as np

from ...article import Article
from ...kernels import spans as kernels
from ...query.meaning import finds
from ...query.nodes import And, AtLeast, DateRange, Everything, Node, Not, Or, Said, with_field
from ...query.story import Story, name_zone
from ...query.tree import find_leaves
from .group import Ints
from .hits import NO_SCORES, Hits, no_hits
from .places import PlaceReader
from .shadow import BODY, shadow

if TYPE_CHECKING:
    from .execute import Finder

_NOBODY = Story(Article(id="", headline=""))  # of a name only the name is looked at


def find_said(finder: "Finder", node: Said, within: Ints | None) -> Hits:
    """The stories with such a statement; its words score as they stand in the body."""
    speech = finder.leaf.segment.speech
    has_any = np.diff(speech.at) > 0
    docs = finder.unscored().find(with_field(shadow(node.part), "body"), within).docs
    docs = docs[has_any[docs]]
    if not docs.size:
        return no_hits()
    said = Units(finder, docs)
    found = said.finds(node.part)
    if node.speaker:
        found &= said.spoken_by(node.speaker)
    kept = np.unique(said.docs[found])
    if not finder.is_scored:
        return Hits(docs[kept], NO_SCORES)
    return Hits(docs[kept], said.scores(node.part, found, kept))


class Units:
    """The statements of some documents: ``docs`` is which of these each is in."""

    def __init__(self, finder: "Finder", docs: Ints) -> None:
        self._finder = finder
        self._speech = finder.leaf.segment.speech
        sizes = (self._speech.at[1:] - self._speech.at[:-1])[docs]
        self.docs = np.repeat(np.arange(docs.size), sizes)
        shift = np.repeat(self._speech.at[:-1][docs] - (np.cumsum(sizes) - sizes), sizes)
        self._numbers = shift + np.arange(self.docs.size)
        zone = BODY << kernels.GAP_BITS
        self._starts = self._speech.first[self._numbers] + np.int32(zone)
        self._stops = self._speech.stop[self._numbers] + np.int32(zone)
        self._reader = PlaceReader(finder, docs, 1 << BODY)

    def finds(self, node: Node) -> Ints:
        """Which statements the node finds by their words alone."""
        match node:
            case Everything():
                return np.ones(self.docs.size, bool)
            case And(parts):
                return np.asarray(np.logical_and.reduce([self.finds(part) for part in parts]))
            case Or(parts):
                return np.asarray(np.logical_or.reduce([self.finds(part) for part in parts]))
            case Not(part):
                return ~self.finds(part)
            case AtLeast(part, times):
                return np.asarray(self._count(part) >= times)
            case DateRange() | Said():
                docs = self._finder.find(node, self._reader.docs).docs
                return np.isin(self._reader.docs[self.docs], docs)
        return np.asarray(self._count(node) > 0)

    def spoken_by(self, node: Node) -> Ints:
        """Which statements are by someone whose name the node finds."""
        who = self._speech.speaker[self._numbers]
        fits = np.zeros(len(self._speech.names) + 1, bool)  # the last is for nobody's
        for number in np.unique(who[who >= 0]).tolist():
            fits[number] = _is_name(node, self._speech.names[number])
        return fits[who]

    def scores(self, node: Node, found: Ints, kept: Ints) -> Ints:
        """What the words of the node add to the documents ``kept``, each leaf where it stands in
        a statement found."""
        total = np.zeros(kept.size)
        for leaf in find_leaves(node):
            standing = np.unique(self.docs[found & (self._count(leaf) > 0)])
            masks = np.where(np.isin(kept, standing), 1 << BODY, 0)
            for sought in self._reader.words(leaf):
                self._reader.add_scores(sought, kept, masks, total)
        return total

    def _count(self, place: Node) -> Ints:
        counts = np.empty(self.docs.size, np.int64)
        spans = self._reader.spans(place)
        kernels.count_within(*spans, self.docs, self._starts, self._stops, counts)
        return counts


def _is_name(node: Node, name: str) -> bool:
    """Whether the part of a query that says who spoke finds a name."""
    return finds(node, _NOBODY, [name_zone(name)])
