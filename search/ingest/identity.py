"""A story's id: the same however often, and in whatever wrapping, it is read."""

import hashlib
import re
from urllib.parse import urlsplit, urlunsplit

from ..article import Article
from ..text import fold

# what is added to an address to follow its reader, and names no other page
_TRACKING = re.compile(r"(?i)^(?:utm_\w+|fbclid|gclid|cmpid|mc_[ce]id|ref|ref_src|xtor|at_\w+)=")

# "urn:newsml:afp.com:20140829T135002Z:TX-PAR-FXW86:1": the last part counts revisions
_REVISED = re.compile(r"(urn:newsml:[^:]+:\d{8}[^:]*:[^:]+):(\d{1,9})[NUA]?", re.IGNORECASE)
# what folding may change, but for letter case
_FOREIGN = re.compile(r"[^\x00-\x7f“”‘’–—]+")
_LONGEST_GUID = 500
_SHORTEST_GUID = 8


def lasting_guid(guid: str | None, agency: str | None = None) -> str:
    """The name that an agency gives a story in all its versions: its guid without the version.
    One so short that another agency may have it too stands behind its agency's name, and is ""
    where the agency is not known.

    >>> lasting_guid("urn:newsml:w.example:20240506:dam:3"), lasting_guid("4711", "AP")
    ('urn:newsml:w.example:20240506:dam', 'AP:4711')
    """
    name = "".join((guid or "").split())[:_LONGEST_GUID]
    if name.casefold().startswith(("http://", "https://")):
        return fold_address(name) or name
    revised = _REVISED.fullmatch(name)
    name = revised[1] if revised else name
    if len(name) >= _SHORTEST_GUID and not name.isdigit():
        return name
    return f"{agency}:{name}" if agency and name else ""


def find_revision(guid: str | None) -> int | None:
    """The version that a guid ends with; None where it counts none."""
    revised = _REVISED.fullmatch("".join((guid or "").split()))
    return int(revised[2]) if revised else None


def find_id(article: Article) -> str:
    """The article's stable id: the agency's own guid if it has one (already its ``id``), else its
    address, else 16 hexadecimal digits of a hash of its folded words."""
    address = fold_address(article.url) if article.url and not article.id else None
    return article.id or address or content_hash(article)


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
    text = f"{article.headline}\n{article.body}"
    if _FOREIGN.search(text):
        # plain letters join with nothing, so that folding what stands between them is the same
        text = _FOREIGN.sub(lambda run: fold(run[0]), text.lower())
    else:
        text = text.encode().lower().decode()  # bytes have the quicker small letters
    words = text.split()
    return hashlib.blake2b(" ".join(words).encode(), digest_size=8).hexdigest()
