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
# the share of a page's text below which a claim is only how the story opens
_OPENING = 0.4
# characters: what a page says between paragraphs is no longer
_LONGEST_ASIDE = 250
_QUOTED = re.compile(r"[\"“„«‘].*[\"”“»’]\W?", re.DOTALL)


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
    """The paragraphs without those that the claim knows nothing of; headings and what publishers
    leave out of it stay: short ones and quotations between the first and the last claimed, long
    ones before the last, and what follows that if the claim was cut. All of them where the claim
    is only the opening."""
    claimed = [bool(_runs(paragraph.text) & claim.runs) for paragraph in paragraphs]
    if True not in claimed or _is_opening(claim, paragraphs):
        return list(paragraphs)
    first, last = claimed.index(True), len(claimed) - 1 - claimed[::-1].index(True)
    return [
        paragraph
        for number, paragraph in enumerate(paragraphs)
        if claimed[number]
        or (number < first and len(paragraph.text) > _LONGEST_ASIDE)
        or (first < number < last and _may_be_left_out(paragraph.text))
        or (claim.is_cut and number > last)
    ]


def _is_opening(claim: Claim, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the claim is a small part of what stands there, as where a publisher tells search
    engines the lede alone."""
    told, shown = (sum(len(p.text) for p in texts) for texts in (claim.paragraphs, paragraphs))
    return told < _OPENING * shown


def _may_be_left_out(text: str) -> bool:
    """Whether a paragraph is short, a quotation, or longer than any word for another story."""
    is_short = len(_WORD.findall(text)) < 2 * _RUN
    return is_short or len(text) > _LONGEST_ASIDE or bool(_QUOTED.fullmatch(text))


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return frozenset(zip(*(words[start:] for start in range(_RUN)), strict=False))
