"""The pages that a feed leads to, and the feed that a page leads to."""

import re
from html import unescape
from urllib.parse import urljoin

from ...errors import NotAnArticle
from ..encoding import one_line
from .feed import FEED, ITEM, cut_items, feed_markup, parse_feed

_MOST_LINKS = 2_000
# where a page names its feed
_HEAD = 200_000
_LINK = re.compile(r"<link\s[^>]{0,500}>", re.IGNORECASE)
_IS_FEED = re.compile(r"application/(?:rss|atom)\+xml", re.IGNORECASE)
_HREF = re.compile(r"""href\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)


def read_links(data: bytes, url: str) -> list[str]:
    """The addresses of the first items of a feed that was had at ``url``, each once; NotAnArticle
    where it is no feed."""
    markup, _ = cut_items(feed_markup(data), _MOST_LINKS)
    if not ITEM.search(markup) and not FEED.search(markup):
        raise NotAnArticle(f"it is no feed (RSS or Atom){_where(markup, url)}")
    given = (one_line(entry.get("link")) for entry in parse_feed(markup).entries)
    links = dict.fromkeys(urljoin(url, link).partition("#")[0] for link in given if link)
    return [link for link in links if link.startswith(("http://", "https://")) and link != url]


def _where(markup: str, url: str) -> str:
    """Where a page says that its feed is; "" for a page that says nothing."""
    links = (link[0] for link in _LINK.finditer(markup[:_HEAD]) if _IS_FEED.search(link[0]))
    found = next((match[1] for link in links if (match := _HREF.search(link))), None)
    return f" but a page; its feed is {urljoin(url, unescape(found))[:200]}" if found else ""
