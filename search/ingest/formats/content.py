"""The text inside a wire's markup: NITF, XHTML or plain, as paragraphs."""

import re
from copy import deepcopy
from html import unescape

from lxml import etree

from ..encoding import one_line
from ..page.fragment import read_fragment
from ..paragraphs import Paragraph
from .lines import find_blocks, find_paragraphs, is_wrapped
from .markup import Element

# what stands in a story's markup and is no part of its text
_APART = tuple(
    """media note media-caption media-reference style script byline body.head body.end header
    footer nav""".split()
)
# NITF's names, as what reads paragraphs knows them
_AS_HTML = {"hl1": "h2", "hl2": "h2", "block": "div", "bq": "blockquote", "nitf-table": "div"}
# "ends", "(END)", "/END/", "(END/2010)", "Enditem", "-0-", "- 30 -", "###", "NNNN", "***" below
_END_MARK = re.compile(
    r"""
    [(\[/<]? \s* (?: (?: the \s )? ends? (?: / \d{4} )? | end \s? item | item \s ends
      | -+ \s* (?: 0 | 30 | ends? ) \s* -+ | \# \s? \# \s? \# | nnnn ) \s* [)\]/>]? \.?
    | \( more \) | (?P<rule> [*=_~+-] ) (?: \s? (?P=rule) ){2,100}
    """,
    re.IGNORECASE | re.VERBOSE,
)
# the same behind the last words: "It rose. Enditem" "It rose. (END)" "It rose./."
_LAST_MARK = re.compile(r"(?<=[.!?\"”’')])\s*(?:[Ee]nditem|\(END\)|-0-|\#{3}|/\.)\s*\Z")
_LONGEST_MARK = 20  # characters of a mark behind the last words
# nothing, or markup that was escaped: an embedded player
_MARKUP = re.compile(r"(?:\s*</?[A-Za-z][^<>]{0,500}>)*\s*")
_TWICE = re.compile(r"&(?:\#\d{2,5}|quot|apos|amp|nbsp);")
_SET_IN = re.compile(r"[ ]{2,8}\S")
_SAME = 50  # characters of a standfirst that show it to be only the lede again


def read_content(element: Element) -> list[Paragraph]:
    """The paragraphs and headings of an element that holds NITF or XHTML."""
    tree = deepcopy(element)
    etree.strip_elements(tree, *_APART, with_tail=False)
    for found in list(tree.iter(*_AS_HTML)):
        found.tag = _AS_HTML[str(found.tag)]
    for found in list(tree.iter("pre", "p")):
        if found.tag == "pre" or _is_set_in_lines(found):
            _set_as_paragraphs(found)
    # as HTML an empty <person/> is closed, and opens nothing
    markup = etree.tostring(tree, encoding="unicode", method="html", with_tail=False)
    return [_unescaped(part) for part in read_fragment(markup) if not _MARKUP.fullmatch(part.text)]


def read_lines(text: str) -> list[Paragraph]:
    """The paragraphs of plain text, its hard-wrapped lines put together."""
    blocks = find_blocks(text)
    wrapped = is_wrapped([line for block in blocks for line in block])
    return [Paragraph(part) for block in blocks for part in find_paragraphs(block, wrapped)]


def find_standfirst(text: str | None, headline: str, body: str) -> str | None:
    """The standfirst, unless it is the headline again or only how the body opens."""
    line = one_line(text)
    if not line or line.casefold() == headline.casefold():
        return None
    return None if line.rstrip(" .…[]")[:_SAME] in one_line(body[:5000]) else line


def without_end_mark(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs without the mark that tells a desk that nothing follows."""
    if not paragraphs:
        return paragraphs
    *above, last = paragraphs
    if _END_MARK.fullmatch(last.text.strip()):
        return above
    mark = _LAST_MARK.search(last.text, max(0, len(last.text) - _LONGEST_MARK))
    return [*above, last._replace(text=last.text[: mark.start()])] if mark else paragraphs


def _is_set_in_lines(element: Element) -> bool:
    """Whether a paragraph of markup holds several, wrapped and each begun by an indent."""
    return not len(element) and is_set_in_lines(element.text or "")


def is_set_in_lines(text: str) -> bool:
    """Whether a text's lines were broken to a width, with some set in: each of these begins a
    paragraph."""
    lines = [line for line in text.split("\n")[1:] if line.strip()]
    set_in = sum(bool(_SET_IN.match(line)) for line in lines)
    return set_in > 0 and set_in < len(lines) and is_wrapped(lines)


def _unescaped(part: Paragraph) -> Paragraph:
    """The paragraph, its references resolved where they were escaped twice: "o&#39;clock"."""
    if not _TWICE.search(part.text):
        return part
    return Paragraph(one_line(unescape(part.text)), part.is_heading)


def _set_as_paragraphs(element: Element) -> None:
    """Text set in lines (a whole story, or a table in it) as paragraphs of markup."""
    text = "".join(str(part) for part in element.itertext())
    tail = element.tail
    element.clear()
    element.tag, element.tail = "div", tail
    for part in read_lines(text):
        # what reads paragraphs keeps no line breaks inside one: each row of a table is its own
        for line in part.text.split("\n"):
            etree.SubElement(element, "p").text = line
