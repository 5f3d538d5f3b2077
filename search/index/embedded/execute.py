"""execute: from a query's tree to the stories of one segment that it finds, with their scores.

Words and their combinations are answered by walking posting lists; where words stand is asked only
of the stories that have them (``places``).
"""

import numpy as np

from ...kernels import sums as kernels
from ...kernels.meeting import meet
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
from .group import TEXT, Ints
from .hits import NO_SCORES, Hits, no_hits
from .meeting import Meeting
from .places import find_place
from .posted import Posted
from .scratch import borrow_sums
from .search import Search
from .sought import Sought
from .view import Leaf, Listed
from .weights import UNSCORED


class Finder:
    """Finds stories in one segment."""

    def __init__(self, search: Search, leaf: Leaf, is_scored: bool = True) -> None:
        self.search = search
        self.leaf = leaf
        self.is_scored = is_scored

    def unscored(self) -> "Finder":
        """A finder that works out no scores: quicker where only the stories matter."""
        return Finder(self.search, self.leaf, is_scored=False) if self.is_scored else self

    def listed(self, sought: Sought) -> Listed | None:
        """Where a word stands in this segment."""
        return self.search.weights.listed(self.leaf, sought)

    def find(self, node: Node, within: Ints | None = None) -> Hits:
        """The stories that the node finds, in order of their numbers, some dead perhaps; with
        ``within``, of these only."""
        self.search.check_time()
        match node:
            case Everything():
                return Hits(self._all(within), NO_SCORES)
            case And(parts):
                return self._find_all_of(parts, within)
            case Or(parts):
                return self._add_up(parts, within)
            case Not():
                return self._find_all_of((node,), within)
            case DateRange():
                return Hits(self._in_range(node, within), NO_SCORES)
            case Word() if node.field != LEAD:
                return self._find_all_of((node,), within)
            case Prefix() | Fuzzy() if node.field != LEAD:
                return self.search.expansion(node).hits(self.leaf, within, self.is_scored)
        return find_place(self, node, within)

    def _all(self, within: Ints | None) -> Ints:
        return self.leaf.living if within is None else within

    def _find_all_of(self, parts: tuple[Node, ...], within: Ints | None) -> Hits:
        """The rarest part first, so that the others are looked at for its stories only."""
        meeting, rest = self.meeting(parts, within)
        if meeting is None:
            return no_hits()
        hits = meeting.hits()
        for part in rest:
            if hits.docs.size:
                hits = _meet(hits, self.find(part, hits.docs))
        return hits

    def meeting(
        self, parts: tuple[Node, ...], within: Ints | None
    ) -> tuple[Meeting | None, list[Node]]:
        """The stories that have all the words of the parts, and none of what they refuse, and the
        parts that are not looked at yet; None where there are no such stories."""
        if len(parts) == 1 and within is None and is_word(parts[0]):
            return self._meet_words(None, list(parts)), []
        words = sorted((part for part in parts if is_word(part)), key=self.size_of)
        rest: list[Node] = [
            part for part in parts if not is_word(part) and not isinstance(part, Not)
        ]
        rest.sort(key=self.size_of)
        start = Hits(within, NO_SCORES) if within is not None else None
        if rest and (not words or self.size_of(rest[0]) < self.size_of(words[0])):
            start = self.find(rest.pop(0), within)
        elif not words:
            start = Hits(self._all(within), NO_SCORES)
        meeting = self._meet_words(start, words)
        if meeting:
            for unwanted in parts:
                if isinstance(unwanted, Not):
                    self._drop(meeting, unwanted.part)
        return meeting, rest

    def _drop(self, meeting: Meeting, unwanted: Node) -> None:
        """Drop the stories that a node finds."""
        posted = self.posted(unwanted) if is_word(unwanted) else None
        marks = posted.marks() if posted else None
        if marks:
            meeting.drop_marked(marks)
        else:
            meeting.drop(self.unscored().find(unwanted, meeting.docs).docs)

    def _meet_words(self, start: Hits | None, words: list[Node]) -> Meeting | None:
        """The stories that have all the words; None where one stands nowhere."""
        meeting = Meeting(self, start)
        for word in words:
            posted = self.posted(word)
            if posted is None:
                return None
            meeting.keep(posted)
        return meeting

    def meet(self, node: Node, within: Ints | None) -> tuple[Ints, dict[tuple[str, str], Ints]]:
        """The stories that a node finds, and for words that all of them have, by group and term,
        the posting of each where these are known."""
        parts = node.parts if isinstance(node, And) else (node,)
        if not all(map(is_word, parts)):
            return self.unscored().find(node, within).docs, {}
        start = Hits(within, NO_SCORES) if within is not None else None
        meeting = self._meet_words(start, sorted(parts, key=self.size_of))
        return (meeting.docs, meeting.postings()) if meeting else (no_hits().docs, {})

    def size_of(self, node: Node) -> int:
        """About how many stories the node finds."""
        match node:
            case Word() if node.field != LEAD:
                posted = self.posted(node)
                return posted.list.size if posted else 0
            case Prefix() | Fuzzy() if node.field != LEAD:
                return int(self.search.expansion(node).entries(self.leaf).docs.size)
            case And(parts):
                return min(map(self.size_of, parts))
            case Or(parts):
                return sum(map(self.size_of, parts))
        return self.leaf.size

    def posted(self, node: Node) -> Posted | None:
        """The list of a word for which ``is_word`` holds; None where it stands nowhere."""
        assert isinstance(node, Word)
        sought, mask = _word(node)
        listed = self.listed(sought)
        if listed is None:
            return None
        segment = self.leaf.segment
        return Posted(sought, listed[0].list, mask, segment.marked(sought.group))

    def _add_up(self, parts: tuple[Node, ...], within: Ints | None) -> Hits:
        """The stories that any part finds, with the scores of all that do."""
        with borrow_sums(self.leaf.size) as (marks, held):
            sums = held if self.is_scored else NO_SCORES
            room = min(sum(self.add(part, within, marks, sums) for part in parts), self.leaf.size)
            empty = self.search.arena.empty
            hits = Hits(empty(room, np.int32), empty(room if self.is_scored else 0, float))
            n = kernels.take_sums(marks, sums, *hits)
        return hits.first(n)

    def add(self, part: Node, within: Ints | None, marks: Ints, sums: Ints) -> int:
        """Add what a part finds; how many stories at most."""
        if within is None and is_word(part):
            posted = self.posted(part)
            if posted is None:
                return 0
            known = None if self.is_scored else posted.marks()
            if known:
                marks |= known.bits
            else:
                weighing = self.search.weights.weighing(posted.sought, self.leaf) or UNSCORED
                kernels.add_list(posted.list, posted.mask, weighing, marks, sums)
            return posted.list.size
        if isinstance(part, Prefix | Fuzzy) and part.field != LEAD:
            return self.search.expansion(part).add(self.leaf, within, marks, sums)
        hits = self.find(part, within)
        kernels.add_found(*hits, marks, sums)
        return int(hits.docs.size)

    def _in_range(self, node: DateRange, within: Ints | None) -> Ints:
        days = self.leaf.segment.days
        chosen = days if within is None else days[within]
        since = node.since.toordinal() if node.since else 1
        kept = chosen >= since
        if node.until:
            kept &= chosen <= node.until.toordinal()
        return np.flatnonzero(kept).astype(np.int32) if within is None else within[kept]


def is_word(node: Node) -> bool:
    """Whether posting lists alone tell which stories have it."""
    return isinstance(node, Word) and node.field != LEAD


def _meet(hits: Hits, other: Hits) -> Hits:
    """Those that stand in both, with both scores."""
    hits = hits.scored() if other.scores.size else hits
    hits = Hits(hits.docs.copy(), hits.scores)  # they may be the segment's own
    return hits.first(meet(*hits, *other))


def _word(node: Word) -> tuple[Sought, int]:
    if node.field is None:
        return Sought(TEXT, TEXT_FIELDS[0].term(node.form)), (1 << len(TEXT_FIELDS)) - 1
    field = FIELDS[node.field]
    if not field.is_text:
        return Sought(field.name, node.form), 1
    return Sought(TEXT, field.term(node.form)), 1 << TEXT_FIELDS.index(field)
