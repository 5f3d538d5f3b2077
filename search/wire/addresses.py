"""Addresses: the day that a page's address has, or the name of a file.

>>> find_url_day("https://x.test/2022/02/14/a"), find_url_month("https://x.test/2022/02/a")
(datetime.date(2022, 2, 14), (2022, 2))
"""

import datetime as dt
import re

from .months import make_date, name_month

_DAY = r"((?:19|20)\d\d)[/_{0}-]?([01]\d)[/_{0}-]?([0-3]\d)"
# "/2022/02/14/" "/2022-02-14-" "20220214" "/2022/2/14/" "/2022/feb/14/"
_URL_DAY = re.compile(rf"(?<!\d){_DAY.format('')}(?!\d)")
_URL_PARTS = re.compile(r"/((?:19|20)\d\d)/(\d{1,2}|[a-z]{3,9})/(\d{1,2})(?=/|\Z)", re.IGNORECASE)
# "/2022/02/rain"
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)/([01]\d)/(?!\d{1,2}(?:/|\Z))")
# "2022.02.14" too, and "20220214093000"
_TIME = r"[0-2]\d[0-5]\d(?:[0-5]\d)?(?!\d)"
_NAME_DAY = re.compile(rf"(?<!\d){_DAY.format('.')}(?:(?!\d)|(?={_TIME}))")
_FOLDER_DAY = re.compile(rf"/{_DAY.format('.')}(?=/)")


def find_url_day(url: str | None) -> dt.date | None:
    """The day in an address ("/2022/02/14/"), None where it has none."""
    if match := _URL_DAY.search(url or ""):
        return make_date(int(match[1]), int(match[2]), int(match[3]))
    match = _URL_PARTS.search(url or "")
    if match is None:
        return None
    month = int(match[2]) if match[2].isdigit() else name_month(match[2]) or 0
    return make_date(int(match[1]), month, int(match[3]))


def find_url_month(url: str | None) -> tuple[int, int] | None:
    """The year and month of an address that has no day ("/2022/02/rain"), None without."""
    match = _URL_MONTH.search(url or "")
    return (int(match[1]), int(match[2])) if match and find_url_day(url) is None else None


def find_name_day(name: str) -> dt.date | None:
    """The day in a file's name ("AAP_20220214.0099") or, as a whole, of its folders
    ("wire/2022/02/14/rain.txt"); None where there is none."""
    folders, _, own = name.rpartition("/")
    matches = [*_FOLDER_DAY.finditer(f"/{folders}/"), *_NAME_DAY.finditer(own)]
    days = [make_date(*(int(part) for part in match.groups() if part)) for match in matches]
    return next((day for day in reversed(days) if day), None)
