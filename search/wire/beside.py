"""Beside: who speaks where nothing but the speaker stands between a quotation and its cue.

Whatever such words are, "this source" or "the deputy mayor and former teacher", they are who says
it, as long as no verb is among them.
"""

from .cues import BARRIERS, DETERMINERS, OPENERS, SUBJECT_PRONOUNS
from .modifiers import ARTICLES, skip_modifiers
from .tokens import Range, Token, ends_in_comma, find_comma
from .verbs import NOUNLIKE, NOUNLIKE_S

_LONGEST = 18  # tokens: "nuclear experts Ana Silva and Rui Costa of the Institute for Peace"
_FINITE = frozenset("past s base".split())
_NEVER_LAST = frozenset("and or of for in on at to from with by".split())


def find_beside(tokens: list[Token], cue: int, first: int) -> Range | None:
    """The speaker who fills all between a quotation and the cue, from ``first`` on. None: nothing
    does, or more than a speaker."""
    verb = tokens[cue].verb
    if verb is None or verb.form not in _FINITE:
        return None
    if first + 1 == cue and tokens[first].is_capital and _pauses(tokens, first):
        return first, cue  # be it Mr. Will or Mr. From
    end = skip_modifiers(tokens, cue, first) + 1
    phrase = tokens[first:end]
    if not 0 < len(phrase) <= _LONGEST or not _pauses(tokens, first):
        return None
    if phrase[-1].low in ARTICLES or tokens[cue].is_capital or tokens[cue].low == "state":
        return None  # "the statement said", of which "statement" is no cue
    if not _starts(phrase[0]) or not _is_phrase(phrase):
        return None
    comma = find_comma(phrase, 0)  # "Ana Silva, clerk of the town"
    is_named = comma is not None and phrase[0].low not in ARTICLES
    return (first, first + comma) if comma is not None and is_named else (first, end)


def _pauses(tokens: list[Token], first: int) -> bool:
    """Whether a quotation, no mere title, that ends with a comma or has one stands before."""
    if not first:
        return False
    before = tokens[first - 1]
    if before.is_comma and first > 1:
        return tokens[first - 2].is_quote and not tokens[first - 2].is_title
    return before.is_quote and not before.is_title and ends_in_comma(before)


def _starts(token: Token) -> bool:
    if token.low in DETERMINERS:
        return True
    is_led = token.low in OPENERS or token.low in BARRIERS or token.low in SUBJECT_PRONOUNS
    return token.is_word and not is_led


def _is_phrase(phrase: list[Token]) -> bool:
    """Whether there is a name or an article in words that hold no verb."""
    last = len(phrase) - 1
    if phrase[last].low in _NEVER_LAST or not phrase[last].is_word:
        return False
    if not (phrase[0].low in DETERMINERS or any(t.is_capital for t in phrase)):
        return False
    return all(_may_be_inside(phrase, i) for i in range(len(phrase)))


def _may_be_inside(phrase: list[Token], at: int) -> bool:
    token, before = phrase[at], phrase[at - 1].low if at else ""
    if token.is_comma:  # "the bearded, 71-year-old diplomat"; "Ana Silva, clerk of the town"
        is_led = phrase[0].low in ARTICLES or all(t.is_capital for t in phrase[:at])
        return at > 1 and is_led and not phrase[at + 1].is_capital
    if not token.is_word or (at and token.low in SUBJECT_PRONOUNS):
        return False
    if token.is_capital or before in DETERMINERS or before.endswith("ly"):
        return True
    is_noun = token.low in NOUNLIKE or token.low in NOUNLIKE_S
    return (is_noun or not token.is_finite) and token.low not in BARRIERS
