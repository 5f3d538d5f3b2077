"""Ends: where the words that a cue gives come to their end within the sentence.

A clause ("said that rain fell, which …") goes further than a thing ("praised the plan, which …").
"""

from dataclasses import dataclass

from .attribution import Cue
from .clauses import PAST, is_clause, is_finite
from .cues import (
    ADDING,
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    OPENERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)
from .lists import is_list
from .occasions import is_occasion
from .tokens import Token, ends_in_comma
from .verbs import VERBS

_SUBORDINATE = frozenset(
    "when while as if although though after since because before unless until whether".split()
)
_RELATIVES = frozenset("who which whose that".split())
_PARTING = frozenset(
    "but while though although which who where despite a an".split()
)  # after a comma
_GOING_ON = frozenset("or including to not".split())  # after one, and what is given goes on
_SAME_SUBJECT = frozenset("that also not only to rather".split())  # after "but"
_AFTER_PLAN = SUBJECT_PRONOUNS | {"and"}  # after "to go" and a comma
_AFTER_QUOTE = frozenset("after when as at during in on before while".split())
_OBJECTS = frozenset("him her it them me us".split())
_AFTER_THING = frozenset("while until after".split())
_AFTER_WORD = frozenset("in on at by over last this during before".split())
_NEVER_SUBJECTS = PREPOSITIONS | AUXILIARIES | CONJUNCTIONS
_LONGEST_BRACKETS = 5  # tokens of "(R-Iowa)"
_HAVE = frozenset("has have had".split())
# abbreviations after which a sentence may well start
_ENDERS = frozenset(
    """U.S. U.K. U.N. E.U. D.C. N.Y. N.J. N.H. N.C. S.C. Calif. Inc. Corp. Co. Jr. Sr. p.m.
    a.m.""".split()
)
# verbs that are hardly ever followed by a thing
_CLAUSAL = frozenset("say believe argue insist add know think estimate warn".split())
_NEAR = 5  # tokens within which "that" makes a clause of a thing: "the idea that"
_LONGEST_CLAUSE = 14  # tokens from a conjunction to the cue of its clause


@dataclass(frozen=True, slots=True)
class _Words:
    """What a cue gives from the token ``start`` on: a thing or a clause; in a clause that a comma
    ends, or that the sentence's own verb does."""

    cue: Cue
    start: int
    is_thing: bool
    is_inside: bool
    is_embedded: bool


def find_end(cue: Cue, start: int) -> int:
    """The token after the last of what a cue gives from ``start`` on."""
    tokens = cue.tokens
    words = _Words(cue, start, _is_thing(cue, start), _is_subordinate(cue), _is_embedded(cue))
    end = len(tokens)
    for i in range(start + (not tokens[start].is_quote), len(tokens) - 1):
        if _stops(words, i):
            end = i + (tokens[i].is_quote or tokens[i].text in _ENDERS)
            break
    while end > start + 1 and (tokens[end - 1].is_stop or tokens[end - 1].is_comma):
        end -= 1
    return end


def _is_thing(cue: Cue, start: int) -> bool:
    tokens, verb = cue.tokens, cue.verb
    if tokens[start].low == "to" or tokens[start - 1].low == "that":
        return False
    if any(token.low == "that" for token in tokens[start : start + _NEAR]):
        return False
    if tokens[start - 1].low in PREPOSITIONS:
        return True
    return verb.noun and (not verb.clause or _is_mere(cue, start))


def _is_mere(cue: Cue, start: int) -> bool:
    """Whether a verb that may be followed by a clause is not."""
    tokens = cue.tokens
    end = next((i for i in range(start, len(tokens)) if tokens[i].low == "and"), len(tokens))
    return cue.verb.base not in _CLAUSAL and not is_clause(tokens, start, end)


def _is_subordinate(cue: Cue) -> bool:
    """Whether the cue is in a clause that a comma ends: "When Silva said it rained, …"."""
    for i in range(cue.at - 1, max(cue.first, cue.at - _LONGEST_CLAUSE) - 1, -1):
        token = cue.tokens[i]
        if not token.is_word:
            return False
        if token.low in ("who", "which"):
            return True
        if token.low in _SUBORDINATE and i <= cue.first + 1:
            return True
    return False


def _is_embedded(cue: Cue) -> bool:
    """Whether the cue only tells more of a subject whose verb is to come: "Anyone who says …"."""
    before = cue.before
    if before is None or cue.at <= cue.first:
        return False
    if cue.low.endswith("ing"):
        return before.is_word and before.low not in _NEVER_SUBJECTS
    return before.low in _RELATIVES


