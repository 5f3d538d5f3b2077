"""Opening: what stands at a dateline's place in a story, in every form that the trade prints.

The patterns look at the first characters of a paragraph alone, so that none takes long.
"""

import re
from dataclasses import dataclass

from .agencies import WIRE_NAME, find_credit, find_known
from .months import DAY_NAME, find_month, find_weekday, make_date
from .places import find_country, is_place, is_region

_LONGEST = 160  # characters that a dateline may take

_DASH = r"[-–—‐‑‒―−_]"
# a month before its day ends the place: "JOHANNESBURG May 3"
_MONTH_DAY = (
    r"(?i: (?: jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec ) [a-z]{0,6} \.? \s{1,2} \d )"
)
# "RPT --" and the like may stand before the place, and stars and other marks of a desk
_DESK = rf"""
    [*\s"“=+]{{0,8}} (?: (?: RPT | REPEAT | REFILE | CORRECTED ) \s* {_DASH}{{1,2}} \s* )?
"""
# "MOSCOW" "LA CROSSE, Wis." "GENEVA/KYIV" "Caracas" "MINNEAPOLIS, MINN.," "Puri (Odisha) [India]"
_PLACE = rf"""
    (?P<place>
        [^\W\d_]++ (?: (?: \.?[ \n] (?! {_MONTH_DAY} ) | [./'’-] ) [^\W\d_]++ ){{0,6}} \.?
        (?: \s? ,{{1,2}}\s* (?! {DAY_NAME} )
            [^\W\d_]++ (?: (?: \.?[ \n] | [.-] ) [^\W\d_]++ ){{0,3}} \.? ){{0,2}}?
    )
    (?: (?: \s \( [^()\n]{{2,30}} \) )? \s \[ (?P<land> [^\[\]\n]{{2,30}} ) \] )?
"""
# "February 14" "Nov. 3, 2005" "FEb 26" "10 juil 2024" "le 3 mars" "Monday, Feb 3" "March 9th"
# "2O" "April, 13" "2021-05-03" "Ramadan 21, 1442, May 3, 2021"
_DAY = rf"""
    (?: [^\W\d_]{{4,12}} (?: [ -][^\W\d_]{{3,10}} )? \s \d{{1,2}}, \s 1[34]\d\d
        (?: \s? AH | \s? H\.? )? ,? \s )?
    (?: (?P<weekday> {DAY_NAME} ) \s* [,.]? \s+ )?
    (?: le \s | el \s )?
    (?: (?P<month> [^\W\d_]{{3,12}} ) \.?,? \s* (?: the \s )? (?P<day> \d[\dO]? ) (?: st|nd|rd|th )?
      | (?P<day2> \d{{1,2}} ) (?: st|nd|rd|th|er|\. )? \s+ (?: de \s+ )?
        (?P<month2> [^\W\d_]{{3,12}} ) \.?
      | (?P<iso> (?:19|20)\d\d-\d\d-\d\d ) ) (?! \d )
    (?: \s* ,? \s* (?: de \s+ )? (?P<year> (?:1[89]|20) \d\d ) (?! \d )
        (?: \s* , \s* (?P=year) )? )?
"""
# "(AFP)" "—(AP)" "/TASS/" "(AP/Reuters)" "ANA" "Reuter" "ARMENPRESS."
_CREDIT = rf"""
    (?: \( \s* (?P<bracket> [^()\n]{{2,40}} ) \)
      | {_DASH}{{1,2}} \s? \( (?P<apart> [^()\n]{{2,40}} ) \) (?= \s? {_DASH} )
      | / (?P<slash> [^/\n]{{2,40}} ) /
      | (?P<bare> {WIRE_NAME} ) (?= \s+ {_DASH} )
      | (?P<open> {WIRE_NAME} ) (?= [.:]? \s+ (?: [^\W\d_a-z] | [\"“] ) ) )
"""
# "." "--" " –" ".-" ":" after the credit
_END = rf"""
    (?: \s* [.,]? \s* (?P<dash> {_DASH}{{1,3}} (?: [ ]-{{1,2}} )? ) (?= [\s"“'‘*<] | [^\W\d_] | \Z )
      | \s? (?P<colon> : ) (?= \s | \Z )
      | (?(bracket) | (?(slash) | (?(open) | (?!) ) ) ) [.]? (?= \s | \Z ) )
"""
_BREAK = rf"(?: \s* [,.:]{{0,2}} \s* (?: (?<=[\s,]) {_DASH} \s+ )? {_DAY} )?"  # "Md, - March 6"
_OPENING = re.compile(
    rf"{_DESK} {_PLACE} {_BREAK} (?: \s* [,.]? \s* {_CREDIT} )? {_END}", re.VERBOSE
)
# one of these is in every dateline; most headlines, which are looked at too, have none
_MAY_END = re.compile(rf"{_DASH[:-1]}:/(]|{WIRE_NAME}", re.VERBOSE)
# "(ANSA) - " "AGI - " before the place
_AGENCY_FIRST = re.compile(
    rf"""
    [*\s]{{0,8}} (?P<credit> \( [^()\n]{{2,40}} \) (?: \s* {_DASH}{{1,2}} )?
      | {WIRE_NAME} \s {_DASH}{{1,2}} ) \s+
    """,
    re.VERBOSE,
)
_ABOARD = re.compile(r"on\s+board\s|in\s+the\s", re.IGNORECASE)
_NOT_PLACES = frozenset(
    """update breaking urgent correction corrected watch photos photo video note editor editors
    advisory alert poll factbox analysis feature exclusive live opinion review interview refile
    repeating repeat wrapup roundup chronology timeline profile focus by from in on at published
    updated posted since until before after between last dated modified created
    """.split()
)


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A day as a dateline prints it; ``year`` and ``weekday`` (0 is Monday) where they are."""

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline before its year is settled; ``start`` and ``end`` are offsets into the text."""

    text: str
    start: int
    end: int
    place: str | None
    day: PrintedDay | None
    agency: str | None


