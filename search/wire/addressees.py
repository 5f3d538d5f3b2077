"""Addressees: whom something is said to, between a cue of telling and what is told."""

from .clauses import LINKERS, QUESTIONS
from .cues import AUXILIARIES, CONJUNCTIONS, DAYS, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS
from .tokens import Token

_NEAR = 5  # tokens from a name to "that"
_FARTHEST = 8  # tokens from the cue to "to go"


def skip_addressee(tokens: list[Token], k: int) -> int:
    """Past "reporters", "the crowd", "AFP", "him" after a cue of telling."""
    if k >= len(tokens) or not tokens[k].is_word or tokens[k].low in LINKERS | QUESTIONS:
        return k
    if tokens[k].low in PREPOSITIONS or tokens[k].low in CONJUNCTIONS:
        return k
    if tokens[k].is_capital:
        return _find_linker(tokens, _past_name(tokens, k))
    k += 1 + (tokens[k].low in DETERMINERS)
    if k < len(tokens) and tokens[k - 1].is_capital:
        k = _past_name(tokens, k)
    while k < len(tokens) and tokens[k].is_word and not _may_begin(tokens[k]):
        k += 1
    return k


def _past_name(tokens: list[Token], k: int) -> int:
    """Past "AFP", "the Securities and Exchange Commission"; not "Chinese and Indian farmers"."""
    end = _past_capitals(tokens, k)
    if end + 1 < len(tokens) and tokens[end].low == "and" and tokens[end + 1].is_capital:
        last = _past_capitals(tokens, end + 1)
        if last < len(tokens) and (not tokens[last].is_word or _may_begin(tokens[last])):
            return last
    return end


def _past_capitals(tokens: list[Token], k: int) -> int:
    while k < len(tokens) and tokens[k].is_capital and tokens[k].low not in DAYS:
        k += 1
    return k


def find_told(tokens: list[Token], k: int) -> int | None:
    """What someone is told or asked to do: "told Ek not to go", "asked the head of Lima to go"."""
    for i in range(k + 1, min(len(tokens) - 1, k + _FARTHEST)):
        token = tokens[i]
        if not token.is_word or token.low in LINKERS or token.low in QUESTIONS or token.is_saying:
            return None
        if token.low == "to" and not tokens[i + 1].starts_phrase and tokens[i + 1].is_word:
            return i - (tokens[i - 1].low == "not")
        if token.low in AUXILIARIES or (i > k + 1 and token.low in SUBJECT_PRONOUNS):
            return None
    return None


def _find_linker(tokens: list[Token], k: int) -> int:
    """Past "radio" in "told Lisbon radio that" and "told Lisbon radio."; else right here."""
    for i in range(k, min(len(tokens), k + _NEAR)):
        if tokens[i].low in LINKERS or not tokens[i].is_word:
            return i
        if tokens[i].starts_phrase and tokens[i].low not in DAYS:
            return k
    return k if len(tokens) > k + _NEAR else len(tokens)


def _may_begin(token: Token) -> bool:
    is_led = token.low in LINKERS or token.low in PREPOSITIONS or token.low in CONJUNCTIONS
    return token.starts_phrase or is_led
