"""Subjects: which words beside a cue name the one who speaks.

Each function gives the half-open range of tokens that is the mention ("the top Russian diplomat"),
or None where no such phrase stands there.
"""

from .cues import (
    ADVERBS,
    BARRIERS,
    CONJUNCTIONS,
    DASHES,
    DAYS,
    DETERMINERS,
    OPENERS,
    PAST,
    PLURALS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)
from .modifiers import ARTICLES, TIMES, is_paper, skip_modifiers
from .tokens import Range, Token
from .verbs import NOUNLIKE_S

LONGEST = 14  # tokens in a mention
_LINKS = frozenset("of for in and at to from &".split())  # inside "the head of the army"
_AFTER_STOPS = (
    BARRIERS | ADVERBS | frozenset("on at during after before via by told to with".split())
)
_RELATIVES = frozenset("who which that".split())
_SHARES = frozenset("percent %".split())
_LEADING = frozenset("and but so still yet".split())
_BRACKETS = {")": "(", ">": "<"}  # what closes them, and what opens them
_NEVER_LAST = CONJUNCTIONS | PREPOSITIONS | BARRIERS  # in a noun phrase
_NEVER_INSIDE = BARRIERS | SUBJECT_PRONOUNS | {"according"}
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
        return _find_antecedent(tokens, at, first)
    return _find_phrase(tokens, at, first)


def _find_antecedent(tokens: list[Token], relative: int, first: int) -> Range | None:
    """Whom a relative pronoun means, and the pronoun: "Ana Silva, who"."""
    before = relative - 1
    if before > first and not tokens[before].is_word:
        before -= tokens[before].is_comma or tokens[before].text in DASHES
        if tokens[before].text in _BRACKETS:
            before = _before_brackets(tokens, before, first)
    found = _find_phrase(tokens, before, first)
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
    if not phrase or not (_names(phrase) or phrase[0].low in DETERMINERS or _is_pronoun(phrase)):
        return None
    return start, end


def _is_pronoun(phrase: list[Token]) -> bool:
    return len(phrase) == 1 and phrase[0].low in SUBJECT_PRONOUNS


def _names(phrase: list[Token]) -> bool:
    return any(t.is_capital and t.low not in DAYS for t in phrase)


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


def _find_phrase(tokens: list[Token], at: int, first: int) -> Range | None:
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
    if _is_verb(token):
        return False
    return token.low not in CONJUNCTIONS


def _is_verb(token: Token) -> bool:
    """Whether a token is likely to be a verb, so that no mention reaches over it."""
    verb = None if token.is_capital else token.verb
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
    if led or (len(phrase) > 6 and not phrase[0].is_capital):
        return _trailing_name(tokens, start, end)
    if _names(phrase):
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
        if tokens[at].low in DETERMINERS and tokens[at - 1].low not in _LINKS:
            return at
    return start


def _trailing_name(tokens: list[Token], start: int, end: int) -> Range | None:
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
    name = _trailing_name(tokens, start, end)
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
    if any(not t.is_word or t.low in BARRIERS or _is_verb(t) for t in segment):
        return False
    if segment[0].low in SUBJECT_PRONOUNS or segment[0].low in ADVERBS:
        return len(segment) == 1 and segment[0].low in SUBJECT_PRONOUNS
    return segment[0].low in DETERMINERS or _names(segment)
