"""Roles: what a cue's verb is in its clause, or that the word is no verb there."""

from typing import Literal

from .attribution import Cue
from .cues import ADVERBS, DAYS, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS
from .tokens import Token
from .verbs import NO_VERB, NOUNLIKE

Role = Literal["finite", "participle", "infinitive", "passive"]

_BE = frozenset(
    """is are was were be been being 's 're isn't aren't wasn't weren't isn’t aren’t wasn’t
    weren’t""".split()
)
_HAVE = frozenset("has have had having 've hasn't haven't hadn't hasn’t haven’t hadn’t".split())
_HELP = frozenset(
    """will would can could may might must shall should do does did won't wouldn't can't cannot
    couldn't shouldn't don't doesn't didn't won’t wouldn’t can’t couldn’t shouldn’t don’t doesn’t
    didn’t""".split()
)
_BEFORE_DAYS = frozenset("on in last".split())
_MOST_ADVERBS = 6  # tokens
_PLURAL = frozenset(
    """i you we they who that people police men women many some most others both all another other
    few several each""".split()
)
_SUBJECTS = _PLURAL | SUBJECT_PRONOUNS | {"which", "one"}  # not the article of a noun
_OWNING = ("'s", "’s", "s'", "s’")
_BEING = ("'s", "’s", "'re", "’re", "'m", "’m")
_PAST = ("past", "participle")
_CHARGES = frozenset(
    """charge charges charged accused suspicion suspected guilty convicted crime acquitted
    cleared""".split()
)
_MEANS = frozenset(
    "telephone phone email e-mail mail text fax letter video videolink satellite radio".split()
)


def find_role(cue: Cue) -> Role | None:
    """The role of a cue that is a form of a verb. None: the word is a noun or an adjective."""
    if cue.verb is NO_VERB:
        return "finite"
    if is_name(cue) or _is_noun(cue):
        return None
    before = _find_before(cue)
    if before is None:
        return "participle" if cue.verb.form in ("ing", "past") else None
    if cue.verb.form == "ing":
        return None if _is_charge(cue) else _of_ing(before)
    return _after_auxiliary(cue, before.low) or _after_subject(cue, before)


def is_name(cue: Cue) -> bool:
    """Whether a capital makes it a name or a title: "the Post", "the State Department"."""
    if not cue.tokens[cue.at].is_capital or not cue.at:
        return False
    if cue.low == "said":  # "Mohammed Said Reis"
        return cue.tokens[cue.at - 1].is_capital
    return cue.verb.form == "base" or cue.verb.base == "state"


def _is_noun(cue: Cue) -> bool:
    """Whether it is the "states" that are countries, or parts of one."""
    if cue.low not in ("states", "state") or cue.at + 1 >= len(cue.tokens):
        return False
    after = cue.tokens[cue.at + 1]
    if after.low == "that" and cue.at + 2 < len(cue.tokens):
        return cue.tokens[cue.at + 2].is_finite  # "the states that have moved"
    return after.low != "that" and not after.is_quote


def _find_before(cue: Cue) -> Token | None:
    """The token before the cue and its adverbs: "Silva on Monday also called for rain"."""
    after = ""
    for token in reversed(cue.tokens[max(0, cue.at - _MOST_ADVERBS) : cue.at]):
        is_adverb = token.low in ADVERBS or token.low == "not" or token.low in DAYS
        is_adverb = is_adverb or (token.low in _BEFORE_DAYS and after in DAYS)
        if not is_adverb and (token.is_capital or not token.low.endswith("ly")):
            return token
        after = token.low
    return None


def _is_charge(cue: Cue) -> bool:
    """Whether somebody is only charged with it: "on charges of insulting the court"."""
    if cue.at < 2 or cue.tokens[cue.at - 1].low not in ("of", "with"):
        return False
    return cue.tokens[cue.at - 2].low in _CHARGES


def _of_ing(before: Token) -> Role | None:
    if before.low in _BE or before.low.endswith(_BEING):
        return "finite"
    return None if before.low in DETERMINERS else "participle"


def _after_auxiliary(cue: Cue, low: str) -> Role | None:
    form = cue.verb.form
    if low == "to":
        return "infinitive" if form == "base" else None
    if low in _HELP:
        return "finite" if form == "base" else None
    if low in _HAVE:
        return "finite" if form in _PAST else None
    if low in _BE or low.endswith(("'re", "’re")):
        return "passive" if form in _PAST else None
    return None


def _after_subject(cue: Cue, before: Token) -> Role | None:
    low, form = before.low, cue.verb.form
    if low == "to" or low in _HELP or low in _HAVE or low in _BE:
        return None
    if before.has_clitic:
        return "finite" if form in _PAST else None
    if low.endswith(_OWNING) or (low in DETERMINERS and low not in _SUBJECTS):
        return None
    if form in _PAST and cue.verb.base == "accuse" and _is_followed(cue, "of"):
        return None  # "those accused of theft"
    if form in _PAST and _is_by(cue):
        return "passive"  # "the plan praised by Silva"
    if low in PREPOSITIONS or form == "participle":
        return None
    if form == "s" and low[0].isdigit():
        return None  # "rose by 3.9 points to 5,120"
    if form == "base" and cue.low in NOUNLIKE:
        return "finite" if _may_be_plural(cue, before) else None
    return "finite"


def _is_by(cue: Cue) -> bool:
    if not cue.verb.noun or not _is_followed(cue, "by"):
        return False
    before = cue.before
    if cue.verb.base == "say" and before and (before.is_capital or before.low in SUBJECT_PRONOUNS):
        return False  # "Silva said by May the dam would be dry"
    return cue.tokens[cue.at + 2].low not in _MEANS  # "said by telephone"


def _is_followed(cue: Cue, low: str) -> bool:
    return cue.at + 2 < len(cue.tokens) and cue.tokens[cue.at + 1].low == low


def _may_be_plural(cue: Cue, before: Token) -> bool:
    """Whether this may be the subject of "they claim", not what the claim is called by."""
    low = before.low
    if cue.verb.base == "like":
        return low in _PLURAL
    if low in _PLURAL or low in ("and", ",") or low[0].isdigit():
        return True
    return before.is_word and low.endswith("s") and not low.endswith("ss")
