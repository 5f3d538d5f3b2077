"""A page's tree, parsed once, and never from markup made to choke a parser."""

import re
from collections.abc import Callable
from itertools import islice
from typing import NamedTuple, cast

from lxml import etree

from ...errors import NotAnArticle

# lxml's plain element: the one of lxml.html asks Python for its class at every step
Element = etree._Element

# deeper than any page a person wrote; lxml and what reads its trees go down by recursion
_DEEPEST = 120
# three times what a newspaper's front page has
_MOST = 50_000
# how far up a label may stand
_NEAR = 3
# ends that browsers pass over where more follows, and the parser does not
_ENDS = re.compile(r"(?i)</(?:html|body)\s{0,9}>")
_PROLOGUE = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
# control bytes but tab and line break: the parser stops at some of them
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r") + b"\x7f"

# asked of the parser's own tree: walking it in Python costs as much as parsing it
_IS_DEEP = etree.XPath("boolean(" + "/*" * (_DEEPEST + 1) + ")")
_COUNT = etree.XPath("count(//*)")
_BLOCKS = frozenset("p div li ul ol br h1 h2 h3 h4 h5 h6 section td tr table dd dt".split())
# what stands beside a story, and what holds others
BESIDE = ("aside", "nav", "footer")
ELSEWHERE = ("li", "ul", *BESIDE)
_TEXT = etree.XPath("string()", smart_strings=False)


def finder(path: str) -> Callable[[Element], list[Element]]:
    """A search for the elements of this XPath, in the order of the page."""
    return cast("Callable[[Element], list[Element]]", etree.XPath(path))


class Page(NamedTuple):
    """A page's markup, and the tree read from it, which its readers may cut down."""

    markup: str
    tree: Element


def read_page(markup: str) -> Page:
    """The page of this markup; NotAnArticle as ``read_tree``."""
    return Page(markup, read_tree(markup))


def read_tree(markup: str) -> Element:
    """The page's tree; NotAnArticle where there is none, or where it is nested past reason."""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False
    )
    data = (
        _ENDS.sub("", _PROLOGUE.sub("", markup)).encode(errors="ignore").translate(None, _CONTROLS)
    )
    try:
        tree = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise NotAnArticle("the page has no markup that can be read") from error
    if tree is None:
        raise NotAnArticle("the page has no markup that can be read")
    _refuse_endless(tree)
    return tree


def _refuse_endless(tree: Element) -> None:
    if _IS_DEEP(tree):
        raise NotAnArticle(f"the page's elements are nested more than {_DEEPEST} deep")
    if cast("float", _COUNT(tree)) > _MOST:
        raise NotAnArticle(f"the page has more than {_MOST:,} elements")


def read_visible(element: Element) -> str:
    """The text under an element, on one line."""
    return " ".join(str(_TEXT(element)).split())


def is_longer(element: Element, limit: int) -> bool:
    """Whether the text under an element is longer than a label of so many characters can be, spaces
    included; reads no more of it than that. Boxes in boxes would be read a hundred times."""
    length = 0
    for text in element.itertext():
        length += len(text.strip()) + 1  # a text of spaces counts too, or thousands would be read
        if length > 2 * limit:
            return True
    return False


def read_start(element: Element, limit: int) -> str:
    """The first characters of the text under an element, on one line; reads no more of it."""
    start = ""
    for text in element.itertext():
        start += str(text)[: 2 * limit]
        if len(start) > 2 * limit:
            break
    return " ".join(start.split())[:limit]


def read_blocks(element: Element) -> str:
    """The text under an element, on one line, its blocks parted by a bar: "Ana Reyes | Oslo"."""
    parts: list[str] = []
    for event, part in etree.iterwalk(element, events=("start", "end")):
        if part.tag in _BLOCKS and part is not element:
            parts.append(" | ")
        parts.append((part.text if event == "start" else part is not element and part.tail) or "")
    return " | ".join(filter(None, (" ".join(p.split()) for p in "".join(parts).split(" | "))))


def read_before(element: Element) -> str:
    """The text that stands right before an element, on one line: what its label would be."""
    for around in (element, *islice(element.iterancestors(), _NEAR)):
        before, parent = around.getprevious(), around.getparent()
        if before is not None:
            text = (before.tail or "").strip() or read_visible(before)
        else:
            text = "" if parent is None else (parent.text or "").strip()
        if text:
            return " ".join(text.split())
    return ""


def read_classes(element: Element) -> str:
    """What an element is named by its markup: its classes, its id, its property, and the part that
    it is by its own tests, which stays where classes are made of chance letters."""
    get = element.get
    names = f"{get('class') or ''} {get('id') or ''} {get('itemprop') or ''}"
    part = get("data-testid")
    return f"{names} {part}" if part else names


def is_elsewhere(element: Element) -> bool:
    """Whether an element stands in a list or beside the story: its names and dates are others'."""
    return next(element.iterancestors(*ELSEWHERE), None) is not None


def drop(element: Element) -> None:
    """Take an element and what is under it out of its tree; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if tail := element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + tail
        else:
            before.tail = (before.tail or "") + tail
    parent.remove(element)