def _stops(words: _Words, i: int) -> bool:
    token, after = words.cue.tokens[i], words.cue.tokens[i + 1]
    if (
        i == words.start + 1
        and words.cue.tokens[words.start].is_quote
        and token.low in _AFTER_QUOTE
    ):
        return True
    if token.is_comma:
        return _stops_at_comma(words, i)
    if token.is_quote:
        is_only = words.is_thing and i == words.start
        return ends_in_comma(token) and (is_only or _starts_anew(words, i + 1))
    if token.low == "but":
        return i > words.start + 1 and _parts(words, i + 1)
    if token.low == "and":
        return _is_next_cue(words, i + 1)
    if token.low == "while" and after.low in ADDING:
        return True
    if token.low == "according":
        return after.low == "to"
    if is_occasion(words.cue.tokens, i, words.is_thing):
        return True
    if token.text in _ENDERS and after.is_capital:
        low = after.low
        return low in DETERMINERS or low in SUBJECT_PRONOUNS or low in OPENERS
    return token.text == ";" or (words.is_thing and _stops_thing(words, i))


def _starts_anew(words: _Words, k: int) -> bool:
    """Whether another statement starts here: ", adding", "and he said", "but"."""
    low = words.cue.tokens[k].low
    if low in ("according", "but") or low in ADDING or (low in VERBS and low.endswith("ing")):
        return True
    return low == "and" and _is_another(words.cue.tokens, k + 1)


def _is_another(tokens: list[Token], k: int) -> bool:
    """Whether someone and a verb of saying are next: "he added", "Silva also said"."""
    for i in range(k, min(len(tokens), k + 4)):
        verb = VERBS.get(tokens[i].low)
        if i > k and verb and verb.form in ("past", "s"):
            return True
        if is_finite(tokens[i]):
            return False
    return False


def _stops_at_comma(words: _Words, i: int) -> bool:
    tokens, low = words.cue.tokens, words.cue.tokens[i + 1].low
    if low == "but" and not words.is_thing and _continues(tokens, i + 2):
        return False
    if low != "but" and _starts_anew(words, i + 1):
        return True
    if words.is_inside and not is_list(words.cue.tokens, words.start, i):
        return True
    if low == "including":
        return False
    if tokens[words.start].low == "to" and (low in _AFTER_PLAN or low.endswith("ing")):
        return not is_list(tokens, words.start, i)
    if low in _PARTING:
        return words.is_thing or is_clause(tokens, words.start, i)
    return words.is_thing and low not in _GOING_ON and not is_list(words.cue.tokens, words.start, i)


def _stops_thing(words: _Words, i: int) -> bool:
    token, after = words.cue.tokens[i], words.cue.tokens[i + 1]
    if token.text in DASHES:
        others = words.cue.tokens[words.start : i] + words.cue.tokens[i + 1 :]
        return not any(other.text in DASHES for other in others)
    if token.low == "as" and (after.low in SUBJECT_PRONOUNS or after.low == "well"):
        return True
    if token.text == "(":
        return not any(t.text == ")" for t in words.cue.tokens[i : i + _LONGEST_BRACKETS])
    if token.low == "by" and after.low.endswith("ing"):
        return True
    if words.is_embedded and _is_main_verb(words, i):
        return not any(t.low in _RELATIVES for t in words.cue.tokens[words.start : i])
    if i == words.start + 1 and token.low in _AFTER_WORD:
        only = words.cue.tokens[words.start]
        return only.is_capital or only.low in _OBJECTS
    return token.low in _AFTER_THING


def _is_main_verb(words: _Words, i: int) -> bool:
    """Whether this is the verb of the sentence: "those backing Ek won"."""
    token, before = words.cue.tokens[i], words.cue.tokens[i - 1]
    is_past = token.low in PAST or (token.low.endswith("ed") and not token.is_capital)
    return token.low in AUXILIARIES or (before.is_capital and is_past)


def _is_next_cue(words: _Words, k: int) -> bool:
    """Whether "and" goes on with another verb of the same subject: "said … and added"."""
    tokens = words.cue.tokens
    if tokens[k].low in _HAVE and tokens[words.cue.at - 1].low in _HAVE | {"also"}:
        k += 1
    while k < len(tokens) and (tokens[k].low in ADVERBS or tokens[k].low.endswith("ly")):
        k += 1
    if k >= len(tokens):
        return False
    form, verb = words.cue.verb.form, VERBS.get(tokens[k].low)
    if (verb and verb.form == form) or (form == "ing" and tokens[k].low.endswith("ing")):
        return True
    return words.is_thing and form == "past" and is_finite(tokens[k])


def _continues(tokens: list[Token], k: int) -> bool:
    """Whether what follows a comma and "but" goes on with the same subject."""
    return k < len(tokens) and (tokens[k].low in AUXILIARIES or tokens[k].low in _SAME_SUBJECT)


def _parts(words: _Words, k: int) -> bool:
    """Whether a thing, or a clause before another verb of saying, ends at this "but"."""
    return words.is_thing or _is_next_cue(words, k) or _is_another(words.cue.tokens, k)
