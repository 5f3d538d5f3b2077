"""RSS and Atom: each item of a feed a story."""

import datetime as dt
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from html import unescape
from io import BytesIO
from typing import Any, NamedTuple

import feedparser

from ...article import Article
from ...errors import NotAnArticle
from ..encoding import one_line, read_characters
from ..identity import fold_address
from ..names import read_names, unique
from ..page.fragment import read_fragment, read_fragment_line
from ..page.moments import read_moment
from ..paragraphs import Paragraph, join_paragraphs
from .content import read_lines
from .credits import find_provider, read_language
from .markup import without_doctype
from .signals import read_note
from .text import NO_HEADLINE, opening_words

# what feedparser lets out on broken markup (character references past Unicode, and worse)
_FAILURES = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)
_MOST_ITEMS = 20_000
_DECLARATION = re.compile(r"^<\?xml\s", re.MULTILINE)
FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]")
_CHANGED = "the feed says only when it was last changed, which stands for when it went out"
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_OLD_MAIL = re.compile(r"(?:[A-Z][a-z]{2},? )?\d{1,2} [A-Z][a-z]{2} \d\d(?:\d\d)? \d\d:\d\d")
_BLOCK = re.compile(r"<(?:p|br)[\s>/]", re.IGNORECASE)
_BLANK = re.compile(r"\n[ \t\r]*\n\s*")
_UNPUBLISHED = frozenset(("draft", "auto-draft", "pending", "private", "trash", "future"))
# "ana@w.example (Ana Reyes)", "Ana Reyes <ana@w.example>"
_MAIL = re.compile(
    r"(?P<before>[^<>@()]*?)[\s<]*[^\s<>@]+@[^\s<>@()]+>?\s*(?:\((?P<name>[^()]*)\))?"
)
# the line that WordPress sets below each text: "The post Dam holds appeared first on Harbour Wire."
_SHORTENED = re.compile(
    r"""
    (?: The \s post | Der \s Beitrag | L[’'] (?: article | articolo ) | La \s entrada
      | O \s post | Het \s bericht ) \s .{1,300}
    (?: appeared \s first \s on | first \s appeared \s on | erschien \s zuerst \s auf
      | est \s apparu \s en \s premier \s sur | proviene \s da | verscheen \s eerst \s op
      | (?: se \s public[oó] | aparece | apareceu ) \s prim (?: ero | eiro ) \s e [nm] )
    \s .{1,200}
    """,
    re.VERBOSE,
)
ITEM = re.compile(r"<(?:item|entry)[\s>]")


def read_feed(data: bytes) -> Iterator[Article | NotAnArticle]:
    """Each item's story, without its wire facts, or the reason why an item has none."""
    markup, more = cut_items(feed_markup(data), _MOST_ITEMS)
    feed = parse_feed(markup)
    if not feed.entries:
        raise NotAnArticle("the feed has no items")
    about, is_atom = feed.feed, feed.version.startswith("atom")
    for entry in feed.entries:
        try:
            yield _read_item(entry, about, is_atom)
        except NotAnArticle as error:
            yield error
    if more:
        yield NotAnArticle(f"{more:,} items behind the first {_MOST_ITEMS:,} were not read")


def feed_markup(data: bytes) -> str:
    """A feed's markup, without what stands above it."""
    text = read_characters(data)
    found = _DECLARATION.search(text)
    return without_doctype(text[found.start() :] if found else text)


def cut_items(markup: str, most: int) -> tuple[str, int]:
    """The markup up to where the last item that is read ends, and how many stand behind it."""
    starts = [match.start() for match in ITEM.finditer(markup)]
    more = len(starts) - most
    return (markup[: starts[most]], more) if more > 0 else (markup, 0)


def parse_feed(markup: str) -> Any:
    try:
        return feedparser.parse(  # type: ignore[no-untyped-call, attr-defined]
            BytesIO(markup.encode()), sanitize_html=False, resolve_relative_uris=False
        )
    except _FAILURES as error:
        raise NotAnArticle("the feed's markup is too broken to be read") from error


def _read_item(entry: Any, about: Any, is_atom: bool) -> Article:
    headline = read_fragment_line(unescape(entry.get("title") or ""))
    _refuse_unpublished(entry, headline)
    summary, content = _texts(entry)
    body = join_paragraphs(_paragraphs(content or summary))
    if not body.text:
        raise NotAnArticle(f"the feed's item {headline or 'without a headline'!r} has no text")
    tags = _tags(entry)
    published, updated = _moments(entry)
    address = fold_address(entry.get("link") or "")
    bylines = _bylines(entry) or (_bylines(about) if is_atom else ())
    told = _SHORTENED.sub("", read_fragment_line(summary.markup)).strip()
    return Article(
        id=_guid(entry),
        headline=headline or opening_words(body.text),
        standfirst=_standfirst(told, body.text) if content else None,
        authors=unique(name for line in bylines for name in read_names(line)),
        byline=", ".join(bylines) or None,
        agency=find_provider(*_credits(entry, about)),
        published=published,
        updated=updated,
        section=tags[0] if tags else None,
        keywords=tags,
        language=read_language(
            entry.get("title_detail", {}).get("language"), about.get("language")
        ),
        url=address,
        body=body.text,
        headings=body.headings,
        notes=tuple(_notes(entry, headline, is_atom)),
        signal=read_note(headline),
    )


