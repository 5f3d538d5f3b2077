"""Preceding: words that come before their cue."""

from .attribution import Cue, Given, attribute, join
from .beside import find_beside
from .clauses import is_clause
from .content import find_content
from .cues import ADDING, AUXILIARIES, DAYS, OPENERS, PLURALS, PREPOSITIONS, SAYING
from .ends import find_end
from .linked import find_taken_up
from .subjects import find_subject_after, find_subject_before
from .tokens import Range, Token, ends_in_pause, find_comma, has_verb
from .turns import only_turns, past_hearers
from .verbs import NO_VERB, NOUNLIKE, NOUNLIKE_S

_SHORTEST_CLAUSE = 3
_PLAIN = frozenset("said says say added adds".split())  # may stand before their subject
_TELLERS = PLURALS | frozenset(
    """military army police ministry government agency report statement source spokesman spokeswoman
    spokesperson official company court paper newspaper daily network office department""".split()
)
_SUBORDINATE = frozenset("when while as if although though after since".split())
_TELLING_MORE = frozenset("who which a an whose where but and while whom without".split())
_AFTER_SUBJECT = PREPOSITIONS | DAYS | {"who", "as", "when"}


def read_before(cue: Cue) -> Given | None:
    """Words before their cue: "Rain fell," Silva said; Rain fell, said Silva."""
    tokens, at = cue.tokens, cue.at
    subject = _find_speaker(cue)
    if subject and _pauses_before(cue, subject[0]) and not _is_inverted(cue):
        pause, rest = subject[0], past_hearers(cue)
    elif subject and is_clause(tokens, at + 1):
        return None  # "Ana Silva, a lawyer, said the plan was old"
    else:
        subject = find_subject_after(tokens, at) if _pauses_before(cue, at) else None
        pause, rest = at, subject[1] if subject else at + 1
    if subject is None:
        return None
    end = pause - 1 if tokens[pause - 1].is_comma else pause
    if end > cue.first and only_turns(tokens[cue.first : end]):
        return _give_after(cue, subject, rest) if cue.low in SAYING else None
    if not ends_quoted(cue, pause) and not _is_trailing(cue, pause, rest):
        return None
    if end <= cue.first or _is_passed_by(cue, end):
        return None
    return give(cue, (past_bracket(cue, end), end), subject, rest)


def _find_speaker(cue: Cue) -> Range | None:
    """Who stands before the cue, no further back than the last quotation."""
    first = after_quote(cue)
    found = find_subject_before(cue.tokens, cue.at, first)
    if first > cue.first and (found is None or found[0] > first):
        return find_beside(cue.tokens, cue.at, first) or found
    return found


def _is_passed_by(cue: Cue, end: int) -> bool:
    """Whether the quotation before the cue only ends other words: 'the town of "Dry Hills," which
    changed', 'On TV's "Rain Today," Silva discussed the dam'."""
    words = cue.tokens[cue.first : end]
    if not words[-1].is_quote or all(t.low in OPENERS or not t.is_word for t in words[:-1]):
        return False
    return cue.verb is NO_VERB or (words[-1].is_title and cue.low not in SAYING)


def _give_after(cue: Cue, subject: Range, rest: int) -> Given | None:
    """What follows the cue where only "And yet, Silva said," comes before it."""
    tokens, start = cue.tokens, rest + 1
    if start >= len(tokens) or not tokens[rest].is_comma:
        return None
    if not (tokens[start].is_word or tokens[start].is_quote):
        return None
    words = start, find_end(cue, start)
    return Given(attribute(tokens, words, tokens[cue.at].text, subject), words[1], subject)


def past_bracket(cue: Cue, end: int) -> int:
    """Where the words up to ``end`` begin: in the brackets that they are in with their source, or
    with all words still to give."""
    if cue.tokens[end - 1].text == ")":
        return cue.first
    for i in range(end - 1, cue.first, -1):
        if cue.tokens[i].text in "()" and i + 1 < end:
            return i + 1 if cue.tokens[i].text == "(" else cue.first
    return cue.first


def goes_on_after(cue: Cue, rest: int) -> bool:
    """Whether the words go on after the cue and its speaker: "Rain, Silva said, is a gift"."""
    tokens = cue.tokens
    if rest + 2 >= len(tokens) or not tokens[rest].is_comma or not tokens[rest + 1].is_word:
        return False
    token, low = tokens[rest + 1], tokens[rest + 1].low
    if low in _TELLING_MORE or low in ADDING or low.endswith("ing") or token.verb:
        return False
    return rest == cue.at + 1 or low in AUXILIARIES or cue.low == "according"


def _is_inverted(cue: Cue) -> bool:
    """Whether a name, and no more than a pause, follows: ", said Ana Silva, a lawyer"."""
    tokens, before = cue.tokens, cue.before
    if cue.low not in _PLAIN or before is None or not before.is_comma:
        return False
    subject = find_subject_after(tokens, cue.at)
    if subject is None:
        return False
    words = tokens[slice(*subject)]
    if not any(token.is_capital for token in words) and words[-1].low not in _TELLERS:
        return False
    return subject[1] == len(tokens) or not tokens[subject[1]].is_word


