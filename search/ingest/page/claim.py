"""The text that a page's JSON-LD claims for its story, held against what the page shows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..paragraphs import Paragraph
from .fragment import read_fragment

_WORD = re.compile(r"\w+")
_RUN = 4
_SHORTEST = 300
# the share of the claim that must stand on the page for it to be this story's
_BORNE_OUT = 0.6


@dataclass(frozen=True, slots=True)
class Claim:
    """A claimed text: its paragraphs, the runs of four words in them, and whether it was cut."""

    paragraphs: tuple[Paragraph, ...]
    runs: frozenset[tuple[str, ...]]
    is_cut: bool


def read_claim(text: str | None) -> Claim | None:
    """The claim that an articleBody makes; None where it is missing or too short to tell."""
    if not text or len(text) < _SHORTEST:
        return None
    paragraphs = tuple(read_fragment(text.replace("\n", "\n\n")))
    words = " ".join(paragraph.text for paragraph in paragraphs)
    return Claim(paragraphs, _runs(words), words.rstrip()[-1:] not in '.!?"”’»)]')


def is_borne_out(claim: Claim, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether most of what is claimed stands in these paragraphs."""
    shown = _runs(" ".join(paragraph.text for paragraph in paragraphs))
    return len(claim.runs & shown) > _BORNE_OUT * len(claim.runs)


def keep_claimed(claim: Claim, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs without those that the claim knows nothing of; short ones and headings stay
    between the first and the last claimed, and what follows the last if the claim was cut."""
    claimed = [bool(_runs(paragraph.text) & claim.runs) for paragraph in paragraphs]
    if True not in claimed:
        return list(paragraphs)
    first, last = claimed.index(True), len(claimed) - 1 - claimed[::-1].index(True)
    return [
        paragraph
        for number, paragraph in enumerate(paragraphs)
        if claimed[number]
        or (first < number < last and len(_WORD.findall(paragraph.text)) < 2 * _RUN)
        or (claim.is_cut and number > last)
    ]


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return frozenset(zip(*(words[start:] for start in range(_RUN)), strict=False))
