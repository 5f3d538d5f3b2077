"""Mentions: who speaks where no subject stands beside the cue."""

from .cues import BARRIERS, DAYS, DETERMINERS, OPENERS, PAST, PREPOSITIONS, SUBJECT_PRONOUNS
from .modifiers import ARTICLES
from .phrases import LONGEST
from .subjects import find_subject_before, goes_on
from .tokens import Range, Token, find_comma
from .verbs import NOUNLIKE_S

_GOVERNING = frozenset(
    """seems appears went goes go began begins begin continues continue tries try refuses wants want
    came comes chose chooses sought seeks able quick likely careful""".split()
)
_JOINING = frozenset("and then but".split())
_NEVER_LAST = ARTICLES | PREPOSITIONS | {"and"}
_POSSESSIVES = frozenset("his her their my our its".split())
_OWNING = ("'s", "’s", "s'", "s’")
_NEAREST = 4  # tokens from a noun to its owner: "his often repeated claim"


def find_first_subject(tokens: list[Token], start: int = 0) -> Range | None:
    """The name or pronoun that a sentence, or what is left of it from ``start`` on, begins with,
    past a phrase before its first comma."""
    if start < len(tokens) and (tokens[start].low in OPENERS or tokens[start].is_comma):
        comma = find_comma(tokens, start)
        start = len(tokens) if comma is None else comma + 1
    if start < len(tokens) and tokens[start].low in SUBJECT_PRONOUNS:
        return start, start + 1
    end = start
    while end < len(tokens) and end - start < LONGEST and _is_before_verb(tokens, end, start):
        end += 1
    has_article = start < len(tokens) and tokens[start].low in DETERMINERS
    if end - start <= has_article or tokens[end - 1].low in _NEVER_LAST:
        return None  # "The cost of" posting a card
    if tokens[start].low.endswith(("ing", "ly")) and not has_article:
        return None  # "Facing a press", "Apparently"
    return (start, end) if has_article or tokens[start].is_capital else None


def _is_before_verb(tokens: list[Token], at: int, start: int) -> bool:
    token = tokens[at]
    if (token.verb and not token.is_capital) or token.low.endswith("ed"):
        return False
    return goes_on(tokens, at, start)


def find_governing_subject(tokens: list[Token], cue: int, first: int) -> Range | None:
    """The subject of the verb before "to" and its cue: "Silva went on to say"."""
    to = next((i for i in range(cue - 1, first, -1) if tokens[i].low == "to"), first)
    at = to - 1 - (to > 0 and tokens[to - 1].low == "on")
    if at > first and (tokens[at].low in _GOVERNING or tokens[at].low.endswith("ed")):
        return find_subject_before(tokens, at, first)
    return None


def find_joined_subject(tokens: list[Token], cue: int, first: int) -> Range | None:
    """The subject that a cue shares with the verb before its "and": "Silva rose to speak and
    said"; else what the sentence begins with."""
    at = cue - 1
    while at > first and tokens[at].low not in _JOINING:
        at -= 1
    for i in range(at - 1, first, -1):
        if not tokens[i].is_word and not tokens[i].is_comma:
            break
        if _is_done(tokens[i]) and tokens[i - 1].is_word and tokens[i - 1].low not in _JOINING:
            subject = find_subject_before(tokens, i, first)
            if subject and not _is_inside(tokens, subject, first):
                return subject
    return find_first_subject(tokens)


def _is_inside(tokens: list[Token], subject: Range, first: int) -> bool:
    """Whether a pronoun and its verb only tell more of a noun: "every race she entered"."""
    at = subject[0]
    if at <= first or tokens[at].low not in SUBJECT_PRONOUNS or not tokens[at - 1].is_word:
        return False
    return tokens[at - 1].low not in BARRIERS and tokens[at - 1].low not in OPENERS


def _is_done(token: Token) -> bool:
    """Whether a token is a verb that tells what someone did."""
    if token.is_capital:
        return False
    is_form = token.verb is not None and token.verb.form in ("past", "s")
    is_past = token.low in PAST or (token.low.endswith("ed") and len(token.low) > len("need"))
    return is_past or (is_form and token.low not in NOUNLIKE_S)


def find_name_before(tokens: list[Token], colon: int) -> Range | None:
    """The name that a colon follows: "Ana Silva: «…»"."""
    start = colon
    while start and tokens[start - 1].is_capital and tokens[start - 1].low not in DAYS:
        start -= 1
    return (start, colon) if start < colon else None


def find_owner(tokens: list[Token], noun: int, first: int) -> Range | None:
    """Whose a noun is: "Ana Silva's latest claim", "his claim"."""
    for at in range(noun - 1, max(first - 1, noun - 1 - _NEAREST), -1):
        if tokens[at].low in _POSSESSIVES:
            return at, at + 1
        if tokens[at].is_capital and tokens[at].low.endswith(_OWNING) and not tokens[at].has_clitic:
            start = at
            while start > first and tokens[start - 1].is_capital:
                start -= 1
            return start, at + 1
    return None
