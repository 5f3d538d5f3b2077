"""Claims: words that nouns and adjectives give, and whose they are."""

from typing import NamedTuple

from .attribution import Cue, Given, attribute
from .clauses import LINKERS, is_clause
from .cues import ADVERBS, AUXILIARIES, DASHES, DAYS, PAST
from .ends import SAID, find_end
from .mentions import find_owner
from .modifiers import is_modifier
from .nouns import FEELINGS, NOUNS, QUESTIONS
from .subjects import find_subject_before
from .tokens import Range

_AFTER_PLAN = AUXILIARIES | PAST | DASHES  # after "his plan to go", the sentence goes on
_BEING = frozenset("is was".split())
_BEFORE_FEELING = AUXILIARIES | ADVERBS | frozenset("am not so feel feels felt very".split())
_BEING_SO = frozenset("am is are was were be been".split())
_NOBODY = frozenset("it that this there".split())
_TAKEN = frozenset("favor favour support defense defence praise".split())
_NEAREST = 4  # tokens from "expressed" to "doubt"
_VOICING = frozenset(
    """made make makes has have had issued issues gave gives give expressed express expresses voiced
    voices raised raises shared shares offered offers reiterated repeated renewed hold holds
    signaled""".split()
)
_OWNED = frozenset("from by of".split())
_LONGEST_OWNER = 8  # tokens
_CLAUSE_LINKS = frozenset(("that", *QUESTIONS))


class Link(NamedTuple):
    """What ties words to a noun: the word itself, where they begin, and whose they are where it is
    told between: "a claim by Silva that"."""

    low: str
    start: int
    owner: Range | None = None


def find_link(cue: Cue) -> Link | None:
    """What makes a noun or an adjective a cue; None: it is none here."""
    if cue.at + 2 >= len(cue.tokens):
        return None
    if _is_taken(cue):
        return Link("of", cue.at + 2)
    if cue.low not in NOUNS or (cue.low == "suspicion" and cue.before and cue.before.low == "on"):
        return None
    return _find_own(cue) or _find_predicate(cue) or _find_owned(cue) or _find_bare(cue)


def _is_taken(cue: Cue) -> bool:
    """ "In favor of the plan"."""
    if cue.before is None or cue.before.low != "in":
        return False
    return cue.low in _TAKEN and cue.tokens[cue.at + 1].low == "of"


def read_claim(cue: Cue, link: Link) -> Given | None:
    """Words after a noun or an adjective: "his claim that rain fell", "a call for rain"."""
    tokens, start = cue.tokens, link.start
    if start >= len(tokens) or not (tokens[start].is_word or tokens[start].is_quote):
        return None
    end = find_end(cue, start)
    if link.low not in _CLAUSE_LINKS and tokens[start].low not in QUESTIONS:
        stops = _AFTER_PLAN if link.low == "to" else AUXILIARIES
        end = next((i for i in range(start + 2, end) if tokens[i].low in stops), end)
    if end < len(tokens) and tokens[end].low in SAID:
        return None  # "a statement on the firm's website said"
    owner = link.owner or find_owner(tokens, cue.at, cue.first)
    owner = owner or _find_feeling(cue) or _find_voice(cue)
    words = attribute(tokens, (start, end), tokens[cue.at].text, owner)
    return Given(words, end, owner or cue.held)


def _find_feeling(cue: Cue) -> Range | None:
    """Who "was sure" of it, not what "was clear"."""
    tokens, at = cue.tokens, cue.at
    while at > cue.first and is_modifier(tokens, at - 1):
        at -= 1
    if not any(token.low in _BEING_SO for token in tokens[at : cue.at]):
        return None
    subject = find_subject_before(tokens, at, cue.first)
    return None if subject and tokens[subject[0]].low in _NOBODY else subject


def _find_voice(cue: Cue) -> Range | None:
    """Who "made a claim", "expressed some doubt", "has doubts"."""
    for at in range(cue.at - 1, max(cue.first, cue.at - _NEAREST) - 1, -1):
        if cue.tokens[at].low in _VOICING:
            return find_subject_before(cue.tokens, at, cue.first)
        if not cue.tokens[at].is_word:
            return None
    return None


def _find_own(cue: Cue) -> Link | None:
    """ "His claim that", "sure on Monday that", "unclear whether", "a call for"."""
    tokens, k = cue.tokens, cue.at + 1
    followers = NOUNS[cue.low]
    if tokens[k].low not in followers:
        while k < len(tokens) and _is_adverb(cue, k):
            k += 1
        if k >= len(tokens) or tokens[k].low not in followers & _CLAUSE_LINKS:
            return None
    low = tokens[k].low
    is_own = (low == "to" and cue.low != "opposed") or (low in QUESTIONS and low not in LINKERS)
    return Link(low, k if is_own else k + 1)


def _is_adverb(cue: Cue, k: int) -> bool:
    token = cue.tokens[k]
    return (
        token.low in DAYS or token.low in ADVERBS or token.low == "on" or token.low.endswith("ly")
    )


def _find_predicate(cue: Cue) -> Link | None:
    """ "The claim is that rain fell", "the plan is to go"."""
    tokens, at = cue.tokens, cue.at
    low = tokens[at + 2].low
    if tokens[at + 1].low not in _BEING or low not in NOUNS[cue.low]:
        return None
    if low == "that" or low in LINKERS:
        return Link(low, at + 3)
    return Link(low, at + 2) if low == "to" or low in QUESTIONS else None


def _find_owned(cue: Cue) -> Link | None:
    """ "A claim by Silva that rain fell", "calls from Silva to go"."""
    tokens, first = cue.tokens, cue.at + 2
    if tokens[cue.at + 1].low not in _OWNED or cue.low in FEELINGS:
        return None
    if tokens[cue.at + 1].low == "of" and not tokens[first].is_capital:
        return None  # "the fear of a storm that", "the idea of a plan to go"
    for i in range(first, min(len(tokens) - 1, first + _LONGEST_OWNER)):
        low = tokens[i].low
        if not tokens[i].is_word or (i > first and tokens[i].is_finite):
            return None
        if low in ("that", "to") and low in NOUNS[cue.low] and i > first:
            return Link(low, i + (low == "that"), (first, i))
    return None


def _find_bare(cue: Cue) -> Link | None:
    """ "Sure she can", "convinced the dam will hold"."""
    start = cue.at + 1
    if cue.low not in FEELINGS or not cue.tokens[start].starts_phrase:
        return None
    if cue.before is None or cue.before.low not in _BEFORE_FEELING:
        return None
    return Link("that", start) if is_clause(cue.tokens, start) else None
