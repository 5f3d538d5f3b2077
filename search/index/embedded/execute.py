"""execute: from a query's tree to the documents it finds, with what each scores.

Words, phrases and their combinations are answered from postings. What asks where in a story
words stand (nearness, statements, exact forms) is answered in two steps: postings give every
document that could be found, and each of those is read by its meaning.
"""

from collections.abc import Iterable

from ...query.meaning import finds
from ...query.nodes import (
    And,
    AtLeast,
    DateRange,
    Everything,
    Exact,
    Fuzzy,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Said,
    Same,
    Word,
)
from ...query.story import LEAD
from ...schema import Field
from ..expansion import expand, fields_of
from ..scoring import Term, score_of
from .view import Postings, Scores, View


def execute(node: Node, view: View) -> Scores:
    """The documents that the node finds."""
    match node:
        case Everything():
            return dict.fromkeys(view.entries, 0.0)
        case And(parts):
            return _all_of(parts, view)
        case Or(parts):
            return _sum(execute(part, view) for part in parts)
        case Not(part):
            found = execute(part, view)
            return {number: 0.0 for number in view.entries if number not in found}
        case DateRange():
            return _in_range(node, view)
        case Word() | Prefix() | Fuzzy() | Phrase(is_exact=False) if node.field != LEAD:
            return _sum(_leaf(node, field, view) for field in fields_of(node))
        case _:
            read = {number: view.story(number) for number in sorted(_candidates(node, view))}
            held = {number: story for number, story in read.items() if finds(node, story)}
            return {number: score_of(node, story, view) for number, story in held.items()}


def _candidates(node: Node, view: View) -> set[int]:
    """Documents among which are all that the node finds."""
    match node:
        case Near(first, second) | Same(first, second):
            return _candidates(first, view) & _candidates(second, view)
        case And(parts):
            return set.intersection(*(_candidates(part, view) for part in parts))
        case Or(parts):
            return set.union(*(_candidates(part, view) for part in parts))
        case AtLeast(part) | Said(part):
            return _candidates(part, view)
        case Exact(form) | Phrase((form, *_), _, True):
            fields = fields_of(node)
            return {n for f in fields for n in view.mentions(Term("printed", form), f)}
        case Word() | Prefix() | Fuzzy() | Phrase():
            return {n for field in fields_of(node) for n in _leaf(node, field, view)}
    return set(view.entries)


def _all_of(parts: tuple[Node, ...], view: View) -> Scores:
    found: Scores | None = None
    for part in parts:
        if isinstance(part, Not):
            continue
        scores = execute(part, view)
        found = scores if found is None else {n: found[n] + scores[n] for n in found if n in scores}
    kept = execute(Everything(), view) if found is None else found
    for part in parts:
        if isinstance(part, Not):
            gone = execute(part.part, view)
            kept = {number: score for number, score in kept.items() if number not in gone}
    return kept


def _in_range(node: DateRange, view: View) -> Scores:
    found = {}
    for number, entry in view.entries.items():
        day = entry.row.day
        if day and (node.since or day) <= day <= (node.until or day):
            found[number] = 0.0
    return found


def _leaf(leaf: Leaf, field: Field, view: View) -> Scores:
    match leaf:
        case Word(form):
            return view.scores(Term("term", field.term(form)), field)
        case Prefix() | Fuzzy():
            words = expand(leaf, field, view)
            return _sum(view.scores(Term("form", word), field) for word in words)
        case Phrase(forms):
            terms = [field.term(form) for form in forms]
            found = _adjacent([view.positions(field, term) for term in terms])
            scores = [view.scores(Term("term", term), field) for term in terms] if found else []
            return {number: sum(score[number] for score in scores) for number in found}
    raise TypeError(f"{leaf!r} is not read from postings")


def _adjacent(words: list[Postings]) -> set[int]:
    """The documents where the words stand one after another."""
    found = set()
    for number in set.intersection(*(set(postings) for postings in words)):
        starts = set(words[0][number])
        for offset, postings in enumerate(words):
            starts &= {place - offset for place in postings[number]}
        if starts:
            found.add(number)
    return found


def _sum(parts: Iterable[Scores]) -> Scores:
    total: Scores = {}
    for scores in parts:
        for number, score in scores.items():
            total[number] = total.get(number, 0.0) + score
    return total
