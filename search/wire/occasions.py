"""Occasions: phrases that tell where words were said, and are none of them."""

from .cues import AUXILIARIES, CONJUNCTIONS, DAYS, PREPOSITIONS
from .tokens import Token

SPOKEN_IN = frozenset("in on at during".split())
_NEVER = PREPOSITIONS | AUXILIARIES | CONJUNCTIONS | {"since"}
_LONGEST_OCCASION = 6  # tokens
_OCCASIONS = frozenset(
    """interview interviews statement speech tweet tweets op-ed post email memo letter debate show
    rally twitter facebook conference remarks article column blog podcast hearing testimony
    broadcast briefing appearance""".split()
)


def is_occasion(tokens: list[Token], at: int, is_thing: bool) -> bool:
    """Whether such a phrase starts here: "in an interview", "on Twitter"; after a thing, also one
    that tells the day."""
    if tokens[at].low not in SPOKEN_IN:
        return False
    following = tokens[at + 1 : at + 1 + _LONGEST_OCCASION]
    if any(token.low == "as" for token in tokens[at : at + _LONGEST_OCCASION + 2]):
        return False  # "described the plan in an interview as a gift"
    for i, token in enumerate(following):
        if token.low in _OCCASIONS:
            return i > 0 or token.is_capital
        if not token.is_word or token.low in _NEVER:
            return False
        if token.low in DAYS:
            return is_thing
    return False
