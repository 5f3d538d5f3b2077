"""A story's id: the same however often, and in whatever wrapping, it is read."""

import hashlib
import re
from dataclasses import replace
from urllib.parse import urlsplit, urlunsplit

from ..article import Article
from ..text import fold

# what is added to an address to follow its reader, and names no other page
_TRACKING = re.compile(r"(?i)^(?:utm_\w+|fbclid|gclid|cmpid|mc_[ce]id|ref|ref_src|xtor|at_\w+)=")


def identify(article: Article) -> Article:
    """The article under its stable id: the agency's own guid if it has one (already its ``id``),
    else its address, else 16 hexadecimal digits of a hash of its folded words."""
    if article.id:
        return article
    address = fold_address(article.url) if article.url else None
    return replace(article, id=address or content_hash(article))


def fold_address(url: str) -> str | None:
    """An address without letter case in its site, fragment and tracking; None for what is no web
    address, and for a site's front page, which names no story.

    >>> fold_address("HTTPS://News.Example/a/1?utm_source=x&page=2#top")
    'https://news.example/a/1?page=2'
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or "." not in parts.netloc:
        return None
    if parts.path in {"", "/"} and not parts.query:
        return None
    query = "&".join(part for part in parts.query.split("&") if not _TRACKING.match(part))
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, query, ""))


def content_hash(article: Article) -> str:
    """A hash of headline and body that space, letter case and accents do not change."""
    words = fold(f"{article.headline}\n{article.body}").split()
    return hashlib.blake2b(" ".join(words).encode(), digest_size=8).hexdigest()
