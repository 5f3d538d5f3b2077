"""Lists: commas that part "rain, snow and hail", not one clause from the next."""

from .cues import AUXILIARIES
from .tokens import Token

_LONGEST_MEMBER = 6  # tokens
_LONGEST = 24
_LAST = frozenset("and or".split())
_NEVER = AUXILIARIES | frozenset("who which whose that but".split())


def is_list(tokens: list[Token], start: int, comma: int) -> bool:
    """Whether a comma parts the members of a list that starts at ``start`` or later."""
    is_first = not any(token.is_comma for token in tokens[start:comma])
    if tokens[comma + 1].low in _LAST and is_first:
        return False
    size = 0
    for i in range(comma + 1, min(len(tokens), comma + _LONGEST)):
        token = tokens[i]
        if token.low in _LAST:
            return i + 1 < len(tokens) and not tokens[i + 1].verb
        size = 0 if token.is_comma else size + 1
        if size > _LONGEST_MEMBER or not (token.is_word or token.is_quote or token.is_comma):
            return False
        if token.low in _NEVER:
            return False
    return False
