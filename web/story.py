"""A story laid out for reading: paragraphs of runs, and each speaker with what they say."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from search.article import Article, Statement
from search.text import find_paragraphs, slug

_COLOURS = 6
_LONGEST_EXTRACT = 110


@dataclass(frozen=True, slots=True)
class Span:
    """A marked stretch of the body: the dateline, or statement ``number`` (from 1), or a piece of
    it: ``is_more`` where one is before it, ``goes_on`` where one is behind."""

    start: int
    end: int
    number: int = 0
    kind: str = "dateline"
    speaker: str | None = None
    colour: int | None = None
    is_more: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph in one look; a span that crosses paragraphs has several runs.
    ``is_first`` and ``is_last``: of all that is shown of its statement."""

    text: str
    span: Span | None = None
    is_first: bool = False
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or heading of the body."""

    is_heading: bool
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One statement in a speaker's list: its number in the story and how it begins."""

    number: int
    kind: str
    extract: str


@dataclass(slots=True)
class Voice:
    """A speaker of the story with every statement; ``name`` None is nobody made plain."""

    name: str | None
    role: str | None = None
    organisation: str | None = None
    colour: int | None = None
    said: list[Said] = field(default_factory=list)


def find_voices(article: Article) -> list[Voice]:
    """Everyone who speaks, in order, then what nobody plainly says."""
    voices = {
        slug(speaker.name): Voice(
            speaker.name, speaker.role, speaker.organisation, number % _COLOURS
        )
        for number, speaker in enumerate(article.speakers)
    }
    for number, said in enumerate(article.statements, 1):
        key = slug(said.speaker.name) if said.speaker else ""
        name = said.speaker.name if said.speaker else None
        voice = voices.setdefault(key, Voice(name))
        voice.said.append(Said(number, said.kind, _extract(article, said)))
    return sorted(voices.values(), key=lambda voice: voice.name is None)


def lay_out(article: Article) -> Iterator[Paragraph]:
    """The body paragraph by paragraph, its dateline and statements marked."""
    headings = {heading.offset for heading in article.headings}
    spans = list(_spans(article))
    first = 0
    for start, end in find_paragraphs(article.body):
        while first < len(spans) and spans[first].end <= start:
            first += 1
        runs = tuple(_runs(article.body, (start, end), spans, first))
        yield Paragraph(start in headings, runs)


def _spans(article: Article) -> Iterator[Span]:
    """Dateline and statements in order and apart: one that begins inside another is cut."""
    done, met = 0, set()
    for span in sorted(_marked(article), key=lambda span: span.start):
        start = max(span.start, done)
        end = min(span.end, len(article.body))
        if start < end:
            yield replace(span, start=start, end=end, is_more=span.number in met)
            done = end
            met.add(span.number)


def _marked(article: Article) -> Iterator[Span]:
    if article.dateline:
        yield Span(article.dateline.start, article.dateline.end)
    order = {slug(s.name): n % _COLOURS for n, s in enumerate(article.speakers)}
    for number, said in enumerate(article.statements, 1):
        name = said.speaker.name if said.speaker else None
        colour = order.get(slug(name)) if name else None
        pieces = _pieces(said)
        for start, end in pieces:
            goes_on = (start, end) != pieces[-1]
            yield Span(start, end, number, said.kind, name, colour, goes_on=goes_on)


def _runs(body: str, paragraph: tuple[int, int], spans: list[Span], first: int) -> Iterator[Run]:
    at, end = paragraph
    for number in range(first, len(spans)):
        span = spans[number]
        if span.start >= end:
            break
        if span.start > at:
            yield Run(body[at : span.start])
        begin, stop = max(span.start, at), min(span.end, end)
        opens, closes = begin == span.start, stop == span.end
        yield Run(body[begin:stop], span, opens and not span.is_more, closes and not span.goes_on)
        at = stop
    if at < end:
        yield Run(body[at:end])


def _pieces(said: Statement) -> tuple[tuple[int, int], ...]:
    return said.pieces or ((said.start, said.end),)


def _extract(article: Article, said: Statement) -> str:
    pieces = [article.body[start:end] for start, end in _pieces(said)]
    text = " ".join(" … ".join(pieces)[: _LONGEST_EXTRACT * 4].split())
    if len(text) <= _LONGEST_EXTRACT:
        return text
    return f"{text[:_LONGEST_EXTRACT].rsplit(' ', 1)[0]} …"
