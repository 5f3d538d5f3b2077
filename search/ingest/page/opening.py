"""A dateline that a page sets in a block of its own before the lede."""

from collections.abc import Sequence
from itertools import pairwise

from ...wire.dateline import opens_with_dateline
from ..paragraphs import Paragraph

# characters of a dateline, and how many paragraphs may stand before the lede
_LONGEST = 80
_FIRST = 6
# what a dateline has and other short lines before a story have not
_MARKS = "(/—–0123456789"


def join_dateline(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs with the dateline at the head of the lede: "OSLO (AP) —" is no paragraph."""
    for number, (line, lede) in enumerate(pairwise(paragraphs[:_FIRST])):
        if opens_with_dateline(lede.text) or lede.is_heading:
            continue
        joined = f"{line.text} {lede.text}"
        if _is_alone(line.text) and opens_with_dateline(joined):
            return [*paragraphs[:number], Paragraph(joined), *paragraphs[number + 2 :]]
    return list(paragraphs)


def _is_alone(line: str) -> bool:
    return len(line) <= _LONGEST and any(mark in line for mark in _MARKS)
