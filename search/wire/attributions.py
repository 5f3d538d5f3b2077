"""Attributions: which words of one sentence are given to whom, and by which cue."""

from .attribution import Attribution, Cue, Given
from .claims import find_link, read_claim
from .cues import ADDING, SAYING
from .following import ISSUING, read_after
from .inverted import read_inverted
from .labels import find_label
from .linked import ADJUNCT
from .nouns import FEELINGS
from .occasions import is_occasion
from .preceding import read_before
from .relayed import read_relayed
from .roles import find_role, is_name
from .sentence import Sentence
from .sources import read_according
from .subjects import find_subject_before
from .tokens import Token, ends_in_pause
from .verbs import NO_VERB, SEEMING
from .views import find_view

_SILENT = frozenset("said says agreed agrees added wrote tweeted commented replied".split())
_NEAR = 8  # tokens after a quotation in which its cue may stand
_MOST = 24  # cues looked at in one sentence
_TAIL = 28  # tokens from the cue of all that precedes it to the sentence's end
Tried = dict[int, Given | None]  # what was read before each cue, with the whole sentence to give


def find_attributions(sentence: Sentence) -> list[Attribution]:
    """The attributions of one sentence, in order of their cues."""
    found: list[Attribution] = []
    first, held = 0, None
    cues = _find_cues(sentence.tokens)[:_MOST]
    tried: Tried = {}
    last = _find_trailing(sentence, cues, tried)
    for at in cues if last is None else [last, *cues]:
        given = _read_cue(Cue(sentence, at, first, held), tried) if at >= first else None
        if given:
            attribution, first, held = given
            found.append(attribution)
    return [one.placed(sentence) for one in found or find_view(sentence) or find_label(sentence)]


def find_introduction(sentence: Sentence, is_told: bool = False) -> Attribution | None:
    """The cue and its speaker where a sentence only introduces a quotation that comes after it:
    "Silva went on:", "Silva agreed."; its own words are none. ``is_told``: it has statements."""
    tokens = sentence.tokens
    if not tokens or not (tokens[-1].text == ":" or (not is_told and _is_short(tokens))):
        return None
    for at in reversed(range(len(tokens))):
        if not (tokens[at].is_cue or tokens[at].low in ISSUING):
            continue
        subject = find_subject_before(tokens, at, 0)
        if subject and len(tokens) - at < ADJUNCT:
            _, end = sentence.place((0, len(tokens)))
            return Attribution(end, end, "direct", tokens[at].text, sentence.place(subject))
    return None


def _is_short(tokens: list[Token]) -> bool:
    """Whether nothing comes after a cue of saying, or only where it was said: "Silva said in a
    statement."."""
    at = next((i for i, token in enumerate(tokens) if token.low in _SILENT), None)
    if at is None or at + 1 >= len(tokens) or tokens[-1].text != ".":
        return False
    return at + 2 == len(tokens) or is_occasion(tokens, at + 1, False)


def _find_cues(tokens: list[Token]) -> list[int]:
    """The tokens that may be cues; right after a quotation's pause, any verb in -ed may."""
    found, pauses = [], []
    for i, token in enumerate(tokens):
        if token.is_cue:
            found.append(i)
        elif token.is_quote and ends_in_pause(token):
            pauses.append(i)
    if not pauses:
        return found
    near = {i for at in pauses for i in range(at + 1, min(at + _NEAR, len(tokens)))}
    verbs = {i for i in near if tokens[i].low.endswith("ed") and not tokens[i].is_capital}
    return sorted(verbs.union(found))


def _read_cue(cue: Cue, tried: Tried) -> Given | None:
    low = cue.low
    if low == "according":
        return _read_before(cue, tried)
    special = read_relayed(cue) if low == "quoted" else read_inverted(cue)
    if special:
        return special
    link = find_link(cue)
    if link and (cue.verb is NO_VERB or low in FEELINGS or find_role(cue) is None):
        return read_claim(cue, link)
    is_never_last = low in ADDING or cue.verb.base in SEEMING or is_name(cue)
    before = None if is_never_last else _read_before(cue, tried)
    return before if before or cue.verb is NO_VERB else read_after(cue)


def _read_before(cue: Cue, tried: Tried) -> Given | None:
    """What is said before a cue, read once where all words before it are still to be given."""
    if cue.first == 0 and cue.at in tried:
        return tried[cue.at]
    given = read_according(cue) if cue.low == "according" else read_before(cue)
    if cue.first == 0:
        tried[cue.at] = given
    return given


def _find_trailing(sentence: Sentence, cues: list[int], tried: Tried) -> int | None:
    """The cue to which the whole sentence before it belongs: "Lima wants rain, Silva said."."""
    tokens = sentence.tokens
    for at in reversed(cues):
        if len(tokens) - at >= _TAIL:
            return None
        if tokens[at].low != "according" and tokens[at].low not in SAYING:
            continue
        if at and tokens[at - 1].low == "that":
            return None
        if any(token.is_quote and ends_in_pause(token) for token in tokens[:at]):
            return None
        given = _read_before(Cue(sentence, at), tried)
        if given and given.attribution.start == 0 and given.attribution.end <= at:
            return at
    return None
