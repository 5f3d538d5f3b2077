"""Turns: what stands around a cue and is no one's words: "Instead, Silva told AFP,"."""

from .addressees import skip_addressee
from .attribution import Cue
from .cues import OPENERS
from .tokens import Token

# what only leads to the words after "Silva said,"
_TURNS = OPENERS | frozenset(
    "rather nonetheless nevertheless thus therefore similarly otherwise besides".split()
)
_TURNING = frozenset(
    "particular fact short addition essence general part instance example course contrast".split()
)  # "in particular"


def past_hearers(cue: Cue) -> int:
    """The token after a cue and those who are told, where a stop follows them: "told AFP," "told
    his aides."."""
    tokens, rest = cue.tokens, cue.at + 1
    if not cue.verb.telling or rest >= len(tokens) or not tokens[rest].is_word:
        return rest
    told = skip_addressee(tokens, rest)
    return told if told == len(tokens) or not tokens[told].is_word else rest


def only_turns(words: list[Token]) -> bool:
    """Whether words only lead to others: "And yet", "Instead", "In particular"."""
    last = len(words) - 1
    return all(
        token.low in _TURNS or (i == last and i > 0 and token.low in _TURNING)
        for i, token in enumerate(words)
    )
