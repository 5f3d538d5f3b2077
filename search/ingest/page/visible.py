"""What a page prints around its story for a reader: the byline, the kicker, the time."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from lxml import etree

from ..encoding import one_line
from ..names import read_names, unique
from .facts import Facts
from .moments import read_moment
from .tree import Element, read_visible

_BYLINE = re.compile(r"(?i)by-?line|author|writer|contributor|reporter")
_NO_BYLINE = re.compile(r"(?i)avatar|image|photo|bio|social|comment|related|follow|card")
_AUTHOR_PAGE = re.compile(
    r"(?i)/(?:authors?|by|staff|people|profiles?|contributors?)/[^/]{4,60}/?$"
)
_WHEN = re.compile(r"(?i)date|time|publish|posted|stamp")
_UPDATED = re.compile(r"(?i)updat|modif|revis")
_KICKER = re.compile(r"(?i)kicker|eyebrow|overline|rubric|section-?(?:name|label|title)|category")
# "/2022/02/14/", "/2022/feb/14/", "/2022-02-14-", "/20220214"
_IN_URL = re.compile(
    r"/(?P<y>(?:19|20)\d\d)[-/]?(?P<m>0[1-9]|1[0-2]|[a-z]{3})[-/]?(?P<d>[0-3]\d)(?=[-/_.]|$)"
)
# characters after which a text is no byline, date or kicker
_LONGEST = 200
_LONGEST_BYLINE = 160
_LONGEST_DATE = 90
# elements elsewhere on the page: their dates and names are other stories'
_ELSEWHERE = ("aside", "nav", "footer", "li", "ul")


class Byline(NamedTuple):
    """A byline as printed, and its names."""

    text: str | None = None
    names: tuple[str, ...] = ()


def read_shown(tree: Element, headline: Element | None) -> Facts:
    """What stands printed near the headline, or where there is none, first on the page."""
    near = list(_after(tree, headline))
    return Facts(
        published=_find_moment(near),
        kicker=_find_kicker(tree, headline),
    )


def find_byline(tree: Element, headline: Element | None) -> Byline:
    """The byline as the page prints it, and the names in it; empty where it names nobody."""
    for element in _after(tree, headline):
        if _is_byline(element) and not _is_elsewhere(element):
            text = one_line(read_visible(element))
            names = _byline_names(element, text) if len(text) < _LONGEST_BYLINE else ()
            if names:
                return Byline(text, names)
    return Byline()


def read_url_day(url: str | None) -> datetime | None:
    """The day that an address gives in its path; None where it gives none."""
    match = _IN_URL.search(urlsplit(url).path) if url else None
    if match is None:
        return None
    month = match["m"]
    if month.isdigit():
        return read_moment(f"{match['y']}-{month}-{match['d']}")
    return read_moment(f"{match['d']} {month} {match['y']}")


def _after(tree: Element, headline: Element | None) -> Iterator[Element]:
    """The elements of the block around the headline, those after it first."""
    if headline is None:
        yield from tree.iter(etree.Element)
        return
    seen = False
    before = []
    for element in tree.iter(etree.Element):
        if element is headline:
            seen = True
        elif seen:
            yield element
        else:
            before.append(element)
    yield from before[-200:]


def _is_byline(element: Element) -> bool:
    names = _names(element)
    if element.tag in {"meta", "link", "script", "style"} or _NO_BYLINE.search(names):
        return False
    if element.get("rel") == "author" or _BYLINE.search(names):
        return True
    return element.tag == "a" and bool(_AUTHOR_PAGE.search(element.get("href") or ""))


def _byline_names(element: Element, text: str) -> tuple[str, ...]:
    """The names that the links in an element give, or the parts marked in it, else its words."""
    links = [one_line(read_visible(link)) for link in element.iter("a")]
    marked = [one_line(read_visible(e)) for e in element.iterdescendants("span") if _is_byline(e)]
    for parts in (links, marked):
        if names := unique(name for part in parts for name in read_names(part)):
            return names
    return read_names(text)


def _find_moment(near: list[Element]) -> datetime | None:
    """The first full date printed or given by a time element or one that is named for it."""
    for element in near:
        if _is_elsewhere(element):
            continue
        if element.tag == "time":
            moment = read_moment(element.get("datetime")) or read_moment(read_visible(element))
        elif _WHEN.search(_names(element)) and not _UPDATED.search(_names(element)):
            text = one_line(read_visible(element))
            moment = read_moment(text) if 6 < len(text) < _LONGEST_DATE else None
        else:
            continue
        if moment:
            return moment
    return None


def _find_kicker(tree: Element, headline: Element | None) -> str | None:
    if headline is None:
        return None
    for element in tree.iter("a", "span", "p", "div"):
        if element is headline:
            return None
        if _KICKER.search(_names(element)):
            text = one_line(read_visible(element))
            if 1 < len(text) <= 40 and len(text.split()) <= 4 and _is_near(element, headline):
                return text
    return None


def _is_near(element: Element, headline: Element) -> bool:
    """Whether the element stands in the headline's own block."""
    above = list(headline.iterancestors())[:3]
    return any(parent in above for parent in list(element.iterancestors())[:3])


def _is_elsewhere(element: Element) -> bool:
    return next(element.iterancestors(*_ELSEWHERE), None) is not None


def _names(element: Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
