"""Passive: what is said or thought of something, by someone or by no one who is named."""

from .attribution import Cue, Given, attribute, join
from .content import SEEN, find_content
from .ends import find_end
from .modifiers import is_modifier
from .roles import Role
from .subjects import find_source, find_subject_before
from .tokens import Range

_RELATIVES = frozenset("who which that".split())


def read_passive(cue: Cue, role: Role) -> Given | None:
    """ "Ek is believed to be at sea", "the plan is seen as a gift", "was told that rain fell";
    "the plan was praised by Silva"; "Ek seems to be at sea"."""
    start = find_content(cue, cue.at + 1, role)
    if start is None:
        return _read_by(cue)
    tokens = cue.tokens
    words = start, find_end(cue, start)
    subject = _find_subject(cue) if _needs_subject(cue, start) else None
    given = attribute(tokens, subject or words, tokens[cue.at].text, None)
    return Given(join(given, tokens, words) if subject else given, words[1], cue.held)


def _needs_subject(cue: Cue, start: int) -> bool:
    """Whether what follows tells of the subject, and is nothing without it."""
    if cue.verb.telling:
        return False
    return cue.tokens[start].low == "to" or cue.tokens[start - 1].low in ("as", "for")


def _find_subject(cue: Cue) -> Range | None:
    """What the passive is said of, before "has been" and the like."""
    at = cue.at
    while at > cue.first and is_modifier(cue.tokens, at - 1):
        at -= 1
    if at > cue.first and cue.tokens[at - 1].low in _RELATIVES:
        return None
    if at == cue.at > cue.first:  # "the plan, praised by Silva"
        at -= cue.tokens[at - 1].is_comma
    return find_subject_before(cue.tokens, at, cue.first)


def _read_as(cue: Cue, speaker: Range) -> Given | None:
    """What follows "As reported by AFP,"."""
    tokens, comma = cue.tokens, speaker[1]
    if tokens[cue.first].low != "as" or comma + 1 >= len(tokens) or not tokens[comma].is_comma:
        return None
    words = comma + 1, find_end(cue, comma + 1)
    return Given(attribute(tokens, words, tokens[cue.at].text, speaker), words[1], speaker)


def _read_by(cue: Cue) -> Given | None:
    tokens, by = cue.tokens, cue.at + 1
    if by + 1 >= len(tokens) or tokens[by].low != "by" or cue.verb.telling:
        return None
    if cue.low in ("quoted", "written"):
        return None  # "Silva, quoted by AFP, said", "a song written by Silva": no view of it
    subject, speaker = _find_subject(cue), find_source(tokens, by + 1)
    if speaker is None or tokens[by + 1].low.endswith("ing"):
        return None
    end = speaker[1]
    is_as = end + 1 < len(tokens) and tokens[end].low == "as"
    if not cue.verb.noun and not (is_as and cue.verb.base in SEEN):
        return None
    if subject is None:
        return _read_as(cue, speaker)
    given = attribute(tokens, subject, tokens[cue.at].text, speaker)
    if is_as:  # "is seen by some as a gift"
        words = end + 1, find_end(cue, end + 1)
        given, end = join(given, tokens, words), words[1]
    return Given(given, end, speaker)
