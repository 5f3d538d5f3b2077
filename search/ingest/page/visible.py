"""What a page prints around its story for a reader: the byline, the kicker, the time."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from lxml import etree

from ..encoding import one_line
from ..names import is_byline, read_credit, read_names, unique
from .day import find_printed
from .facts import Facts
from .standfirst import find_standfirst
from .tree import Element, is_elsewhere, read_blocks, read_classes, read_visible

_BYLINE = re.compile(r"(?i)by-?line|author|writer|contributor|reporter")
_NO_BYLINE = re.compile(r"(?i)avatar|image|photo|bio|social|comment|related|follow|card")
_AUTHOR_PAGE = re.compile(
    r"(?i)/(?:authors?|by|staff|people|profiles?|contributors?)/[^/]{4,60}/?$"
)
# "/topics/people/ana-reyes" is about her
_TOPIC_PAGE = re.compile(r"(?i)/(?:topics?|tags?|subjects?)/")
_KICKER = re.compile(r"(?i)kicker|eyebrow|overline|rubric|section-?(?:name|label|title)|category")
# characters after which a text is no byline
_LONGEST_BYLINE = 160
# how far up the headline's own block reaches
_LEVELS = 3
_UNSEEN = frozenset(("meta", "link", "script", "style"))


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
        published=find_printed(near, _is_byline, is_under=headline is not None),
        kicker=_find_kicker(headline),
        standfirst=None if headline is None else find_standfirst(near),
    )
    return facts, _find_byline(near)


def _find_byline(near: Sequence[Element]) -> Byline:
    credited = Byline()
    for element in near:
        if _is_byline(element) and not is_elsewhere(element):
            text = one_line(read_blocks(element))
            names = _byline_names(element, text) if len(text) < _LONGEST_BYLINE else ()
            if names:
                return Byline(text, names)
            if not credited.text and len(text) < _LONGEST_BYLINE and is_byline(text):
                credited = Byline(text, credit=read_credit(text))
    return credited


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
    says = _says_byline(read_classes(element))
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


def _find_kicker(headline: Element | None) -> str | None:
    if headline is None:
        return None
    *_, block = (headline, *islice(headline.iterancestors(), _LEVELS))
    for element in block.iter("h1", "a", "span", "p", "div"):
        if element is headline:
            return None
        if _KICKER.search(read_classes(element)):
            text = one_line(read_visible(element))
            if 1 < len(text) <= 40 and len(text.split()) <= 4 and _is_near(element, headline):
                return text
    return None


def _is_near(element: Element, headline: Element) -> bool:
    """Whether the element stands in the headline's own block."""
    above = list(islice(headline.iterancestors(), _LEVELS))
    return any(parent in above for parent in islice(element.iterancestors(), _LEVELS))
