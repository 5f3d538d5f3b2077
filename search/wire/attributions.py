"""Attributions: which words of one sentence are given to whom, and by which cue."""

from dataclasses import dataclass

from ..article import StatementKind
from .content import ADJUNCT, find_content, find_end, find_kind, find_taken_up, may_give
from .cues import ADDING, CUES, PREPOSITIONS, SAYING
from .subjects import Range, find_first_subject, find_subject_after, find_subject_before
from .tokens import Token, ends_in_pause, has_verb

_NEAR = 8  # tokens after a quotation in which its cue may stand
_MOST = 24  # cues looked at in one sentence
_SHORTEST_CLAUSE = 3
_SUBORDINATE = frozenset("when while as if although though after since".split())


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words (``start``, ``end``), their cue, and the mention of who says them, all as offsets."""

    start: int
    end: int
    kind: StatementKind
    cue: str
    mention: tuple[int, int] | None


def find_attributions(tokens: list[Token]) -> list[Attribution]:
    """The attributions of one sentence, in order of their cues."""
    found: list[Attribution] = []
    first, held = 0, None
    for at in _find_cues(tokens)[:_MOST]:
        if at < first:
            continue
        got = _read_cue(tokens, at, first, held)
        if got is None:
            continue
        attribution, first, held = got
        found.append(attribution)
    return found


_Got = tuple[Attribution, int, Range]


def _find_cues(tokens: list[Token]) -> list[int]:
    """The tokens that may be cues; right after a quotation's pause, any verb in -ed may."""
    quote = -_NEAR
    found = []
    for i, token in enumerate(tokens):
        if token.is_quote and ends_in_pause(token):
            quote = i
        elif token.low in CUES or token.low == "according" or _is_verb(token, i - quote):
            found.append(i)
    return found


def _is_verb(token: Token, after_quote: int) -> bool:
    return after_quote < _NEAR and token.low.endswith("ed") and not token.is_capital


def find_introduction(tokens: list[Token]) -> Attribution | None:
    """The cue and its speaker where a sentence only introduces what the next paragraph quotes:
    "Silva went on:"; its own words are none."""
    if not tokens or tokens[-1].text != ":":
        return None
    for at in reversed(_find_cues(tokens)):
        subject = find_subject_before(tokens, at, 0)
        if subject and len(tokens) - at < ADJUNCT:
            end = tokens[-1].end
            return Attribution(end, end, "direct", tokens[at].text, _offsets(tokens, subject))
    return None


def _offsets(tokens: list[Token], subject: Range) -> tuple[int, int]:
    return tokens[subject[0]].start, tokens[subject[1] - 1].end


def _read_cue(tokens: list[Token], at: int, first: int, held: Range | None) -> _Got | None:
    low = tokens[at].low
    if low == "according":
        return _read_according(tokens, at, first)
    if low in ADDING:
        return _read_adding(tokens, at, first, held)
    before = _read_before(tokens, at, first)
    if before or low not in CUES:
        return before
    return _read_after(tokens, at, first, held)


def _read_before(tokens: list[Token], at: int, first: int) -> _Got | None:
    """Words before their cue: "Rain fell," Silva said; Rain fell, said Silva."""
    subject = find_subject_before(tokens, at, _after_quote(tokens, at, first))
    if subject and _pauses_before(tokens, subject[0], first):
        pause, rest = subject[0], at + 1
    else:
        pause, rest = at, at + 1
        subject = find_subject_after(tokens, at) if _pauses_before(tokens, at, first) else None
        rest = subject[1] if subject else rest
    if subject is None:
        return None
    quoted = _quote_before(tokens, pause)
    if not quoted and not _is_trailing(tokens, at, rest, pause, first):
        return None
    return _give(tokens, (first, _end_of_words(tokens, pause)), at, subject, rest)


def _after_quote(tokens: list[Token], at: int, first: int) -> int:
    """The token after the last quotation before ``at``: a subject does not reach over one."""
    for i in range(at - 1, first - 1, -1):
        if tokens[i].is_quote:
            return i + 2 if i + 1 < at and tokens[i + 1].is_comma else i + 1
    return first


def _pauses_before(tokens: list[Token], at: int, first: int) -> bool:
    if at - 1 < first:
        return False
    return tokens[at - 1].is_comma or tokens[at - 1].is_quote


