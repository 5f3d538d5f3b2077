"""Told: the dates and the years that a story tells of, and those that it looks ahead to."""

import datetime as dt
import re

from .months import MONTH_WORD, find_month, make_date

# "December 17, " "17 Dec. " "17th of December, " before a year
_DAY = re.compile(
    rf"""
    (?<!\w) (?:
        (?P<month> {MONTH_WORD} ) \s+ (?P<day> \d{{1,2}} ) (?: st|nd|rd|th )? \s* ,? \s+
      | (?P<day2> \d{{1,2}} ) (?: st|nd|rd|th )? \s+ (?: of \s+ )?
        (?P<month2> {MONTH_WORD} ) ,? \s+ ) \Z
    """,
    re.VERBOSE,
)
_LONGEST_DAY = 32  # characters
_YEAR = re.compile(r"(?:1[89]|20)\d\d(?!\w)")
# before a date that is neither news nor plan: "born on", "runs until", "by"
_NO_NEWS = re.compile(
    r"\b(?:born|birth|dob|until|till|expire[sd]?|through)\b[^.]{0,40}$|\bby\s+$", re.IGNORECASE
)
_AHEAD_WORDS = re.compile(
    r"\b(?:will|would|due|scheduled|planned|plans|set for|slated)\b", re.IGNORECASE
)
# before a weekday: what is to be on that day
_PLAN = re.compile(
    rf"{_AHEAD_WORDS.pattern}|\b(?:expected|set|(?:is|are|to) (?:to|be)|hopes?|may|likely|upcoming"
    r"|flies|begins?|starts?|eve)\b",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"(?<![\w.,$-])(?:19|20)\d\d(?![\w%]|[.,]\d)")  # no sum, no share
_SENTENCE_END = re.compile(r"[.!?]\s|\n\s*\n")


def find_full_dates(text: str) -> tuple[list[dt.date], list[dt.date]]:
    """The dates that a text gives with day, month and year: those it tells of, and those it
    looks ahead to. Births and deadlines are in neither."""
    told: list[dt.date] = []
    ahead: list[dt.date] = []
    for year in _YEAR.finditer(text):
        match = _DAY.search(text, max(0, year.start() - _LONGEST_DAY), year.start())
        date = match and _read_date(match, int(year.group()))
        lead = _lead(text, match) if match else ""
        if date and not _NO_NEWS.search(lead):
            (ahead if _AHEAD_WORDS.search(lead) else told).append(date)
    return told, ahead


def _read_date(match: re.Match[str], year: int) -> dt.date | None:
    month = find_month(match["month"] or match["month2"])
    return make_date(year, month or 0, int(match["day"] or match["day2"]))


def last_year_told(text: str) -> int:
    """The latest year that a text names and does not look ahead to; 0 where it names none."""
    years = (
        match
        for year in _YEAR.finditer(text)
        if (match := _PLAIN.match(text, year.start()))
        and not _AHEAD_WORDS.search(_lead(text, match))
        and not _NO_NEWS.search(_lead(text, match))
    )
    return max((int(match.group()) for match in years), default=0)


def looks_ahead(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence says before this day that it is yet to come."""
    return bool(_PLAN.search(_lead(text, match)))


def _lead(text: str, match: re.Match[str]) -> str:
    """What a sentence says before a date."""
    return _SENTENCE_END.split(text[max(0, match.start() - 70) : match.start()])[-1]
