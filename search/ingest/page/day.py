"""When a page prints that its story went out, and the day that its address gives."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import islice
from typing import NamedTuple
from urllib.parse import urlsplit

from ..encoding import one_line
from .byline import is_marked_byline
from .changes import is_of_change
from .moments import localise, read_moment
from .printed import find_labelled, has_label, is_date_line, is_named_for_day
from .tree import (
    Element,
    is_beside,
    is_elsewhere,
    is_longer,
    read_blocks,
    read_classes,
    read_visible,
)

_Reader = Callable[[Element, bool], datetime | None]
_Test = Callable[[Element], bool]
# the day on which the page was asked for, and days of other things than a story
_OTHER_DAY = re.compile(
    r"""
    today | current[-_]?(?:date|day|time) | clock | weather | birth | \b join | joindate | event
    | expir | deadline | copyright | archive
    """,
    re.VERBOSE | re.IGNORECASE,
)
# what readers write, and other stories
_OF_OTHERS = re.compile(
    r"""
    \b comment(?:s|list)? \b | \b (?: related | teasers? | recommend )
    | (?<! [\w-] ) (?: sidebar | widget-area ) (?! [\w-] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "/2022/02/14/", "/2022/feb/14/", "/2022-02-14-", "/20220214"
_IN_URL = re.compile(
    r"/(?P<y>(?:19|20)\d\d)[-/]?(?P<m>0[1-9]|1[0-2]|[a-z]{3})[-/]?(?P<d>[0-3]\d)(?=[-/_.]|$)"
)
_A_DAY = timedelta(days=1)
_YEAR = re.compile(r"\d{4}|\d[./]\d\d(?!\d)")
# characters that a date takes at most
_LONGEST = 120
_LONGEST_LABELLED = 300
_AWAY = frozenset(("li", "ul", "aside", "nav", "footer"))
# boxes that may be named for comments or other stories: a line so named only counts its comments
_BOXES = frozenset(("div", "section"))
# attributes in which an element has its moment
_MOMENTS = ("datetime", "title", "data-datetime", "data-date", "data-time", "data-timestamp")
_FEW = 8  # elements around a time element, and it
_UNSEEN = frozenset(("script", "style", "noscript", "title", "meta", "option"))


class Places(NamedTuple):
    """Where a page prints a day, each in the order of the page: ``above`` the headline and in its
    own block, between it and the story (``head``), anywhere (``near``)."""

    above: Sequence[Element]
    head: Sequence[Element]
    near: Sequence[Element]


def find_printed(places: Places, is_day_first: bool) -> datetime | None:
    """The first full day that is printed between headline and story, else right above the
    headline, else one that is named or labelled for it anywhere, else the one that a byline ends
    with; None without any. ``is_day_first`` says how "03/02/2022" is read."""
    above, head, near = places.above[::-1], places.head, places.near
    looks: tuple[tuple[Sequence[Element], _Reader, _Test], ...] = (
        (head, _read_named, is_beside),
        (head, _read_line, is_beside),
        (above, _read_named, is_elsewhere),
        (above, _read_line, is_elsewhere),
    )
    for elements, read, is_away in looks:
        for element in elements:
            moment = read(element, is_day_first)
            if moment and not is_away(element):
                return moment
    others: dict[Element, bool] = {}
    for read in (_read_named, _read_labelled, _read_byline):
        found = [(e, moment) for e in near if (moment := read(e, is_day_first))]
        own = [(e, moment) for e, moment in found if not _is_of_others(e, others)]
        if moment := _find_alone(own, bool(head)):
            return moment
    return None


def _find_alone(found: Sequence[tuple[Element, datetime]], is_below: bool) -> datetime | None:
    """The first moment whose elements are made as those of no other day are: a list of stories has
    many days of one make. Without any the first of all, unless they stand ``is_below`` a story."""
    made: dict[tuple[str, str], list[datetime]] = {}
    for element, moment in found:
        made.setdefault((str(element.tag), read_classes(element)), []).append(moment)
    alone = (moments[0] for moments in made.values() if len({m.date() for m in moments}) == 1)
    return next(alone, None if is_below or not found else found[0][1])


def read_url_day(url: str | None) -> datetime | None:
    """The day that an address gives in its path; None where it gives none."""
    match = _IN_URL.search(urlsplit(url).path) if url else None
    if match is None:
        return None
    month = match["m"]
    if month.isdigit():
        return read_moment(f"{match['y']}-{month}-{match['d']}")
    return read_moment(f"{match['d']} {month} {match['y']}")


def _is_dated(element: Element) -> bool:
    return element.tag == "time" or _says_when(read_classes(element))


@lru_cache(maxsize=20_000)
def _says_when(names: str) -> bool:
    return is_named_for_day(names) and not _OTHER_DAY.search(names)


def _read_named(element: Element, is_day_first: bool) -> datetime | None:
    """The moment of an element that is named for one; not that of a change."""
    return _read_moment_of(element, is_day_first) if _is_dated(element) else None


def _read_line(element: Element, is_day_first: bool) -> datetime | None:
    """The moment of a line that prints a day, and no more than goes with it."""
    line = _line_of(element)
    return _read_moment_of(element, is_day_first) if is_date_line(line) else None


def _read_labelled(element: Element, is_day_first: bool) -> datetime | None:
    """The moment that a line says to be that of publication."""
    own = element.tail if element.tag == "br" else element.text
    if not own or len(own) > _LONGEST_LABELLED or element.tag in _UNSEEN:
        return None
    if _YEAR.search(own):
        return read_moment(find_labelled(one_line(own)), is_day_first=is_day_first)
    if len(element) and has_label(own):
        return read_moment(find_labelled(_line_of(element)), is_day_first=is_day_first)
    return None


def _read_byline(element: Element, is_day_first: bool) -> datetime | None:
    return _read_moment_of(element, is_day_first) if is_marked_byline(element) else None


def _line_of(element: Element) -> str:
    """The element's text as one line; "" where it is longer than one, or has no year."""
    if element.tag in _UNSEEN or _is_another_day(element) or is_longer(element, _LONGEST):
        return ""
    has_year = _YEAR.search(read_visible(element))
    text = one_line(read_blocks(element)) if has_year else ""
    return text if 6 < len(text) < _LONGEST else ""


def _is_another_day(element: Element) -> bool:
    return bool(_OTHER_DAY.search(read_classes(element)))


def _is_of_others(element: Element, told: dict[Element, bool]) -> bool:
    """Whether an element stands among comments, in a list, or beside the story. What is ``told`` of
    the elements around is looked up."""
    around = element.getparent()
    is_named = element.tag == "footer" or _names_others(element)
    return is_named or (around is not None and _is_for_others(around, told))


def _is_for_others(part: Element, told: dict[Element, bool]) -> bool:
    if part not in told:
        around = part.getparent()
        told[part] = (
            part.tag in _AWAY
            or _names_others(part)
            or (around is not None and _is_for_others(around, told))
        )
    return told[part]


def _names_others(element: Element) -> bool:
    return element.tag in _BOXES and bool(_OF_OTHERS.search(read_classes(element)))


def _read_moment_of(element: Element, is_day_first: bool) -> datetime | None:
    """The moment that an element gives, unless it is that of a change. What a time element prints
    goes before its attribute where they are days apart: that may be of the last change."""
    if is_longer(element, _LONGEST):
        return None
    text = one_line(read_visible(element))
    printed = read_moment(text, is_day_first=is_day_first) if 6 < len(text) < _LONGEST else None
    marks = element if printed is None else _find_time(element)
    told = () if marks is None else map(marks.get, _MOMENTS)
    marked = next(filter(None, map(read_moment, told)), None)
    found = localise(marked, printed)
    if printed and marked and abs(printed.date() - marked.date()) > _A_DAY:
        found = printed
    return None if found is None or is_of_change(element) else found


def _find_time(element: Element) -> Element | None:
    """The time element that this is, or that it puts words around: "Posted on <time …>"."""
    return next((e for e in islice(element.iter(), _FEW) if e.tag == "time"), None)
