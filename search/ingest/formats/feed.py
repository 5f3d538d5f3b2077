"""RSS and Atom: each item of a feed a story."""

import datetime as dt
import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

import feedparser

from ...article import Article
from ...errors import NotAnArticle
from ..encoding import one_line, read_characters
from ..identity import fold_address
from ..names import read_names, unique
from ..page.fragment import read_fragment, read_fragment_line
from ..page.moments import read_moment
from ..paragraphs import join_paragraphs
from .credits import read_language
from .markup import without_doctype

# what feedparser lets out on broken markup (character references past Unicode, and worse)
_FAILURES = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)
_MOST_ITEMS = 20_000
_MOST_LINKS = 2_000
_DECLARATION = re.compile(r"^<\?xml\s", re.MULTILINE)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]")
_ITEM = re.compile(r"<(?:item|entry)[\s>]")


def read_feed(data: bytes) -> Iterator[Article | NotAnArticle]:
    """Each item's story, without its wire facts, or the reason why an item has none."""
    markup, more = _cut(_markup_of(data), _MOST_ITEMS)
    feed = _parse(markup)
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


def read_links(data: bytes, url: str) -> list[str]:
    """The addresses of the first items of a feed that was had at ``url``, each once; NotAnArticle
    where it is no feed."""
    markup, _ = _cut(_markup_of(data), _MOST_LINKS)
    if not _ITEM.search(markup) and not _FEED.search(markup):
        raise NotAnArticle("it is no feed (RSS or Atom)")
    given = (one_line(entry.get("link")) for entry in _parse(markup).entries)
    links = dict.fromkeys(urljoin(url, link).partition("#")[0] for link in given if link)
    return [link for link in links if link.startswith(("http://", "https://")) and link != url]


def _markup_of(data: bytes) -> str:
    """A feed's markup, without what stands above it."""
    text = read_characters(data)
    found = _DECLARATION.search(text)
    return without_doctype(text[found.start() :] if found else text)


def _cut(markup: str, most: int) -> tuple[str, int]:
    """The markup up to where the last item that is read ends, and how many stand behind it."""
    starts = [match.start() for match in _ITEM.finditer(markup)]
    more = len(starts) - most
    return (markup[: starts[most]], more) if more > 0 else (markup, 0)


def _parse(markup: str) -> Any:
    try:
        return feedparser.parse(  # type: ignore[no-untyped-call, attr-defined]
            BytesIO(markup.encode()), sanitize_html=False, resolve_relative_uris=False
        )
    except _FAILURES as error:
        raise NotAnArticle("the feed's markup is too broken to be read") from error


def _read_item(entry: Any, about: Any, is_atom: bool) -> Article:
    headline = read_fragment_line(unescape(entry.get("title") or ""))
    summary, content = _texts(entry)
    body = join_paragraphs(read_fragment(content or summary))
    if not body.text or not headline:
        raise NotAnArticle(f"the feed's item {headline or 'without a headline'!r} has no text")
    tags = _tags(entry)
    published, updated = _moments(entry, is_atom)
    address = fold_address(entry.get("link") or "")
    return Article(
        id=_guid(entry),
        headline=headline,
        standfirst=_standfirst(read_fragment_line(summary), body.text) if content else None,
        authors=_authors(entry),
        byline=one_line(entry.get("author")) or None,
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
    )


def _moments(entry: Any, is_atom: bool) -> tuple[dt.datetime | None, dt.datetime | None]:
    """When the item went out and when it was changed. RSS has but one date, which may stand under
    the name that others have for a change (dc:date); Atom tells them apart."""
    published = read_moment(entry.get("published"))
    updated = read_moment(entry.get("updated") if "updated" in entry else None)
    return (published, updated) if published or is_atom else (updated, None)


def _texts(entry: Any) -> tuple[str, str]:
    """The item's summary and its full content; "" for what it has not."""
    contents = [part.get("value") or "" for part in entry.get("content", ())]
    content = max(contents, key=len, default="")
    summary = entry.get("summary") or ""
    return (summary, content) if content != summary else (summary, "")


def _standfirst(summary: str, body: str) -> str | None:
    """The summary, unless it is only the beginning of the text."""
    return summary if summary and summary.rstrip(" .…[]")[:60] not in body else None


def _guid(entry: Any) -> str:
    """The item's own lasting name; "" where its guid is an address or a bare number."""
    guid = one_line(entry.get("id"))
    return guid if guid.startswith(("urn:", "tag:")) else ""


def _authors(entry: Any) -> tuple[str, ...]:
    named = [person.get("name") or "" for person in entry.get("authors", ())]
    return unique(name for text in named for name in read_names(text))


def _tags(entry: Any) -> tuple[str, ...]:
    return unique(term for tag in entry.get("tags", ()) if (term := one_line(tag.get("term"))))
