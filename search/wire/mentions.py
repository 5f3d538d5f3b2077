"""Mentions: who speaks where no subject stands beside the cue."""

from .cues import DAYS, DETERMINERS, OPENERS, SUBJECT_PRONOUNS
from .subjects import LONGEST, find_subject_before, goes_on
from .tokens import Range, Token, find_comma

_GOVERNING = frozenset(
    """seems appears went goes go began begins begin continues continue tries try refuses wants want
    came comes chose chooses sought seeks able quick likely careful""".split()
)
_POSSESSIVES = frozenset("his her their my our its".split())
_OWNING = ("'s", "’s", "s'", "s’")
_NEAREST = 4  # tokens from a noun to its owner: "his often repeated claim"


def find_first_subject(tokens: list[Token], start: int = 0) -> Range | None:
    """The name or pronoun that a sentence, or what is left of it from ``start`` on, begins with,
    past a phrase before its first comma."""
    if start < len(tokens) and (tokens[start].low in OPENERS or tokens[start].is_comma):
        comma = find_comma(tokens, start)
        start = len(tokens) if comma is None else comma + 1
    if start < len(tokens) and tokens[start].low in SUBJECT_PRONOUNS:
        return start, start + 1
    end = start
    while end < len(tokens) and end - start < LONGEST and _is_before_verb(tokens, end, start):
        end += 1
    has_article = start < len(tokens) and tokens[start].low in DETERMINERS
    if end - start <= has_article:
        return None
    return (start, end) if has_article or tokens[start].is_capital else None


def _is_before_verb(tokens: list[Token], at: int, start: int) -> bool:
    token = tokens[at]
    if (token.verb and not token.is_capital) or token.low.endswith("ed"):
        return False
    return goes_on(tokens, at, start)


def find_governing_subject(tokens: list[Token], cue: int, first: int) -> Range | None:
    """The subject of the verb before "to" and its cue: "Silva went on to say"."""
    to = next((i for i in range(cue - 1, first, -1) if tokens[i].low == "to"), first)
    at = to - 1 - (to > 0 and tokens[to - 1].low == "on")
    if at > first and (tokens[at].low in _GOVERNING or tokens[at].low.endswith("ed")):
        return find_subject_before(tokens, at, first)
    return None


def find_name_before(tokens: list[Token], colon: int) -> Range | None:
    """The name that a colon follows: "Ana Silva: «…»"."""
    start = colon
    while start and tokens[start - 1].is_capital and tokens[start - 1].low not in DAYS:
        start -= 1
    return (start, colon) if start < colon else None


def find_owner(tokens: list[Token], noun: int, first: int) -> Range | None:
    """Whose a noun is: "Ana Silva's latest claim", "his claim"."""
    for at in range(noun - 1, max(first - 1, noun - 1 - _NEAREST), -1):
        if tokens[at].low in _POSSESSIVES:
            return at, at + 1
        if tokens[at].is_capital and tokens[at].low.endswith(_OWNING) and not tokens[at].has_clitic:
            start = at
            while start > first and tokens[start - 1].is_capital:
                start -= 1
            return start, at + 1
    return None
