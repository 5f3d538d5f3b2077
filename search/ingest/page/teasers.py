"""Teasers: small blocks that are headed by a link, other stories' headlines and how these open."""

from itertools import islice

from .links import is_linked
from .tree import Element, drop, finder, read_visible

# characters of a block, and how far up a heading's own reaches
_LONGEST = 400
_LEVELS = 3
# the share of a story that is such blocks where it is a list of things to see or to buy
_MADE_OF = 0.3
_BLOCKS = frozenset(("div", "article", "li", "section"))
_HEADINGS = finder(".//*[self::h2 or self::h3 or self::h4 or self::h5 or self::h6]")
_LINKED = finder(
    ".//*[self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"
    "[.//a[@href][not(starts-with(@href,'#'))] or parent::a[@href]]"
)


def drop_teasers(region: Element) -> None:
    """Take small blocks that are headed by a link out of a story, unless it is made of them."""
    seen: set[Element] = {region}
    found = (_block(heading, seen) for heading in _LINKED(region))
    blocks = [block for block in found if block is not None]
    length = sum(len(read_visible(block)) for block in blocks)
    if blocks and length < _MADE_OF * len(read_visible(region)):
        for block in blocks:
            drop(block)


def _block(heading: Element, seen: set[Element]) -> Element | None:
    """The small block that a linked heading heads; None where it heads none, or a longer one, or
    where another heading was in it before (``seen``: each block is read once)."""
    text = read_visible(heading)
    if not text or not is_linked(heading, text):
        return None
    for around in islice(heading.iterancestors(), _LEVELS):
        if around in seen or around.tag not in _BLOCKS:
            return None
        seen.add(around)
        length = len(read_visible(around))
        if length > len(text):
            return around if length <= _LONGEST and len(_HEADINGS(around)) == 1 else None
    return None
