"""Snippet: a passage of a story with the places that a query matched. Never HTML."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from .article import Article, Dateline
from .query.meaning import said_zones, zones_of
from .query.nodes import And, AtLeast, Node, Not, Or, Query, Said, Same
from .query.spans import find_spans
from .query.story import Story, Zone
from .query.tree import find_fields, is_place
from .text import find_paragraphs, find_sentences_of

LONGEST = 320  # characters of a passage; longer sentences are cut at words
_BEFORE = 80  # characters kept before the first mark of a sentence that is cut


@dataclass(frozen=True, slots=True)
class Snippet:
    """``marks`` are (start, end) offsets into ``text``, in order and apart; ``field`` is where it
    stands, "headline", "standfirst" or "body"."""

    field: str
    text: str
    marks: tuple[tuple[int, int], ...] = ()


class _Match(NamedTuple):
    start: int
    end: int
    part: int  # which part of the query


def find_snippets(article: Article, query: Query, limit: int) -> tuple[Snippet, ...]:
    """The passages of the body that answer the query best, at most ``limit``, in the story's
    order; its opening where the body does not say why it was found."""
    if limit < 1 or not article.body:
        return ()
    matches = _find_matches(_sought(query.tree, Story(article)), "body")
    sentences = list(_find_sentences(article, matches))
    scored = sorted(_scored(sentences, matches), reverse=True)[:limit]
    if not scored:
        return (_cut("body", article.body, next(find_paragraphs(article.body), (0, 0)), []),)
    chosen = sorted((-place, inside) for _, _, place, inside in scored)
    return tuple(_cut("body", article.body, sentences[place], inside) for place, inside in chosen)


def mark_statement(article: Article, place: int, query: Query) -> Snippet:
    """Statement number ``place`` of a story, whole, with what a search for statements found."""
    said = article.statements[place]
    zones = [one.zone for one in Story(article).statements() if one.place == place]
    parts = list(_asked_of_words(query.tree))
    sought = (found for zone in zones for part in parts for found in _sought_within(part, zone))
    matches = _find_matches(sought, "body")
    marks = [(one.start - said.start, min(one.end, said.end) - said.start) for one in matches]
    return Snippet("body", article.body[said.start : said.end], _apart(marks))


def _find_sentences(article: Article, matches: Sequence[_Match]) -> Iterator[tuple[int, int]]:
    """The sentences of each paragraph with a match in it, headings left out."""
    headings = {heading.offset for heading in article.headings}
    starts = [match.start for match in matches]
    for start, end in find_paragraphs(article.body) if matches else ():
        at = bisect_left(starts, start)
        if at < len(starts) and starts[at] < end and start not in headings:
            yield from _with_dateline(find_sentences_of(article.body, start, end), article.dateline)


def _with_dateline(
    sentences: Iterable[tuple[int, int]], line: Dateline | None
) -> Iterator[tuple[int, int]]:
    """The sentences, but one that a full stop in the dateline ends is of a piece with what follows:
    "MOSCOW. May 15 (Interfax) - Russia …"."""
    opening: tuple[int, int] | None = None
    for start, end in sentences:
        opening = (opening[0] if opening else start, end)
        if line is None or start < line.start or end > line.end:
            yield opening
            opening = None
    if opening:
        yield opening


def _scored(
    sentences: Sequence[tuple[int, int]], matches: Sequence[_Match]
) -> Iterator[tuple[int, int, int, list[tuple[int, int]]]]:
    """Each sentence with matches: how many parts of the query, how many marks, its place (less
    is better, so negative), its marks."""
    at = 0
    for place, (start, end) in enumerate(sentences):
        inside = []
        while at < len(matches) and matches[at].start < end:
            if matches[at].start >= start:
                inside.append(matches[at])
            at += 1
        if inside:
            marks = [(match.start, match.end) for match in inside]
            yield len({match.part for match in inside}), len(inside), -place, marks


def _find_matches(parts_sought: Iterable[tuple[Node, Zone]], field: str) -> list[_Match]:
    """Where the words, phrases and proximities sought stand in a field, in order."""
    sought = dict.fromkeys(parts_sought)
    parts = {part: number for number, part in enumerate(dict.fromkeys(part for part, _ in sought))}
    found = {
        _Match(zone.text.spans[first][0], zone.text.spans[behind - 1][1], parts[part])
        for part, zone in sought
        if zone.text.field.name == field
        for first, behind in find_spans(part, zone)
    }
    return sorted(found)


def _sought(node: Node, story: Story) -> Iterator[tuple[Node, Zone]]:
    """What is to be marked, and where: of a statement its words within it."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _sought(part, story)
        case Said(part):
            for zone in said_zones(node, story):
                yield from _sought_within(part, zone)
        case AtLeast(part):
            yield from _sought(part, story)
        case _ if is_place(node):
            for zone in zones_of(node, story):
                yield from _sought_within(node, zone)


def _sought_within(node: Node, zone: Zone) -> Iterator[tuple[Node, Zone]]:
    """The same in this zone alone: of two things in one sentence or paragraph each by itself,
    where both stand."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _sought_within(part, zone)
        case AtLeast(part):
            yield from _sought_within(part, zone)
        case Same(first, second):
            for start, end in find_spans(node, zone):
                inside = replace(zone, start=start, end=end)
                yield from ((part, inside) for part in (first, second))
        case _ if is_place(node):
            yield node, zone


def _asked_of_words(node: Node) -> Iterator[Node]:
    """The parts of a query that a statement's own words answer."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _asked_of_words(part)
        case Said(part):
            yield from _asked_of_words(part)
        case _ if find_fields(node) == {None} and not isinstance(node, Not):
            yield node


def _apart(marks: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The marks in order, overlapping ones made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _cut(
    field: str, text: str, passage: tuple[int, int], marks: Sequence[tuple[int, int]]
) -> Snippet:
    """The passage as a snippet: whole where it is short, else cut at words around its marks."""
    start, end = passage
    before, after = "", ""
    if end - start > LONGEST:
        first = marks[0][0] if marks else start
        if first - start > _BEFORE:
            start, before = _word_start(text, first - _BEFORE, first), "… "
        if end - start > LONGEST:
            end, after = _word_end(text, start, start + LONGEST), " …"
    shift = len(before) - start
    kept = [(a + shift, min(b, end) + shift) for a, b in _apart(marks) if start <= a < end]
    return Snippet(field, f"{before}{text[start:end]}{after}", tuple(kept))


def _word_start(text: str, at: int, last: int) -> int:
    while at < last and not text[at - 1].isspace():
        at += 1
    return at


def _word_end(text: str, first: int, at: int) -> int:
    end = at
    while end > first and not text[end].isspace():
        end -= 1
    return end if end > first else at
