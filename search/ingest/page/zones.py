"""Zones as newsrooms print them behind a time: an offset, a zone's name, a country's own time."""

import datetime as dt
import re
from functools import cache
from zoneinfo import ZoneInfo

# hours from UTC of names that say which season's clock is meant; no name that two zones share, but
# where newsrooms mean America's ("CST"). India, Ireland and Israel share "IST"
_HOURS = {"utc": 0, "gmt": 0, "z": 0, "bst": 1, "wet": 0, "west": 1, "cet": 1, "cest": 2, "eet": 2,
          "eest": 3, "msk": 3, "sast": 2, "jst": 9, "kst": 9, "hkt": 8, "sgt": 8, "aest": 10,
          "aedt": 11, "nzst": 12, "nzdt": 13, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7,
          "mdt": -6, "pst": -8, "pdt": -7}  # fmt: skip
# names that do not say: the clock of the place on that day
_PLACES = {
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
    "uk": "Europe/London",
}
# "+03:00", "+0300", "-05", "+3", behind "GMT" or "UTC" or alone
_OFFSET = re.compile(r"(?:GMT|UTC)?([+-])(\d{1,2})(?::?(\d{2}))?", re.IGNORECASE)
_MOST = dt.timedelta(hours=14)


def in_zone(moment: dt.datetime, zone: str | None) -> dt.datetime:
    """A moment as printed, in the zone printed behind it; as it is where that is none or unknown.

    >>> in_zone(dt.datetime(2024, 7, 6, 20, 30), "ET").isoformat()
    '2024-07-06T20:30:00-04:00'
    """
    offset = _read_offset(moment, zone) if zone else None
    return moment if offset is None else moment.replace(tzinfo=dt.timezone(offset))


def _read_offset(moment: dt.datetime, zone: str) -> dt.timedelta | None:
    if match := _OFFSET.fullmatch(zone):
        ahead = dt.timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        return None if ahead > _MOST else ahead if match[1] == "+" else -ahead
    name = zone.casefold()
    if name in _PLACES:
        return _place(_PLACES[name]).utcoffset(moment)
    return dt.timedelta(hours=_HOURS[name]) if name in _HOURS else None


@cache
def _place(name: str) -> ZoneInfo:
    return ZoneInfo(name)
