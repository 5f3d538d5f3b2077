"""Clauses: whether words are likely to hold a finite verb."""

from .cues import AUXILIARIES, SUBJECT_PRONOUNS
from .tokens import Token
from .verbs import NOUNLIKE_S

LINKERS = frozenset("that if whether".split())  # before a clause
QUESTIONS = frozenset("what how why who when where which".split())


def _is_sum(tokens: list[Token], at: int) -> bool:
    """Whether a word only looks like a verb: "added 16 points"."""
    return tokens[at].low in NOUNLIKE_S and at > 0 and tokens[at - 1].text[0].isdigit()


def is_clause(tokens: list[Token], start: int, end: int | None = None) -> bool:
    """Whether the words up to the next comma are likely to hold a verb of their own."""
    for i in range(start, len(tokens) if end is None else end):
        if tokens[i].is_comma:
            return False
        if tokens[i].low in SUBJECT_PRONOUNS or tokens[i].has_clitic:
            return True
        is_first = i == start and tokens[i].low not in AUXILIARIES
        if tokens[i].is_finite and not is_first and not _is_sum(tokens, i):
            return True
    return False
