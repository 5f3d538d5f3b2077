"""Clauses: whether words are likely to hold a finite verb."""

from .cues import AUXILIARIES, SUBJECT_PRONOUNS
from .tokens import Token, has_clitic
from .verbs import NOUNLIKE_S, VERBS

LINKERS = frozenset("that if whether".split())  # before a clause
QUESTIONS = frozenset("what how why who when where which".split())

_SAYING = frozenset("past s ing".split())  # forms that do not only stand before nouns
_SHORTEST_PAST = 5  # letters of "added"
# finite verbs of all kinds that no rule makes
PAST = frozenset(
    """went came made took got gave became left lost won saw knew began ran fell rose held kept
    brought stood paid met sent spent built led felt said goes comes makes takes gets gives becomes
    seems looks""".split()
)


def is_clause(tokens: list[Token], start: int, end: int | None = None) -> bool:
    """Whether the words up to the next comma are likely to hold a verb of their own."""
    for i in range(start, len(tokens) if end is None else end):
        if tokens[i].is_comma:
            return False
        if tokens[i].low in SUBJECT_PRONOUNS or has_clitic(tokens[i]):
            return True
        if is_finite(tokens[i]) and (i > start or tokens[i].low in AUXILIARIES):
            return True
    return False


def is_finite(token: Token) -> bool:
    """Whether a token is likely to be a finite verb."""
    low = token.low
    if low in AUXILIARIES or low in PAST or (len(low) >= _SHORTEST_PAST and low.endswith("ed")):
        return True
    return low in VERBS and VERBS[low].form != "ing"


def is_saying(token: Token) -> bool:
    """Whether a token is likely to be a verb that gives words to someone."""
    verb = VERBS.get(token.low)
    return verb is not None and verb.form in _SAYING and token.low not in NOUNLIKE_S
