"""Statements: who says what in a story.

>>> text = 'Rain will fall, Minister Ana Silva said. "Take coats," she added.'
>>> for s in find_statements(text):
...     print(s.kind, "|", text[s.start : s.end], "|", s.cue, "|", s.speaker.name)
indirect | Rain will fall | said | Ana Silva
direct | "Take coats," | added | Ana Silva
"""

from collections.abc import Iterator
from itertools import zip_longest

from ..article import Article, Statement
from ..text import find_paragraphs, find_sentences_of
from .attribution import Attribution
from .attributions import find_attributions, find_introduction
from .cues import AUXILIARIES, DASHES
from .labels import find_credited
from .quotes import cover, find_quotes
from .sentence import Sentence, read_sentence
from .speakers import name_speakers
from .tokens import Token
from .verbs import VERBS

_LONGEST_TAG = 20  # words of a sentence that may belong to the quoted question before it
_LONGEST_CREDIT = 6  # words of "- Ana Silva" after a quotation
_LONGEST_SPEAKER = 6  # words of "the minister said."
_TAGS = frozenset("said says added adds told wrote tweeted".split())
_LONGEST_NAME = 100  # characters of a paragraph that only tells who is quoted
_NEAREST = 8  # words in which its cue stands
_QUESTIONS = "?!…—,"  # before the mark that closes a quotation


def find_statements(text: str) -> tuple[Statement, ...]:
    """Each statement of the text, in order; offsets into ``text``. Empty: nobody says a thing."""
    return _find(text, 0, frozenset())


def find_statements_in(article: Article, start: int = 0) -> tuple[Statement, ...]:
    """Each statement of an article's body from ``start`` on, its headings left out."""
    return _find(article.body, start, frozenset(h.offset for h in article.headings))


def _find(text: str, start: int, headings: frozenset[int]) -> tuple[Statement, ...]:
    found: list[Attribution] = []
    last: int | None = None
    paragraphs = [
        (max(first, start), end)
        for first, end in find_paragraphs(text)
        if first not in headings and end > start
    ]
    for span, following in zip_longest(paragraphs, paragraphs[1:]):
        credited = _read_credited(text, span, following) if following else None
        if credited:
            found.append(credited)
            last = None
        else:
            last = _read_paragraph(text, span, found, last)
    return name_speakers(text, [a for a in found if a.start < a.end])


def _read_credited(
    text: str, span: tuple[int, int], following: tuple[int, int]
) -> Attribution | None:
    """The quotation that a paragraph is, where the next one only tells whose: "- Ana Silva"."""
    if text[following[0]] not in DASHES or following[1] - following[0] > _LONGEST_NAME:
        return None
    line = read_sentence(text, *following, 0)
    credit = find_credited(line.tokens)
    if credit is None or [quote[:2] for quote in find_quotes(text, *span)] != [span]:
        return None
    return Attribution(*span, "direct", line.tokens[0].text, line.place(credit))


def _read_paragraph(
    text: str, span: tuple[int, int], found: list[Attribution], last: int | None
) -> int | None:
    """Adds the paragraph's attributions to those found. ``last`` is the place of the quoted one
    that the text just before has made, and that a quotation alone goes on with; so is what is
    given back."""
    covered = cover(text, find_quotes(text, *span), *span)
    for sentence in _sentences(covered, span[0]):
        if _is_floating(sentence.tokens):
            last = _add_floating(found, last, sentence)
            continue
        at = len(found)
        found += find_attributions(sentence)
        introduced = find_introduction(sentence, is_told=len(found) > at)
        found += [introduced] if introduced else []
        last = _last_quoted(found, at)
    is_silent = last is not None and found[last].start == found[last].end and covered[-1:] == "."
    return None if is_silent else last  # "Silva agreed." introduces nothing but its own paragraph's


def _last_quoted(found: list[Attribution], since: int) -> int | None:
    quoted = [i for i in range(since, len(found)) if found[i].kind != "indirect"]
    if not quoted and len(found) > since and found[-1].mention:
        return len(found) - 1
    return quoted[-1] if quoted else None


def _sentences(covered: str, offset: int) -> Iterator[Sentence]:
    spans = list(find_sentences_of(covered, len(covered) - len(covered.lstrip()), len(covered)))
    held = -1
    for number, (start, end) in enumerate(spans):
        if (
            held < 0
            and number + 1 < len(spans)
            and _goes_on(covered, spans[number], spans[number + 1])
        ):
            held = start
            continue
        yield read_sentence(covered, held if held >= 0 else start, end, offset)
        held = -1


def _goes_on(covered: str, span: tuple[int, int], following: tuple[int, int]) -> bool:
    """Whether a quotation goes on into the next sentence: "Why?" asked Silva; "Rain." - Silva."""
    start, end = span
    if covered[end - 1] != "»":
        return False
    words = [word.strip(",.") for word in covered[slice(*following)].split()[:_LONGEST_TAG]]
    opens = covered[start] == "«"
    if words[0] in DASHES:
        return opens and len(words) <= _LONGEST_CREDIT
    if opens and covered[end - 2] == "." and _is_tag(words):
        return True
    if covered[end - 2] not in _QUESTIONS:
        return False
    if words[0][:1].islower():
        return True
    return opens and len(words) < _LONGEST_TAG and any(map(_may_say, words[:_NEAREST]))


def _is_tag(words: list[str]) -> bool:
    """Whether a sentence only tells who says what is before it: "Silva said."""
    if not 1 < len(words) <= _LONGEST_SPEAKER or any(word[0] == "«" for word in words):
        return False
    return words[-1] in _TAGS and words[-2] not in AUXILIARIES


def _may_say(word: str) -> bool:
    verb = VERBS.get(word.lower())
    return verb is not None and verb.form in ("past", "s")


def _is_floating(tokens: list[Token]) -> bool:
    if not tokens or tokens[0].is_word:
        return False
    return any(t.is_quote for t in tokens) and not any(t.is_word for t in tokens)


def _add_floating(found: list[Attribution], last: int | None, alone: Sentence) -> int | None:
    """Adds a quotation that stands alone to the last quoted one, and gives the place of that."""
    if last is None:
        return None
    before, (start, end) = found[last], alone.place((0, len(alone.tokens)))
    if before.start == before.end:  # the first after words that only introduce it
        found[last] = before._replace(start=start, end=end)
        return last
    found[last] = before.joined(start, end, "mixed" if before.kind == "mixed" else "direct")
    return last
