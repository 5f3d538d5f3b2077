"""Expansions: the words that a prefix or a fuzzy word stands for, and where words are sought."""

from collections.abc import Iterable
from typing import Protocol

from ..errors import QueryTooExpensive
from ..query.nodes import And, AtLeast, Fuzzy, Leaf, Near, Node, Not, Or, Prefix, Said, Same
from ..query.story import LEAD
from ..schema import FIELDS, TEXT_FIELDS, Field

MAX_EXPANSIONS = 1_024  # words that one prefix or fuzzy word may stand for in one field


class Lexicon(Protocol):
    """The words of an index."""

    def forms(self, field: Field, begins: str) -> Iterable[str]:
        """Every folded word of a field that begins so; one may come twice."""
        ...

    def near_forms(self, field: Field, form: str) -> Iterable[str]:
        """Every folded word of a field that is at most one edit from this; one may come twice."""
        ...


def fields_of(leaf: Leaf) -> tuple[Field, ...]:
    """The fields a word is looked for in."""
    if leaf.field == LEAD:
        return (FIELDS["headline"], FIELDS["body"])
    return (FIELDS[leaf.field],) if leaf.field else TEXT_FIELDS


def expand(leaf: Prefix | Fuzzy, field: Field, lexicon: Lexicon) -> list[str]:
    """The words of the field that the leaf stands for, in order; QueryTooExpensive over 1,024."""
    if isinstance(leaf, Prefix):
        found = sorted(set(lexicon.forms(field, leaf.form)))
    else:
        found = sorted(set(lexicon.near_forms(field, leaf.form)))
    if len(found) > MAX_EXPANSIONS:
        mark = "*" if isinstance(leaf, Prefix) else "~"
        raise QueryTooExpensive(
            f"“{leaf.form}{mark}” stands for {len(found):,} words; the limit is "
            f"{MAX_EXPANSIONS:,}, passed",
            leaf.position,
            f"type more letters before the {mark}",
        )
    return found


def check_expansions(node: Node, lexicon: Lexicon) -> None:
    """QueryTooExpensive where a word of the query stands for too many."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                check_expansions(part, lexicon)
        case Near(first, second) | Same(first, second):
            check_expansions(first, lexicon)
            check_expansions(second, lexicon)
        case Said(part, speaker):
            check_expansions(part, lexicon)
            if speaker:
                check_expansions(speaker, lexicon)
        case Not(part) | AtLeast(part):
            check_expansions(part, lexicon)
        case Prefix() | Fuzzy():
            for field in fields_of(node):
                expand(node, field, lexicon)
