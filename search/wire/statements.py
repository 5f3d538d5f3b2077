"""Statements: who says what in a story.

>>> text = 'Rain will fall, Minister Ana Silva said. "Take coats," she added.'
>>> for s in find_statements(text):
...     print(s.kind, "|", text[s.start : s.end], "|", s.cue, "|", s.speaker.name)
indirect | Rain will fall | said | Ana Silva
direct | "Take coats," | added | Ana Silva
"""

import re
from collections.abc import Iterator

from ..article import Article, Statement
from ..text import find_paragraphs, find_sentences
from .attributions import Attribution, find_attributions, find_introduction
from .quotes import cover, find_quotes
from .speakers import name_speakers
from .tokens import Token, find_tokens

_QUOTED_QUESTION = re.compile(r"[?!…—,]»$")


def find_statements(text: str) -> tuple[Statement, ...]:
    """Each statement of the text, in order; offsets into ``text``. Empty: nobody says a thing."""
    return _find(text, 0, frozenset())


def find_statements_in(article: Article, start: int = 0) -> tuple[Statement, ...]:
    """Each statement of an article's body from ``start`` on, its headings left out."""
    return _find(article.body, start, frozenset(h.offset for h in article.headings))


def _find(text: str, start: int, headings: frozenset[int]) -> tuple[Statement, ...]:
    found: list[Attribution] = []
    last: int | None = None
    for first, end in find_paragraphs(text):
        if first not in headings and end > start:
            last = _read_paragraph(text, (max(first, start), end), found, last)
    return name_speakers(text, [a for a in found if a.start < a.end])


def _read_paragraph(
    text: str, span: tuple[int, int], found: list[Attribution], last: int | None
) -> int | None:
    """Adds the paragraph's attributions to those found. ``last`` is the place of the quoted one
    that the text just before has made, and that a quotation alone goes on with; so is what is
    given back."""
    covered = cover(text, find_quotes(text, *span), *span)
    for tokens in _sentences(covered, span[0]):
        if _is_floating(tokens):
            if last is not None:
                found[last] = _joined(found[last], tokens)
            continue
        at = len(found)
        found += find_attributions(tokens)
        introduced = find_introduction(tokens)
        found += [introduced] if introduced else []
        last = _last_quoted(found, at)
    return last


def _last_quoted(found: list[Attribution], since: int) -> int | None:
    quoted = [i for i in range(since, len(found)) if found[i].kind != "indirect"]
    return quoted[-1] if quoted else None


def _sentences(covered: str, offset: int) -> Iterator[list[Token]]:
    held: tuple[int, int] | None = None
    for start, end in find_sentences(covered):
        if held:
            start = held[0]
        if (
            _QUOTED_QUESTION.search(covered, max(start, end - 2), end)
            and end < len(covered)
            and not held
        ):
            held = start, end
            continue
        held = None
        yield find_tokens(covered, start, end, offset)
    if held:
        yield find_tokens(covered, *held, offset)


def _is_floating(tokens: list[Token]) -> bool:
    return any(t.is_quote for t in tokens) and not any(t.is_word for t in tokens)


def _joined(before: Attribution, tokens: list[Token]) -> Attribution:
    end = max(t.end for t in tokens)
    start = before.start if before.start < before.end else tokens[0].start
    return Attribution(start, end, before.kind, before.cue, before.mention)
