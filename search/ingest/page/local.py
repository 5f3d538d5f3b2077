"""The local time of a story: its moment in the zone in which the newsroom prints it."""

import datetime as dt

# zones are whole quarters of an hour, up to fourteen hours away; print leaves out the seconds
_QUARTER = dt.timedelta(minutes=15)
_FARTHEST = 56
_WIDEST = 10  # hours from UTC within which most newsrooms are
_ROUNDED = dt.timedelta(minutes=1)


def localise(moment: dt.datetime | None, printed: dt.datetime | None) -> dt.datetime | None:
    """The moment in the zone in which the page prints it: its day is the newsroom's, where UTC may
    be on the next already. Where the page prints a day alone, in the nearest zone that has it on
    that day; and in UTC where it prints the moment so. Unchanged where the page prints another
    time; the printed moment where there is no other."""
    if moment is None or printed is None:
        return moment or printed
    if not _is_utc(moment):
        return moment.astimezone(dt.UTC) if _is_printed_in_utc(moment, printed) else moment
    if printed.time() == dt.time():
        return _on_day(moment, printed.date())
    plain = printed.astimezone(dt.UTC) if printed.tzinfo else printed.replace(tzinfo=dt.UTC)
    ahead = plain - moment
    if printed.tzinfo:
        return moment.astimezone(printed.tzinfo) if abs(ahead) < _ROUNDED else moment
    quarters = round(ahead / _QUARTER)
    if abs(quarters) > _FARTHEST or abs(ahead - quarters * _QUARTER) >= _ROUNDED:
        return moment
    return moment.astimezone(dt.timezone(quarters * _QUARTER))


def _is_printed_in_utc(moment: dt.datetime, printed: dt.datetime) -> bool:
    """Whether a page prints a moment that it tells in another zone by the clock of UTC."""
    if moment.tzinfo is None or printed.tzinfo or printed.time() == dt.time():
        return False
    return abs(printed.replace(tzinfo=dt.UTC) - moment) < _ROUNDED


def _on_day(moment: dt.datetime, day: dt.date) -> dt.datetime:
    """A moment in UTC, in the nearest zone by whole hours that has it on this day; unchanged where
    none has."""
    shifts = (hours * sign for hours in range(1, _WIDEST + 1) for sign in (1, -1))
    moved = (moment.astimezone(dt.timezone(dt.timedelta(hours=shift))) for shift in shifts)
    if moment.date() == day or moment.time() == dt.time():
        return moment
    return next((there for there in moved if there.date() == day), moment)


def _is_utc(moment: dt.datetime) -> bool:
    return moment.tzinfo is not None and not moment.utcoffset()
