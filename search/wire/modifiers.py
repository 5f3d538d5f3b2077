"""Modifiers: what stands between a subject and its verb and belongs to neither."""

from .cues import ADVERBS, AUXILIARIES, DAYS
from .tokens import Token

ARTICLES = frozenset("the a an its his her their our my every".split())
_BEFORE_DAYS = frozenset("on in".split())
# between subject and verb
_OBJECTS = frozenset("himself herself themselves itself not neither here thereafter".split())
_MODIFIERS = ADVERBS | _OBJECTS | AUXILIARIES | {"first"}
_PASSIVE = frozenset("is are was were be been being".split())  # "it was said"
TIMES = frozenset(
    """day week month year night morning evening afternoon summer fall winter spring weekend
    time""".split()
)
_PERIODS = frozenset("days weeks months years".split())
_THESE = frozenset("this last next that".split())


def is_modifier(tokens: list[Token], at: int) -> bool:
    """Whether a token only stands between a subject and its verb: "has", "also", "on" Monday."""
    token = tokens[at]
    return (
        token.low in _MODIFIERS
        or (token.low in _BEFORE_DAYS and at + 1 < len(tokens) and tokens[at + 1].low in DAYS)
        or (token.low in DAYS and at > 0 and tokens[at - 1].low in _BEFORE_DAYS)
        or (token.low.endswith("ly") and not token.is_capital and not _is_after_article(tokens, at))
    )


def skip_modifiers(tokens: list[Token], cue: int, first: int) -> int:
    """The token that a cue's subject ends with, past what only stands between; ``first - 1`` where
    there is none, as before "was said"."""
    at = cue - 1
    while at >= first and (size := size_of_aside(tokens, at) or is_modifier(tokens, at)):
        at -= size - 1
        if tokens[at].low in _PASSIVE and not tokens[cue].low.endswith("ing"):
            return first - 1
        at -= 1
    return at


def size_of_aside(tokens: list[Token], at: int) -> int:
    """The tokens of "this month", "in recent months", "for his part" that end here; 0: of none."""
    low, before = tokens[at].low, tokens[max(0, at - 2) : at]
    if before and low in TIMES and before[-1].low in _THESE:
        return 2
    if len(before) < 2 or before[0].low not in ("in", "for"):
        return 0
    is_recent = before[1].low == "recent" and low in _PERIODS
    return 3 if is_recent or (low == "part" and before[1].low in ARTICLES) else 0


def _is_after_article(tokens: list[Token], at: int) -> bool:
    """Whether it is a noun: "the daily"."""
    return at > 0 and tokens[at - 1].low in ARTICLES


def is_paper(tokens: list[Token], at: int) -> bool:
    """Whether a day is but part of a name: "the Sunday Times"."""
    is_name = at + 1 < len(tokens) and tokens[at + 1].is_capital and at > 0
    return is_name and tokens[at - 1].low == "the" and tokens[at + 1].low not in DAYS
