"""What a word of a query stands for: the fields it is looked for in, and how many words."""

from ..errors import QueryTooExpensive
from ..query.nodes import Leaf, Prefix
from ..schema import FIELDS, TEXT_FIELDS, Field

MAX_EXPANSIONS = 1_024  # words that one prefix may stand for


def fields_of(leaf: Leaf) -> tuple[Field, ...]:
    """The fields a word is looked for in."""
    return (FIELDS[leaf.field],) if leaf.field else TEXT_FIELDS


def too_many_words(prefix: Prefix, words: int) -> QueryTooExpensive:
    """The error for a prefix that stands for more words than may be searched."""
    return QueryTooExpensive(
        f"“{prefix.form}*” stands for {words:,} words; {MAX_EXPANSIONS:,} is the limit, passed",
        prefix.position,
        "type more letters before the star",
    )
