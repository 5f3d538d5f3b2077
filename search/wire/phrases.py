"""Phrases: where the noun phrase begins that ends at a token: "the top Russian diplomat"."""

from .cues import (
    BARRIERS,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    OPENERS,
    PLURALS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)
from .modifiers import ARTICLES
from .tokens import Range, Token
from .verbs import NOUNLIKE_S

LONGEST = 14  # tokens in a mention
_LINKS = frozenset("of for in and at to from &".split())  # inside "the head of the army"
_RELATIVES = frozenset("who which that".split())
_NEW_CLAUSES = frozenset("after before since until".split())  # "a day after Ek"
_SHARES = frozenset("percent %".split())
_NEVER_LAST = CONJUNCTIONS | PREPOSITIONS | BARRIERS  # in a noun phrase
_NEVER_INSIDE = BARRIERS | SUBJECT_PRONOUNS | {"according"}


def find_phrase(tokens: list[Token], at: int, first: int) -> Range | None:
    """The noun phrase whose last token is ``at``."""
    if at < first or not tokens[at].is_word:
        return None
    if tokens[at].low in _NEVER_LAST:
        return None
    if tokens[at].low in SUBJECT_PRONOUNS or tokens[at].has_clitic:
        return at, at + 1
    start = at
    while start > first and at - start < LONGEST and _is_inside(tokens, start - 1):
        start -= 1
    return _trim(tokens, start, at + 1, first)


def _is_inside(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if not token.is_word or token.low in _NEVER_INSIDE:
        return False
    if token.low == "and":
        return at > 0 and tokens[at - 1].is_capital and tokens[at + 1].is_capital
    if is_verb(token):
        return False
    return token.low not in CONJUNCTIONS


def is_verb(token: Token) -> bool:
    """Whether a token is likely to be a verb, so that no mention reaches over it."""
    verb = None if token.is_capital or token.low == "state" else token.verb  # "state media"
    return verb is not None and verb.clause and token.low not in NOUNLIKE_S


def _trim(tokens: list[Token], start: int, end: int, first: int) -> Range | None:
    """The phrase without what leads up to it: "On Monday the minister" is "the minister"."""
    led = tokens[start].low in PREPOSITIONS
    while start < end and _leads(tokens, start):
        start += 1
    start = _last_determiner(tokens, start, end)
    phrase = tokens[start:end]
    if not phrase or (len(phrase) == 1 and phrase[0].low in ARTICLES):
        return None
    if phrase[0].low in DETERMINERS and not (led and tokens[start - 1].low in PREPOSITIONS):
        return start, end
    if phrase[-1].low in _SHARES or phrase[-1].text[0].isdigit():
        return _share(tokens, start, end)
    is_verb_first = phrase[0].low.endswith("ed") and phrase[1:] and phrase[1].low in PREPOSITIONS
    if led or (len(phrase) > 6 and not phrase[0].is_capital) or is_verb_first:
        return trailing_name(tokens, start, end)
    if names(phrase):
        return start, end
    return (
        (start, end) if _is_bare_plural(phrase) and _starts_clause(tokens, start, first) else None
    )


def _share(tokens: list[Token], start: int, end: int) -> Range | None:
    """From its first number on: "about 4 in 10", "57 percent"."""
    first = next((i for i in range(start, end) if tokens[i].text[0].isdigit()), None)
    return None if first is None else (first, end)


def _leads(tokens: list[Token], at: int) -> bool:
    """Whether a token only leads up to a phrase; within a sentence a capital makes a name of it:
    "First Deputy Governor"."""
    if tokens[at].low in DAYS:
        return True
    return tokens[at].low in OPENERS and not (at and tokens[at].is_capital)


def _last_determiner(tokens: list[Token], start: int, end: int) -> int:
    for at in range(end - 1, start, -1):
        before = tokens[at - 1].low
        if before in _NEW_CLAUSES or (tokens[at].low in DETERMINERS and before not in _LINKS):
            return at
    return start


def trailing_name(tokens: list[Token], start: int, end: int) -> Range | None:
    at = end
    while at > start and tokens[at - 1].is_capital and tokens[at - 1].low not in DAYS:
        at -= 1
    return (at, end) if at < end else None


def _is_bare_plural(phrase: list[Token]) -> bool:
    last = phrase[-1].low
    return len(phrase) <= 3 and (last in PLURALS or (last.endswith("s") and len(last) > 4))


def _starts_clause(tokens: list[Token], start: int, first: int) -> bool:
    before = tokens[start - 1]
    return start == first or not before.is_word or before.low in OPENERS or before.low in _RELATIVES


def names(phrase: list[Token]) -> bool:
    """Whether a word with a capital is among them that is no day."""
    return any(t.is_capital and t.low not in DAYS for t in phrase)
