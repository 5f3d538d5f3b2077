"""A page's tree, parsed once, and never from markup made to choke a parser."""

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from ...errors import NotAnArticle

# deeper than any page a person wrote; lxml and what reads its trees go down by recursion
_DEEPEST = 200
_PROLOGUE = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")


def read_tree(markup: str) -> HtmlElement:
    """The page's tree; NotAnArticle where there is none, or where it is nested past reason."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = document_fromstring(_PROLOGUE.sub("", markup).encode(), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise NotAnArticle("the page has no markup that can be read") from error
    if _is_too_deep(tree):
        raise NotAnArticle(f"the page's elements are nested more than {_DEEPEST} deep")
    return tree


def _is_too_deep(tree: HtmlElement) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            return True
    return False


def read_visible(element: HtmlElement) -> str:
    """All the text under an element, on one line."""
    return " ".join("".join(str(part) for part in element.itertext()).split())
