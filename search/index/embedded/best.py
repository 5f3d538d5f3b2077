"""find_best: what a query finds in one segment, with the stories that may stand on its first page;
where it can be told that a story cannot, it is not scored."""

import numpy as np

from ...kernels import marks as marking
from ...kernels.best import best_of_list
from ...kernels.scores import score_postings
from ...kernels.sums import take_sums
from ...query.nodes import And, Node, Not, Or, Word
from .execute import Finder, is_word
from .group import TEXT, Ints
from .hits import NO_SCORES, Hits, no_hits
from .hot import Marks
from .posted import Posted
from .scratch import borrow_sums

_NO_POSTINGS = np.empty(0, np.int64)
_NO_DOCS = np.empty(0, np.int32)


def find_best(finder: Finder, node: Node, room: int) -> tuple[Hits, Hits]:
    """The stories that the node finds, and those that may be among the ``room`` best, in no order,
    with their scores."""
    finder.search.check_time()
    match node:
        case Word() if is_word(node):
            return _best_of_all(finder, (node,), room)
        case And(parts) if all(is_word(part) or isinstance(part, Not) for part in parts):
            return _best_of_all(finder, parts, room)
        case Or(parts):
            common, marks = _commonest(finder, parts)
            if common and marks:
                rest = tuple(part for part in parts if part is not common)
                posted = finder.posted(common)
                assert posted
                return _best_of_any(finder, rest, posted, marks, room)
    hits = finder.find(node)
    return hits, hits


def _best_of_all(finder: Finder, parts: tuple[Node, ...], room: int) -> tuple[Hits, Hits]:
    meeting, _ = finder.meeting(parts, None)
    if meeting is None:
        return no_hits(), no_hits()
    best = meeting.best(room)
    if best is None:
        hits = meeting.hits()
        return hits, hits
    return Hits(meeting.docs, NO_SCORES), best


def _commonest(finder: Finder, parts: tuple[Node, ...]) -> tuple[Node | None, Marks | None]:
    """The word of the texts that most stories have, if many have it, and which have it."""
    words = [part for part in parts if is_word(part)]
    if not words:
        return None, None
    common = max(words, key=finder.size_of)
    posted = finder.posted(common)
    if posted is None or posted.sought.group != TEXT:
        return None, None
    return common, posted.marks()


def _best_of_any(
    finder: Finder, rest: tuple[Node, ...], common: Posted, marks: Marks, room: int
) -> tuple[Hits, Hits]:
    """The other parts are scored in all stories they find; the common word in these, and else only
    in stories that it brings among the best by itself."""
    size, empty = finder.leaf.size, finder.search.arena.empty
    with borrow_sums(size) as (found, sums):
        most = min(sum(finder.add(part, None, found, sums) for part in rest), size)
        others = Hits(empty(most, np.int32), empty(most, float))
        others = others.first(take_sums(found, sums, *others))
        _add_common(finder, common, marks, others)
        marking.mark(others.docs, found)
        best = Hits(empty(common.list.size, np.int32), empty(common.list.size, float))
        word = finder.search.weights.weighed(common, finder.leaf, marks.codes)
        n = best_of_list(word, _NO_POSTINGS, _NO_DOCS, found, others.scores, room, *best)
        docs = empty(min(others.docs.size + common.list.size, size), np.int32)
        docs = docs[: marking.take_marks(found, marks.bits, docs)]
    pairs = zip(others, best.first(n), strict=True)
    return Hits(docs, NO_SCORES), Hits(*(np.concatenate(pair) for pair in pairs))


def _add_common(finder: Finder, common: Posted, marks: Marks, others: Hits) -> None:
    """Add what the common word adds to the stories found by others."""
    docs, kept = others.docs.copy(), finder.search.arena.empty(others.docs.size, np.int64)
    n = marking.meet_marks(marks.bits, docs, kept)
    postings: Ints = np.empty(n, np.int64)
    marking.postings_in(marks.bits, marks.before, common.list.posting, docs[:n], postings)
    weighing = finder.search.weights.weighing(common.sought, finder.leaf)
    assert weighing  # it is a word of the texts
    added = np.zeros(n)
    score_postings(common.list.lists, postings, docs[:n], common.mask, weighing, added)
    others.scores[kept[:n]] += added
