"""Dates: which day a dateline means when it prints no year.

Ways to settle a year, best first; each is a ``method``:

- "printed": the dateline prints it;
- "published", "url": the page or its address gives a day next to the dateline's, or the address
  its month. A page that was published within the month after is a guess;
- "weekday": the weekday in the story's first paragraph ("on Monday", for February 14; of several
  that on which it was said) together with a full date that the story tells of and that lies a few
  months back at most;
- "span": the story tells of one full date and looks ahead to another, each a few months off at
  most, and its day lies between;
- "office": those who hold office in the story held it together in one year only in which the day
  falls on the story's weekday;
- "name": the file's name, or a folder's above it, has that day or its neighbour, and neither those
  in office nor the story's weekday are against it. Certain where a weekday is for it;
- "received": the latest such day by the time the file came in. Never certain.
"""

import datetime as dt

from .addresses import find_name_day, find_url_day, find_url_month
from .clues import Clues, Settled
from .contradictions import AHEAD, FAR, with_notes
from .day import PrintedDay
from .months import make_date
from .occurrences import add_days, find_occurrences, last_before, nearest, next_after
from .terms import Terms, find_terms, is_in_office
from .told import find_full_dates, last_year_told
from .weekday import (
    find_day_name,
    find_day_of_report,
    find_day_told,
    find_days_of_reports,
)

_NEAR = dt.timedelta(days=3)  # how far the day printed and the day published may lie apart
_FRESH = dt.timedelta(days=100)  # how far off a date in the news may lie to prove a year
_FEW = 6  # alternatives worth showing
_READ = 20_000  # characters of a story that are searched for dates


def settle_date(day: PrintedDay, clues: Clues) -> Settled:
    """The full date of a printed day, by the best of the ways that the clues allow."""
    found = _from_print(day, clues) or _from_page(day, clues) or _from_text(day, clues)
    return with_notes(found or _from_rest(day, clues), day, clues)


def _from_rest(day: PrintedDay, clues: Clues) -> Settled:
    """The date by what is left where neither print, page nor text prove it."""
    in_office = find_days_in_office(day, find_terms(clues.text[:_READ]))
    fit = _on_their_weekday(day, clues.text, in_office)
    if len(fit) == 1 and not clues.is_embargoed and not _is_after(fit[0], clues):
        return Settled(date=fit[0], is_certain=True, method="office")
    named = _from_name(day, clues, in_office)
    guessed = named or _from_later_page(day, clues) or _from_receipt(day, clues, in_office)
    may_be = tuple(fit) if len(fit) <= _FEW else ()
    return guessed or Settled(alternatives=may_be)


def _is_after(date: dt.date, clues: Clues) -> bool:
    """Whether the file came in, or its page was published, before this day."""
    by = _latest(clues)
    return by is not None and date > by


def _latest(clues: Clues) -> dt.date | None:
    """The last day that the dateline may have, by when the file came in and its page went out."""
    days = [add_days(clues.received.date(), AHEAD)] if clues.received else []
    days += [add_days(clues.published, _NEAR)] if clues.published else []
    return min(days, default=None)


def _from_print(day: PrintedDay, clues: Clues) -> Settled | None:
    if day.year is None:
        return None
    if day.in_figures:
        return _from_figures(day, clues)
    date = make_date(day.year, day.month, day.day)
    return Settled(date=date, is_certain=True, method="printed") if date else Settled()


def _from_figures(day: PrintedDay, clues: Clues) -> Settled | None:
    """ "03/05/2021" is the day that the page tells, else it stays open."""
    year = day.year or 0
    may_be = [make_date(year, day.month, day.day), make_date(year, day.day, day.month)]
    dates = tuple(date for date in may_be if date)
    for method, known in _pages_days(clues):
        near = [date for date in dates if known and abs(date - known) <= _NEAR]
        if len(near) == 1:
            return Settled(date=near[0], is_certain=True, method=method)
    return Settled(alternatives=dates)


def _pages_days(clues: Clues) -> tuple[tuple[str, dt.date | None], ...]:
    """When the page was published, and which day its address has, each with its method."""
    return ("published", clues.published), ("url", find_url_day(clues.url))


def _from_page(day: PrintedDay, clues: Clues) -> Settled | None:
    for method, known in _pages_days(clues):
        near = nearest(day, known) if known else None
        if near and known and abs(near - known) <= _NEAR:
            return Settled(date=near, is_certain=True, method=method)
    year, month = find_url_month(clues.url) or (0, 0)
    date = make_date(year, month, day.day) if month == day.month else None
    if date is None or _is_after(date, clues):
        return None
    return Settled(date=date, is_certain=True, method="url")


