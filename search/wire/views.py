"""Views: what holds in someone's view or words, or in a poll, where no verb gives it to them."""

from .attribution import Attribution, Cue, attribute
from .clauses import is_clause
from .cues import DETERMINERS, PREPOSITIONS
from .ends import find_end
from .mentions import find_owner
from .sentence import Sentence
from .tokens import Range, Token, ends_in_pause

_VOICES = frozenset("view words opinion telling estimation account".split())
_POLLS = frozenset("poll polls survey surveys".split())
_SHORTEST = 4  # tokens of a clause
_LONGEST = 12  # tokens of "in a poll of farmers last month"


def find_view(sentence: Sentence) -> list[Attribution]:
    """ "In Silva's view, rain is a gift"; "«…», in her words"; "In a poll of May, half were for
    rain". Empty where there is none."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens[:-2]):
        if token.low != "in" or (at and tokens[at - 1].is_word):
            continue
        for end in range(at + 2, min(len(tokens), at + _LONGEST)):
            if not tokens[end].is_word:
                found = _read(sentence, at, end)
                if found:
                    return [found]
                break
    return []


def _read(sentence: Sentence, at: int, end: int) -> Attribution | None:
    """What is said around the words from "in" up to a stop."""
    tokens = sentence.tokens
    owner = find_owner(tokens, end - 1, at + 1) if tokens[end - 1].low in _VOICES else None
    if owner and owner[1] == end - 1:
        words = _find_words(sentence, at, end)
    else:
        owner = _find_poll(tokens, at + 1, end) if at == 0 else None
        words = _find_clause(sentence, end) if owner else None
    return attribute(tokens, words, tokens[at].text, owner) if owner and words else None


def _find_words(sentence: Sentence, at: int, end: int) -> Range | None:
    """The quotation next to the phrase, or the clause that it leads."""
    tokens = sentence.tokens
    before = at - 1 - (at > 1 and tokens[at - 1].is_comma)
    if at and tokens[before].is_quote and ends_in_pause(tokens[before]):
        return before, before + 1
    if end + 1 < len(tokens) and tokens[end].is_comma and tokens[end + 1].is_quote:
        return end + 1, end + 2
    return _find_clause(sentence, end) if at == 0 else None


def _find_clause(sentence: Sentence, comma: int) -> Range | None:
    tokens, start = sentence.tokens, comma + 1
    if (
        not tokens[comma].is_comma
        or start + _SHORTEST > len(tokens)
        or not tokens[start].starts_phrase
    ):
        return None
    return (start, find_end(Cue(sentence, 0), start)) if is_clause(tokens, start) else None


def _find_poll(tokens: list[Token], start: int, end: int) -> Range | None:
    """ "A CNN poll" of "in a CNN poll of May"."""
    if tokens[start].low not in DETERMINERS:
        return None
    for i in range(start + 1, end):
        if tokens[i].low in _POLLS:
            return start, i + 1
        if tokens[i].low in PREPOSITIONS or (tokens[i].is_finite and not tokens[i].is_capital):
            return None
    return None
