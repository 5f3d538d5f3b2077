"""Clauses: whether words are likely to hold a finite verb."""

from .cues import AUXILIARIES, SUBJECT_PRONOUNS
from .tokens import Token

LINKERS = frozenset("that if whether".split())  # before a clause
QUESTIONS = frozenset("what how why who when where which".split())


def is_clause(tokens: list[Token], start: int, end: int | None = None) -> bool:
    """Whether the words up to the next comma are likely to hold a verb of their own."""
    for i in range(start, len(tokens) if end is None else end):
        if tokens[i].is_comma:
            return False
        if tokens[i].low in SUBJECT_PRONOUNS or tokens[i].has_clitic:
            return True
        if tokens[i].is_finite and (i > start or tokens[i].low in AUXILIARIES):
            return True
    return False
