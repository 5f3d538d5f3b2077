"""Content: which words of a sentence are what a cue gives, and what kind of words they are."""

from ..article import StatementKind
from .cues import ADDING, CUES, DAYS, DETERMINERS, PREPOSITIONS, QUOTING, SHOWING
from .tokens import Token, starts_phrase

_TELLING = frozenset("told tells tell telling assured assures reminded asked asks asking".split())
_LINKERS = frozenset("that if whether".split())
_PLAINEST = frozenset("said says saying told".split())
ADJUNCT = 18  # tokens between a cue and the "that" or the quotation that belongs to it


def find_content(tokens: list[Token], at: int, rest: int) -> int | None:
    """The first token of what is said after a cue, past whom it is said to, when and where."""
    k = _skip_addressee(tokens, rest) if tokens[at].low in _TELLING else rest
    while k < len(tokens) and (tokens[k].low in DAYS or tokens[k].low in ("on", "again", "also")):
        k += 1
    if k >= len(tokens) or tokens[k].is_stop:
        return None
    if tokens[k].low in _LINKERS and k + 1 < len(tokens):
        return k + 1
    if tokens[k].is_quote:
        return k
    if tokens[k].low in PREPOSITIONS or not tokens[k].is_word:
        return _find_linked(tokens, k)
    return k


def _find_linked(tokens: list[Token], k: int) -> int | None:
    """What is said, where a phrase or a stop comes first: "said in Rome that", "said: «…»"."""
    for i in range(k, min(len(tokens), k + ADJUNCT)):
        token = tokens[i]
        if token.low == "that" and i + 1 < len(tokens):
            return i + 1
        if token.is_quote:
            return i if not tokens[i - 1].is_word or tokens[i - 1].low in DAYS else None
        if token.is_stop or (token.low in CUES and i > k) or token.text in ";—":
            return None
        if token.text == ":" and i + 1 < len(tokens):
            return i + 1
    return None


def _skip_addressee(tokens: list[Token], k: int) -> int:
    """Past "reporters", "the crowd", "AFP", "him" after a cue of telling."""
    if k >= len(tokens) or not tokens[k].is_word or tokens[k].low in _LINKERS:
        return k
    if tokens[k].is_capital:
        while k < len(tokens) and tokens[k].is_capital and tokens[k].low not in DAYS:
            k += 1
        return k
    k += 1 + (tokens[k].low in DETERMINERS)
    while k < len(tokens) and tokens[k].is_word and not _may_begin(tokens[k]):
        k += 1
    return k


def _may_begin(token: Token) -> bool:
    return starts_phrase(token) or token.low in _LINKERS or token.low in PREPOSITIONS


def find_end(tokens: list[Token], start: int) -> int:
    """Where what is said ends: at the sentence's end, or where another cue takes over."""
    for i in range(start + 2, len(tokens) - 1):
        if tokens[i].is_comma and tokens[i + 1].low in ADDING:
            return i
        if tokens[i].is_comma and tokens[i + 1].low == "according":
            return i
        if tokens[i - 1].is_quote and tokens[i].low in ("but", "while"):
            return i
    end = len(tokens)
    while end > start + 1 and tokens[end - 1].is_stop:
        end -= 1
    return end


def find_taken_up(tokens: list[Token], rest: int) -> int | None:
    """The token of the quotation that goes on after the cue, with no other cue before it."""
    for i in range(rest, min(len(tokens), rest + ADJUNCT)):
        if tokens[i].is_quote:
            return i if not tokens[i - 1].is_word or i == rest else None
        if tokens[i].low in CUES or tokens[i].low in _LINKERS or tokens[i].is_stop:
            return None
    return None


def may_give(tokens: list[Token], at: int, start: int, words: list[Token]) -> bool:
    """Whether this cue can give such words: some need a quotation, some "that"."""
    low = tokens[at].low
    if words[0].is_quote or tokens[start - 1].low in _LINKERS:
        return True
    quoted = any(t.is_quote for t in words)
    if low in QUOTING:
        return quoted
    if low in SHOWING:
        return False
    return starts_phrase(words[0]) or quoted or low in _PLAINEST


def find_kind(words: list[Token]) -> StatementKind:
    quoted = sum(t.is_quote for t in words)
    others = sum(t.is_word for t in words)
    return "indirect" if not quoted else "mixed" if others else "direct"
