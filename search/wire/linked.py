"""Linked: where what a cue gives begins, past a phrase or a stop: "said in Rome that rain fell"."""

from .clauses import LINKERS
from .cues import DAYS
from .modifiers import TIMES
from .tokens import Token
from .verbs import NOUNLIKE_S

ADJUNCT = 18  # tokens between a cue and the "that" or the quotation that belongs to it
_PLACING = frozenset("in on at for during through via last".split())
_LONGEST_PLACE = 8  # tokens of "in Rome on Monday"
_PEOPLE = frozenset("he she they we i".split())


def find_linked(tokens: list[Token], k: int) -> int | None:
    """What is said, where a phrase or a stop comes first: "said in Rome that", "said: «…»"."""
    for i in range(k, min(len(tokens), k + ADJUNCT)):
        token = tokens[i]
        if token.low in LINKERS and i + 1 < len(tokens) and not _is_relative(tokens, i):
            return i + 1
        if token.low in ("why", "how") and i + 2 < len(tokens):
            return i
        if token.is_quote:
            return i if _may_pause(tokens, i - 1) else None
        if token.is_stop or (token.is_saying and i > k) or token.text in ";—":
            return None
        if token.text == ":" and i + 1 < len(tokens):
            return i + 1
    return None


def _may_pause(tokens: list[Token], at: int) -> bool:
    """Whether a quotation may follow what a cue tells of day and place: "on Monday night"."""
    token, before = tokens[at], tokens[at - 1].low
    return not token.is_word or token.low in DAYS or (token.low in TIMES and before in DAYS)


def _is_relative(tokens: list[Token], at: int) -> bool:
    """Whether "that" is what the noun before it does: "talks that ended late"."""
    if tokens[at].low != "that" or not at or not tokens[at - 1].is_word:
        return False
    after = tokens[at + 1]
    is_verb = after.low.endswith("ed") or (after.is_finite and after.low not in NOUNLIKE_S)
    return is_verb and not after.is_capital


def find_to(tokens: list[Token], k: int) -> int | None:
    """What is promised, where the occasion comes first: "promised at a rally to go"."""
    for i in range(k + 2, min(len(tokens) - 1, k + _LONGEST_PLACE)):
        if not tokens[i].is_word or tokens[i].is_finite:
            return None
        if tokens[i].low == "to":
            return i if tokens[i + 1].is_word and not tokens[i + 1].starts_phrase else None
    return None


def find_pronoun(tokens: list[Token], k: int) -> int | None:
    """What is said, where only a pronoun shows it: "said in Rome he would go"."""
    if tokens[k].low not in _PLACING:
        return None
    for i in range(k + 1, min(len(tokens) - 1, k + _LONGEST_PLACE)):
        if not tokens[i].is_word or tokens[i].is_saying:
            return None
        if i > k + 1 and (tokens[i].low in _PEOPLE or tokens[i].has_clitic):
            return i
    return None


def find_taken_up(tokens: list[Token], rest: int) -> int | None:
    """The token of the quotation that goes on after the cue, with no other cue before it."""
    for i in range(rest, min(len(tokens), rest + ADJUNCT)):
        if tokens[i].is_quote and not tokens[i].is_title:
            return i if not tokens[i - 1].is_word or i == rest else None
        if tokens[i].is_saying or tokens[i].low in LINKERS or tokens[i].is_stop:
            return None
    return None
