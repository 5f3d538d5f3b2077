"""Before places are read: which zones a node looks in, and which stories have its words at all."""

from ...query.nodes import (
    And,
    AtLeast,
    Everything,
    Exact,
    Fuzzy,
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
from ...query.tree import find_fields
from ...schema import FIELDS, TEXT_FIELDS
from ...text import word_form

ALL = (1 << len(TEXT_FIELDS)) - 1
BODY = len(TEXT_FIELDS) - 1


def zones_looked_in(node: Node) -> tuple[int, bool]:
    """A bit for each zone in which a place is looked for, and whether only in the story's lead; 0
    where it is not a matter of text zones alone."""
    fields = find_fields(node)
    if isinstance(node, Phrase) and node.field in FIELDS and not FIELDS[node.field].is_text:
        return (0 if node.is_exact else 1), False
    if fields == {LEAD}:
        return 1 | 1 << BODY, True
    if (
        None in fields
        and LEAD not in fields
        and all(f is None or FIELDS[f].is_text for f in fields)
    ):
        return ALL, False
    if all(field in FIELDS and FIELDS[field].is_text for field in fields):
        return sum(1 << TEXT_FIELDS.index(FIELDS[str(field)]) for field in fields), False
    return 0, False


def shadow(node: Node) -> Node:
    """A query that finds all that the node finds, and asks only which words a story has."""
    match node:
        case Near(first, second) | Same(first, second):
            return And((shadow(first), shadow(second)))
        case And(parts) | Or(parts):
            return type(node)(tuple(map(shadow, parts)))
        case AtLeast(part) | Said(part):
            return shadow(part)
        case Not():
            return Everything()
        case Phrase(forms):
            words = (shadow(Word(_folded(form, node.is_exact), node.field)) for form in forms)
            return And(tuple(dict.fromkeys(words)))
        case Exact(form):
            return shadow(Word(_folded(form, True), node.field))
        case Word(form) | Prefix(form) | Fuzzy(form) if node.field == LEAD:
            kind = type(node)
            return Or((kind(form, TEXT_FIELDS[0].name), kind(form, TEXT_FIELDS[BODY].name)))
    return node


def _folded(form: str, is_printed: bool) -> str:
    return word_form(form) if is_printed else form
