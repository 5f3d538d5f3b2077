"""Ends: where the words that a cue gives come to their end within the sentence.

A clause ("said that rain fell, which …") goes further than a thing ("praised the plan, which …").
"""

from .asides import closes_aside, closes_bracket, is_last_dash
from .attribution import Cue
from .clauses import is_clause
from .cues import (
    ADDING,
    ADVERBS,
    AUXILIARIES,
    DASHES,
    DETERMINERS,
    OPENERS,
    PAST,
    SUBJECT_PRONOUNS,
)
from .extents import RELATIVES, Words, read_words
from .lists import is_list
from .occasions import SPOKEN_IN, is_occasion
from .tokens import Token, ends_in_comma
from .verbs import NOUNLIKE, NOUNLIKE_S

_PARTING = frozenset(
    "but while though although which who where despite a an".split()
)  # after a comma
_NEVER_MAIN = frozenset("be being been".split())
_GOING_ON = frozenset(
    "or including to not like particularly especially rather such".split()
)  # after one, and what is given goes on
_SAME_SUBJECT = frozenset("that also not only to rather".split())  # after "but"
_AFTER_PLAN = SUBJECT_PRONOUNS | {"and"}  # after "to go" and a comma
_AFTER_QUOTE = frozenset("after when as at during in on before while".split())
_OBJECTS = frozenset("him her it them me us".split())
_AFTER_THING = frozenset("while until after".split())
_AFTER_WORD = frozenset("in on at by over last this during before".split())
_LONGEST_BRACKETS = 5  # tokens of "(R-Iowa)"
SAID = frozenset("said says told".split())  # "those who saw the dam said"
_LONGEST_CLAUSE = 30  # tokens from "who" to the verb
_HAVE = frozenset("has have had".split())
# abbreviations after which a sentence may well start
_ENDERS = frozenset(
    """U.S. U.K. U.N. E.U. D.C. N.Y. N.J. N.H. N.C. S.C. Calif. Inc. Corp. Co. Jr. Sr. p.m.
    a.m.""".split()
)
# at these, at quotations and at verbs in -ed words may end
_STOPPING = (
    _AFTER_QUOTE
    | _AFTER_THING
    | _AFTER_WORD
    | AUXILIARIES
    | DASHES
    | PAST
    | SPOKEN_IN
    | SAID
    | {*map(str.lower, _ENDERS), *", ; ( and as but by according while )".split()}
)


def find_end(cue: Cue, start: int) -> int:
    """The token after the last of what a cue gives from ``start`` on."""
    tokens = cue.tokens
    words = read_words(cue, start)
    end = len(tokens)
    for i in range(start + (not tokens[start].is_quote), len(tokens) - 1):
        if may_stop(tokens[i]) and stops(words, i):
            end = i + (tokens[i].is_quote or tokens[i].text in _ENDERS)
            break
    while end > start + 1 and (tokens[end - 1].is_stop or tokens[end - 1].is_comma):
        end -= 1
    return end


def may_stop(token: Token) -> bool:
    """Whether words may end at such a token: most are none, and need no closer look."""
    return token.low in _STOPPING or token.is_quote or token.low.endswith("ed")


def stops(words: Words, i: int) -> bool:
    """Whether what a cue gives ends before a token."""
    token, after = words.cue.tokens[i], words.cue.tokens[i + 1]
    if (
        i == words.start + 1
        and words.cue.tokens[words.start].is_quote
        and token.low in _AFTER_QUOTE
    ):
        return True
    if token.is_comma:
        return _stops_at_comma(words, i)
    if token.low in SAID:
        return _is_said_of(words, i)
    if token.text == ")":
        return closes_bracket(words.cue.tokens, words.start, i)
    if token.is_quote:
        return ends_in_comma(token) and _closes_words(words, i)
    if token.text in DASHES and closes_aside(words, i):
        return True
    if token.low == "but":
        return i > words.start + 1 and _parts(words, i + 1)
    if token.low == "and":
        return _is_next_cue(words, i + 1) or (
            words.is_thing and i > words.start + 1 and _starts_clause(words, i + 1)
        )
    if token.low == "while" and after.low in ADDING:
        return True
    if token.low == "according":
        return after.low == "to"
    if is_occasion(words.cue.tokens, i, words.is_thing):
        return True
    if token.text in _ENDERS and after.is_capital:
        low = after.low
        return low in DETERMINERS or low in SUBJECT_PRONOUNS or low in OPENERS
    if words.is_embedded and words.cue.tokens[words.start].low == "to" and token.low in AUXILIARIES:
        return i > words.start + 1 and not any(
            t.low in RELATIVES for t in words.cue.tokens[words.start : i]
        )
    return token.text == ";" or (words.is_thing and _stops_thing(words, i))


def _is_said_of(words: Words, i: int) -> bool:
    """Whether "said" is the verb of the sentence: "those who saw the dam said", "to speak of the
    plan said"."""
    before = words.cue.tokens[i - 1]
    is_subject = before.is_capital or before.low in SUBJECT_PRONOUNS or before.low in ADVERBS
    if before.low in SUBJECT_PRONOUNS or not (words.is_embedded or words.is_thing):
        return False
    if is_subject and not words.is_embedded:
        return False
    near = words.cue.tokens[max(words.start, i - _LONGEST_CLAUSE) : i]
    return not any(token.low in RELATIVES for token in near)


