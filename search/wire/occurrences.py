"""Occurrences: the dates on which a printed day falls, in one year or another."""

import datetime as dt

from .day import PrintedDay
from .months import make_date

_FIRST_YEAR = 1850  # before the first agencies


def add_days(day: dt.date, span: dt.timedelta) -> dt.date:
    """A later day, or the last that the calendar has."""
    return day + span if day < dt.date.max - span else dt.date.max


def nearest(day: PrintedDay, known: dt.date) -> dt.date | None:
    """The occurrence of this day nearest to a known date."""
    near = find_occurrences(day, known.year - 1, known.year + 1)
    return min(near, key=lambda date: abs(date - known), default=None)


def last_before(day: PrintedDay, by: dt.date) -> dt.date | None:
    """The last occurrence of this day up to a date, its year the one printed if any is."""
    past = [date for date in find_occurrences(day, by.year - 8, by.year) if date <= by]
    return past[-1] if past else None


def next_after(day: PrintedDay, start: dt.date) -> dt.date | None:
    """The first occurrence of this day on or after a date."""
    ahead = [date for date in find_occurrences(day, start.year, start.year + 8) if date >= start]
    return ahead[0] if ahead else None


def find_occurrences(day: PrintedDay, first: int, last: int) -> list[dt.date]:
    """This day in each of these years that has it."""
    years = range(max(first, _FIRST_YEAR), min(last, 9998) + 1)
    return [date for year in years if (date := make_date(year, day.month, day.day))]