def _from_later_page(day: PrintedDay, clues: Clues) -> Settled | None:
    """The last such day before the page was published, if it was that within the month: a guess."""
    date = last_before(day, clues.published) if clues.published else None
    if date is None or clues.published is None or clues.published - date > FAR:
        return None
    return Settled(date=date, method="published")


def _from_text(day: PrintedDay, clues: Clues) -> Settled | None:
    """A year that the story proves; None where its dates are too old, too few or not its own."""
    told, ahead = find_full_dates(clues.text[:_READ])
    if not told:
        return None
    latest = max(told)
    date = next_after(day, latest + dt.timedelta(days=1))
    if date is None or _is_after(date, clues):
        return None
    if date - latest > _FRESH or last_year_told(clues.text[:_READ]) > date.year:
        return None
    told_on = day.weekday if day.weekday is not None else find_day_told(clues.text)
    if told_on == date.weekday():
        return Settled(date=date, is_certain=True, method="weekday")
    if any(date < later <= date + _FRESH for later in ahead):
        return Settled(date=date, is_certain=True, method="span")
    return None


def _from_name(day: PrintedDay, clues: Clues, in_office: list[dt.date]) -> Settled | None:
    """The day of the file's name, where nothing that the story tells of its time is against it.
    The file may have been named long after: only where the story's weekday is for it, it is
    certain."""
    known = find_name_day(clues.name)
    near = nearest(day, known) if known else None
    if known is None or near is None or abs(near - known) > AHEAD or _is_after(near, clues):
        return None
    if (in_office and near not in in_office) or not _on_their_weekday(day, clues.text, [near]):
        return None
    is_for_it = _weekday(day, clues.text) is not None or (
        find_days_of_reports(clues.text) == {near.weekday()}
    )
    is_certain = is_for_it and not clues.is_embargoed
    return Settled(date=near, is_certain=is_certain, method="name")


def find_days_in_office(day: PrintedDay, terms: list[Terms]) -> list[dt.date]:
    """The occurrences of this day on which everyone held office who does so in the story; none
    where nobody does, or some of them hold it to this day."""
    ends = [max(end for _, end in own) for own in terms]
    if not ends or min(ends) == dt.date.max:
        return []
    first = max(min(start for start, _ in own) for own in terms)
    days = find_occurrences(day, first.year, min(ends).year)
    return [one for one in days if is_in_office(one, terms)]


def _on_their_weekday(day: PrintedDay, text: str, days: list[dt.date]) -> list[dt.date]:
    """Those of these days that the story's weekday allows: that of its report alone, where it says
    so; else the one that it names, or the day before or after."""
    if not days:
        return []
    told = day.weekday if day.weekday is not None else find_day_of_report(text)
    if told is not None:
        return [one for one in days if one.weekday() == told]
    named = find_day_name(text)
    if named is None:
        return days
    return [one for one in days if (one.weekday() - named) % 7 in (6, 0, 1)]


def _weekday(day: PrintedDay, text: str) -> int | None:
    """The weekday that goes with the dateline's day: its own, else the one that the story names."""
    return day.weekday if day.weekday is not None else find_day_name(text)


def _from_receipt(day: PrintedDay, clues: Clues, in_office: list[dt.date]) -> Settled | None:
    """The latest such day by the time the file came in, while those in office held it."""
    by = _latest(clues)
    if clues.received is None or by is None:
        return None
    held = [one for one in in_office if one <= by]
    named = [one for one in _agreeing(day, "", by) if not held or one in held]
    date = named[0] if named else held[-1] if held else last_before(day, by)
    if date is None:
        return None
    others = tuple(d for d in _agreeing(day, clues.text, by) if d != date)
    return Settled(date=date, method="received", alternatives=others[:_FEW])


def _agreeing(day: PrintedDay, text: str, by: dt.date) -> list[dt.date]:
    """The latest dates, newest first, that fall on the story's own weekday; none without one."""
    weekday = _weekday(day, text)
    if weekday is None:
        return []
    years = range(by.year, by.year - 30, -1)
    dates = (make_date(year, day.month, day.day) for year in years)
    return [d for d in dates if d and d <= by and d.weekday() == weekday]
