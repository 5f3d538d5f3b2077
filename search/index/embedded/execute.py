"""execute: from a query's tree to the documents it finds, with what each scores."""

from collections.abc import Iterable

from ...query.nodes import And, DateRange, Everything, Leaf, Node, Not, Or, Phrase, Prefix, Word
from ...schema import Field
from ..leaves import fields_of
from .view import Postings, View

Scores = dict[int, float]  # document number to score


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
        case Word() | Prefix() | Phrase():
            return _sum(_leaf(node, field, view) for field in fields_of(node))


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
            return view.scores(field, field.term(form))
        case Prefix():
            words = view.expansions(leaf, field)
            return _sum(view.form_scores(field, word) for word in words)
        case Phrase(forms):
            terms = [field.term(form) for form in forms]
            found = _adjacent([view.positions(field, term) for term in terms])
            scores = [view.scores(field, term) for term in terms] if found else []
            return {number: sum(score[number] for score in scores) for number in found}


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
