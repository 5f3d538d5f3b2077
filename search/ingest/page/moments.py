"""Moments as pages print them: ISO 8601, mail dates, "Feb. 14, 2022 10:30 AM"."""

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from ...wire.months import find_weekday, name_month
from .calendars import write_in_english
from .zones import in_zone

# "2022-02-14", "2022-02-14T10:30:00.000Z", "2022-02-14 10:30:00 +0300",
# "2022/02/14", "2022年2月14日"
_ISO = re.compile(
    r"""
    (?P<year> \d{4} ) (?: [-/.] | [年년.] \s? ) (?P<month> \d{1,2} ) (?: [-/.] | [月월.] \s? )
    (?P<day> \d{1,2} ) [日일]?
    (?: [T ,]+ (?P<time> \d{1,2}:\d{2} (?: :\d{2} )? ) (?: [.,]\d{1,9} )?
        (?: \s? (?P<half> [aApP] ) [mM] \b )?
        (?: \s? (?P<zone> Z | (?: UTC | GMT ) [+-]\d{1,2} (?: :?\d{2} )? \b
            | [+-]\d{2}:?\d{2} | [A-Z]{2,4} ) | (?P<hours> [+-]\d{2} ) \b )? )?
    """,
    re.VERBOSE,
)
# "20220214", "20220214T103000+1100", "20220214103000", "20220214T10:30:00Z"
_COMPACT = re.compile(
    r"""
    (?P<day> \d{8} )
    (?: T? (?P<hour> \d\d ) :? (?P<minute> \d\d ) (?: :? (?P<second> \d\d ) )? (?: [.,] \d{1,9} )?
        (?P<zone> Z | [+-] \d\d :? \d\d )? )?
    """,
    re.VERBOSE,
)
# "Monday, February 14, 2022 at 10:30 a.m. EST", "Feb. 14, 2022"
_MONTH_FIRST = re.compile(
    r"""
    \b (?P<name> [^\W\d_]{3,12} ) \.? \s+ (?P<day> \d{1,2} ) (?: st | nd | rd | th )? ,? \s+
    (?P<year> \d{4} ) \b
    """,
    re.VERBOSE,
)
# "14 February 2022", "14th of Feb, 2022", "14-Feb-2022", "14 de febrero de 2022", "14 Feb ’22"
_DAY_FIRST = re.compile(
    r"""
    \b (?P<day> \d{1,2} ) (?: st | nd | rd | th | er | [.º] )? [\s-]+
    (?: (?: [dD][eE] | of ) \s+ )? (?P<name> [^\W\d_]{3,12} ) \.? ,? [\s-]+ (?: [dD][eE][lL]? \s+ )?
    (?P<year> \d{4} | ['’] \d{2} ) \b
    """,
    re.VERBOSE,
)
# "2022. február 14."
_YEAR_FIRST = re.compile(
    r"""
    \b (?P<year> \d{4} ) [.,]? \s+ (?P<name> [^\W\d_]{3,12} ) \.? \s+ (?P<day> \d{1,2} ) \b
    """,
    re.VERBOSE,
)
# "14.02.2022", "14. 2. 2022", "14.2.22", "14/02/2022", "02/14/2022"
_IN_FIGURES = re.compile(
    r"""
    (?<! [\d.,/-] ) (?P<day> \d{1,2} ) (?P<bar> [./-] ) \s? (?P<month> \d{1,2} ) (?P=bar) \s?
    (?P<year> \d{4} | (?<= [./] ) \d{2} ) (?! \d | [./:-]\d )
    """,
    re.VERBOSE,
)
# "10:30", "10.30 am", "8 p.m. ET", "22:15:09 GMT", "18:30:00 +0200"
_CLOCK = re.compile(
    r"""
    \b (?P<hour> \d{1,2} ) (?: [:.h時시点] (?P<minute> \d{2} ) (?: :\d{2} )? )?
    (?: \s? (?P<half> [aApP] ) \.? [mM] \b \.? )?
    (?: \s? \(? (?P<zone> (?: UTC | GMT ) [+-]\d{1,2} (?: :?\d{2} )? \b | [A-Z]{1,4} \b
        | (?<= \s ) [+-] (?: 0\d | 1[0-4] ) [0-5]\d \b ) )?
    """,
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"([^\W\d_]+)\W{0,3}$")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_YEARS = range(1700, 2101)
_A_DAY = dt.timedelta(days=1)
# "69" is 1969, "68" is 2068
_LAST_CENTURY = 69


