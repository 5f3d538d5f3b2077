"""When a page prints that its story went out."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import islice

from ..encoding import one_line
from .byline import is_marked_byline
from .changes import is_of_change
from .local import localise
from .moments import read_moment
from .place import Place, is_away, is_of_others
from .printed import (
    find_labelled,
    find_opening,
    has_label,
    is_date_line,
    is_named_for_day,
    opens_with_day,
    tells_change,
)
from .tree import (
    BESIDE,
    ELSEWHERE,
    Element,
    is_longer,
    read_blocks,
    read_classes,
    read_start,
    read_visible,
)

_Reader = Callable[[Element, bool], datetime | None]
# the day on which the page was asked for, and days of other things than a story
_OTHER_DAY = re.compile(
    r"""
    today | current[-_]?(?:date|day|time) | clock | weather | birth | \b join | joindate | event
    | expir | deadline | copyright | archive
    """,
    re.VERBOSE | re.IGNORECASE,
)
_A_DAY = timedelta(days=1)
_YEAR = re.compile(r"\d{4}|\d[./]\d\d(?!\d)")
# characters that a date takes at most
_LONGEST = 120
_LONGEST_LABELLED = 300
_LONGEST_LABEL = 20
# a day and the section behind it
_LONGEST_LABELS = 40
# what is longer is a story's paragraph, and no line
_LEAST = 30
# attributes in which an element has its moment
_MOMENTS = ("datetime", "title", "data-datetime", "data-date", "data-time", "data-timestamp")
_FEW = 8  # elements around a time element, and it
# elements that may be a line of their own
_LINES = ("p", "div", "span", "time", "small", "em", "i", "b", "strong", "td", "h5", "h6")
_STORY = frozenset(("p", "div"))
_UNSEEN = frozenset(("script", "style", "noscript", "title", "meta", "option"))


def find_printed(place: Place, is_day_first: bool) -> datetime | None:
    """The first full day that is printed between headline and story, else right above the
    headline, else one that is named or labelled for it anywhere, else the one that a byline ends
    with, or that stands in the article alone, or that the story opens with; None without any.
    ``is_day_first`` says how "03/02/2022" is read."""
    others = dict.fromkeys(place.around, False)
    found = _find_beside(place, is_day_first, others) or _find_apart(place, is_day_first, others)
    openings = (_read_opening(element, is_day_first) for element in place.head)
    return found or next(filter(None, openings), None)


def _find_beside(place: Place, is_day_first: bool, others: dict[Element, bool]) -> datetime | None:
    """The first day between headline and story, else right above the headline."""
    above, head = place.above[::-1], place.head
    looks: tuple[tuple[Sequence[Element], _Reader, Sequence[str]], ...] = (
        (head, _read_named, BESIDE),
        (head, _read_line, BESIDE),
        (above, _read_named, ELSEWHERE),
        (above, _read_line, ELSEWHERE),
        (above, _read_first, ELSEWHERE),
        (head, _read_between, BESIDE),
    )
    for elements, read, boxes in looks:
        for element in elements:
            moment = read(element, is_day_first)
            if moment is None or is_away(element, place, boxes):
                continue
            if elements is head or not is_of_others(element, place, others):
                return moment
    return None


def _find_apart(place: Place, is_day_first: bool, others: dict[Element, bool]) -> datetime | None:
    """The day that is named or labelled for the story anywhere on the page."""
    looks: tuple[tuple[Iterable[Element], _Reader], ...] = (
        (place.near, _read_named),
        (place.near, _read_labelled),
        (place.near, _read_byline),
        (_find_lines(place), _read_line),
    )
    for elements, read in looks:
        found = [(e, moment) for e in elements if (moment := read(e, is_day_first))]
        own = [(e, moment) for e, moment in found if not is_of_others(e, place, others)]
        if moment := _find_alone(own, bool(place.head)):
            return moment
    return None if place.around else _find_only(place, is_day_first, others)


def _find_only(place: Place, is_day_first: bool, others: dict[Element, bool]) -> datetime | None:
    """The one day that all lines of a page print on which no headline is shown."""
    lines = ((e, moment) for e in place.near if (moment := _read_line(e, is_day_first)))
    own = [moment for element, moment in lines if not is_of_others(element, place, others)]
    return own[0] if len({moment.date() for moment in own}) == 1 else None


def _find_lines(place: Place) -> Iterator[Element]:
    """What is in the article that the headline stands in, and in no other in that."""
    article = next((e for e in place.around if e.tag == "article"), None)
    for element in () if article is None else article.iter(*_LINES):
        if next(element.iterancestors("article"), None) is article:
            yield element


def _find_alone(found: Sequence[tuple[Element, datetime]], is_below: bool) -> datetime | None:
    """The first moment whose elements are made as those of no other day are: a list of stories has
    many days of one make. Without any the first of all, unless they stand ``is_below`` a story."""
    made: dict[tuple[str, str], list[datetime]] = {}
    for element, moment in found:
        made.setdefault((str(element.tag), read_classes(element)), []).append(moment)
    alone = (moments[0] for moments in made.values() if len({m.date() for m in moments}) == 1)
    return next(alone, None if is_below or not found else found[0][1])


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


def _read_first(element: Element, is_day_first: bool) -> datetime | None:
    """The moment with which a short line opens: "6 May 2024 Ports"."""
    line = _line_of(element)
    opens = len(line) <= _LONGEST_LABELS and opens_with_day(line)
    return _read_moment_of(element, is_day_first) if opens else None


def _read_between(element: Element, is_day_first: bool) -> datetime | None:
    """The moment of a line that no element has to itself: the text before others in it, or after
    it."""
    own = element.text if len(element) else None
    for text in (own, element.tail):
        line = one_line(text) if text and len(text) < _LONGEST and _YEAR.search(text) else ""
        if is_date_line(line) and not _is_changed(element, line, text is own):
            return read_moment(line, is_day_first=is_day_first)
    return None


def _is_changed(element: Element, line: str, is_within: bool) -> bool:
    """Whether the words before a line, which is in an element or after it, label a change."""
    if tells_change(line) or is_longer(element, _LONGEST):
        return tells_change(line)
    label = read_visible(element)[-_LONGEST_LABEL:]
    return is_of_change(element) if is_within else tells_change(label)


def _read_opening(element: Element, is_day_first: bool) -> datetime | None:
    """The moment with which a story opens: "(6 May 2024) The dam …"."""
    is_story = element.tag in _STORY and is_longer(element, _LEAST)
    text = read_start(element, _LONGEST) if is_story else ""
    return read_moment(find_opening(text), is_day_first=is_day_first)


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
