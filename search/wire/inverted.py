"""Inverted: words after a cue that begins its sentence: "Said Ana Silva, who grew up here: «…»"."""

from .attribution import Cue, Given, attribute
from .cues import SAYING
from .subjects import find_subject_after
from .tokens import Token

_MORE = frozenset("continued continues went".split())  # "Continued Silva: «…»"
_FARTHEST = 24  # tokens from the cue to the quotation


def read_inverted(cue: Cue) -> Given | None:
    """The quotation that a cue at its sentence's head gives to the name behind it. None: it is no
    such cue."""
    tokens = cue.tokens
    if cue.at or not tokens[0].is_capital or not (cue.low in SAYING or cue.low in _MORE):
        return None
    subject = find_subject_after(tokens, 0)
    if subject is None or not any(token.is_capital for token in tokens[slice(*subject)]):
        return None
    at = _find_quote(tokens, subject[1])
    if at is None:
        return None
    return Given(attribute(tokens, (at, at + 1), tokens[0].text, subject), at + 1, subject)


def _find_quote(tokens: list[Token], start: int) -> int | None:
    """The quotation that comes after a stop, with no other cue of saying before it."""
    for i in range(start, min(len(tokens), _FARTHEST)):
        if tokens[i].is_quote:
            return i if not tokens[i - 1].is_word and not tokens[i].is_title else None
        if tokens[i].is_saying or tokens[i].is_stop:
            return None
    return None
