"""JSON lines: one story a line, by our own keys or by those that others use; ninjs items too."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from ...article import Article, Dateline, Earlier, Signal
from ...errors import NotAnArticle
from ..encoding import clean, one_line, read_characters
from ..identity import lasting_guid
from ..names import unique
from ..page.fragment import read_fragment, read_fragment_line
from ..page.moments import read_moment
from ..paragraphs import Paragraph, join_paragraphs
from .content import read_lines
from .credits import find_authors, find_provider, locate, with_dateline
from .fields import find_field, fold_names, is_ours, unwrap
from .ninjs import find_items, read_ninjs
from .records import find_records, read_records
from .signals import find_signal, gravest, read_note
from .stamps import read_number, read_urgency
from .text import NO_HEADLINE, opening_words

_LONGEST_ID = 500
_MOST_TOLD = 8
_MARKUP = re.compile(r"</[a-z][a-z0-9]{0,10}>|<br\s*/?>", re.IGNORECASE)
_TEXTS = ("kicker", "byline", "section", "language", "url", "slug")


def read_jsonl(data: bytes, first: int = 1) -> Iterator[Article | NotAnArticle]:
    """The story of each line (or of each object of a JSON list), without its wire facts, or the
    reason why a line has none; ``first`` is the number of the first line. Dateline and statements
    are read from the body anew."""
    for number, record in read_records(read_characters(data), first):
        items = [(read_ninjs, item) for item in find_items(record)]
        for reader, part in items or [(_read_story, one) for one in find_records(record)]:
            try:
                yield reader(part)
            except NotAnArticle as error:
                yield NotAnArticle(f"line {number}: {error}")


def _read_story(record: Any) -> Article:
    if not isinstance(record, dict):
        raise NotAnArticle("it is no JSON object")
    fields = fold_names(record)
    line = fields.get("dateline")
    printed = line if isinstance(line, str) else None
    body = join_paragraphs(with_dateline([*_paragraphs(fields)], printed))
    if not body.text:
        raise NotAnArticle(_textless(record))
    texts: dict[str, Any] = {key: _line(fields, key) for key in _TEXTS}
    headline = _markup_line(fields, "headline")
    return Article(
        id=_find_id(fields),
        headline=headline or opening_words(body.text),
        standfirst=_markup_line(fields, "standfirst"),
        authors=_authors(fields, texts["byline"]),
        agency=_agency(fields),
        keywords=_words(find_field(fields, "keywords")),
        published=read_moment(_line(fields, "published")),
        published_on=_read_day(fields),
        updated=read_moment(_line(fields, "updated")),
        dateline=_placed(fields),
        body=body.text,
        headings=body.headings,
        notes=() if headline else (NO_HEADLINE,),
        version=read_number(_line(fields, "version")),
        urgency=read_urgency(_line(fields, "urgency")),
        embargo=read_moment(_line(fields, "embargo")),
        signal=_signal(fields, headline),
        replaces=_words(find_field(fields, "replaces")),
        earlier=tuple(_read_earlier(find_field(fields, "earlier"))),
        **texts,
    )


def _textless(record: Mapping[str, Any]) -> str:
    told = ", ".join(one_line(str(name))[:40] for name in [*record][:_MOST_TOLD])
    has = f"; it has {told}" if told else ""
    return f'the record has no text under "body" or a name like it{has}'


def _read_day(fields: Mapping[str, Any]) -> dt.date | None:
    """The day of publication of a story of our own export, where its moment gives another."""
    told = read_moment(_line(fields, "published_on")) if is_ours(fields, "published") else None
    return told.date() if told else None


def _line(fields: Mapping[str, Any], key: str) -> str | None:
    """A field as one line of text; None for what is missing or no text."""
    value = find_field(fields, key)
    if isinstance(value, list):
        value = next((text for part in value if isinstance(text := unwrap(part), str)), None)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return one_line(value) or None if isinstance(value, str) else None


def _markup_line(fields: Mapping[str, Any], key: str) -> str | None:
    """A field in which others keep markup."""
    return (
        _line(fields, key)
        if is_ours(fields, key)
        else read_fragment_line(_line(fields, key)) or None
    )


def _find_id(fields: Mapping[str, Any]) -> str:
    """The record's id; a bare number is unique in its own file alone."""
    given = (_line(fields, "id") or "")[:_LONGEST_ID]
    if given.isdigit():
        return ""
    return given if is_ours(fields, "id") else lasting_guid(given)


