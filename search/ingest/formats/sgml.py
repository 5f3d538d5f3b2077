"""SGML as news corpora keep it: Reuters-21578's <REUTERS>, and <DOC> of TREC and of Gigaword."""

import re
from collections.abc import Iterator
from html import unescape

from ...article import Article
from ...errors import NotAnArticle
from ..encoding import clean, one_line, read_characters
from ..paragraphs import Paragraph
from .content import read_lines
from .item import Item, make_article
from .text import NO_HEADLINE, read_plain

_MOST_STORIES = 100_000
_OPENING = re.compile(r"<(REUTERS|DOC)(?=[\s>])([^>]{0,1000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(?P<name>[A-Za-z]+)\s?=\s?["'](?P<value>[^"']{0,200})["']""")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_PARAGRAPH = re.compile(r"</?P>", re.IGNORECASE)
_DAY_LINE = re.compile(r"^[ \t]*\d{1,2}-[A-Z]{3}-\d{4}[ \t]*$", re.MULTILINE)
# "u f BC-BAHIA-COCOA-REVIEW   02-26 0105"
_SLUG = re.compile(r"\b(?:BC|AM|PM)-[A-Z0-9][A-Z0-9-]{1,60}")
# the tags of each field, the surest first
_HEADLINES = ("TITLE", "HEADLINE", "HEAD", "HL")
_BYLINES = ("AUTHOR", "BYLINE")
_DATES = ("DATE", "DATE_TIME", "DD", "PUBDATE")
_NAMES = ("DOCNO", "DOCID")
_KEYWORDS = ("TOPICS", "PLACES", "PEOPLE", "ORGS", "COMPANIES")


def read_sgml(data: bytes) -> Iterator[Article | NotAnArticle]:
    """Each document's story, without its wire facts, or the reason why a document has none."""
    text = read_characters(data)
    openings = list(_OPENING.finditer(text))[: _MOST_STORIES + 1]
    if not openings:
        raise NotAnArticle("its markup (SGML) holds no document")
    ends = [match.start() for match in openings[1:]] + [len(text)]
    for match, end in zip(openings[:_MOST_STORIES], ends, strict=False):
        try:
            yield make_article(_read_document(match, text[match.end() : end]))
        except NotAnArticle as error:
            yield error
    if len(openings) > _MOST_STORIES:
        yield NotAnArticle(f"what stands behind the first {_MOST_STORIES:,} stories was not read")


def _read_document(opening: re.Match[str], inside: str) -> Item:
    kind, attributes = opening[1].upper(), _read_attributes(opening[2])
    # a number within a corpus names no story outside it: <REUTERS NEWID="7">
    guid = attributes.get("id") or _find(inside, *_NAMES) if kind == "DOC" else None
    headline = _find(inside, *_HEADLINES)
    paragraphs = _paragraphs(inside)
    if kind == "REUTERS" and headline is None and _inside(inside, "BODY") is None:
        headline, paragraphs = _read_unparted(inside, paragraphs)
    slug = _SLUG.search(_inside(inside, "UNKNOWN") or "")
    return Item(
        guid=guid,
        published=(_find(inside, *_DATES),),
        credits=("Reuters" if kind == "REUTERS" else None, (guid or "").split("_")[0]),
        headline=headline,
        byline=_find(inside, *_BYLINES),
        dateline=_find(inside, "DATELINE"),
        keywords=tuple(word for name in _KEYWORDS for word in _listed(inside, name)),
        slug=slug[0] if slug else None,
        paragraphs=tuple(paragraphs),
    )


def _read_unparted(document: str, marked: list[Paragraph]) -> tuple[str | None, list[Paragraph]]:
    """Headline and paragraphs of a story that Reuters-21578 leaves as it came, its day below its
    headline; those that are marked where it cannot be read so."""
    text = _DAY_LINE.sub("", _plain(_inside(document, "TEXT") or ""))
    try:
        story = read_plain(text)
    except NotAnArticle:
        return None, marked
    printed = None if NO_HEADLINE in story.notes else story.headline
    return printed, [Paragraph(part) for part in story.body.split("\n\n")]


def _read_attributes(text: str) -> dict[str, str]:
    return {match["name"].casefold(): match["value"] for match in _ATTRIBUTE.finditer(text)}


def _inside(text: str, name: str) -> str | None:
    """What stands in the first element of this name; to the end where it is never closed."""
    opening = re.search(rf"<{name}(?:\s[^>]{{0,200}})?>", text, re.IGNORECASE)
    if opening is None:
        return None
    closing = re.compile(f"</{name}>", re.IGNORECASE).search(text, opening.end())
    return text[opening.end() : closing.start() if closing else None]


def _without(text: str, name: str) -> str:
    """The text without the first element of this name, if it is closed."""
    start, end = text.find(f"<{name}>"), text.find(f"</{name}>")
    return text[:start] + text[end + len(name) + 3 :] if 0 <= start < end else text


def _plain(markup: str) -> str:
    return clean(unescape(_TAG.sub(" ", markup)))


def _find(text: str, *names: str) -> str | None:
    """The first of these elements that says something, on one line."""
    found = (one_line(_plain(inside)) for name in names if (inside := _inside(text, name)))
    return next(filter(None, found), None)


def _listed(text: str, name: str) -> list[str]:
    """The parts of a list: <TOPICS><D>cocoa</D></TOPICS>."""
    return [one_line(unescape(part)) for part in re.split(r"</?D>", _inside(text, name) or "")]


def _paragraphs(document: str) -> list[Paragraph]:
    """The body's paragraphs: marked ones, else those that lines make."""
    body = _inside(document, "BODY")
    if body is None:
        body = _inside(document, "TEXT") or ""
        # Reuters-21578 keeps a story's head inside <TEXT>
        for name in ("TITLE", "AUTHOR", "DATELINE", "HEADLINE"):
            body = _without(body, name)
    if _PARAGRAPH.search(body):
        parts = [one_line(_plain(part)) for part in _PARAGRAPH.split(body)]
        return [Paragraph(part) for part in parts if part]
    return read_lines(_plain(body))
