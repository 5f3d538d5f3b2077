"""The headline that a page shows, told from its logo, its kicker and its site's name."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from ...text import find_forms
from ..encoding import one_line
from .heading import is_logo, read_heading
from .tree import Element, is_elsewhere, read_classes

# "Dam holds | Harbour Wire", "Dam holds - Harbour Wire", "Opinion | Dam holds"
_BARS = re.compile(r"\s+[|»«›‹:·•]{1,2}\s+|\s+[-–—]\s+")
_ANY_BARS = re.compile(rf"{_BARS.pattern}|:\s+")
_FIRM_BARS = re.compile(r"\s+[|»«›‹·•]\s+")
_TAG = re.compile(r"\s*\[[^\]]{1,20}\]$")
# "Dam holds (2024/5)": an issue or a count behind the headline
_ISSUE = re.compile(r"\s*\([^()]{1,20}\)(?=$|\s*[|:–—-])")
_SITE_WORDS = 4
# the share of words that a heading and a claimed headline have in common to be one
_ALIKE = 0.5
_FEWEST_WORDS = 3
# characters of a claim that is looked into for parts
_LONGEST = 500
# lower headings that are held against the claims
_MOST = 100
# elements that may show a headline though they are no heading
_LINES = ("h4", "h5", "h6", "div", "span", "p", "td", "th", "b", "strong", "font", "a", "center")
# "Home > News > Dam holds", and how far up that is named so
_PATH = re.compile(r"(?i)crumb|(?<![a-z])path(?![a-z])|pathway|you-?are-?here")
_LEVELS = 3


class Shown(NamedTuple):
    """The headline, and the element that shows it, where one does."""

    text: str
    element: Element | None = None


def find_headline(tree: Element, claims: Sequence[str], publisher: str | None) -> Shown:
    """The page's main heading as it is shown, checked against the claims that its markup makes;
    else the first claim, without the site's name. "" where the page has neither."""
    title = one_line(tree.findtext(".//title"))
    told = [one_line(claim) for claim in (*claims, title) if claim]
    headings = [Shown(text, h) for h in tree.iter("h1") if (text := read_heading(h))]
    logos = [heading.text for heading in headings if _is_site(heading, publisher)]
    said = [strip_site(claim, publisher or next(iter(logos), None)) for claim in told]
    shown = [heading for heading in headings if not _is_site(heading, publisher)]
    best = max(shown, key=lambda heading: _agreement(heading.text, said), default=None)
    if best and _agreement(best.text, said) >= _ALIKE:
        return Shown(_tidy(best.text, said), best.element)
    if part := _find_part(tree, told, shown, publisher):
        return part
    alone = [heading for heading in shown if _has_words(heading.text)]
    is_told = any(map(_has_words, said))
    if len(alone) == 1 and (not is_told or _stands_in_article(alone[0].element)):
        return Shown(_tidy(alone[0].text, said), alone[0].element)
    line = _find_line(tree, said)
    return line or Shown(_tidy(said[0], said) if said else "", None)


def _find_part(
    tree: Element, told: Sequence[str], shown: Sequence[Shown], publisher: str | None
) -> Shown | None:
    """The heading that is a claim or one of its parts ("Harbour Wire » News » Dam holds"), the
    longest of these: a first heading, or a lower one of some words."""
    whole_claims = [claim[:_LONGEST] for claim in told]
    claims = [*whole_claims, *(_ISSUE.sub("", claim) for claim in whole_claims)]
    parts = {_form(part) for claim in claims for part in (claim, *_ANY_BARS.split(claim))} - {""}
    lower = (Shown(read_heading(h), h) for h in islice(tree.iter("h2", "h3"), _MOST))
    whole = set(map(_form, claims))
    some = (h for h in lower if _has_words(h.text) or _form(h.text) in whole)
    named = [
        heading
        for heading in (*shown, *some)
        if _form(heading.text) in parts and not _is_site(heading, publisher)
    ]
    return max(named, key=lambda heading: len(heading.text), default=None)


