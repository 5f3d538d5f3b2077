"""The story's text on a page: its region cleaned, checked against what the page says of itself."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

import trafilatura

from ..encoding import one_line
from ..paragraphs import Paragraph
from .asides import is_aside
from .claim import Claim, is_borne_out, keep_claimed, read_claim
from .fragment import read_element
from .length import measure
from .opening import join_dateline
from .region import find_region
from .tree import Element, Page

# below this many characters of prose, or this share of the page's, a region is doubted
_LITTLE = 300
_SHARE = 0.5
# how much more prose another reading must have to be taken instead
_MORE = 1.1
# how a note on an author goes on after the name, and how many paragraphs may follow it
_OF_AUTHORS = "is|was|has|covers|writes|reports|edits|joined|works|contributed"
_LAST = 4
# what is said twice at this length is no refrain
_LONG = 300
# the share of a story that labels before its first sentence are at most
_LABELS = 0.25
# more tags than any page has that trafilatura is asked about; deep ones would take it seconds
_MANY = 16_000
# as many headings in a row as a story has
_HEADINGS = 2
_PROSE = 60
_SENTENCE = 30
_ENDS = tuple(".!?…:。！？।۔؟")
_CLOSING = "\"'”“’‘»«›‹)]」』 "
# a paragraph of this length may open a story however it ends
_SURELY_LEDE = 250


def find_body(page: Page, claimed: str | None, headline: Element | None) -> list[Paragraph]:
    """The paragraphs of the page's story; empty where there is no prose on the page.

    ``claimed`` is its text by the page's own JSON-LD, ``headline`` the element that shows its
    headline. Takes the furniture out of the page's tree.
    """
    region = find_region(page.tree, headline)
    ours = [] if region is None else _read(region.element)
    claim = read_claim(claimed)
    if claim and is_borne_out(claim, ours):
        return _tidy(keep_claimed(claim, ours))
    if claim or region is None or _prose(ours) < max(_LITTLE, _SHARE * region.whole):
        ours = _read_otherwise(page.markup, ours, claim)
    return _tidy(ours)


def without_summary(paragraphs: Sequence[Paragraph], summary: str | None) -> list[Paragraph]:
    """The paragraphs without a heading before all of them that is the page's summary: what is told
    so and set so is no lede."""
    kept = list(paragraphs)
    return without(kept[:1], [summary]) + kept[1:] if kept and kept[0].is_heading else kept


def without_bios(paragraphs: Sequence[Paragraph], authors: Iterable[str]) -> list[Paragraph]:
    """The paragraphs without those at the end that say who an author is: "Ana Reyes is a …", "Our
    reporter Ana Reyes has …"."""
    names = "|".join(map(re.escape, authors))
    if not names:
        return list(paragraphs)
    bio = re.compile(rf"(?:[\w’'-]+ ){{0,5}}(?:{names})(?:,? [\w’'-]+){{0,1}}? (?:{_OF_AUTHORS})\b")
    kept = list(paragraphs)
    return kept[:-_LAST] + [p for p in kept[-_LAST:] if not bio.match(p.text)]


def _tidy(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    return trim([*_once(paragraphs)])


def _once(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs without long runs of them that stood before: a page may hold its story twice,
    for a wide screen and a narrow one, or cut and whole."""
    first: dict[str, int] = {}
    # how far back each paragraph stood before, 0 for one that did not
    back = [n - first.setdefault(p.text, n) for n, p in enumerate(paragraphs)]
    for distance, run in groupby(zip(back, paragraphs, strict=True), key=itemgetter(0)):
        found = [paragraph for _, paragraph in run]
        lengths = (measure(paragraph.text) for paragraph in found)
        if not distance or sum(length for length in lengths if length >= _PROSE) < _LONG:
            yield from found


def trim(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs from the first that is a sentence, without headings of nothing."""
    start = next((n for n, p in enumerate(paragraphs) if _may_open(p.text)), 0)
    before, whole = (
        sum(measure(p.text) for p in part) for part in (paragraphs[:start], paragraphs)
    )
    if before > max(_LONG, _LABELS * whole):  # who writes no full stops has a story there too
        start = next((n for n, p in enumerate(paragraphs) if measure(p.text) >= _SENTENCE), 0)
    return _without_bare_headings(paragraphs[start:])


def _without_bare_headings(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs without headings at the end, and of several headings in a row only the last: a
    heading may stand over another, but three are a list of other stories."""
    kept: list[Paragraph] = []
    for is_heading, run in groupby(paragraphs, key=lambda paragraph: paragraph.is_heading):
        found = [*run]
        kept += found if not is_heading or len(found) <= _HEADINGS else found[-1:]
    while kept and kept[-1].is_heading:
        kept.pop()
    return kept


def without(paragraphs: Iterable[Paragraph], lines: Iterable[str | None]) -> list[Paragraph]:
    """The paragraphs that repeat none of these lines (the headline, the standfirst, the byline)."""
    said = {one_line(line).casefold().rstrip(".") for line in lines if line}
    return [p for p in paragraphs if one_line(p.text).casefold().rstrip(".") not in said]


def _read(region: Element) -> list[Paragraph]:
    return join_dateline(_without_furniture(read_element(region)))


def _without_furniture(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs without a page's own lines, and without what follows the last of these if it
    is no prose: "More stories", and their headlines."""
    kept: list[Paragraph] = []
    cut = None
    for paragraph in paragraphs:
        if is_aside(paragraph.text):
            cut = len(kept) if cut is None else cut
        else:
            kept.append(paragraph)
            cut = None if _is_prose(paragraph.text) else cut
    return kept[:cut]


def _read_otherwise(markup: str, ours: list[Paragraph], claim: Claim | None) -> list[Paragraph]:
    """Another reading of a page whose region is in doubt: trafilatura's if the claim bears it out
    or, without a claim, if it has more prose; else the claim itself if it has more."""
    theirs = _read_with_trafilatura(markup)
    if claim and is_borne_out(claim, theirs):
        return keep_claimed(claim, theirs)
    is_more = _prose(theirs) > _MORE * _prose(ours) and not _is_run_together(theirs, ours)
    best = theirs if is_more else ours
    if claim and _prose(claim.paragraphs) > _MORE * _prose(best):
        return list(claim.paragraphs)
    return best


def _is_run_together(theirs: Sequence[Paragraph], ours: Sequence[Paragraph]) -> bool:
    """Whether one paragraph of theirs has all of our several."""
    run = theirs[0].text if len(theirs) == 1 and len(ours) > 1 else ""
    return bool(run) and all(paragraph.text in run for paragraph in ours)


def _read_with_trafilatura(markup: str) -> list[Paragraph]:
    """Empty too for a page of so many tags that it would take seconds."""
    if markup.count("<") > _MANY:
        return []
    found = trafilatura.bare_extraction(markup, include_comments=False)
    text = getattr(found, "text", None) or ""
    lines = (Paragraph(one_line(line)) for line in text.split("\n") if line.strip())
    return _without_furniture([*lines])


def _prose(paragraphs: Iterable[Paragraph]) -> int:
    return sum(measure(p.text) for p in paragraphs if _is_prose(p.text))


def _is_prose(text: str) -> bool:
    return measure(text) >= _PROSE and _is_sentence(text)


def _may_open(text: str) -> bool:
    return measure(text) >= _SURELY_LEDE or _is_sentence(text)


def _is_sentence(text: str) -> bool:
    return measure(text) >= _SENTENCE and text.rstrip(_CLOSING).endswith(_ENDS)