def _quote_before(tokens: list[Token], pause: int) -> bool:
    """Whether what comes before is a quotation that stops for its speaker."""
    before = tokens[pause - 1]
    if before.is_comma and pause >= 2 and tokens[pause - 2].is_quote:
        return True
    return before.is_quote and ends_in_pause(before)


def _is_trailing(tokens: list[Token], at: int, rest: int, pause: int, first: int) -> bool:
    """Whether a clause before a comma is what is said: it is one, and no other follows."""
    if tokens[at].low not in SAYING or not tokens[pause - 1].is_comma:
        return False
    clause = tokens[first : pause - 1]
    if len(clause) < _SHORTEST_CLAUSE or clause[0].low in _SUBORDINATE:
        return False
    if clause[0].low in PREPOSITIONS and not has_verb(clause):
        return False
    return find_content(tokens, at, rest) is None


def _end_of_words(tokens: list[Token], pause: int) -> int:
    return pause - 1 if tokens[pause - 1].is_comma else pause


def _give(tokens: list[Token], words: Range, at: int, subject: Range, rest: int) -> _Got:
    """An attribution of the words; a quotation taken up again after the cue is joined to it."""
    start, end = _skip_opening(tokens, *words), words[1]
    again = find_taken_up(tokens, max(rest, at + 1)) if tokens[end - 1].is_quote else None
    last = again if again is not None else end - 1
    kind = find_kind(tokens[start:end])
    mention = _offsets(tokens, subject)
    attribution = Attribution(tokens[start].start, tokens[last].end, kind, tokens[at].text, mention)
    return attribution, max(last, at, subject[1] - 1) + 1, subject


def _skip_opening(tokens: list[Token], start: int, end: int) -> int:
    while start < end - 1 and not (tokens[start].is_word or tokens[start].is_quote):
        start += 1
    skipped = start
    while skipped < end - 1 and tokens[skipped].low in ("and", "but", "so", ","):
        skipped += 1
    return skipped if tokens[skipped].is_quote else start


def _read_after(tokens: list[Token], at: int, first: int, held: Range | None) -> _Got | None:
    """Words after their cue: Silva said that rain fell; Silva rose and said: "Rain fell.\""""
    subject = find_subject_before(tokens, at, first)
    if subject is None and at and tokens[at - 1].low in ("and", "then"):
        subject = held or find_first_subject(tokens)
    return _give_after(tokens, at, subject) if subject else None


def _give_after(tokens: list[Token], at: int, subject: Range) -> _Got | None:
    start = find_content(tokens, at, at + 1)
    if start is None:
        return None
    end = find_end(tokens, start)
    words = tokens[start:end]
    if not words or not may_give(tokens, at, start, words):
        return None
    mention = _offsets(tokens, subject)
    kind = find_kind(words)
    return Attribution(words[0].start, words[-1].end, kind, tokens[at].text, mention), end, subject


def _read_adding(tokens: list[Token], at: int, first: int, held: Range | None) -> _Got | None:
    """ "…, adding that": given to the sentence's own subject."""
    if at == 0:
        return None
    if tokens[at - 1].is_comma or tokens[at - 1].low in ("and", "by", "before", "then", "while"):
        subject = held or find_first_subject(tokens)
    else:
        subject = find_subject_before(tokens, at, first)
    return _give_after(tokens, at, subject) if subject else None


def _read_according(tokens: list[Token], at: int, first: int) -> _Got | None:
    """ "According to Silva, rain fell"; "rain fell, according to Silva"."""
    if at + 2 >= len(tokens) or tokens[at + 1].low != "to":
        return None
    subject = find_subject_after(tokens, at + 1)
    if subject is None:
        return None
    words = _words_beside(tokens, at, subject[1], first)
    if words is None:
        return None
    mention = _offsets(tokens, subject)
    start, end = words
    cue = f"{tokens[at].text} {tokens[at + 1].text}"
    attribution = Attribution(
        tokens[start].start, tokens[end - 1].end, find_kind(tokens[start:end]), cue, mention
    )
    return attribution, max(end, subject[1]), subject


def _words_beside(tokens: list[Token], at: int, rest: int, first: int) -> Range | None:
    if at - first >= _SHORTEST_CLAUSE:
        end = at - 1 if tokens[at - 1].is_comma else at
        return first, end
    comma = next((i for i in range(rest, len(tokens)) if tokens[i].is_comma), None)
    if comma is None or comma + 1 >= len(tokens):
        return None
    return comma + 1, find_end(tokens, comma + 1)