def _find_line(tree: Element, said: Sequence[str]) -> Shown | None:
    """The first line outside of lists and of the way to it ("Home > News > …") that is a claim word
    for word, though no heading is: rather one that is no link."""
    lengths = {len(claim) for claim in said}
    claims = {claim.casefold() for claim in said if claim}
    lines = []
    for element in tree.iter(*_LINES):
        text = one_line(element.text) if element.text and len(element.text) < _LONGEST else ""
        if len(text) in lengths and text.casefold() in claims and not _is_on_the_way(element):
            lines.append(Shown(text, element))
    return min(lines, key=lambda line: _is_link(line.element), default=None)


def _is_on_the_way(element: Element) -> bool:
    boxes = (element, *islice(element.iterancestors(), _LEVELS))
    return is_elsewhere(element) or any(_PATH.search(read_classes(box)) for box in boxes)


def _is_link(element: Element | None) -> bool:
    return element is not None and next(element.iterancestors("a"), element).tag == "a"


def _form(text: str) -> str:
    return " ".join(find_forms(text))


def _has_words(text: str) -> bool:
    """Whether a text has as many words as a headline has; of those who write no spaces, signs."""
    return len(find_forms(text)) >= _FEWEST_WORDS


def strip_site(text: str, publisher: str | None) -> str:
    """The text without the site's name after it.

    >>> strip_site("Dam holds, mayor says - Harbour Wire", "Harbour Wire")
    'Dam holds, mayor says'
    """
    parts = list(_BARS.finditer(text))
    name = set(find_forms(publisher or ""))
    for bar in reversed(parts):
        after = text[bar.end() :]
        words = set(find_forms(after))
        is_site = bool(words and name) and (words <= name or name <= words)
        if not is_site and not (_FIRM_BARS.fullmatch(bar.group()) and _is_label(after)):
            break
        text = text[: bar.start()]
    return text


def _tidy(text: str, said: Iterable[str]) -> str:
    """The heading without a label before or after a bar ("Opinion | …"), or a tag in brackets."""
    for claim in said:
        if claim != text and text.endswith(claim) and _FIRM_BARS.search(text[: -len(claim)] + " "):
            return claim
    parts = _FIRM_BARS.split(_TAG.sub("", text))
    longest = max(parts, key=len)
    others = [part for part in parts if part is not longest]
    return longest if all(len(part.split()) < _FEWEST_WORDS for part in others) else text


def _agreement(text: str, said: Sequence[str]) -> float:
    return max((_alike(text, claim) for claim in said), default=0.0)


def are_alike(one: str, other: str) -> bool:
    """Whether two headlines have half of the words of the shorter in common, and three at least."""
    return _alike(one, other) >= _ALIKE


def _alike(one: str, other: str) -> float:
    """The share of words in common, of the shorter text; a word or two is alike to nothing."""
    first, second = set(find_forms(one)), set(find_forms(other))
    least = min(len(first), len(second))
    if least < _FEWEST_WORDS and first != second:
        return 0.0
    return len(first & second) / max(least, 1)


def _is_name_of(text: str, publisher: str | None) -> bool:
    """Whether a text is the site's name alone, as the heading of a logo is."""
    words = find_forms(text)
    return bool(words) and "".join(words) == "".join(find_forms(publisher or ""))


def _is_label(text: str) -> bool:
    return len(text.split()) <= _SITE_WORDS


def _is_site(heading: Shown, publisher: str | None) -> bool:
    """Whether a heading is a logo, or has the site's name and nothing else."""
    return _is_name_of(heading.text, publisher) or (
        heading.element is not None and is_logo(heading.element)
    )


def _stands_in_article(element: Element | None) -> bool:
    if element is None:
        return False
    return next(element.iterancestors("article", "main"), None) is not None
