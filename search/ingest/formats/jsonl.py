"""JSON lines: one story a line, by our own keys; a record of our own export is one of these."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ...article import Article
from ...errors import NotAnArticle
from ..encoding import clean, one_line, read_characters
from ..names import unique
from ..page.fragment import read_fragment
from ..page.moments import read_moment
from ..paragraphs import Paragraph, join_paragraphs
from .text import NO_HEADLINE, opening_words

_LONGEST_ID = 500
_TEXTS = ("kicker", "standfirst", "byline", "agency", "section", "language", "url", "headline")


def read_jsonl(data: bytes) -> Iterator[Article | NotAnArticle]:
    """The story of each line (or of each object of a JSON list), without its wire facts, or the
    reason why a line has none. Dateline and statements are read from the body anew."""
    for number, record in _records(read_characters(data)):
        try:
            yield _read_story(record)
        except NotAnArticle as error:
            yield NotAnArticle(f"line {number}: {error}")


def _records(text: str) -> Iterator[tuple[int, Any]]:
    """Each record with the number of its line (or place in the list); None for what is no JSON."""
    lines = [(n, line) for n, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if len(lines) > 1 and isinstance(_load(lines[0][1]), dict):
        yield from ((number, _load(line)) for number, line in lines)
        return
    whole = _load(text)
    yield from enumerate(whole if isinstance(whole, list) else [whole], start=1)


def _load(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _read_story(record: Any) -> Article:
    if not isinstance(record, dict):
        raise NotAnArticle("it is no JSON object")
    body = join_paragraphs(_paragraphs(record))
    if not body.text:
        raise NotAnArticle('the record has no text under "body"')
    texts: dict[str, Any] = {key: _line(record, key) for key in _TEXTS}
    headline = texts.pop("headline")
    return Article(
        id=(_line(record, "id") or "")[:_LONGEST_ID],
        headline=headline or opening_words(body.text),
        authors=_words(record.get("authors")),
        keywords=_words(record.get("keywords")),
        published=read_moment(_line(record, "published")),
        updated=read_moment(_line(record, "updated")),
        body=body.text,
        headings=body.headings,
        notes=() if headline else (NO_HEADLINE,),
        **texts,
    )


def _line(record: Mapping[str, Any], key: str) -> str | None:
    """A field as one line of text; None for what is missing or no text."""
    value = record.get(key)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return one_line(value) or None if isinstance(value, str) else None


def _words(value: Any) -> tuple[str, ...]:
    """The texts of a list, or the one text given in its place."""
    parts = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    return unique(one_line(part) for part in parts if isinstance(part, str) and one_line(part))


def _paragraphs(record: Mapping[str, Any]) -> Iterator[Paragraph]:
    """The body's paragraphs; a heading is one that the record lists under "headings"."""
    body = record.get("body")
    if isinstance(body, list):
        body = "\n\n".join(part for part in body if isinstance(part, str))
    if not isinstance(body, str):
        return
    if "</p>" in body:
        yield from read_fragment(body)
        return
    headings = {text for text in map(_heading_text, _listed(record.get("headings"))) if text}
    for part in clean(body).split("\n\n"):
        yield Paragraph(part, one_line(part) in headings)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _heading_text(value: Any) -> str:
    text = value.get("text") if isinstance(value, dict) else value
    return one_line(text) if isinstance(text, str) else ""
