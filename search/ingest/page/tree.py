"""A page's tree, parsed once, and never from markup made to choke a parser."""

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from ...errors import NotAnArticle

# deeper than any page a person wrote; lxml and what reads its trees go down by recursion
_DEEPEST = 120
# three times what a newspaper's front page has
_MOST = 50_000
_PROLOGUE = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")


def read_tree(markup: str) -> HtmlElement:
    """The page's tree; NotAnArticle where there is none, or where it is nested past reason."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = document_fromstring(_PROLOGUE.sub("", markup).encode(), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise NotAnArticle("the page has no markup that can be read") from error
    _refuse_endless(tree)
    return tree


def _refuse_endless(tree: HtmlElement) -> None:
    depth = 0
    count = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > _DEEPEST:
            raise NotAnArticle(f"the page's elements are nested more than {_DEEPEST} deep")
        if count > _MOST:
            raise NotAnArticle(f"the page has more than {_MOST:,} elements")


def read_visible(element: HtmlElement, most: int = 10_000_000) -> str:
    """The text under an element, on one line; of one that has more than ``most`` characters, so
    much that its length shows it."""
    parts: list[str] = []
    length = 0
    for part in element.itertext():
        parts.append(str(part))
        length += len(part.strip())
        if length > most:
            break
    return " ".join("".join(parts).split())
