"""Opening: what stands at a dateline's place in a story, before its year is settled."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from .agencies import find_credit, find_known, is_printed
from .day import PrintedDay, read_day
from .forms import (
    AGENCY_FIRST,
    AGENCY_LAST,
    CREDIT_AND_DAY,
    DASH,
    DAY_LAST,
    MAY_END,
    OPENING,
    PLACELESS,
)
from .months import WEEKDAYS, find_month
from .places import find_country, is_place, is_region, is_town

_LONGEST = 160  # characters that a dateline may take

_ABOARD = re.compile(r"(?:on\s+board|(?:in|on|at|from)\s+the|at\s+sea)\b", re.IGNORECASE)
_NOT_PLACES = frozenset(
    """update breaking urgent correction corrected watch photos photo video note editor editors
    advisory alert poll factbox analysis feature exclusive live opinion review interview refile
    repeating repeat wrapup roundup chronology timeline profile focus by from in on at published
    updated posted since until before after between last dated modified created file text image
    images graphic graphics story shotlist deadline when where time due mr mrs ms dr today tomorrow
    yesterday""".split()
) | frozenset(WEEKDAYS)
_AS_OF = re.compile(r"as\s+of\b", re.IGNORECASE)
_NUMBER = re.compile(r"\b\d")


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline before its year is settled; ``start`` and ``end`` are offsets into the text."""

    text: str
    start: int
    end: int
    place: str | None
    day: PrintedDay | None
    agency: str | None


class _Last(NamedTuple):
    """What stands behind a dateline's own dash, and where it ends."""

    credit: str | None
    day: PrintedDay | None
    end: int


def read_opening(text: str, start: int = 0) -> Opening | None:
    """The dateline that stands exactly at ``start``; None where what stands there is none."""
    found = _read_head(text[start : start + _LONGEST])
    if found is None or not start:
        return found
    return replace(found, start=start + found.start, end=start + found.end)


@lru_cache(maxsize=64)  # a story's opening is looked at several times while it is read
def _read_head(head: str) -> Opening | None:
    if not MAY_END.search(head):
        return None
    return _read_placed(head) or _read_placeless(head)


def _read_placed(head: str) -> Opening | None:
    first = AGENCY_FIRST.match(head)
    agency = find_known(first["credit"].strip(f" {DASH}")) if first else None
    match = OPENING.match(head, first.end() if first and agency else 0)
    if match is None:
        return None
    last = _read_last(head, match)
    place, credit = _split_place(match)
    credit, inside = _split_credit(last.credit or credit)
    day = read_day(match) or last.day or inside
    if not _is_dateline(match, place, day, credit, agency):
        return None
    if agency is None and credit:
        agency = find_credit(credit, find_country(place))
    begin = first.start("credit") if first and agency and match.start() else match.start("place")
    own_place = None if is_printed(place) and not is_place(place) else place
    if own_place is None:  # "TASS, June 5."
        agency = agency or find_known(place)
    return _make(head[begin : last.end], begin, own_place, day, agency)


def _read_placeless(head: str) -> Opening | None:
    """A dateline that is an agency in brackets and perhaps a day: "Nov 7 (Reuters) -"."""
    match = PLACELESS.match(head)
    agency = find_known(match["bracket"]) if match else None
    if match is None or agency is None:
        return None
    day = read_day(match)
    if day is None and (match["month"] or match["month2"]):
        return None
    return _make(match["printed"], match.start("printed"), None, day, agency)


def _make(
    text: str, start: int, place: str | None, day: PrintedDay | None, agency: str | None
) -> Opening:
    printed = text.rstrip()
    return Opening(printed, start, start + len(printed), place, day, agency)


def _read_last(head: str, match: re.Match[str]) -> _Last:
    """A day or an agency behind the dash, where they do not stand before it."""
    has_day = match["day"] or match["day2"] or match["iso"] or match["figures"]
    behind = DAY_LAST.match(head, match.end()) if match["bracket"] or match["apart"] else None
    if behind and not has_day and (day := read_day(behind)):
        return _Last(None, day, behind.end())
    named = AGENCY_LAST.match(head, match.end()) if match["dash"] or match["stop"] else None
    if named and is_printed(named["credit"]) and not _has_credit(match):
        return _Last(named["credit"], None, named.end())
    return _Last(None, None, match.end())


