"""Statements: those of one segment that a query finds, words and speaker looked for within the
same one. ``search.query.meaning.says`` is the plain meaning."""

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ...kernels import meeting as kernels
from ...kernels.units import either, units_of
from ...query.meaning import SPEAKER
from ...query.nodes import And, Everything, Node, Not, Or, Said, with_field
from ...query.tree import find_fields, find_leaves
from .hits import NO_SCORES, Hits, no_hits
from .places import PlaceReader
from .runs import Ints
from .shadow import BODY, shadow
from .statement_words import StatementWords

if TYPE_CHECKING:
    from .execute import Finder


def find_said(finder: "Finder", node: Said, within: Ints | None) -> Hits:
    """The stories with such a statement; its words score as they stand in the body."""
    said = StatementFinder(finder, node, within)
    found = said.find(node)
    docs = said.stories(found.docs)
    if not docs.size:
        return no_hits()
    if not finder.is_scored:
        return Hits(docs, NO_SCORES)
    total = np.zeros(docs.size)
    reader = PlaceReader(finder, docs, 1 << BODY)
    every = np.arange(docs.size)
    for leaf in find_leaves(node.part):
        standing = said.stories(_meet(found, said.words.find(leaf)).docs)
        masks = np.zeros(docs.size, np.int64)
        masks[np.searchsorted(docs, standing)] = 1 << BODY
        for sought in reader.words(leaf):
            reader.add_scores(sought, every, masks, total)
    return Hits(docs, total)


class StatementFinder:
    """Finds statements of one segment: by number, in order, those of the dead perhaps too. Looked
    at are those of stories that have the words of ``node`` at all and, if told, are ``within``."""

    def __init__(self, finder: "Finder", node: Node, within: Ints | None = None) -> None:
        self._finder = finder
        self._statements = finder.leaf.segment.statements
        self._docs = finder.unscored().find(_stories_of(node), within).docs
        self.words = StatementWords(finder, self._docs)

    def find(self, node: Node) -> Hits:
        """The statements that a part of the query finds; what it gives is not to be changed."""
        self._finder.search.check_time()
        fields = find_fields(node)
        if fields == {SPEAKER}:
            return self._by(node, _plain(self._all))
        match node:
            case Everything():
                return _plain(self._all)
            case And(parts):
                return self._find_all_of(parts)
            case Or(parts):
                return self._find_any_of(parts)
            case Not(part):
                return _drop(_plain(self._all), self.find(part))
            case Said(part, speaker):
                return self._find_all_of((part, speaker)) if speaker else self.find(part)
        if fields == {None}:
            return self.words.find(node)
        return _plain(self._of(self._finder.unscored().find(node, self._docs).docs))

    def stories(self, found: Ints) -> Ints:
        """The stories of some statements, each once."""
        docs = self._statements.docs[found]
        return docs[np.flatnonzero(np.diff(docs, prepend=-1))]

    def _find_all_of(self, parts: tuple[Node, ...]) -> Hits:
        """Names last: they are compared for the statements that have the words."""
        others = [part for part in parts if find_fields(part) != {SPEAKER}]
        hits = self.find(others[0]) if others else _plain(self._all)
        for part in others[1:]:
            hits = _meet(hits, self.find(part))
        for part in parts:
            if part not in others:
                hits = self._by(part, hits)
        return hits

    def _find_any_of(self, parts: tuple[Node, ...]) -> Hits:
        hits = self.find(parts[0])
        for part in parts[1:]:
            other = self.find(part)
            room = hits.docs.size + other.docs.size
            both = Hits(np.empty(room, np.int32), np.empty(room))
            n = either(*hits, *other, *both)
            hits = Hits(both.docs[:n], both.scores[:n])
        return hits

    def _by(self, speaker: Node, hits: Hits) -> Hits:
        """Those by someone whose name the node finds."""
        fits = np.append(self._statements.names.fit(speaker), False)  # the last is for nobody's
        kept = fits[self._statements.speech.speaker[hits.docs]]
        return Hits(hits.docs[kept], hits.scores[kept])

    @cached_property
    def _all(self) -> Ints:
        return self._of(self._docs)

    def _of(self, docs: Ints) -> Ints:
        """All statements of some stories."""
        at = self._statements.speech.at
        out = np.empty(int((at[docs + 1] - at[docs]).sum()), np.int32)
        units_of(docs, at, out)
        return out


def _stories_of(node: Node) -> Node:
    """A query for stories that finds those of all statements that the node finds."""
    fields = find_fields(node)
    if fields == {SPEAKER}:
        return Everything()  # the story's field is not asked: it has other words for some
    match node:
        case And(parts) | Or(parts):
            return type(node)(tuple(map(_stories_of, parts)))
        case Not():
            return Everything()
        case Said(part):
            return _stories_of(part)
    return with_field(shadow(node), "body") if fields == {None} else shadow(node)


def _meet(hits: Hits, other: Hits) -> Hits:
    docs, scores = hits.docs.copy(), hits.scores.copy()
    n = kernels.meet(docs, scores, *other)
    return Hits(docs[:n], scores[:n])


def _drop(hits: Hits, other: Hits) -> Hits:
    kept = np.empty(hits.docs.size, np.int64)
    n = kernels.part(hits.docs, other.docs, kept)
    return Hits(hits.docs[kept[:n]], hits.scores[kept[:n]])


def _plain(docs: Ints) -> Hits:
    return Hits(docs, np.zeros(docs.size))
