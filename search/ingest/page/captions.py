"""Captions: the words under a picture, where no class says that they are some."""

import re
from collections.abc import Iterator
from itertools import islice

from ..paragraphs import Paragraph
from .length import measure
from .tree import Element, drop, finder, read_visible

# longer is prose that a picture stands in
_LONGEST = 400
# how far up a picture's own block reaches
_LEVELS = 4
_PROSE = 60
# the share of a story that is captions where it is told in pictures
_TOLD_IN_PICTURES = 0.3
_BLOCKS = frozenset(("div", "section", "span", "center"))
_PICTURED = re.compile(r"(?i)image|img|photo|picture|media|attachment|figure|illustration|thumb")
_PICTURES = finder(".//*[self::img or self::picture or self::figure or self::video]")
_OWN_PROSE = finder(".//*[self::p or self::h1 or self::h2 or self::h3 or self::h4 or self::li]")


def drop_captions(region: Element) -> None:
    """Take blocks that are a picture and its caption out of a story; not where these tell it."""
    blocks = list(_blocks(region))
    length = sum(len(read_visible(block)) for block in blocks)
    if blocks and length < _TOLD_IN_PICTURES * len(read_visible(region)):
        for block in blocks:
            drop(block)


def _blocks(region: Element) -> Iterator[Element]:
    """The blocks of pictures and captions. Each element is looked at for its first picture only:
    a gallery of thousands must not be read thousands of times."""
    seen: set[Element] = {region}
    for picture in _PICTURES(region):
        block = _block(picture, seen)
        if block is not None:
            yield block


def _block(picture: Element, seen: set[Element]) -> Element | None:
    """The block around a picture in which the first words stand, if these are its caption."""
    inner = picture
    for around in islice(picture.iterancestors(), _LEVELS):
        if around in seen or around.tag not in _BLOCKS:
            return None
        seen.add(around)
        if text := read_visible(around):
            return around if len(text) < _LONGEST and _is_captioned(around, inner) else None
        inner = around
    return None


def _is_captioned(block: Element, pictured: Element) -> bool:
    """Whether the words in a picture's block stand after it, in an element of their own, and in
    none that holds a story's: paragraphs do only where the block is named for its picture."""
    names = f"{block.get('class') or ''} {block.get('id') or ''}"
    if _OWN_PROSE(block) and not _PICTURED.search(names):
        return False
    bare = (block.text or "") + "".join(child.tail or "" for child in block)
    before = pictured.itersiblings(preceding=True)
    return not bare.strip() and not any(map(read_visible, before))


def read_captions(tree: Element) -> list[Paragraph]:
    """The captions of a page that tells its story in pictures, one a paragraph; empty where fewer
    than two of them are prose."""
    texts = [read_visible(caption) for caption in tree.iter("figcaption")]
    told = [Paragraph(text) for text in dict.fromkeys(texts) if measure(text) >= _PROSE]
    return told if len(told) > 1 else []