def _refuse_unpublished(entry: Any, headline: str) -> None:
    """NotAnArticle for what a site's export holds beside what it has put out (WordPress)."""
    kind, status = entry.get("wp_post_type"), entry.get("wp_status")
    if kind in ("attachment", "nav_menu_item", "revision") or status in _UNPUBLISHED:
        what = kind if kind != "post" else status
        raise NotAnArticle(f"the feed's item {headline[:80]!r} is no story put out ({what})")


def _notes(entry: Any, headline: str, is_atom: bool) -> Iterator[str]:
    if not headline:
        yield NO_HEADLINE
    if is_atom and not entry.get("published") and "updated" in entry:
        yield _CHANGED


def _moments(entry: Any) -> tuple[dt.datetime | None, dt.datetime | None]:
    """When the item went out and when it was changed. RSS has but one date, which may stand under
    the name that others have for a change (dc:date), and many a feed of Atom's too, though Atom
    tells them apart."""
    published = _read_moment(entry.get("published"))
    updated = _read_moment(entry.get("updated") if "updated" in entry else None)
    return (published, updated) if published else (updated, None)


def _read_moment(text: str | None) -> dt.datetime | None:
    """A moment as it is printed anywhere; or as in mail of old: "Mon, 06 May 24 18:30 EST"."""
    found = read_moment(text)
    if found or not text or not _OLD_MAIL.match(text):
        return found
    try:
        return read_moment(parsedate_to_datetime(text).isoformat())
    except (ValueError, TypeError, IndexError):
        return None


class _Text(NamedTuple):
    """A text of an item; false where there is none."""

    markup: str = ""
    is_plain: bool = False

    def __bool__(self) -> bool:
        return bool(self.markup)


def _texts(entry: Any) -> tuple[_Text, _Text]:
    """The item's summary and its full content."""
    told = {**(entry.get("summary_detail") or {}), "value": entry.get("summary")}
    parts = [*entry.get("content", ()), told]
    *contents, summary = [_Text(part.get("value") or "", _is_plain(part)) for part in parts]
    content = max(contents, key=lambda text: len(text.markup), default=_Text())
    return (summary, content) if content.markup != summary.markup else (content, _Text())


def _is_plain(part: Any) -> bool:
    """Whether it says that it is plain text, and is."""
    return part.get("type") == "text/plain" and not _TAG.search(part.get("value") or "")


def _paragraphs(text: _Text) -> list[Paragraph]:
    """The paragraphs, without the line that leads back to the site."""
    markup = text.markup
    if not text.is_plain and not _BLOCK.search(
        markup
    ):  # WordPress keeps a blank line between two paragraphs, no markup
        markup = _BLANK.sub("</p><p>", markup)
    read = read_lines(markup) if text.is_plain else read_fragment(markup)
    shortened = [part for part in read if not _SHORTENED.fullmatch(part.text)]
    return shortened or read


def _standfirst(summary: str, body: str) -> str | None:
    """The summary, unless it is only the beginning of the text."""
    return summary if summary and summary.rstrip(" .…[]")[:60] not in body else None


def _guid(entry: Any) -> str:
    """The item's own lasting name; "" where its guid is an address or a bare number."""
    guid = one_line(entry.get("id"))
    return guid if guid.startswith(("urn:", "tag:")) else ""


def _bylines(entry: Any) -> tuple[str, ...]:
    """Who is named as the author, without addresses of mail."""
    several = [one_line(person.get("name")) for person in entry.get("authors", ())]
    named = several if len(several) > 1 else [one_line(entry.get("author"))]
    matches = ((_MAIL.fullmatch(name), name) for name in named)
    return unique(m["name"] or m["before"] or "" if m else name for m, name in matches if name)


def _credits(entry: Any, about: Any) -> Iterator[str | None]:
    """Who is credited: where the item comes from, who puts it out, and what the feed is called."""
    yield (entry.get("source") or {}).get("title")
    yield entry.get("publisher")
    yield about.get("publisher")
    yield about.get("title")


def _tags(entry: Any) -> tuple[str, ...]:
    named = (tag.get("label") or tag.get("term") for tag in entry.get("tags", ()))
    return unique(word for name in named if (word := one_line(name)))
