"""Contradictions: notes on what disagrees with a dateline."""

import calendar
import datetime as dt
from dataclasses import replace

from .addresses import find_name_day, find_url_day
from .clues import Clues, Settled
from .day import PrintedDay
from .months import WEEKDAYS, make_date
from .occurrences import add_days, nearest

FAR = dt.timedelta(days=30)  # from here on the day printed and another contradict each other
AHEAD = dt.timedelta(days=1)  # a file may come in, or be named, before its date, east of here


def with_notes(settled: Settled, day: PrintedDay, clues: Clues) -> Settled:
    """What is settled, with a note for each clue that disagrees."""
    date = settled.date
    notes = [_far_note(day, date, *known) for known in _told_days(clues)]
    if day.year and make_date(day.year, day.month, day.day) is None:
        notes.append(
            f"The dateline says {calendar.month_name[day.month]} {day.day}, {day.year}: no day."
        )
    if date and clues.received and date > add_days(clues.received.date(), AHEAD):
        notes.append(f"The dateline says {date}, but the file came in before.")
    if date and day.weekday is not None and date.weekday() != day.weekday:
        notes.append(
            f"The dateline says {WEEKDAYS[day.weekday].title()}, but {date} was another day."
        )
    said = tuple(note for note in notes if note)
    return replace(settled, notes=said) if said else settled


def _told_days(clues: Clues) -> list[tuple[dt.date, str]]:
    """The days that page, address and file's name tell, each with the words for it."""
    told = (
        (clues.published, "the page was published on"),
        (find_url_day(clues.url), "the page's address says"),
        (find_name_day(clues.name), "the file's name says"),
    )
    return [(known, words) for known, words in told if known]


def _far_note(day: PrintedDay, date: dt.date | None, known: dt.date, words: str) -> str | None:
    """That a dateline's day lies far from one told elsewhere; None where it does not."""
    near = date or (None if day.year else nearest(day, known))
    if near is None or abs(near - known) <= FAR:
        return None
    said = date or f"{calendar.month_name[day.month]} {day.day}"
    return f"The dateline says {said}, {words} {known}."
