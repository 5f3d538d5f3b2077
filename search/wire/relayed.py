"""Relayed: what someone is quoted as saying, by whomever."""

from .attribution import Cue, Given, attribute
from .cues import AUXILIARIES
from .ends import find_end
from .modifiers import is_modifier
from .preceding import after_quote, ends_quoted, give, past_bracket
from .subjects import find_source, find_subject_before
from .tokens import Range, find_comma

_SAYING = frozenset("saying telling".split())
_BEING = frozenset("is are was were been being".split())
_FARTHEST = 14  # tokens from "quoted" to "as saying"
_LONGEST_NAME = 10  # tokens


def read_relayed(cue: Cue) -> Given | None:
    """ "Silva was quoted by TASS as saying that rain fell"; "TASS quoted Silva as saying …";
    "«…», Silva was quoted as saying". None: it is no such "quoted"."""
    saying = _find_saying(cue)
    is_passive = saying is None and cue.tokens[cue.at + 1 : cue.at + 2] and _is_passive(cue)
    if saying is None and not (is_passive and cue.tokens[cue.at + 1].low == "by"):
        return None
    quoted, pause = _find_quoted(cue, saying or cue.at + 1)
    if quoted is None or (saying is None and not ends_quoted(cue, pause)):
        return None
    rest = _past_paper(cue, cue.at + 1 if saying is None else saying + 1)
    end = pause - (pause > 0 and cue.tokens[pause - 1].is_comma)
    if end > cue.first and ends_quoted(cue, pause):
        return give(cue, (past_bracket(cue, end), end), quoted, rest)
    start = rest + (rest < len(cue.tokens) and cue.tokens[rest].low in ("that", ":", ","))
    if start >= len(cue.tokens) or not (cue.tokens[start].is_word or cue.tokens[start].is_quote):
        return None
    words = start, find_end(Cue(cue.sentence, saying or cue.at, cue.first, cue.held), start)
    return Given(attribute(cue.tokens, words, cue.tokens[cue.at].text, quoted), words[1], quoted)


def _find_saying(cue: Cue) -> int | None:
    """The "saying" of "as saying"."""
    tokens = cue.tokens
    for i in range(cue.at + 1, min(len(tokens) - 1, cue.at + _FARTHEST)):
        if tokens[i].is_quote or tokens[i].is_stop:
            return None
        if tokens[i].low == "as":
            return i + 1 if tokens[i + 1].low in _SAYING else None
    return None


def _is_passive(cue: Cue) -> bool:
    """Whether it is who says the words that "was quoted", also where only "by AFP" follows."""
    return cue.before is not None and cue.before.low in _BEING


def _find_quoted(cue: Cue, saying: int) -> tuple[Range | None, int]:
    """Who is quoted, and where what tells so begins."""
    tokens, at = cue.tokens, cue.at
    while at > cue.first and is_modifier(tokens, at - 1):
        at -= 1
    if any(token.low in _BEING for token in tokens[at : cue.at]):
        first = after_quote(cue)
        subject = find_subject_before(tokens, at, first)
        return subject, first if first > cue.first else subject[0] if subject else at
    paper = find_subject_before(tokens, cue.at, cue.first)
    comma = find_comma(tokens[: saying - 1], cue.at + 1)
    named = cue.at + 1, saying - 1 if comma is None else comma
    is_name = 0 < named[1] - named[0] <= _LONGEST_NAME and tokens[named[0]].low not in AUXILIARIES
    return (named if is_name and tokens[named[0]].is_word else None), paper[0] if paper else cue.at


def _past_paper(cue: Cue, at: int) -> int:
    """Past "by his office" and the like, where it stands behind "saying"."""
    source = None
    if at < len(cue.tokens) and cue.tokens[at].low == "by":
        source = find_source(cue.tokens, at + 1)
    return source[1] if source else at
