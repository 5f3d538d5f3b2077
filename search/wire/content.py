"""Content: where what a cue gives begins, past whom it is said to, when and where."""

from .addressees import find_told, skip_addressee
from .attribution import Cue
from .bare import find_bare, find_behind, find_limiting
from .clauses import LINKERS, QUESTIONS, is_clause
from .cues import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    PREPOSITIONS,
    SAYING,
    SUBJECT_PRONOUNS,
)
from .linked import find_linked, find_pronoun, find_taken_up, find_to
from .modifiers import TIMES
from .roles import Role
from .tokens import Token
from .verbs import HELD, NOUNLIKE, NOUNLIKE_S, SEEMING

_PLAINEST = frozenset("said says saying told".split())  # any words may follow
_PARTICLES = frozenset("out back again also here".split())
SEEN = frozenset("see know".split())
# "showed up", "backed down": not what someone says
_NOTHING = (
    CONJUNCTIONS
    | AUXILIARIES
    | frozenset("up off down away along around apart since until".split())
)
_NAMING = frozenset("call dub label deem consider brand".split())
_JUDGING = frozenset("know criticize praise blame remember thank mock condemn".split())
_PHRASAL = {"point": "out", "lay": "out", "spell": "out", "rule": "out", "play": "down"}
_NAMES = 4  # tokens from "is called" to the quotation
_LATE = frozenset("late early".split())
_AFTER_LATE = DAYS | {"on"}
_RELATIVES = frozenset("which that who what".split())
_FARTHEST = 8  # tokens from one to the cue of its clause
_SPOKEN_AT = frozenset("at during".split())
_PROMISING = frozenset("promise pledge vow threaten agree refuse decline ask".split())
_WHILE = frozenset("as while when before after".split())
_ASKING = frozenset("ask wonder".split())  # others say what is so "if it rains"
_SHORTEST_ADVERB = 4
_LAST = frozenset("last this that next".split())


def find_content(cue: Cue, rest: int, role: Role) -> int | None:
    """The first token of what is said after a cue, looked for from ``rest`` on."""
    tokens, verb = cue.tokens, cue.verb
    k = find_limiting(tokens, _skip_adverbs(tokens, rest), rest)
    if k == rest + 1 and k + 1 < len(tokens) and _is_phrasal(cue, rest):
        return k + (tokens[k].low == "that")
    if verb.telling and role != "passive":
        told = find_told(tokens, k)
        if told is not None:
            return told
        told = skip_addressee(tokens, k)
        k = find_limiting(tokens, _skip_adverbs(tokens, told), told)
    if k >= len(tokens) or tokens[k].is_stop:
        return None
    if tokens[k].is_quote:
        return k
    if k + 1 >= len(tokens):
        return k if verb.noun and tokens[k].is_word and role != "passive" else None
    low = tokens[k].low
    if low in LINKERS:
        is_linked = low != "if" or verb.base in _ASKING
        return k + (is_linked and (tokens[k + 1].is_word or tokens[k + 1].is_quote))
    if role == "passive":
        return _find_after_passive(cue, k)
    if verb.base in SEEMING:
        return _find_seeming(tokens, k)
    if verb.to and (low == "to" or (low == "not" and tokens[k + 1].low == "to")):
        return k if tokens[k + 1].is_word or tokens[k + 1].is_quote else None
    if low in verb.prepositions or (low == "as" and verb.noun and _tells_of(cue)):
        return k + 1
    if verb.clause and role == "finite" and (bare := find_bare(tokens, k)) is not None:
        return bare
    if low in PREPOSITIONS or not tokens[k].is_word or (low == "and" and verb.telling):
        return _find_placed(cue, k, role)
    if low in _WHILE and cue.low in SAYING:  # "said as he left Faro, «…»"
        return find_taken_up(tokens, k)
    return k if low in QUESTIONS or _is_plain(cue, k) else None


def _find_placed(cue: Cue, k: int, role: Role) -> int | None:
    """What follows where a phrase or a stop comes first: "said in Rome that", "said: «…»"."""
    tokens, verb = cue.tokens, cue.verb
    if cue.low in NOUNLIKE_S and not _is_after_name(cue):
        return None  # "under the new terms, boats that"
    linked = find_linked(tokens, k)
    if linked is not None:
        return linked
    if verb.base in _PROMISING and tokens[k].low in _SPOKEN_AT:
        return find_to(tokens, k)
    if verb.base != "say" and not verb.telling:
        return None
    found = find_pronoun(tokens, k)
    return find_behind(tokens, k) if found is None and role == "finite" else found


