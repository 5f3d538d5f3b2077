"""Day: what a dateline prints of its date."""

import re
from dataclasses import dataclass

from .months import find_month, find_weekday, make_date


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A day as a dateline prints it; ``year`` and ``weekday`` (0 is Monday) where they are. Where
    it is ``in_figures`` the month may be the day ("03/05/2021")."""

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None
    in_figures: bool = False


def read_day(match: re.Match[str]) -> PrintedDay | None:
    """The day in a match of ``forms``; None where it has none, or no such day is in a calendar."""
    weekday = find_weekday(match["weekday"]) if match["weekday"] else None
    if match["iso"] or match["figures"]:
        return _read_figures(match["iso"] or match["figures"], weekday)
    month = find_month(match["month"] or match["month2"] or "") or 0
    day = _read_number(match["day"] or match["day2"] or "0")
    if not month or not make_date(2000, month, day):
        return None
    return PrintedDay(month, day, int(match["year"]) if match["year"] else None, weekday)


def _read_figures(printed: str, weekday: int | None) -> PrintedDay | None:
    """ "2021-05-03", or "13/05/2021", in which one number is no month; else it may be either."""
    first, second, third = map(int, re.split(r"[./-]", printed))
    if first > 31:
        return (
            PrintedDay(second, third, first, weekday) if make_date(first, second, third) else None
        )
    month, day = (second, first) if first > 12 else (first, second)
    if not make_date(third, month, day):
        return None
    return PrintedDay(month, day, third, weekday, in_figures=day <= 12 and day != month)


def _read_number(digits: str) -> int:
    """A day of the month; the letter O may stand for its zero, but "9O" is 9."""
    number = int(digits.replace("O", "0"))
    return number if number <= 31 else int(digits.rstrip("O"))
