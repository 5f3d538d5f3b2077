"""Modified: a subject that a phrase or a clause behind it keeps from its verb.

"Officials familiar with the plan said", "a man who lives near the dam said", "a report published
by the ministry said": the words next to the verb are not who says it.
"""

from .cues import (
    ADVERBS,
    AUXILIARIES,
    BARRIERS,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    OPENERS,
    PAST,
    PLURALS,
    PREPOSITIONS,
    SAYING,
)
from .modifiers import TIMES
from .phrases import LONGEST, find_phrase
from .tokens import Range, Token
from .verbs import HELD, NOUNLIKE_S

_FARTHEST = 26  # tokens from a subject to its verb
_LEADING = frozenset("and but so yet still meanwhile however then also now".split())
_RELATIVES = frozenset("who which whose whom".split())
_NEW_CLAUSES = frozenset("after before since until as when while because if".split())
_BEHIND = (PREPOSITIONS | frozenset("near among between behind inside".split())) - _NEW_CLAUSES
_STATES = frozenset(
    """familiar close aware present involved responsible loyal opposed critical privy available
    active based able unable eager willing ready""".split()
)
_IRREGULAR = frozenset("seen known given shown held sent taken written quoted led run made".split())
_NEVER_LAST = PREPOSITIONS | CONJUNCTIONS
_THESE = frozenset("this last next that".split())
_NEVER_FIRST = (OPENERS | ADVERBS | BARRIERS | DAYS | PAST) - {"one"}


def find_modified(
    tokens: list[Token], at: int, cue: int, first: int, found: Range | None = None
) -> Range | None:
    """The subject of a cue whose last modifier ends at a token, no further back than ``first``;
    ``found`` is the phrase that ends there. None: that phrase is no modifier's."""
    if found is not None and (found[0] <= first or not tokens[found[0] - 1].is_word):
        return None  # most subjects: nothing stands before them
    if not _is_main(tokens, cue) or not tokens[at].is_word or tokens[at].low in _NEVER_LAST:
        return None
    start = _find_segment(tokens, at, first)
    relative = _find_relative(tokens, at, start)
    if relative is not None:
        return find_phrase(tokens, relative - 1, first)
    if found is not None and not _is_object(tokens, found[0], start):
        return None
    end = _find_head(tokens, start, at) if _may_open(tokens, start) else None
    if (
        end is None
        or tokens[end - 1].low in _NEVER_LAST
        or not _is_one_phrase(tokens[end + 1 : at + 1])
    ):
        return None
    is_phrase = tokens[end].low in _STATES or tokens[end].low in _BEHIND
    return (start, at + 1) if is_phrase and at - start < LONGEST else (start, end)


def _is_main(tokens: list[Token], cue: int) -> bool:
    """Whether a cue is plainly the verb of its sentence: no "saying", no "reports", no "reported
    to have sunk"."""
    low, verb = tokens[cue].low, tokens[cue].verb
    if verb is None or low in NOUNLIKE_S or tokens[cue + 1 : cue + 2] == []:
        return False
    after = tokens[cue + 1].low
    is_passive = after == "by" or (after == "to" and verb.base in HELD)
    return not is_passive and (low in SAYING or verb.form in ("past", "s"))


def _is_one_phrase(words: list[Token]) -> bool:
    """Whether there is no other verb and no new clause in words."""
    return not any(
        token.low in BARRIERS
        or token.low in CONJUNCTIONS - {"and", "or"}
        or token.low in _NEW_CLAUSES
        or _is_finite(token)
        for token in words
    )


def _is_finite(token: Token) -> bool:
    """Whether a token is a verb, not the "plan" or the "reports" of a phrase."""
    if token.is_capital or token.low in NOUNLIKE_S:
        return False
    is_form = token.verb is not None and token.verb.form in ("past", "s")
    return token.low in AUXILIARIES or token.low in PAST or (is_form and not _is_participle(token))


def _find_segment(tokens: list[Token], at: int, first: int) -> int:
    """Where the words begin that no stop parts from a token, past what only leads to them."""
    start = at
    while start > max(first, at - _FARTHEST) and tokens[start - 1].is_word:
        start -= 1
    while start < at and tokens[start].low in _LEADING:
        start += 1
    return start


def _find_relative(tokens: list[Token], at: int, start: int) -> int | None:
    """The last "who" whose clause has its own verb before the token's end."""
    for i in range(at - 1, start, -1):
        if tokens[i].low in _RELATIVES or (tokens[i].low == "that" and _is_that(tokens, i)):
            is_told = tokens[i - 1].is_word and tokens[i - 1].low not in PREPOSITIONS
            has_verb = any(token.is_finite for token in tokens[i + 1 : at + 1])
            return i if is_told and has_verb and not tokens[i - 1].is_finite else None
    return None


def _is_that(tokens: list[Token], i: int) -> bool:
    """Whether "that" is whom a noun before it means: "the firm that built the dam"."""
    before, after = tokens[i - 1], tokens[i + 1]
    if before.verb or before.is_finite or not before.is_word or after.is_capital:
        return False
    return _is_finite(after) or (after.low.endswith("ed") and len(after.low) > len("need"))


def _is_object(tokens: list[Token], start: int, first: int) -> bool:
    """Whether a phrase hangs on the word before it, and can be no subject."""
    if start <= first:
        return False
    before = tokens[start - 1]
    return before.low in _BEHIND or _is_participle(before)


def _is_participle(token: Token) -> bool:
    if token.is_capital or token.low in AUXILIARIES:
        return False
    return token.low in _IRREGULAR or (len(token.low) > 4 and token.low.endswith(("ed", "ing")))


def _is_led(participle: Token, after: Token) -> bool:
    """Whether a participle has something behind it: "living near", "carrying the flag"; not the
    "reporting" of "the crop reporting board"."""
    is_placed = after.low in _BEHIND or after.low in DAYS
    return is_placed or (participle.low.endswith("ing") and after.starts_phrase)


def _may_open(tokens: list[Token], start: int) -> bool:
    """Whether someone may be named from here on: no "this week", no "In Rome"."""
    token = tokens[start]
    if token.low in _NEVER_FIRST:
        return False
    if token.low in _THESE and start + 1 < len(tokens) and tokens[start + 1].low in TIMES:
        return False
    is_many = token.low in PLURALS or (token.low.endswith("s") and len(token.low) > 4)
    return token.low in DETERMINERS or token.is_capital or is_many or token.text[0].isdigit()


def _find_head(tokens: list[Token], start: int, at: int) -> int | None:
    """Where the head of a phrase ends and what modifies it begins."""
    for end in range(start + 1, at + 1):
        token, before = tokens[end], tokens[end - 1]
        if before.low in DETERMINERS:
            continue
        if token.low in _STATES or token.low in _BEHIND or token.low in _RELATIVES:
            return end
        if _is_participle(token) and (end == at or _is_led(token, tokens[end + 1])):
            return end
        if _is_finite(token) or (_is_participle(token) and not token.low.endswith("ing")):
            return None
    return None