def read_moment(text: str | None, *, is_day_first: bool | None = None) -> dt.datetime | None:
    """The moment this text gives, as printed: in its zone where it gives one, else without (at
    midnight where it prints no time). None where it gives no full day, or one that could be two:
    "03/02/2022" is read only where ``is_day_first`` says whether its day is the first figure.

    >>> read_moment("Feb. 14, 2022 10:30 AM EST").isoformat()
    '2022-02-14T10:30:00-05:00'
    """
    if not text or len(text) > 300:
        return None
    text = write_in_english(text)
    found = (
        _read_epoch(text.strip())
        or _read_compact(text.strip())
        or _read_iso(text)
        or _read_mail(text)
        or _read_printed(text)
        or _read_figures(text, is_day_first)
    )
    if found is None or found.year not in _YEARS:
        return None
    return found


def _read_epoch(text: str) -> dt.datetime | None:
    if not _EPOCH.fullmatch(text):
        return None
    return dt.datetime.fromtimestamp(int(text[:10]), dt.UTC)


def _read_compact(text: str) -> dt.datetime | None:
    match = _COMPACT.fullmatch(text)
    if match is None:
        return None
    day = _day(match["day"][:4], int(match["day"][4:6]), match["day"][6:])
    if day is None or match["hour"] is None:
        return day
    clock = (int(match["hour"]), int(match["minute"]), int(match["second"] or 0))
    return _at(day, clock, match["zone"])


def _read_iso(text: str) -> dt.datetime | None:
    match = _ISO.search(text)
    if match is None:
        return None
    day = _day(match["year"], int(match["month"]), match["day"])
    if day is None or match["time"] is None:
        return day
    hour, minute, *second = map(int, match["time"].split(":"))
    return _at(day, (_hour(hour, match["half"]), minute, *second), match["zone"] or match["hours"])


def _read_mail(text: str) -> dt.datetime | None:
    """ "Mon, 14 Feb 2022 10:30:00 GMT"."""
    try:
        return parsedate_to_datetime(text) if text.count(":") == 2 else None
    except (ValueError, TypeError, IndexError):
        return None


def _read_printed(text: str) -> dt.datetime | None:
    for pattern in (_MONTH_FIRST, _DAY_FIRST, _YEAR_FIRST):
        for match in pattern.finditer(text):
            month = name_month(match["name"])
            year = match["year"]
            year = year if len(year) == 4 else _century(year[1:])
            day = _day(year, month, match["day"]) if month else None
            if day:
                return _with_clock(day, text[: match.start()], text[match.end() :])
    return None


def _read_figures(text: str, is_day_first: bool | None) -> dt.datetime | None:
    """ "14.02.2022" has its day first, "02/14/2022" and "14/02/2022" tell it by their figures,
    "Thu, 03/02/2022" by its weekday; of "03/02/2022" a reader has to know."""
    for match in _IN_FIGURES.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if day := _choose_day(match, before, is_day_first):
            return _with_clock(day, before, after)
    return None


def _choose_day(match: re.Match[str], before: str, is_day_first: bool | None) -> dt.datetime | None:
    year = match["year"] if len(match["year"]) == 4 else _century(match["year"])
    first, second = match["day"], match["month"]
    day_first, month_first = _day(year, int(second), first), _day(year, int(first), second)
    if match["bar"] == "." or day_first == month_first:
        return day_first
    if day_first is None or month_first is None:
        return day_first or month_first
    word = _LAST_WORD.search(before[-20:])
    weekday = find_weekday(word[1]) if word else None
    named = [day for day in (day_first, month_first) if day.weekday() == weekday]
    if named:
        return named[0]
    return None if is_day_first is None else day_first if is_day_first else month_first


def _century(year: str) -> str:
    return ("19" if int(year) >= _LAST_CENTURY else "20") + year


def _with_clock(day: dt.datetime, before: str, after: str) -> dt.datetime:
    """The day with the time printed after it, or else before it."""
    for text in (after[:40], before[-30:]):
        for match in _CLOCK.finditer(text):
            if match["minute"] is None and match["half"] is None:
                continue
            hour = _hour(int(match["hour"]), match["half"])
            return _at(day, (hour, int(match["minute"] or 0)), match["zone"])
    return day


def _hour(hour: int, half: str | None) -> int:
    """The hour of the day of one of its "a.m." or "p.m."."""
    return hour % 12 + (12 if half in {"p", "P"} else 0) if half and 1 <= hour <= 12 else hour


def _day(year: str, month: int, day: str) -> dt.datetime | None:
    try:
        return dt.datetime(int(year), month, int(day)) if int(year) in _YEARS else None
    except ValueError:
        return None


def _at(day: dt.datetime, clock: tuple[int, ...], zone: str | None) -> dt.datetime:
    """The day at this time; at none where there is no such time. 24:00 is its end."""
    hour, minute, second = (*clock, 0)[:3]
    if (hour, minute, second) == (24, 0, 0):
        return in_zone(day + _A_DAY, zone)
    try:
        return in_zone(day.replace(hour=hour, minute=minute, second=second), zone)
    except ValueError:
        return day
