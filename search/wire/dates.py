"""Dates: which day a dateline means when it prints no year.

Ways to settle a year, best first; each is a ``method``:

- "printed": the dateline prints it;
- "published", "url": the page or its address gives a day next to the dateline's;
- "weekday": the weekday in the story's first paragraph ("on Monday", for February 14) together
  with a full date that the story tells of and that lies a few months back at most;
- "span": the story tells of one full date and looks ahead to another, each a few months off at
  most, and its day lies between;
- "office": those who hold office in the story held it together in one year only in which the day
  falls on the story's weekday;
- "name": the file's name, or a folder's above it, has that day or its neighbour, and neither those
  in office nor the story's weekday are against it. Certain where a weekday is for it;
- "received": the latest such day by the time the file came in. Never certain.
"""

import datetime as dt
import re
from dataclasses import dataclass, replace

from .months import WEEKDAYS, make_date
from .opening import PrintedDay
from .terms import Terms, find_terms, is_in_office
from .told import find_full_dates, last_year_told
from .weekday import find_day_name, find_day_of_report, find_days_of_reports

_NEAR = dt.timedelta(days=3)  # how far the day printed and the day published may lie apart
_FAR = dt.timedelta(days=30)  # from here on they contradict each other
_FRESH = dt.timedelta(days=100)  # how far off a date in the news may lie to prove a year
_AHEAD = dt.timedelta(days=1)  # a file may come in, or be named, before its date, east of here
_FIRST_YEAR = 1850  # before the first agencies
_FEW = 6  # alternatives worth showing
_READ = 20_000  # characters of a story that are searched for dates

_DAY = r"((?:19|20)\d\d)[/_{0}-]?([01]\d)[/_{0}-]?([0-3]\d)"
# "/2022/02/14/" "/2022-02-14-" "20220214"
_URL_DAY = re.compile(rf"(?<!\d){_DAY.format('')}(?!\d)")
# "2022.02.14" too, and "20220214093000"
_TIME = r"[0-2]\d[0-5]\d(?:[0-5]\d)?(?!\d)"
_NAME_DAY = re.compile(rf"(?<!\d){_DAY.format('.')}(?:(?!\d)|(?={_TIME}))")
_FOLDER_DAY = re.compile(rf"/{_DAY.format('.')}(?=/)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What may settle the year of a dateline: the story's text after it and its page's facts.
    ``published`` is the day by the newsroom's clock; ``name`` the file's, with its folders."""

    text: str = ""
    published: dt.date | None = None
    url: str | None = None
    name: str = ""
    received: dt.datetime | None = None
    is_embargoed: bool = False  # and its weekday that of its release


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A day with its year; ``date`` is None where nothing settles it and ``alternatives`` are
    then the days it may be, if few. ``notes`` are the contradictions between clues."""

    date: dt.date | None = None
    is_certain: bool = False
    method: str | None = None
    alternatives: tuple[dt.date, ...] = ()
    notes: tuple[str, ...] = ()


def settle_date(day: PrintedDay, clues: Clues) -> Settled:
    """The full date of a printed day, by the best of the ways that the clues allow."""
    found = _from_print(day) or _from_page(day, clues) or _from_text(day, clues)
    if found:
        return _with_notes(found, day, clues)
    in_office = find_days_in_office(day, find_terms(clues.text[:_READ]))
    fit = _on_their_weekday(day, clues.text, in_office)
    if len(fit) == 1 and not clues.is_embargoed and not _is_after(fit[0], clues):
        return Settled(date=fit[0], is_certain=True, method="office")
    named = _from_name(day, clues, in_office)
    if named:
        return named
    may_be = tuple(fit) if len(fit) <= _FEW else ()
    return _from_receipt(day, clues, in_office) or Settled(alternatives=may_be)


def _is_after(date: dt.date, clues: Clues) -> bool:
    """Whether the file came in before this day."""
    return clues.received is not None and date > clues.received.date() + _AHEAD


def _from_print(day: PrintedDay) -> Settled | None:
    date = day.year and make_date(day.year, day.month, day.day)
    return Settled(date=date, is_certain=True, method="printed") if date else None


def _from_page(day: PrintedDay, clues: Clues) -> Settled | None:
    for method, known in (("published", clues.published), ("url", find_url_day(clues.url))):
        near = nearest(day, known) if known else None
        if near and known and abs(near - known) <= _NEAR:
            return Settled(date=near, is_certain=True, method=method)
    return None


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
    if _weekday(day, clues.text) == date.weekday():
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
    if known is None or near is None or abs(near - known) > _AHEAD or _is_after(near, clues):
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
    days = _occurrences(day, first.year, min(ends).year)
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
    if clues.received is None:
        return None
    held = [one for one in in_office if not _is_after(one, clues)]
    by = clues.received.date() + _AHEAD
    date = held[-1] if held else last_before(day, by)
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


def _with_notes(settled: Settled, day: PrintedDay, clues: Clues) -> Settled:
    notes = []
    date = settled.date or dt.date.max
    published, linked = clues.published, find_url_day(clues.url)
    if published and abs(published - date) > _FAR:
        notes.append(f"The dateline says {date}, the page was published on {published}.")
    elif linked and abs(linked - date) > _FAR:
        notes.append(f"The dateline says {date}, the page's address says {linked}.")
    if _is_after(date, clues):
        notes.append(f"The dateline says {date}, but the file came in before.")
    if day.weekday is not None and date.weekday() != day.weekday:
        notes.append(
            f"The dateline says {WEEKDAYS[day.weekday].title()}, but {date} was another day."
        )
    return replace(settled, notes=tuple(notes))


def find_url_day(url: str | None) -> dt.date | None:
    """The day in an address ("/2022/02/14/"), None where it has none."""
    match = _URL_DAY.search(url or "")
    return make_date(int(match[1]), int(match[2]), int(match[3])) if match else None


def find_name_day(name: str) -> dt.date | None:
    """The day in a file's name ("AAP_20220214.0099") or, as a whole, of its folders
    ("wire/2022/02/14/rain.txt"); None where there is none."""
    folders, _, own = name.rpartition("/")
    matches = [*_FOLDER_DAY.finditer(f"/{folders}/"), *_NAME_DAY.finditer(own)]
    days = [make_date(*(int(part) for part in match.groups() if part)) for match in matches]
    return next((day for day in reversed(days) if day), None)


def nearest(day: PrintedDay, known: dt.date) -> dt.date | None:
    """The occurrence of this day nearest to a known date."""
    near = _occurrences(day, known.year - 1, known.year + 1)
    return min(near, key=lambda date: abs(date - known), default=None)


def last_before(day: PrintedDay, by: dt.date) -> dt.date | None:
    """The last occurrence of this day up to a date, its year the one printed if any is."""
    past = [date for date in _occurrences(day, by.year - 8, by.year) if date <= by]
    return past[-1] if past else None


def next_after(day: PrintedDay, start: dt.date) -> dt.date | None:
    """The first occurrence of this day on or after a date."""
    ahead = [date for date in _occurrences(day, start.year, start.year + 8) if date >= start]
    return ahead[0] if ahead else None


def _occurrences(day: PrintedDay, first: int, last: int) -> list[dt.date]:
    years = range(max(first, _FIRST_YEAR), min(last, 9998) + 1)
    return [date for year in years if (date := make_date(year, day.month, day.day))]