def _agency(fields: Mapping[str, Any]) -> str | None:
    """The agency as we wrote it; of what others call a publisher, an agency that is known."""
    named = _line(fields, "agency")
    return named if is_ours(fields, "agency") else find_provider(named)


def _authors(fields: Mapping[str, Any], byline: str | None) -> tuple[str, ...]:
    """Those listed; else the names in the text, or the byline, that others give in their place."""
    given = find_field(fields, "authors")
    if isinstance(given, str) and not is_ours(fields, "authors"):
        return find_authors(given)
    return _words(given) or (find_authors(byline) if not is_ours(fields, "authors") else ())


def _placed(fields: Mapping[str, Any]) -> Dateline | None:
    """Where a story was written, by our own export if it prints no dateline; or by a place alone
    that others give as one."""
    line = fields.get("dateline")
    if not isinstance(line, dict):
        return locate(_line(fields, "located"), line if isinstance(line, str) else None)
    if line.get("text") != "":
        return None
    named = {name: one_line(v) or None for name, v in line.items() if isinstance(v, str)}
    return Dateline(text="", start=0, end=0, place=named.get("place"), country=named.get("country"))


def _signal(fields: Mapping[str, Any], headline: str | None) -> Signal | None:
    """Our own word for it; else what the record's codes or its headline say."""
    named = _line(fields, "signal")
    ours: Signal | None = next((signal for signal in get_args(Signal) if signal == named), None)
    if ours or _is_export(fields):
        return ours
    return gravest((find_signal(named, _line(fields, "status")), read_note(headline)))


def _is_export(fields: Mapping[str, Any]) -> bool:
    """Whether the record is one that Dateline wrote."""
    return isinstance(fields.get("statements"), list) and isinstance(fields.get("notes"), list)


def _read_earlier(value: Any) -> Iterator[Earlier]:
    """The versions that a story of our own export had replaced."""
    for part in value if isinstance(value, list) else []:
        if isinstance(part, dict) and (name := _line(part, "id")):
            yield Earlier(
                id=name,
                version=read_number(_line(part, "version")),
                headline=_line(part, "headline") or "",
                published=read_moment(_line(part, "published")),
                source=_line(part, "source"),
            )


def _words(value: Any) -> tuple[str, ...]:
    """The texts of a list, or the one text given in its place."""
    if isinstance(value, str):
        value = re.split("[,;]", value)
    parts = value if isinstance(value, list) else []
    texts = (one_line(part) for part in map(unwrap, parts) if isinstance(part, str))
    return unique(text for text in texts if text)


def _paragraphs(fields: Mapping[str, Any]) -> Iterator[Paragraph]:
    """The body's paragraphs; a heading is one that the record lists under "headings"."""
    body = find_field(fields, "body")
    if isinstance(body, list):
        body = "\n\n".join(part for part in map(unwrap, body) if isinstance(part, str))
    if not isinstance(body, str):
        return
    body = clean(body)
    if _MARKUP.search(body) and not _is_export(fields):
        yield from read_fragment(body)
        return
    if "\n\n" not in body and not _is_export(fields):
        yield from read_lines(body)
        return
    listed = find_field(fields, "headings")
    headings = set(map(_heading_text, listed if isinstance(listed, list) else []))
    for part in body.split("\n\n"):
        yield Paragraph(part, bool(part.strip()) and one_line(part) in headings)


def _heading_text(value: Any) -> str:
    text = value.get("text") if isinstance(value, dict) else value
    return one_line(text) if isinstance(text, str) else ""
