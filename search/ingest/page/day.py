"""When a page prints that its story went out, and the day that its address gives."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from urllib.parse import urlsplit

from ..encoding import one_line
from .byline import is_marked_byline
from .moments import read_moment
from .tree import (
    Element,
    is_beside,
    is_elsewhere,
    is_longer,
    read_before,
    read_classes,
    read_visible,
)

_Test = Callable[[Element], bool]
_WHEN = re.compile(r"(?i)date|time|publish|posted|stamp")
_UPDATED = re.compile(r"(?i)updat|modif|revis")
# "May 6, 2024 8:30 PM", "Posted: Mon 6 May 2024", "06.05.2024"
_ONLY_A_DATE = re.compile(
    r"""
    (?: (?: first \s )? (?: published | posted ) \W{0,3} (?: on \s )? )?
    (?: \d{1,4} [-/.\s] | [^\W\d_]{3,10} [.,]{0,2} \s (?: [^\W\d_]{3,10} \s )? \d )
    [\w\s.,:/+|•·()-]{4,40}
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "/2022/02/14/", "/2022/feb/14/", "/2022-02-14-", "/20220214"
_IN_URL = re.compile(
    r"/(?P<y>(?:19|20)\d\d)[-/]?(?P<m>0[1-9]|1[0-2]|[a-z]{3})[-/]?(?P<d>[0-3]\d)(?=[-/_.]|$)"
)
_A_DAY = timedelta(days=1)
_DIGIT = re.compile(r"\d")
# characters: a date takes no more, nor does its label
_LONGEST = 90
_LONGEST_LABEL = 20


def find_printed(head: Sequence[Element], near: Sequence[Element]) -> datetime | None:
    """The first full date that is printed between headline and story (``head``), else one that is
    named for it anywhere (``near``), else the one that a byline ends with; None without any."""
    places: tuple[tuple[Sequence[Element], _Test, _Test], ...] = (
        (head, _is_dated, is_beside),
        (head, _is_only_a_date, is_beside),
        (near, _is_dated, is_elsewhere),
        (near, is_marked_byline, is_elsewhere),
    )
    for elements, is_told, is_away in places:
        for element in elements:
            moment = _read_moment_of(element) if is_told(element) else None
            if moment and not is_away(element) and not _is_of_update(element):
                return moment
    return None


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
    return bool(_WHEN.search(names))


def _is_only_a_date(element: Element) -> bool:
    """Whether an element holds a date and nothing else."""
    return len(element) == 0 and bool(_ONLY_A_DATE.fullmatch(one_line(element.text)))


def _read_moment_of(element: Element) -> datetime | None:
    """The moment that an element gives. What a time element prints goes before its attribute where
    they are days apart: that may be of the last change."""
    if is_longer(element, _LONGEST):
        return None
    if element.tag == "time":
        printed, marked = read_moment(read_visible(element)), read_moment(element.get("datetime"))
        if printed and marked and abs(printed.date() - marked.date()) > _A_DAY:
            return printed
        return marked or printed
    text = one_line(read_visible(element))
    return read_moment(text) if 6 < len(text) < _LONGEST else None


def _is_of_update(element: Element) -> bool:
    """Whether a date is labelled as that of a change, by its name or by the words before it."""
    label = _DIGIT.split(read_visible(element), maxsplit=1)[0]
    before = read_before(element)[-_LONGEST_LABEL:]
    return any(_UPDATED.search(said) for said in (read_classes(element), label, before))
