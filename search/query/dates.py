"""Days, months and years as people type them, and the ranges between them."""

import calendar
import re
from datetime import date

from ..errors import QuerySyntaxError
from .nodes import DateRange

# "2022", "2022-02", "2022-02-14"
_SPAN = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{1,2})(?:-(?P<day>[0-9]{1,2}))?)?")
_HINT = "write 2022, 2022-02 or 2022-02-14, and .. between the two ends of a range"


def parse_span(text: str) -> tuple[date, date]:
    """First and last day of a year, month or day; ValueError says what is wrong with it.

    >>> parse_span("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    match = _SPAN.fullmatch(text)
    if not match:
        raise ValueError(f"“{text}” is not a date")
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        raise ValueError(f"There is no date {text}") from None
    if day:
        return first, first
    last_month = month or 12
    return first, date(first.year, last_month, calendar.monthrange(first.year, last_month)[1])


def parse_date_range(text: str, position: int) -> DateRange:
    """The range that stands after ``date:``; either end may be open.

    >>> str(parse_date_range("2022-02..", 0))
    'date:2022-02-01..'
    """
    before, dots, after = text.partition("..")
    try:
        since = parse_span(before)[0] if before else None
        until = parse_span(after if dots else before)[1] if after or not dots else None
    except ValueError as error:
        raise QuerySyntaxError(str(error), position, _HINT) from None
    if since is None and until is None:
        raise QuerySyntaxError("A date range without a date", position, _HINT)
    if since and until and since > until:
        raise QuerySyntaxError(
            f"The range ends before it begins: {since} is after {until}", position, "swap its ends"
        )
    return DateRange(since, until)
