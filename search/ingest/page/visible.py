"""What a page prints around its story for a reader: the byline, the kicker, the time."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import islice
from typing import NamedTuple
from urllib.parse import urlsplit

from lxml import etree

from ..encoding import one_line
from ..names import is_byline, read_credit, read_names, unique
from .facts import Facts
from .moments import read_moment
from .standfirst import find_standfirst
from .tree import Element, read_before, read_blocks, read_visible

_BYLINE = re.compile(r"(?i)by-?line|author|writer|contributor|reporter")
_NO_BYLINE = re.compile(r"(?i)avatar|image|photo|bio|social|comment|related|follow|card")
_AUTHOR_PAGE = re.compile(
    r"(?i)/(?:authors?|by|staff|people|profiles?|contributors?)/[^/]{4,60}/?$"
)
# "/topics/people/ana-reyes" is about her
_TOPIC_PAGE = re.compile(r"(?i)/(?:topics?|tags?|subjects?)/")
_WHEN = re.compile(r"(?i)date|time|publish|posted|stamp")
_UPDATED = re.compile(r"(?i)updat|modif|revis")
_KICKER = re.compile(r"(?i)kicker|eyebrow|overline|rubric|section-?(?:name|label|title)|category")
# "/2022/02/14/", "/2022/feb/14/", "/2022-02-14-", "/20220214"
_IN_URL = re.compile(
    r"/(?P<y>(?:19|20)\d\d)[-/]?(?P<m>0[1-9]|1[0-2]|[a-z]{3})[-/]?(?P<d>[0-3]\d)(?=[-/_.]|$)"
)
_A_DAY = timedelta(days=1)
_DIGIT = re.compile(r"\d")
# characters after which a text is no byline, date or kicker
_LONGEST = 200
_LONGEST_BYLINE = 160
_LONGEST_DATE = 90
_LONGEST_LABEL = 20
# how far up the headline's own block reaches
_LEVELS = 3
_UNSEEN = frozenset(("meta", "link", "script", "style"))
# elements elsewhere on the page: their dates and names are other stories'
_ELSEWHERE = ("aside", "nav", "footer", "li", "ul")


class Byline(NamedTuple):
    """A byline as printed, its names, and whom it credits where it names nobody."""

    text: str | None = None
    names: tuple[str, ...] = ()
    credit: str | None = None


def read_shown(tree: Element, headline: Element | None) -> tuple[Facts, Byline]:
    """What stands printed near the headline, or where there is none, first on the page; the byline
    as it is printed, and the names in it, empty where it names nobody."""
    near = list(_after(tree, headline))
    facts = Facts(
        published=_find_moment(near),
        kicker=_find_kicker(headline),
        standfirst=None if headline is None else find_standfirst(near),
    )
    return facts, _find_byline(near)


def _find_byline(near: Sequence[Element]) -> Byline:
    credited = Byline()
    for element in near:
        if _is_byline(element) and not _is_elsewhere(element):
            text = one_line(read_blocks(element))
            names = _byline_names(element, text) if len(text) < _LONGEST_BYLINE else ()
            if names:
                return Byline(text, names)
            if not credited.text and len(text) < _LONGEST_BYLINE and is_byline(text):
                credited = Byline(text, credit=read_credit(text))
    return credited


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
    says = _says_byline(_names(element))
    if says is False or element.tag in _UNSEEN:
        return False
    if says or element.get("rel") == "author":
        return True
    return element.tag == "a" and _leads_to_author(element)


def _leads_to_author(link: Element) -> bool:
    """Whether a link is to an author's page, and stands in no sentence."""
    address = link.get("href") or ""
    if not _AUTHOR_PAGE.search(address) or _TOPIC_PAGE.search(address):
        return False
    around = link.getparent()
    return around is None or around.tag != "p" or len(read_visible(around)) < _LONGEST_BYLINE


@lru_cache(maxsize=20_000)
def _says_byline(names: str) -> bool | None:
    """Whether a name is a byline's; None where it tells nothing."""
    return False if _NO_BYLINE.search(names) else bool(_BYLINE.search(names)) or None


@lru_cache(maxsize=20_000)
def _says_when(names: str) -> bool:
    return bool(_WHEN.search(names))


def _byline_names(element: Element, text: str) -> tuple[str, ...]:
    """The names that the links in an element give, or the parts marked in it, and those that its
    words join to them ("By Ana Reyes and Bo Chen", one linked); else the names of its words."""
    links = [one_line(read_visible(link)) for link in element.iter("a")]
    marked = [one_line(read_visible(e)) for e in element.iterdescendants("span") if _is_byline(e)]
    told = read_names(text)
    for parts in (links, marked):
        if names := unique(name for part in parts for name in read_names(part)):
            joined = (name for name in told if re.search(rf"(?:\band|&) {re.escape(name)}", text))
            return unique((*names, *joined)) if set(names) <= set(told) else names
    return told


def _find_moment(near: list[Element]) -> datetime | None:
    """The first full date printed or given by a time element or one that is named for it; else the
    one that a byline ends with."""
    for is_dated in (_says_when_of, _is_byline):
        for element in near:
            moment = _read_moment_of(element) if is_dated(element) else None
            if moment and not _is_elsewhere(element) and not _is_of_update(element):
                return moment
    return None


def _says_when_of(element: Element) -> bool:
    return element.tag == "time" or _says_when(_names(element))


def _read_moment_of(element: Element) -> datetime | None:
    """The moment that an element gives. What a time element prints goes before its attribute where
    they are days apart: that may be of the last change."""
    if element.tag == "time":
        printed, marked = read_moment(read_visible(element)), read_moment(element.get("datetime"))
        if printed and marked and abs(printed.date() - marked.date()) > _A_DAY:
            return printed
        return marked or printed
    text = one_line(read_visible(element))
    return read_moment(text) if 6 < len(text) < _LONGEST_DATE else None


def _is_of_update(element: Element) -> bool:
    """Whether a date is labelled as that of a change, by its name or by the words before it."""
    label = _DIGIT.split(read_visible(element), maxsplit=1)[0]
    before = read_before(element)[-_LONGEST_LABEL:]
    return any(_UPDATED.search(said) for said in (_names(element), label, before))


def _find_kicker(headline: Element | None) -> str | None:
    if headline is None:
        return None
    *_, block = (headline, *islice(headline.iterancestors(), _LEVELS))
    for element in block.iter("h1", "a", "span", "p", "div"):
        if element is headline:
            return None
        if _KICKER.search(_names(element)):
            text = one_line(read_visible(element))
            if 1 < len(text) <= 40 and len(text.split()) <= 4 and _is_near(element, headline):
                return text
    return None


def _is_near(element: Element, headline: Element) -> bool:
    """Whether the element stands in the headline's own block."""
    above = list(islice(headline.iterancestors(), _LEVELS))
    return any(parent in above for parent in islice(element.iterancestors(), _LEVELS))


def _is_elsewhere(element: Element) -> bool:
    return next(element.iterancestors(*_ELSEWHERE), None) is not None


def _names(element: Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
