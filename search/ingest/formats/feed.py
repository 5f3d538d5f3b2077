"""RSS and Atom: each item of a feed a story."""

from collections.abc import Iterator
from html import unescape
from io import BytesIO
from typing import Any

import feedparser

from ...article import Article
from ...errors import NotAnArticle
from ..encoding import one_line, read_characters
from ..identity import fold_address
from ..names import read_names, unique
from ..page.fragment import read_fragment, read_fragment_line
from ..page.moments import read_moment
from ..paragraphs import join_paragraphs
from .markup import without_doctype

# what feedparser lets out on broken markup (character references past Unicode, and worse)
_FAILURES = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)
_MOST_ITEMS = 20_000


def read_feed(data: bytes) -> Iterator[Article | NotAnArticle]:
    """Each item's story, without its wire facts, or the reason why an item has none."""
    markup = without_doctype(read_characters(data))
    feed = _parse(markup)
    if not feed.entries:
        raise NotAnArticle("the feed has no items")
    about = feed.feed
    for entry in feed.entries[:_MOST_ITEMS]:
        try:
            yield _read_item(entry, about)
        except NotAnArticle as error:
            yield error
    more = len(feed.entries) - _MOST_ITEMS
    if more > 0:
        yield NotAnArticle(f"{more:,} items behind the first {_MOST_ITEMS:,} were not read")


def _parse(markup: str) -> Any:
    try:
        return feedparser.parse(  # type: ignore[no-untyped-call, attr-defined]
            BytesIO(markup.encode()), sanitize_html=False, resolve_relative_uris=False
        )
    except _FAILURES as error:
        raise NotAnArticle("the feed's markup is too broken to be read") from error


def _read_item(entry: Any, about: Any) -> Article:
    headline = read_fragment_line(unescape(entry.get("title") or ""))
    summary, content = _texts(entry)
    body = join_paragraphs(read_fragment(content or summary))
    if not body.text or not headline:
        raise NotAnArticle(f"the feed's item {headline or 'without a headline'!r} has no text")
    tags = _tags(entry)
    address = fold_address(entry.get("link") or "")
    return Article(
        id=_guid(entry),
        headline=headline,
        standfirst=_standfirst(read_fragment_line(summary), body.text) if content else None,
        authors=_authors(entry),
        byline=one_line(entry.get("author")) or None,
        published=read_moment(entry.get("published")),
        updated=read_moment(entry.get("updated") if "updated" in entry else None),
        section=tags[0] if tags else None,
        keywords=tags,
        language=one_line(about.get("language")) or None,
        url=address,
        body=body.text,
        headings=body.headings,
    )


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
