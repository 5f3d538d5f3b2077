"""When a page prints that its story went out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain

from .dated import (
    read_between,
    read_box,
    read_byline,
    read_first,
    read_labelled,
    read_line,
    read_named,
    read_opening,
)
from .place import Place, is_away, is_of_others
from .tree import BESIDE, ELSEWHERE, Element, read_classes

_Reader = Callable[[Element, bool | None], datetime | None]
# elements that may be a line of their own
_LINES = ("p", "div", "span", "time", "small", "em", "i", "b", "strong", "td", "h5", "h6")


def find_printed(place: Place, is_day_first: bool | None) -> datetime | None:
    """The first full day that is printed between headline and story, else right above the
    headline, else one that is named or labelled for it anywhere, else the one that a byline ends
    with, or that stands in the article alone, or that the story opens with; None without any.
    ``is_day_first`` says how "03/02/2022" is read."""
    others = dict.fromkeys(place.around, False)
    found = _find_beside(place, is_day_first, others) or _find_apart(place, is_day_first, others)
    openings = (read_opening(element, is_day_first) for element in place.head)
    rest = chain(map(read_box, place.around), openings)
    return found or next(filter(None, rest), None)


def _find_beside(
    place: Place, is_day_first: bool | None, others: dict[Element, bool]
) -> datetime | None:
    """The first day between headline and story, else right above the headline."""
    above, head = place.above[::-1], place.head
    looks: tuple[tuple[Sequence[Element], _Reader, Sequence[str]], ...] = (
        (head, read_named, BESIDE),
        (head, read_line, BESIDE),
        (above, read_named, ELSEWHERE),
        (above, read_line, ELSEWHERE),
        (above, read_first, ELSEWHERE),
        (head, read_between, BESIDE),
    )
    for elements, read, boxes in looks:
        for element in elements:
            moment = read(element, is_day_first)
            if moment is None or is_away(element, place, boxes):
                continue
            if elements is head or not is_of_others(element, place, others):
                return moment
    return None


def _find_apart(
    place: Place, is_day_first: bool | None, others: dict[Element, bool]
) -> datetime | None:
    """The day that is named or labelled for the story anywhere on the page."""
    looks: tuple[tuple[Iterable[Element], _Reader], ...] = (
        (place.near, read_named),
        (place.near, read_labelled),
        (place.near, read_byline),
        (_find_lines(place), read_line),
    )
    for elements, read in looks:
        found = [(e, moment) for e in elements if (moment := read(e, is_day_first))]
        own = [(e, moment) for e, moment in found if not is_of_others(e, place, others)]
        if moment := _find_alone(own, bool(place.head)):
            return moment
    return None if place.around else _find_only(place, is_day_first, others)


def _find_only(
    place: Place, is_day_first: bool | None, others: dict[Element, bool]
) -> datetime | None:
    """The one day that all lines of a page print on which no headline is shown, or with which all
    of its paragraphs open that do so with one."""
    for read in (read_line, read_opening):
        found = ((e, moment) for e in place.near if (moment := read(e, is_day_first)))
        own = [moment for element, moment in found if not is_of_others(element, place, others)]
        if len({moment.date() for moment in own}) == 1:
            return own[0]
    return None


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