def _closes_words(words: Words, i: int) -> bool:
    """Whether a quotation ends a thing: "called it “dead,” and Ana Silva agreed"; or a clause."""
    tokens, k = words.cue.tokens, i + 2
    if (words.is_thing and i == words.start) or _starts_anew(words, i + 1):
        return True
    is_and = words.is_thing and tokens[i + 1].low == "and" and k < len(tokens)
    return is_and and tokens[k].starts_phrase and is_clause(tokens, k)


def _starts_anew(words: Words, k: int) -> bool:
    """Whether another statement starts here: ", adding", "and he said", "but"."""
    token = words.cue.tokens[k]
    low = token.low
    if low in ("according", "but") or low in ADDING or (token.verb and low.endswith("ing")):
        return True
    return low == "and" and _is_another(words.cue.tokens, k + 1)


def _starts_clause(words: Words, k: int) -> bool:
    """Whether a name or a pronoun and its verb come after "and"."""
    tokens = words.cue.tokens
    if tokens[k].low in SUBJECT_PRONOUNS:
        return True
    i = k
    while i < len(tokens) and tokens[i].is_capital:
        i += 1
    return k < i < len(tokens) and (tokens[i].is_finite and tokens[i].low not in NOUNLIKE_S)


def _is_another(tokens: list[Token], k: int) -> bool:
    """Whether someone and a verb of saying are next: "he added", "Silva also said"."""
    for i in range(k, min(len(tokens), k + 4)):
        verb = tokens[i].verb
        if i > k and verb and verb.form in ("past", "s"):
            return True
        if tokens[i].is_finite:
            return False
    return False


def _stops_at_comma(words: Words, i: int) -> bool:
    tokens, low = words.cue.tokens, words.cue.tokens[i + 1].low
    if low == "but" and not words.is_thing and _continues(tokens, i + 2):
        return False
    if low != "but" and _starts_anew(words, i + 1):
        return True
    cue = words.cue
    if cue.verb.form == "ing" and cue.at - cue.first < 2 and _is_another(tokens, i + 1):
        return True  # "Fearing rain, he said …"
    if words.is_inside and not is_list(words.cue.tokens, words.start, i):
        return True
    if low == "including":
        return False
    if tokens[words.start].low == "to" and (low in _AFTER_PLAN or low.endswith("ing")):
        return not is_list(tokens, words.start, i)
    if low in _PARTING:
        return words.is_thing or is_clause(tokens, words.start, i)
    return words.is_thing and low not in _GOING_ON and not is_list(words.cue.tokens, words.start, i)


def _stops_thing(words: Words, i: int) -> bool:
    token, after = words.cue.tokens[i], words.cue.tokens[i + 1]
    if token.text in DASHES:
        before = words.cue.tokens[words.start : i] if is_last_dash(words, i) else [token]
        return not any(other.text in DASHES for other in before)
    if token.low == "as" and (after.low in SUBJECT_PRONOUNS or after.low == "well"):
        return True
    if token.text == "(":
        return not any(t.text == ")" for t in words.cue.tokens[i : i + _LONGEST_BRACKETS])
    if token.low == "by" and after.low in ADDING:
        return True
    if words.is_embedded and _is_main_verb(words, i):
        return not any(t.low in RELATIVES for t in words.cue.tokens[words.start : i])
    if i == words.start + 1 and token.low in _AFTER_WORD:
        only = words.cue.tokens[words.start]
        return only.is_capital or only.low in _OBJECTS
    return token.low in _AFTER_THING


def _is_main_verb(words: Words, i: int) -> bool:
    """Whether this is the verb of the sentence: "those backing Ek won"."""
    token, before = words.cue.tokens[i], words.cue.tokens[i - 1]
    is_past = token.low in PAST or (token.low.endswith("ed") and not token.is_capital)
    is_auxiliary = token.low in AUXILIARIES and token.low not in _NEVER_MAIN
    return is_auxiliary or (before.is_capital and is_past)


def _is_next_cue(words: Words, k: int) -> bool:
    """Whether "and" goes on with another verb of the same subject: "said … and added"."""
    tokens = words.cue.tokens
    if tokens[k].low in _HAVE and tokens[words.cue.at - 1].low in _HAVE | {"also"}:
        k += 1
    while k < len(tokens) and (tokens[k].low in ADVERBS or tokens[k].low.endswith("ly")):
        k += 1
    if k >= len(tokens):
        return False
    form, verb = words.cue.verb.form, tokens[k].verb
    if "-" in tokens[k].low or (verb and verb.form == "base" and tokens[k].low in NOUNLIKE):
        return False  # "law and order", "anxiety and deep-seated anger"
    if (verb and verb.form == form) or (form == "ing" and tokens[k].low.endswith("ing")):
        return True
    if words.is_thing and form in ("past", "s", "base") and tokens[k].low not in NOUNLIKE_S:
        return tokens[k].is_finite
    return False


def _continues(tokens: list[Token], k: int) -> bool:
    """Whether what follows a comma and "but" goes on with the same subject."""
    return k < len(tokens) and (tokens[k].low in AUXILIARIES or tokens[k].low in _SAME_SUBJECT)


def _parts(words: Words, k: int) -> bool:
    """Whether a thing, or a clause before another verb of saying, ends at this "but"."""
    return words.is_thing or _is_next_cue(words, k) or _is_another(words.cue.tokens, k)
