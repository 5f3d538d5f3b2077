"""Dateline: where and when a story says it was written, and for which agency.

>>> line = find_dateline("LISBON, March 3, 2004 (AFP) -- Rain fell.")
>>> line.text, line.place, line.country, str(line.date)
('LISBON, March 3, 2004 (AFP) --', 'Lisbon', 'PT', '2004-03-03')
"""

import re
from dataclasses import dataclass

from ..article import Dateline
from .agencies import find_credit, find_known
from .months import find_month, find_weekday, make_date
from .places import is_place, is_region, read_place

_LONGEST = 160  # characters that a dateline may take
_PARAGRAPHS = 4  # how many a byline, an editor's note and the like may put before it

# "MOSCOW" "LA CROSSE, Wis." "GENEVA/KYIV" "Caracas" "MINNEAPOLIS, MINN.,"
_PLACE = r"""
    [*\s"“=]{0,8} (?P<place>
        [^\W\d_]++ (?: (?: \.?[ \n] | [./'’-] ) [^\W\d_]++ ){0,6} \.?
        (?: \s? ,{1,2}\s* (?! (?i:mon|tues|wednes|thurs|fri|satur|sun)day\b )
            [^\W\d_]++ (?: (?: \.?[ \n] | [.-] ) [^\W\d_]++ ){0,3} \.? ){0,2}?
    )
"""
# "February 14" "Nov. 3, 2005" "FEb 26" "10 juil 2024" "le 3 mars" "Monday, Feb 3" "March 9th" "9O"
_DAY = r"""
    (?: (?P<weekday> (?i:mon|tues|wednes|thurs|fri|satur|sun)day ) \s* [,.]? \s+ )?
    (?: le \s | el \s )?
    (?: (?P<month> [^\W\d_]{3,10} ) \.? \s* (?P<day> \d{1,2} ) (?: st|nd|rd|th|O )?
      | (?P<day2> \d{1,2} ) (?: st|nd|rd|th|er|\. )? \s+ (?: de \s+ )?
        (?P<month2> [^\W\d_]{3,10} ) \.? ) (?! \d )
    (?: \s* ,? \s* (?: de \s+ )? (?P<year> (?:1[89]|20) \d\d ) (?! \d )
        (?: \s* , \s* (?P=year) )? )?
"""
# "(AFP)" "/TASS/" "(AP/Reuters)" "ANA" "Reuter"
_CREDIT = r"""
    (?: \( \s* (?P<bracket> [^()\n]{2,40} ) \)
      | / (?P<slash> [^/\n]{2,40} ) /
      | (?P<bare> [^\W\d_]{2,12} ) (?= \s+ [-–—] ) )
"""
# "." "--" " –" ".-" ":" after the credit
_END = r"""
    (?: \s* [.,]? \s* (?P<dash> [-–—]{1,3} ) (?= [\s"“*<] | [^\W\d_] | \Z )
      | (?(bracket) | (?(slash) | (?!) ) ) [.:]? (?= \s | \Z ) )
"""
_OPENING = re.compile(
    rf"""{_PLACE} (?: \s* [,.]{{0,2}} \s* {_DAY} )? (?: \s* [,.]? \s* {_CREDIT} )? {_END}""",
    re.VERBOSE,
)
_BARE_DATE = re.compile(rf"[*\s]{{0,8}} {_DAY} (?: \s* [,.]? \s* {_CREDIT} )? {_END}", re.VERBOSE)
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
_NOT_PLACES = frozenset(
    """update breaking urgent correction corrected watch photos photo video note editor editors
    advisory alert poll factbox analysis feature exclusive live opinion review interview refile
    repeating repeat wrapup roundup chronology timeline profile focus by from in on at
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


def find_dateline(text: str) -> Dateline | None:
    """The dateline that opens the text or one of its first paragraphs, its date only where the
    year is printed. None: the text has no dateline."""
    opening = find_opening(text)
    if opening is None:
        return None
    day = opening.day
    date = make_date(day.year, day.month, day.day) if day and day.year else None
    place = read_place(opening.place) if opening.place else None
    return Dateline(
        text=opening.text,
        start=opening.start,
        end=opening.end,
        place=place and place.name,
        country=place and place.country,
        date=date,
        is_certain=date is not None,
        method="printed" if date else None,
    )


def opens_with_dateline(paragraph: str) -> bool:
    """Whether a story's body starts here."""
    return read_opening(paragraph) is not None


def find_opening(text: str) -> Opening | None:
    """The dateline at the head of one of the first paragraphs; None where there is none."""
    start = 0
    for _ in range(_PARAGRAPHS):
        found = read_opening(text, start)
        if found:
            return found
        gap = _PARAGRAPH.search(text, start, start + 4000)
        if not gap:
            return None
        start = gap.end()
    return None


def read_opening(text: str, start: int = 0) -> Opening | None:
    """The dateline that stands exactly at ``start``; None where what stands there is none."""
    head = text[start : start + _LONGEST]
    match = _OPENING.match(head)
    if match is None:
        return None
    day, credit = _read_day(match), match["bracket"] or match["slash"] or match["bare"]
    place = match["place"].rstrip(" ,")
    if not _is_dateline(match, place, day):
        return None
    agency = find_credit(credit) if credit else None
    first, end = match.start("place"), match.end()
    return Opening(
        head[first:end].rstrip(),
        start + first,
        start + first + len(head[first:end].rstrip()),
        place,
        day,
        agency,
    )


def _read_day(match: re.Match[str]) -> PrintedDay | None:
    month = find_month(match["month"] or match["month2"] or "")
    day = int(match["day"] or match["day2"] or 0)
    if not month or not make_date(2000, month, day):
        return None
    weekday = find_weekday(match["weekday"]) if match["weekday"] else None
    return PrintedDay(month, day, int(match["year"]) if match["year"] else None, weekday)


def _is_dateline(match: re.Match[str], place: str, day: PrintedDay | None) -> bool:
    """Whether a place, a day, a credit and a dash are enough together to be a dateline."""
    first = place.split(None, 1)[0]
    if first.casefold().rstrip(".:") in _NOT_PLACES:
        return False
    has_day_words = bool(match["day"] or match["day2"])
    credit = match["bracket"] or match["slash"]
    known = bool(credit or match["bare"]) and bool(find_known(credit or match["bare"]))
    ends = bool(match["dash"]) or bool(match["slash"])
    if has_day_words:
        return day is not None and (ends or known)
    if match["bare"] and not known:
        return False
    city = place.split(",")[0]
    if credit:
        return known or (ends and city.isupper() and not is_region(credit))
    return bool(match["dash"]) and city.isupper() and _stands_alone(place)


def _stands_alone(place: str) -> bool:
    """Whether a place in capitals is a dateline with a dash alone: "LISBON -"."""
    city, *regions = (part.strip() for part in place.split(","))
    if regions:
        return is_region(regions[-1])
    return len(city) > 2 and all(is_place(part) for part in city.split("/"))