def after_quote(cue: Cue) -> int:
    """The token after the last quotation before a cue: a subject does not reach over one."""
    tokens = cue.tokens
    for i in range(cue.at - 1, cue.first - 1, -1):
        if tokens[i].is_quote and not _is_worn(tokens, i):
            return i + 2 if i + 1 < cue.at and tokens[i + 1].is_comma else i + 1
    return cue.first


def _is_worn(tokens: list[Token], at: int) -> bool:
    """Whether a quotation is but a name in a phrase: "in “Stay Dry” boots"."""
    return (
        tokens[at].is_title and not ends_in_pause(tokens[at]) and at > 0 and tokens[at - 1].is_word
    )


def _pauses_before(cue: Cue, at: int) -> bool:
    if at - 1 < cue.first:
        return False
    return cue.tokens[at - 1].is_comma or cue.tokens[at - 1].is_quote


def ends_quoted(cue: Cue, pause: int) -> bool:
    """Whether what comes before is a quotation that stops for its speaker, or is all there is."""
    tokens = cue.tokens
    before = tokens[pause - 1]
    if before.is_comma and pause >= 2 and tokens[pause - 2].is_quote:
        return True
    if before.is_quote and pause - 1 == cue.first and cue.low in _PLAIN and not before.is_title:
        return True
    if before.is_title and pause - 1 > cue.first and is_clause(tokens, cue.at + 1):
        return False  # "To cries of «Go On!» Silva said the dam would hold"
    return before.is_quote and ends_in_pause(before)


def _is_trailing(cue: Cue, pause: int, rest: int) -> bool:
    """Whether a clause before a comma is what is said: it is one, and no other follows."""
    tokens, low = cue.tokens, cue.low
    if not tokens[pause - 1].is_comma or low in NOUNLIKE or low in NOUNLIKE_S:
        return False
    if pause < cue.at:
        if low not in SAYING and not (cue.verb.clause and cue.verb.form == "past"):
            return False
    elif not (low in _PLAIN or _is_named(cue, rest)) or not _may_end(tokens, rest):
        return False
    if goes_on_after(cue, rest):
        return True
    words = tokens[cue.first : pause - 1]
    if not _is_clause(words) or (pause == cue.at and _is_apposed(words)):
        return False
    is_inside = pause == cue.at and rest < len(tokens) and tokens[rest].is_comma
    is_told_of = pause == cue.at and rest < len(tokens) and tokens[rest].low == "who"
    return is_inside or is_told_of or find_content(cue, rest, "finite") is None


def _is_named(cue: Cue, rest: int) -> bool:
    """Whether a verb of saying and nothing but a name end the words: ", explained Ana Silva."""
    if cue.low not in SAYING or cue.verb.form != "past" or cue.verb.telling:
        return False
    return all(token.is_capital for token in cue.tokens[cue.at + 1 : rest])


def _may_end(tokens: list[Token], rest: int) -> bool:
    """Whether a subject that stands after its cue has no words of its own to follow it."""
    return rest >= len(tokens) or not tokens[rest].is_word or tokens[rest].low in _AFTER_SUBJECT


def _is_apposed(words: list[Token]) -> bool:
    """Whether this is but a name with what its bearer is: "Ana Silva, a lawyer"."""
    comma = find_comma(words, 0)
    if comma is None or not all(token.is_capital for token in words[:comma]):
        return False
    return not any(token.is_finite or token.is_quote for token in words)


def _is_clause(words: list[Token]) -> bool:
    if len(words) < _SHORTEST_CLAUSE:
        return False
    if words[0].low in _SUBORDINATE:  # "If it rains, they wait" is a clause, "if it rains" none
        return find_comma(words, 0) is not None
    return words[0].low not in PREPOSITIONS or has_verb(words)


def give(cue: Cue, words: Range, subject: Range, rest: int) -> Given:
    """An attribution of the words; what goes on after the cue is joined to it."""
    tokens = cue.tokens
    start, end = _skip_opening(tokens, *words), words[1]
    given = attribute(tokens, (start, end), tokens[cue.at].text, subject)
    after = _find_more(cue, end, rest)
    if after:
        given = join(given, tokens, after)
    last = after[1] if after else end
    return Given(given, max(last, cue.at + 1, subject[1]), subject)


def _find_more(cue: Cue, end: int, rest: int) -> Range | None:
    """What goes on after the cue of words that end before it."""
    if cue.tokens[end - 1].is_quote:
        again = find_taken_up(cue.tokens, max(rest, cue.at + 1))
        return None if again is None else (again, again + 1)
    return (rest + 1, find_end(cue, rest + 1)) if goes_on_after(cue, rest) else None


def _skip_opening(tokens: list[Token], start: int, end: int) -> int:
    if tokens[end - 1].is_quote and end - 2 > start and tokens[end - 2].text == ":":
        return end - 1  # "The rule is old: «…,» Silva said"
    while start < end - 1 and not (tokens[start].is_word or tokens[start].is_quote):
        start += 1
    skipped = start
    while skipped < end - 1 and tokens[skipped].low in ("and", "but", "so", ","):
        skipped += 1
    return skipped if tokens[skipped].is_quote else start
