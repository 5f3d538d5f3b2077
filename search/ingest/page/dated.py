"""The moments that elements of a page give: by their names, as lines, behind a label."""

import re
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import islice

from ..encoding import one_line
from .byline import is_marked_byline
from .changes import is_of_change
from .local import localise
from .moments import read_moment
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
    Element,
    is_longer,
    read_blocks,
    read_classes,
    read_start,
    read_visible,
)

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
# the words before a day that an element in it has
_LONGEST_HEAD = 80
# a day and the section behind it
_LONGEST_LABELS = 40
# what is longer is a story's paragraph, and no line
_LEAST = 30
# attributes in which an element has its moment
_MOMENTS = ("datetime", "title", "data-datetime", "data-date", "data-time", "data-timestamp",
            "data-utime")  # fmt: skip
# and the box that a story stands in: "data-published", "data-publish-date", "data-pubdate"
_BOX_MOMENT = re.compile(
    r"data-(?:\w+-)?(?:publish|published|publication|pub)-?(?:date|at|on|time)?"
)
_FEW = 8  # elements around a time element, and it
_STORY = frozenset(("p", "div"))
_UNSEEN = frozenset(("script", "style", "noscript", "title", "meta", "option"))


def _is_dated(element: Element) -> bool:
    return element.tag == "time" or _says_when(read_classes(element))


@lru_cache(maxsize=20_000)
def _says_when(names: str) -> bool:
    return is_named_for_day(names) and not _OTHER_DAY.search(names)


def read_named(element: Element, is_day_first: bool | None) -> datetime | None:
    """The moment of an element that is named for one; not that of a change."""
    return _read_moment_of(element, is_day_first) if _is_dated(element) else None


def read_line(element: Element, is_day_first: bool | None) -> datetime | None:
    """The moment of a line that prints a day, and no more than goes with it."""
    line = _line_of(element)
    return _read_moment_of(element, is_day_first) if is_date_line(line) else None


def read_first(element: Element, is_day_first: bool | None) -> datetime | None:
    """The moment with which a short line opens: "6 May 2024 Ports"."""
    line = _line_of(element)
    opens = len(line) <= _LONGEST_LABELS and opens_with_day(line)
    return _read_moment_of(element, is_day_first) if opens else None


def read_between(element: Element, is_day_first: bool | None) -> datetime | None:
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


def read_box(element: Element) -> datetime | None:
    """The moment that a box around the story has as data: <article data-published="…">."""
    told = (value for name, value in element.items() if _BOX_MOMENT.fullmatch(str(name)))
    return next(filter(None, (read_moment(str(value)) for value in told)), None)


def read_opening(element: Element, is_day_first: bool | None) -> datetime | None:
    """The moment with which a story opens: "(6 May 2024) The dam …"."""
    is_story = element.tag in _STORY and is_longer(element, _LEAST)
    text = read_start(element, _LONGEST) if is_story else ""
    return read_moment(find_opening(text), is_day_first=is_day_first)


def read_labelled(element: Element, is_day_first: bool | None) -> datetime | None:
    """The moment that a line says to be that of publication."""
    own = element.tail if element.tag == "br" else element.text
    if not own or len(own) > _LONGEST_LABELLED or element.tag in _UNSEEN:
        return None
    if _YEAR.search(own):
        return read_moment(find_labelled(one_line(own)), is_day_first=is_day_first)
    if len(element) and len(own) <= _LONGEST_HEAD and has_label(own):
        return read_moment(find_labelled(_line_of(element)), is_day_first=is_day_first)
    return None


def read_byline(element: Element, is_day_first: bool | None) -> datetime | None:
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


def _read_moment_of(element: Element, is_day_first: bool | None) -> datetime | None:
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
