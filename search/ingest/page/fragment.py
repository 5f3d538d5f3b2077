"""Markup as paragraphs: the region of a page that holds its story, or a feed item's content."""

import warnings
from collections.abc import Iterator
from typing import NamedTuple

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning
from bs4.element import NavigableString, Tag
from lxml import etree

from ..encoding import clean, one_line
from ..paragraphs import Paragraph
from .tree import Element, read_tree

_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_BLOCKS = _HEADINGS | frozenset(
    """address article blockquote body center dd details div dl dt fieldset header hr html
    li main ol p pre section summary table tbody tfoot thead tr ul""".split()
)
# what is never part of a story's text
_UNREAD = frozenset(
    """script style noscript template iframe object embed svg math canvas audio video picture img
    figure figcaption form button input select option textarea label nav aside footer head meta
    link map dialog""".split()
)
# fewer tags than this cannot nest too deep
_SURELY_SHALLOW = 200
_CELLS = frozenset(("td", "th"))


class _Piece(NamedTuple):
    """Text, or, where ``text`` is None, the boundary of a block."""

    text: str | None
    opens_heading: bool = False


_BOUNDARY = _Piece(None)


def read_fragment(markup: str) -> list[Paragraph]:
    """The paragraphs and headings of this markup; plain text is read by its blank lines."""
    if "<" not in markup:
        return [Paragraph(one_line(part)) for part in clean(markup).split("\n\n") if part.strip()]
    return list(_paragraphs(_pieces(_soup(markup))))


def read_element(element: Element) -> list[Paragraph]:
    """The paragraphs and headings under an element of a page's tree."""
    markup = etree.tostring(element, encoding="unicode", with_tail=False)
    return list(_paragraphs(_pieces(BeautifulSoup(markup, "lxml"))))


def read_fragment_line(markup: str | None) -> str:
    """The text of this markup on one line; "" for None."""
    if not markup or "<" not in markup:
        return one_line(markup)
    return one_line(_soup(markup).get_text(" "))


def _soup(markup: str) -> BeautifulSoup:
    """The markup's tree; NotAnArticle where it is nested past reason."""
    if markup.count("<") > _SURELY_SHALLOW:
        read_tree(markup)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        return BeautifulSoup(markup, "lxml")


def _paragraphs(pieces: Iterator[_Piece]) -> Iterator[Paragraph]:
    """The text between each two boundaries."""
    parts: list[str] = []
    is_heading = False
    for piece in pieces:
        if piece.text is not None:
            parts.append(piece.text)
            continue
        if text := one_line("".join(parts)):
            yield Paragraph(text, is_heading)
        parts, is_heading = [], piece.opens_heading
    if text := one_line("".join(parts)):
        yield Paragraph(text)


def _pieces(tag: Tag) -> Iterator[_Piece]:
    """Texts and block boundaries in order; two line breaks in a row are a boundary."""
    breaks = 0
    for child in tag.children:
        if isinstance(child, NavigableString):
            if type(child) is NavigableString:
                breaks = breaks if not child.strip() else 0
                yield _Piece(str(child))
        elif isinstance(child, Tag) and child.name == "br":
            breaks += 1
            yield _BOUNDARY if breaks == 2 else _Piece("\n")
        elif isinstance(child, Tag) and child.name not in _UNREAD:
            breaks = 0
            yield from _inside(child)


def _inside(tag: Tag) -> Iterator[_Piece]:
    if tag.name in _CELLS:
        yield from (_Piece(" "), *_pieces(tag), _Piece(" "))
    elif tag.name in _BLOCKS:
        yield _Piece(None, tag.name in _HEADINGS)
        yield from _pieces(tag)
        yield _BOUNDARY
    else:
        yield from _pieces(tag)
