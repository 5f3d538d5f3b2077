"""Attributions: which words of one sentence are given to whom, and by which cue."""

from .attribution import Attribution, Cue, Given, offsets
from .claims import find_link, read_claim
from .content import ADJUNCT
from .cues import ADDING, SAYING
from .following import read_after
from .labels import find_label
from .nouns import FEELINGS, NOUNS
from .preceding import read_before
from .roles import find_role
from .sources import read_according
from .subjects import find_subject_before
from .tokens import Token, ends_in_pause
from .verbs import SEEMING, VERBS

_NEAR = 8  # tokens after a quotation in which its cue may stand
_MOST = 24  # cues looked at in one sentence
_TAIL = 28  # tokens from the cue of all that precedes it to the sentence's end
_CUES = frozenset([*VERBS, *NOUNS, "according"])


def find_attributions(tokens: list[Token]) -> list[Attribution]:
    """The attributions of one sentence, in order of their cues."""
    found: list[Attribution] = []
    first, held = 0, None
    cues = _find_cues(tokens)[:_MOST]
    last = _find_trailing(tokens, cues)
    for at in cues if last is None else [last, *cues]:
        given = _read_cue(Cue(tokens, at, first, held)) if at >= first else None
        if given:
            attribution, first, held = given
            found.append(attribution)
    return found or find_label(tokens)


def find_introduction(tokens: list[Token]) -> Attribution | None:
    """The cue and its speaker where a sentence only introduces what the next paragraph quotes:
    "Silva went on:"; its own words are none."""
    if not tokens or tokens[-1].text != ":":
        return None
    for at in reversed(_find_cues(tokens)):
        subject = find_subject_before(tokens, at, 0)
        if subject and len(tokens) - at < ADJUNCT:
            end = tokens[-1].end
            return Attribution(end, end, "direct", tokens[at].text, offsets(tokens, subject))
    return None


def _find_cues(tokens: list[Token]) -> list[int]:
    """The tokens that may be cues; right after a quotation's pause, any verb in -ed may."""
    quote = -_NEAR
    found = []
    for i, token in enumerate(tokens):
        low = token.low
        if low in _CUES:
            found.append(i)
        elif low[0] == "«":
            quote = i if ends_in_pause(token) else quote
        elif i - quote < _NEAR and low.endswith("ed") and not token.is_capital:
            found.append(i)
    return found


def _read_cue(cue: Cue) -> Given | None:
    low = cue.low
    if low == "according":
        return read_according(cue)
    link = find_link(cue)
    if link and (low not in VERBS or low in FEELINGS or find_role(cue) is None):
        return read_claim(cue, link)
    before = None if low in ADDING or cue.verb.base in SEEMING else read_before(cue)
    return before if before or low not in VERBS else read_after(cue)


def _find_trailing(tokens: list[Token], cues: list[int]) -> int | None:
    """The cue to which the whole sentence before it belongs: "Lima wants rain, Silva said."."""
    for at in reversed(cues):
        if len(tokens) - at >= _TAIL:
            return None
        if tokens[at].low != "according" and tokens[at].low not in SAYING:
            continue
        if at and tokens[at - 1].low == "that":
            return None
        if any(token.is_quote and ends_in_pause(token) for token in tokens[:at]):
            return None
        cue = Cue(tokens, at)
        given = read_according(cue) if cue.low == "according" else read_before(cue)
        if given and _is_whole(given.attribution, tokens, at):
            return at
    return None


def _is_whole(found: Attribution, tokens: list[Token], at: int) -> bool:
    return found.start == tokens[0].start and found.end <= tokens[at].start