def _is_phrasal(cue: Cue, rest: int) -> bool:
    """Whether the word after the verb makes it one of another sense: "pointed out rain"."""
    tokens = cue.tokens
    return _PHRASAL.get(cue.verb.base) == tokens[rest].low and tokens[rest + 1].is_word


def _find_seeming(tokens: list[Token], k: int) -> int | None:
    """What something seems "to be"; none where it seems "to say" so, and the next verb tells."""
    if tokens[k].low != "to":
        return None
    verb = tokens[k + 1].verb
    return k if verb is None or verb.form != "base" or not verb.clause else None


def _find_after_passive(cue: Cue, k: int) -> int | None:
    """What follows "was asked about", "was told by Silva that", "is seen as", "is said"."""
    tokens, verb, low = cue.tokens, cue.verb, cue.tokens[k].low
    if verb.telling and tokens[k].is_comma and tokens[k + 1].is_quote:
        return k + 1
    if low == "to":
        return k if verb.base in HELD or verb.telling else None
    if low in ("about", "of") and low in verb.prepositions:
        return k + 1 if verb.telling or verb.base == "accuse" else None
    if low in QUESTIONS:
        return k if verb.telling else None
    if low == "by":
        return find_linked(tokens, k) if verb.telling else None
    if low == "as":
        return k + 1 if verb.base in SEEN or (verb.noun and not verb.to) else None
    if low == "for":
        return k + 1 if verb.base in _JUDGING else None
    is_naming = verb.base in _NAMING and low not in PREPOSITIONS
    return k if is_naming and any(token.is_quote for token in tokens[k : k + _NAMES]) else None


def _is_plain(cue: Cue, k: int) -> bool:
    """Whether the verb can be followed by a thing, or a clause without "that", and is."""
    tokens, verb = cue.tokens, cue.verb
    token = tokens[k]
    if token.low in AUXILIARIES and verb.base == "say":
        return _tells_of(cue)  # "the rain that Silva said would fall"
    if token.low in _NOTHING or _is_base(token):
        return False
    starts = token.starts_phrase or token.low.endswith("ing")
    if cue.low in NOUNLIKE_S and not starts and not _is_after_name(cue):
        return False
    if verb.noun:
        return True
    if not verb.clause:
        return False
    return cue.low in _PLAINEST or is_clause(tokens, k) or any(t.is_quote for t in tokens[k:])


def _tells_of(cue: Cue) -> bool:
    """Whether a relative pronoun stands before the cue's subject."""
    before = cue.tokens[max(cue.first, cue.at - _FARTHEST) : cue.at]
    return any(token.low in _RELATIVES for token in before)


def _is_base(token: Token) -> bool:
    """Whether a token is a verb, so that the cue before it is none: "the reports show"."""
    verb = token.verb
    if verb is None or verb.form != "base":
        return False
    return token.low not in NOUNLIKE and not token.is_capital


def _is_after_name(cue: Cue) -> bool:
    """Whether a name or pronoun stands right before the cue, and no article before that."""
    tokens, before = cue.tokens, cue.before
    if before is None:
        return False
    if before.low in SUBJECT_PRONOUNS or before.low in ("who", "which"):
        return True
    i = cue.at - 1
    while i > 0 and tokens[i].is_capital:
        i -= 1
    if not before.is_capital or before.low.endswith(("'s", "’s")):
        return False
    return i == 0 or tokens[i].low not in DETERMINERS


def _skip_adverbs(tokens: list[Token], k: int) -> int:
    """Past adverbs, days and the like after a cue: "said late on Monday"."""
    while k < len(tokens):
        after = tokens[k + 1].low if k + 1 < len(tokens) else ""
        size = _size_of_adverb(tokens[k], after)
        if not size:
            break
        k += size
    return k


def _size_of_adverb(token: Token, after: str) -> int:
    """How many tokens of an adverb start here; 0 is none."""
    low = token.low
    if low == "there":  # "said there on Monday", not "said there had been rain"
        return int(after in LINKERS or after in DAYS or after in PREPOSITIONS)
    if low == "since":  # "fell since the rain came"
        return 0
    if low in DAYS or low in _PARTICLES or low in ADVERBS:
        return 1 + (low in DAYS and after in TIMES)
    if (low == "on" and after in DAYS) or (low in _LATE and after in _AFTER_LATE):
        return 1
    if low in _LAST and after in TIMES:
        return 2
    return int(low.endswith("ly") and not token.is_capital and len(low) > _SHORTEST_ADVERB)