def read_opening(text: str, start: int = 0) -> Opening | None:
    """The dateline that stands exactly at ``start``; None where what stands there is none."""
    head = text[start : start + _LONGEST]
    if not _MAY_END.search(head):
        return None
    first = _AGENCY_FIRST.match(head)
    agency = find_known(first["credit"].strip(f" {_DASH}")) if first else None
    match = _OPENING.match(head, first.end() if first and agency else 0)
    if match is None:
        return None
    place, credit = _split_place(match)
    day = _read_day(match)
    if not _is_dateline(match, place, day, agency):
        return None
    if agency is None and credit:
        agency = find_credit(credit, find_country(place))
    begin = first.start("credit") if first and agency and match.start() else match.start("place")
    printed = head[begin : match.end()].rstrip()
    return Opening(printed, start + begin, start + begin + len(printed), place, day, agency)


def _split_place(match: re.Match[str]) -> tuple[str, str | None]:
    """The place and the credit; in "ASTANA. KAZINFORM -" both stand where the place does."""
    place = match["place"].rstrip(" ,")
    credit = match["bracket"] or match["slash"] or match["apart"] or match["bare"] or match["open"]
    town, stop, last = place.rpartition(". ")
    if stop and credit is None and last.isupper() and find_known(last):
        return town, last
    return (f"{place}, {match['land']}" if match["land"] else place), credit


def _read_day(match: re.Match[str]) -> PrintedDay | None:
    if match["iso"]:
        year, month, day = map(int, match["iso"].split("-"))
        return PrintedDay(month, day, year) if make_date(year, month, day) else None
    month = find_month(match["month"] or match["month2"] or "") or 0
    day = _read_number(match["day"] or match["day2"] or "0")
    if not month or not make_date(2000, month, day):
        return None
    weekday = find_weekday(match["weekday"]) if match["weekday"] else None
    return PrintedDay(month, day, int(match["year"]) if match["year"] else None, weekday)


def _read_number(digits: str) -> int:
    """A day of the month; the letter O may stand for its zero, but "9O" is 9."""
    number = int(digits.replace("O", "0"))
    return number if number <= 31 else int(digits.rstrip("O"))


def _is_dateline(match: re.Match[str], place: str, day: PrintedDay | None, first: object) -> bool:
    """Whether a place, a day, a credit and a dash are enough together to be a dateline; ``first``
    is the agency that stands before the place."""
    if _begins_otherwise(place):
        return False
    credit = match["bracket"] or match["slash"]
    other = match["apart"] or match["bare"]
    known = bool(first or match["bare"] or match["open"]) or bool(find_known(credit or other or ""))
    ends = bool(match["dash"] or match["slash"])
    city = place.split(",")[0]
    if match["day"] or match["day2"] or match["iso"]:
        return day is not None and (ends or known or (bool(match["colon"]) and is_place(city)))
    if match["open"]:
        return False
    if credit:
        return known or (ends and city.isupper() and not is_region(credit))
    return ends and city.isupper() and (known or _stands_alone(place))


def _begins_otherwise(place: str) -> bool:
    """Whether the first word is one that begins a line of another kind: "UPDATE", "By"."""
    first = place.split(None, 1)[0].casefold().rstrip(".:")
    return first in _NOT_PLACES and not (place.isupper() and _ABOARD.match(place))


def _stands_alone(place: str) -> bool:
    """Whether a place in capitals is a dateline with a dash alone: "LISBON -"."""
    city, *regions = (part.strip() for part in place.split(","))
    if regions:
        return is_region(regions[-1])
    return len(city) > 2 and all(is_place(part) for part in city.split("/"))
