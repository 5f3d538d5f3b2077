"""The byline that a page prints, and the names in it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ...wire.agencies import find_agency
from ..encoding import one_line
from ..names import is_byline, read_credit, read_names, unique
from .tree import Element, is_elsewhere, is_longer, read_blocks, read_classes, read_visible

_BYLINE = re.compile(r"(?i)by-?line|author|writer|contributor|reporter")
_NO_BYLINE = re.compile(r"(?i)avatar|image|photo|bio|social|comment|related|follow|card")
_AUTHOR_PAGE = re.compile(
    r"(?i)/(?:authors?|by|staff|people|profiles?|contributors?)/[^/]{4,60}/?$"
)
# "/topics/people/ana-reyes" is about her
_TOPIC_PAGE = re.compile(r"(?i)/(?:topics?|tags?|subjects?)/")
# characters after which a text is no byline
_LONGEST = 160
_UNSEEN = frozenset(("meta", "link", "script", "style"))


class Byline(NamedTuple):
    """A byline as printed, its names, and whom it credits where it names nobody."""

    text: str | None = None
    names: tuple[str, ...] = ()
    credit: str | None = None


def find_byline(head: Sequence[Element], near: Sequence[Element]) -> Byline:
    """The first byline that names somebody: marked as one near the headline or anywhere, else a
    line "By …" between headline and story (``head``); else the first that credits anybody."""
    marked = _find_marked(near)
    return marked if marked.names else _find_line(head) or marked


def _find_marked(near: Sequence[Element]) -> Byline:
    credited = Byline()
    for element in filter(is_marked_byline, near):
        if is_elsewhere(element) or is_longer(element, _LONGEST):
            continue
        text = one_line(read_blocks(element))
        names = _byline_names(element, text) if len(text) < _LONGEST else ()
        if names:
            return Byline(text, names)
        if not credited.text and is_byline(text):
            credited = Byline(text, credit=read_credit(text))
    return credited


def _find_line(head: Sequence[Element]) -> Byline | None:
    """A line that opens with "By" though nothing marks it, and names people or an agency."""
    for element in head:
        if not (element.text or "").strip().casefold().startswith("by"):
            continue
        line = "" if is_longer(element, _LONGEST) else one_line(read_blocks(element))
        if is_byline(line):
            names, credit = read_names(line), read_credit(line)
            if names or (credit and find_agency(credit)):
                return Byline(line, names, credit)
    return None


def is_marked_byline(element: Element) -> bool:
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
    if around is None or around.tag != "p":
        return True
    return not is_longer(around, _LONGEST) and len(read_visible(around)) < _LONGEST


@lru_cache(maxsize=20_000)
def _says_byline(names: str) -> bool | None:
    """Whether a name is a byline's; None where it tells nothing."""
    return False if _NO_BYLINE.search(names) else bool(_BYLINE.search(names)) or None


def _byline_names(element: Element, text: str) -> tuple[str, ...]:
    """The names that the links in an element give, or the parts marked in it, and those that its
    words join to them ("By Ana Reyes and Bo Chen", one linked); else the names of its words."""
    links = [one_line(read_visible(link)) for link in element.iter("a")]
    marked = [
        one_line(read_visible(e)) for e in element.iterdescendants("span") if is_marked_byline(e)
    ]
    told = read_names(text)
    for parts in (links, marked):
        if names := unique(name for part in parts for name in read_names(part)):
            joined = (name for name in told if re.search(rf"(?:\band|&) {re.escape(name)}", text))
            return unique((*names, *joined)) if set(names) <= set(told) else names
    return told
