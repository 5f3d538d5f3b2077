"""Links that stand alone in a story's region: other stories, and no words of this one."""

import re

from .asides import is_aside
from .tree import Element, drop, finder, read_before, read_visible

# a link longer than this is prose that is linked
_LONGEST_LINK = 200
_LONGEST_LINKS = 500
# "READ MORE: ", "REQUIRED READING: ", "WATCH | ": a label in capitals before a link
_LABEL = re.compile(r"[A-Z][A-Z’'-]+(?:\s[A-Z\d’'-]+){0,4}(?:\s?[:|»>]|\s[–—-])\s*")
_BETWEEN = re.compile(r"[\s|•·/,]+")
_INLINE = frozenset("b em i span strong u sub sup small font abbr cite q s".split())

_WITH_LINKS = finder(
    ".//*[self::p or self::li or self::h2 or self::h3 or self::h4 or self::h5 or self::div]"
    "[.//a[@href][not(starts-with(@href,'#'))]]"
)
_BARE = finder(
    ".//*[self::a[@href] or self::strong[.//a[@href]]]"
    "[parent::div or parent::section or parent::article or parent::main]"
)
_LISTS = finder(".//*[self::ul or self::ol][.//a[@href]]")


def drop_links(region: Element) -> None:
    """Take out of the region the paragraphs and headings that are nothing but links, a label
    before them aside, the lists of such under a line like "Read more:", and bare links."""
    for listing in _LISTS(region):
        label = read_before(listing)
        if label.endswith(":") and is_aside(label):
            drop(listing)
    for element in _WITH_LINKS(region):
        text = read_visible(element)
        if len(text) < _LONGEST_LINKS and is_linked(element, text):
            drop(element)
    for element in _BARE(region):
        text = read_visible(element)
        if len(text) < _LONGEST_LINKS and _stands_alone(element) and is_linked(element, text):
            drop(element)


def is_linked(element: Element, text: str) -> bool:
    """Whether a text is links, a label before them aside: a long list has words between."""
    if element.tag == "a":
        return True
    share = 0.9 if len(text) < _LONGEST_LINK else 0.8
    rest = _BETWEEN.sub("", _LABEL.sub("", text, count=1) if _LABEL.match(text) else text)
    linked = "".join(read_visible(link) for link in element.iter("a"))
    return len(_BETWEEN.sub("", linked)) >= share * len(rest)


def _stands_alone(element: Element) -> bool:
    """Whether no text and nothing that runs on in a line stands beside an element."""
    before, after = element.getprevious(), element.getnext()
    parent = element.getparent()
    lead = before.tail if before is not None else parent.text if parent is not None else None
    beside = {e.tag for e in (before, after) if e is not None}
    return not (lead or "").strip() and not (element.tail or "").strip() and not beside & _INLINE