def _has_credit(match: re.Match[str]) -> bool:
    return any(match[name] for name in ("bracket", "slash", "apart", "bare", "open", "within"))


def _split_place(match: re.Match[str]) -> tuple[str, str | None]:
    """The place and the credit; in "ASTANA. KAZINFORM -" both stand where the place does."""
    place = match["place"].rstrip(" ,")
    credit = match["bracket"] or match["slash"] or match["apart"] or match["bare"] or match["open"]
    town, _, last = place.rpartition(" ")
    if credit is None and last.isupper() and is_printed(last) and _may_end(town, last, place):
        return (town if "," in town else town.rstrip(".")), last
    land = match["land"] or match["within"]
    if credit is None and match["within"] and is_printed(match["within"]):
        return place, match["within"]
    return (f"{place}, {land}" if land else place), credit


def _may_end(town: str, last: str, place: str) -> bool:
    """Whether a place may end before its last word: not "SANTA ANA" nor "PITTSBURGH, PA."."""
    return bool(town) and not (town.endswith(",") or is_region(last) or is_place(place))


def _split_credit(credit: str | None) -> tuple[str | None, PrintedDay | None]:
    """The credit, and the day that stands with it in the brackets: "(Wire Uno - May 3, 2015)"."""
    match = CREDIT_AND_DAY.fullmatch(credit) if credit else None
    day = read_day(match) if match else None
    return (match["credit"], day) if match and day else (credit, None)


def _is_dateline(
    match: re.Match[str],
    place: str,
    day: PrintedDay | None,
    credit: str | None,
    first: str | None,
) -> bool:
    """Whether a place, a day, a credit and a dash are enough together to be a dateline; ``first``
    is the agency that stands before the place."""
    if _begins_otherwise(place):
        return False
    known = credit is not None and find_known(credit) is not None
    city = place.split(",")[0]
    if match["stop"] or match["alone"] is not None:
        is_one = is_place(city) or is_printed(city)
        return day is not None and is_one and (city.isupper() or match["alone"] is not None)
    ends = bool(match["dash"] or match["slash"])
    if day is not None:
        in_capitals = any(word[:2].isupper() for word in city.split())
        named = known or first or in_capitals or _is_known(place)
        ended = ends or known or first or (match["colon"] and is_place(city))
        return bool(named and ended)
    month = match["month"] or match["month2"]
    if match["open"] or (month and find_month(month) is None):
        return False
    if known:
        is_named = city.isupper() or _is_known(place)
        return ends or bool(match["colon"]) or (is_named and not _runs_on(match))
    if credit and not _may_be_agency(credit):
        return False
    return ends and city.isupper() and _stands_alone(place)


def _runs_on(match: re.Match[str]) -> bool:
    """Whether a sentence goes on behind the match: "Silva (AFP) said"."""
    return match.string[match.end() :].lstrip()[:1].islower()


def _may_be_agency(credit: str) -> bool:
    """Whether brackets may hold an agency that nobody knows: no state, no age, no score."""
    return credit[:1].isupper() and not is_region(credit) and not _NUMBER.search(credit)


def _is_known(place: str) -> bool:
    """Whether the town, or the region behind it, is known by name."""
    city, *regions = (part.strip() for part in place.split(","))
    return any(map(is_region, regions)) or all(map(is_place, city.split("/")))


def _begins_otherwise(place: str) -> bool:
    """Whether the first word is one that begins a line of another kind: "UPDATE", "By"."""
    first = place.split(None, 1)[0].casefold().rstrip(".:")
    if _AS_OF.match(place):
        return True
    return first in _NOT_PLACES and not (place.isupper() and _ABOARD.match(place))


def _stands_alone(place: str) -> bool:
    """Whether a place in capitals is a dateline with a dash alone: "LISBON -"."""
    city, *regions = (part.strip() for part in place.split(","))
    if regions:
        return is_region(regions[-1])
    return len(city) > 2 and all(is_town(part) for part in city.split("/"))
