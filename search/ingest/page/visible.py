"""What a page prints around its story for a reader: the byline, the kicker, the time."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml import etree

from ..encoding import one_line
from .byline import Byline, find_byline
from .changes import find_changed
from .day import find_printed
from .facts import Facts
from .heading import find_kicker
from .length import measure
from .place import Place, find_place
from .standfirst import find_standfirst
from .tree import Element, finder, read_classes, read_visible

_KICKER = re.compile(r"(?i)kicker|eyebrow|overline|rubric|section-?(?:name|label|title)|category")
_BRITISH = frozenset("gb uk ie au nz in za".split())
_YEAR_FIRST = frozenset("zh ja ko fa hu lt mn sv".split())
_WITH_BARS = finder("//text()[contains(., '/20')][not(parent::script or parent::style)]")
# "25/04/2024", "04/25/2024"
_FIGURES = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/20\d\d(?![\d/])")
_MONTHS, _DAYS = 12, 31
# how far up the headline's own block reaches
_LEVELS = 3
# elements between a headline and its story, at most, and the prose with which that begins
_MOST = 200
_PROSE = 60
_STORY = 2
# elements before a headline in which its day may stand
_ABOVE = 15


def read_shown(tree: Element, headline: Element | None, *, is_dated: bool) -> tuple[Facts, Byline]:
    """What stands printed near the headline, or where there is none, first on the page; the byline
    as it is printed, and the names in it, empty where it names nobody. A page whose markup has a
    day ``is_dated``."""
    place, is_day_first = _look_around(tree, headline), _prints_day_first(tree)
    published = find_printed(place, is_day_first)
    if published is None and is_day_first is None:
        is_day_first = _order_of_figures(tree)
        published = find_printed(place, is_day_first) if is_day_first is not None else None
    facts = Facts(
        published=published,
        updated=find_changed(place, is_day_first, is_dated),
        kicker=_find_kicker(headline),
        standfirst=None if headline is None else find_standfirst(place.near),
    )
    return facts, find_byline(place)


def _look_around(tree: Element, headline: Element | None) -> Place:
    """What stands around a headline; all of the page where none is shown."""
    before, after = _around(tree, headline)
    near = [*after, *before]
    if headline is None:
        return find_place((), (), near, None)
    above = [element for element in before[-_ABOVE:] if _is_near(element, headline)]
    return find_place(above, list(_until_story(near)), near, headline)


def _prints_day_first(tree: Element) -> bool | None:
    """Whether "03/02/2022" is in February for the page's readers, by its language; None for English
    that does not say that it is not America's, and where the year goes first."""
    language, _, region = (tree.get("lang") or "").casefold().replace("_", "-").partition("-")
    if language == "en":
        return True if region in _BRITISH else None
    return True if language and language not in _YEAR_FIRST else None


def _order_of_figures(tree: Element) -> bool | None:
    """Whether the days that a page prints have their day first, as "25/04/2024"; None where none
    tells, or they do not agree."""
    texts = " ".join(map(str, _WITH_BARS(tree)))
    days = (map(int, match) for match in _FIGURES.findall(texts))
    orders = {first > _MONTHS for first, second in days if _is_plain(first, second)}
    return orders.pop() if len(orders) == 1 else None


def _is_plain(first: int, second: int) -> bool:
    """Whether one of two figures can only be the day, and the other only the month."""
    return min(first, second) <= _MONTHS < max(first, second) <= _DAYS


def _around(tree: Element, headline: Element | None) -> tuple[list[Element], list[Element]]:
    """The elements before the headline, the last of them, and all after it."""
    elements = list(tree.iter(etree.Element))
    if headline is None:
        return [], elements
    place = elements.index(headline)
    return elements[max(place - _MOST, 0) : place], elements[place + 1 :]


def _until_story(near: Iterable[Element]) -> Iterator[Element]:
    """The elements before the second paragraph of prose: the first may be a standfirst."""
    prose = 0
    for element in islice(near, _MOST):
        prose += element.tag == "p" and measure(read_visible(element)) >= _PROSE
        if prose == _STORY:
            return
        yield element


def _find_kicker(headline: Element | None) -> str | None:
    if headline is None:
        return None
    *_, block = (headline, *islice(headline.iterancestors(), _LEVELS))
    for element in block.iter("h1", "h2", "h3", "a", "span", "p", "div"):
        if element is headline:
            return find_kicker(headline)
        if _KICKER.search(read_classes(element)):
            text = one_line(read_visible(element))
            if 1 < len(text) <= 40 and len(text.split()) <= 4 and _is_near(element, headline):
                return text
    return None


def _is_near(element: Element, headline: Element) -> bool:
    """Whether the element stands in the headline's own block."""
    above = list(islice(headline.iterancestors(), _LEVELS))
    return any(parent in above for parent in islice(element.iterancestors(), _LEVELS))
