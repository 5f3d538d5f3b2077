"""Extents: what kind of words a cue gives, a thing or a clause, and in which clause it stands."""

from dataclasses import dataclass

from .attribution import Cue
from .clauses import LINKERS, QUESTIONS, is_clause
from .cues import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS
from .tokens import Token

_SUBORDINATE = frozenset(
    "when while as if although though after since because before unless until whether".split()
)
_LEADING = frozenset("despite with amid given following".split())  # "With Ek saying …,"
RELATIVES = frozenset("who which whose that".split())
_NEVER_SUBJECTS = PREPOSITIONS | AUXILIARIES | CONJUNCTIONS
# verbs that are hardly ever followed by a thing
_CLAUSAL = frozenset("say believe argue insist add know think estimate warn".split())
_NEAR = 5  # tokens within which "that" makes a clause of a thing: "the idea that"
_LONGEST_CLAUSE = 14  # tokens from a conjunction to the cue of its clause


@dataclass(slots=True)
class Words:
    """What a cue gives from the token ``start`` on: a thing or a clause; in a clause that a comma
    ends, or that the sentence's own verb does."""

    cue: Cue
    start: int
    is_thing: bool
    is_inside: bool
    is_embedded: bool


def read_words(cue: Cue, start: int) -> Words:
    """What a cue gives from a token on."""
    is_inside = not cue.tokens[start - 1].is_comma and _is_subordinate(cue)
    return Words(cue, start, _is_thing(cue, start), is_inside, _is_embedded(cue))


def _is_thing(cue: Cue, start: int) -> bool:
    tokens, verb = cue.tokens, cue.verb
    if tokens[start].low == "to" or tokens[start - 1].low == "that":
        return False
    if tokens[start].low in LINKERS or tokens[start].low in QUESTIONS:
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
    """Whether the cue is in a clause that a comma ends: "When Silva said it rained, …", "Asked
    whether it rained, …"."""
    if cue.at == 0 or (cue.at == 1 and cue.tokens[0].low == "having"):
        return cue.verb.form in ("ing", "past")
    for i in range(cue.at - 1, max(cue.first, cue.at - _LONGEST_CLAUSE) - 1, -1):
        token = cue.tokens[i]
        if not token.is_word:
            return False
        if token.low in ("who", "which"):
            return True
        if token.low in _SUBORDINATE and (i <= cue.first + 1 or _opens_clause(cue.tokens, i)):
            return True
        if i == 0 and token.low in _LEADING:
            return True
    return False


def _opens_clause(tokens: list[Token], i: int) -> bool:
    return tokens[i - 1].is_comma or tokens[i - 1].low in ("and", "but")


def _is_embedded(cue: Cue) -> bool:
    """Whether the cue only tells more of a subject whose verb is to come: "Anyone who says …"."""
    before = cue.before
    if before is None or cue.at <= cue.first:
        return False
    if cue.low.endswith("ing"):
        return before.is_word and before.low not in _NEVER_SUBJECTS
    return before.low in RELATIVES
