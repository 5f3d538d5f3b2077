"""Asides: dashes and brackets that a cue and its words may stand between."""

from .cues import DASHES
from .extents import Words
from .tokens import Token

_LONGEST = 40  # tokens in brackets


def closes_aside(words: Words, i: int) -> bool:
    """Whether a dash is the second of two that the cue stands between."""
    tokens = words.cue.tokens
    if words.cue.sentence.is_joined(i):
        return False  # "second- or third-rate"
    if not is_last_dash(words, i):
        return False
    return sum(token.text in DASHES for token in tokens[: words.start]) % 2 == 1


def closes_bracket(tokens: list[Token], start: int, i: int) -> bool:
    """Whether a bracket closes that was open before the words began."""
    for k in range(i - 1, max(0, i - _LONGEST) - 1, -1):
        if tokens[k].text in "()":
            return tokens[k].text == "(" and k < start
    return False


def is_last_dash(words: Words, i: int) -> bool:
    """Whether no dash follows; looked at up to the next, so that many cost no more than few."""
    tokens = words.cue.tokens
    return all(tokens[k].text not in DASHES for k in range(i + 1, len(tokens)))
