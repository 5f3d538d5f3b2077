"""Expansions: the words that a prefix or a fuzzy word stands for, and where words are sought."""

from typing import Protocol

from ..errors import QueryTooExpensive
from ..query.nodes import And, AtLeast, Fuzzy, Leaf, Near, Node, Not, Or, Prefix, Said, Same
from ..query.story import LEAD
from ..schema import FIELDS, TEXT_FIELDS, Field

MAX_EXPANSIONS = 1_024  # words that one prefix or fuzzy word may stand for in one field


class Lexicon(Protocol):
    """The words of an index."""

    def count(self, node: Prefix | Fuzzy) -> int:
        """The most different folded words, in one of the fields looked in, that begin so, or are
        at most one edit from it."""
        ...


def fields_of(leaf: Leaf) -> tuple[Field, ...]:
    """The fields a word is looked for in."""
    if leaf.field == LEAD:
        return (FIELDS["headline"], FIELDS["body"])
    return (FIELDS[leaf.field],) if leaf.field else TEXT_FIELDS


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
            _check_count(node, lexicon.count(node))


def _check_count(leaf: Prefix | Fuzzy, found: int) -> None:
    if found > MAX_EXPANSIONS:
        mark = "*" if isinstance(leaf, Prefix) else "~"
        raise QueryTooExpensive(
            f"“{leaf.form}{mark}” stands for {found:,} words; the limit is "
            f"{MAX_EXPANSIONS:,}, passed",
            leaf.position,
            f"type more letters before the {mark}",
        )
