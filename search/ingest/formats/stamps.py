"""Moments and numbers as the wire's markup writes them."""

import datetime as dt
import re

from ..encoding import one_line
from ..page.moments import read_moment

# "20131020T192751+1100", "20140829T135002Z", "20020226", "20151014043001"
_COMPACT = re.compile(
    r"""
    (?P<year> \d{4} ) (?P<month> \d\d ) (?P<day> \d\d )
    (?: T? (?P<hour> \d\d ) (?P<minute> \d\d ) (?P<second> \d\d )? (?: [.,] \d{1,9} )?
        (?P<zone> Z | [+-] \d\d :? \d\d )? )?
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(r"\D{0,3}(\d{1,9})")


def read_stamp(text: str | None) -> dt.datetime | None:
    """The moment of a time stamp, in its zone where it gives one; None where it is none.

    >>> read_stamp("20131020T192751+1100").isoformat()
    '2013-10-20T19:27:51+11:00'
    """
    plain = one_line(text)
    match = _COMPACT.fullmatch(plain)
    if match is None:
        return read_moment(plain)
    day = f"{match['year']}-{match['month']}-{match['day']}"
    if match["hour"] is None:
        return read_moment(day)
    clock = f"{match['hour']}:{match['minute']}:{match['second'] or '00'}"
    return read_moment(f"{day}T{clock}{match['zone'] or ''}")


def read_number(text: str | None) -> int | None:
    """The whole number that a version or an urgency is; None where it is none.

    >>> read_number("11"), read_number("v.3"), read_number("soon")
    (11, 3, None)
    """
    match = _NUMBER.match(one_line(text))
    return int(match[1]) if match else None


def read_urgency(text: str | None) -> int | None:
    """An urgency from 1, the highest, to 9; None for what is none (0 says that none was given)."""
    number = read_number(text)
    return number if number and number <= 9 else None
