"""Subjects: which words beside a cue name the one who speaks.

Each function gives the half-open range of tokens that is the mention ("the top Russian diplomat"),
or None where no such phrase stands there.
"""

from .clauses import is_clause
from .cues import (
    ADVERBS,
    BARRIERS,
    DASHES,
    DAYS,
    DETERMINERS,
    OPENERS,
    PAST,
    PLURALS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)
from .modified import find_modified
from .modifiers import TIMES, is_paper, skip_modifiers
from .phrases import LONGEST, find_phrase, is_verb, names, trailing_name
from .tokens import Range, Token

_AFTER_STOPS = (
    BARRIERS | ADVERBS | frozenset("on at during after before via by told to with".split())
)
_RELATIVES = frozenset("who which that".split())
_LEADING = frozenset("and but so still yet".split())
_BRACKETS = {")": "(", ">": "<"}  # what closes them, and what opens them
_MOST_OF_MANY = 3  # tokens of "local hospital officials"
_LONGEST_BRACKETS = 8  # tokens of "(R-Iowa)"


def find_subject_before(tokens: list[Token], cue: int, first: int) -> Range | None:
    """The mention that stands before a cue, no further back than ``first``."""
    at = skip_modifiers(tokens, cue, first)
    if at > first and tokens[at].text in _BRACKETS:
        at = _before_brackets(tokens, at, first)
    if at < first:
        return None
    if tokens[at].is_comma:
        return _find_head(tokens, at, first)
    if tokens[at].low in _RELATIVES:
        return _find_told_of(tokens, at, first)
    found = find_phrase(tokens, at, first)
    return find_modified(tokens, at, cue, first, found) or found


def _find_told_of(tokens: list[Token], relative: int, first: int) -> Range | None:
    """Whom a relative pronoun means, and the pronoun: "Ana Silva, who"."""
    before = relative - 1
    if before > first and not tokens[before].is_word:
        before -= tokens[before].is_comma or tokens[before].text in DASHES
        if tokens[before].text in _BRACKETS:
            before = _before_brackets(tokens, before, first)
    found = find_phrase(tokens, before, first)
    return (found[0], relative + 1) if found else None


def _before_brackets(tokens: list[Token], at: int, first: int) -> int:
    """Past "(R-Iowa)" or "<DAMX.O>" after a name."""
    for i in range(at - 1, max(first, at - _LONGEST_BRACKETS), -1):
        if tokens[i].text == _BRACKETS[tokens[at].text]:
            return i - 1
    return at


def find_subject_after(tokens: list[Token], cue: int) -> Range | None:
    """The mention that follows a cue: "said Foreign Minister Ana Silva on Friday"."""
    start = cue + 1
    end = start
    while end < len(tokens) and end - start < LONGEST and goes_on(tokens, end, start):
        end += 1
    phrase = tokens[start:end]
    if not phrase:
        return None
    is_known = names(phrase) or phrase[0].low in DETERMINERS or _is_pronoun(phrase)
    return (start, end) if is_known or _are_many(tokens, start, end) else None


def _are_many(tokens: list[Token], start: int, end: int) -> bool:
    """Whether nothing but people without a name stand there: ", said officials who asked"."""
    is_plural = tokens[end - 1].low in PLURALS or tokens[end - 1].low.endswith("s")
    is_last = end == len(tokens) or not tokens[end].is_word or tokens[end].low in _RELATIVES
    is_last = is_last or (tokens[end].low in PREPOSITIONS and not is_clause(tokens, end))
    return is_plural and is_last and end - start <= _MOST_OF_MANY


def _is_pronoun(phrase: list[Token]) -> bool:
    return len(phrase) == 1 and phrase[0].low in SUBJECT_PRONOUNS


def goes_on(tokens: list[Token], at: int, start: int) -> bool:
    token = tokens[at]
    if not token.is_word:
        return False
    if (token.low in _AFTER_STOPS or token.low in DAYS) and not is_paper(tokens, at):
        return False
    if token.low == "in" and at > start:
        return tokens[at - 1].low in ("minister", "leader", "chief", "ambassador", "officials")
    if at == start:
        return True
    before = tokens[at - 1].low
    if token.low in PAST or (token.low.endswith(("ed", "ly")) and not token.is_capital):
        return before in DETERMINERS or before.endswith("ly")
    return before not in SUBJECT_PRONOUNS


def find_source(tokens: list[Token], start: int) -> Range | None:
    """The phrase that follows "according to", be it only "experts" or "him"."""
    end = start
    while end < len(tokens) and end - start < LONGEST and goes_on(tokens, end, start):
        end += 1
    return (start, end) if end > start else None


def _find_head(tokens: list[Token], comma: int, first: int) -> Range | None:
    """The noun before an apposition that ends at ``comma``: "Ana Silva, 40, of Faro, said"."""
    start = first + (tokens[first].low in _LEADING)
    while start < comma:
        end = next(i for i in range(start, comma + 1) if tokens[i].is_comma)
        if tokens[start].low in OPENERS:
            start = _past_time(tokens, start, end)
        if _is_head(tokens[start:end]):
            return start, (comma if _is_name(tokens[end + 1 : comma]) else end)
        start = end + 1
    return None


def _past_time(tokens: list[Token], start: int, end: int) -> int:
    """Where the name begins that closes "Earlier this week Ana Silva"; ``start`` if none does."""
    name = trailing_name(tokens, start, end)
    if name is None or name[0] == start:
        return start
    before = tokens[name[0] - 1].low
    return name[0] if before in DAYS or before in TIMES else start


def _is_name(segment: list[Token]) -> bool:
    """Whether a role between commas is followed by a name: "its chief, Ana Silva, said"."""
    return len(segment) in (2, 3) and all(t.is_capital and t.low not in DAYS for t in segment)


def _is_head(segment: list[Token]) -> bool:
    if not segment or len(segment) > 10 or segment[0].low in OPENERS or segment[0].low in DAYS:
        return False
    if any(not t.is_word or t.low in BARRIERS or is_verb(t) for t in segment):
        return False
    if segment[0].low in SUBJECT_PRONOUNS or segment[0].low in ADVERBS:
        return len(segment) == 1 and segment[0].low in SUBJECT_PRONOUNS
    return segment[0].low in DETERMINERS or names(segment)
