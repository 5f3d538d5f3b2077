"""Modifiers: what stands between a subject and its verb and belongs to neither."""

from .cues import ADVERBS, AUXILIARIES, DAYS
from .tokens import Token

ARTICLES = frozenset("the a an its his her their our my every".split())
_BEFORE_DAYS = frozenset("on in".split())
_OBJECTS = frozenset("himself herself themselves itself not".split())  # between subject and verb
_MODIFIERS = ADVERBS | _OBJECTS | AUXILIARIES | {"first"}
_TIMES = frozenset("day week weekend month year night morning evening afternoon summer".split())
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


def is_time(tokens: list[Token], at: int) -> bool:
    """Whether "this month" or the like ends here."""
    return at > 0 and tokens[at].low in _TIMES and tokens[at - 1].low in _THESE


def _is_after_article(tokens: list[Token], at: int) -> bool:
    """Whether it is a noun: "the daily"."""
    return at > 0 and tokens[at - 1].low in ARTICLES


def is_paper(tokens: list[Token], at: int) -> bool:
    """Whether a day is but part of a name: "the Sunday Times"."""
    is_name = at + 1 < len(tokens) and tokens[at + 1].is_capital and at > 0
    return is_name and tokens[at - 1].low == "the" and tokens[at + 1].low not in DAYS
