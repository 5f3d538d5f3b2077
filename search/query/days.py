"""Days as people type them in a request: those of a query's ``date:``, and "now-7d".

>>> from datetime import date
>>> [str(day) for day in read_days("2022-02", today=date(2024, 3, 31))]
['2022-02-01', '2022-02-28']
>>> [str(day) for day in read_days("now-1m", today=date(2024, 3, 31))]
['2024-02-29', '2024-02-29']
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from .dates import parse_span

# "now" "now-7d" "now-2w" "now-3m" "now-1y"
_AGO = re.compile(r"now (?: - (?P<count> [0-9]{1,4} ) (?P<unit> [dwmy] ) )?", re.VERBOSE)
_DAYS = {"d": 1, "w": 7}
_MONTHS = {"m": 1, "y": 12}


def read_days(text: str, today: date) -> tuple[date, date]:
    """The first and the last day meant; ValueError for another form or no day of the calendar."""
    ago = _AGO.fullmatch(text)
    if not ago:
        return parse_span(text)
    day = _before(today, int(ago["count"] or 0), ago["unit"] or "d")
    return day, day


def _before(today: date, count: int, unit: str) -> date:
    """That long ago; the last day of the month where it has no such day."""
    if unit in _DAYS:
        return today - timedelta(days=count * _DAYS[unit])
    year, month = divmod(today.year * 12 + today.month - 1 - count * _MONTHS[unit], 12)
    if year < 1:
        raise ValueError("before the calendar")
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))
