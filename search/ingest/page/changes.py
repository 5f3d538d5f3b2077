"""Changes: whether a day that a page prints is that of one, by its name or the words before it."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice

from ..encoding import one_line
from .moments import read_moment
from .place import Place, is_of_others
from .printed import is_named_for_day, tells_change
from .tree import Element, is_longer, read_classes, read_visible

_UPDATED = re.compile(r"(?<![\w-])updated(?![\w-])")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\d{4}|\d[./]\d\d(?!\d)")
_UNSEEN = frozenset(("script", "style", "noscript", "title", "meta", "option"))
# characters of a text that may be a label, and of its end that is one
_LONGEST = 120
_LONGEST_LABEL = 20
# how far up a label may stand
_NEAR = 3
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def find_changed(place: Place, is_day_first: bool | None, is_dated: bool) -> datetime | None:
    """The first day that is printed between headline and story as that of a change; else, on a page
    whose markup gives no day (else it ``is_dated``), the one that is printed so anywhere, unless
    there are several."""
    told = dict.fromkeys(place.around, False)
    head = (moment for _, moment in _read_changes(place.head, is_day_first))
    if first := next(head, None):
        return first
    near = () if is_dated else _read_changes(place.near, is_day_first)
    found = [moment for element, moment in near if not is_of_others(element, place, told)]
    return found[0] if len({moment.date() for moment in found}) == 1 else None


def _read_changes(
    elements: Iterable[Element], is_day_first: bool | None
) -> Iterator[tuple[Element, datetime]]:
    """The elements that have a day of change, in them or after them, and that."""
    for element in elements:
        for text in (element.text, element.tail):
            if text and len(text) <= _LONGEST and _YEAR.search(text):
                is_told = element.tag not in _UNSEEN and _is_told(element, text)
                moment = read_moment(one_line(text), is_day_first=is_day_first) if is_told else None
                if moment:
                    yield element, moment


def _is_told(element: Element, text: str) -> bool:
    """Whether the words before a text's day say that it is a change's."""
    if tells_change(_DIGIT.split(text, maxsplit=1)[0]):
        return True
    if text is element.text:
        return is_of_change(element)
    return not is_longer(element, _LONGEST_LABEL) and tells_change(read_visible(element))


def is_of_change(element: Element) -> bool:
    """Whether a date is labelled as that of a change, by its name or by the words before it."""
    label = _DIGIT.split(read_visible(element), maxsplit=1)[0]
    said = (_read_names(element), label, _label_before(element))
    return any(tells_change(words) for words in said)


def _read_names(element: Element) -> str:
    """What an element is named; without the "updated" of "entry-date updated", as microformats have
    it of what was never changed."""
    names = read_classes(element)
    others = _UPDATED.sub(" ", names)
    return others if is_named_for_day(others) else names


def _read_label(element: Element) -> str:
    """The text of an element; of a headline none: "Council updates plan" labels nothing."""
    is_heading = next(element.iter(*_HEADINGS), None) is not None
    return "." if is_heading else read_visible(element)


def _label_before(element: Element) -> str:
    """The last words of the text right before an element; "" where that is more than a label."""
    for around in (element, *islice(element.iterancestors(), _NEAR)):
        before, parent = around.getprevious(), around.getparent()
        if before is None:
            said = "" if parent is None else parent.text
        elif is_longer(before, _LONGEST):
            said = (before.tail or "")[-_LONGEST:].strip() or "."
        else:
            said = (before.tail or "").strip() or _read_label(before)
        if said := (said or "")[-_LONGEST:].strip():
            return said[-_LONGEST_LABEL:]
    return ""
