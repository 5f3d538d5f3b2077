"""Weekday: on which day of the week a story says that it happened, or that it was told.

>>> find_day_name("Rain fell on Monday."), find_day_of_report("Rain fell, Ana Ek said Tuesday.")
(0, 1)
"""

import re

from .months import WEEKDAYS, find_weekday
from .told import looks_ahead

# the copy of a night is the next day's; so may "Tuesday's low" be another's
_WEEKDAY = re.compile(
    rf"\b(?:{'|'.join(WEEKDAYS)})\b(?!['’-]|\s(?:night|evening)\b)", re.IGNORECASE
)
# "next Monday", "since Sunday", "by Tuesday": another day's name
_OTHER_DAY = re.compile(
    r"\b(?:next|last|since|by|until|every|each|coming|previous|following|before|late)\s+$",
    re.I,
)
_BLANK_LINE = re.compile(r"\n[ \t]*\n|\n {3,}")
_READ = 4000  # characters of a first paragraph
_SAID = r"said | says | told (?: \s [\w.]+ ){1,4} | announced | reported | stated"
# what is done on the day that is told of, as a story's first sentence has it
_DONE = rf"""(?: {_SAID} | warned | urged
    | vowed | confirmed | denied | rejected | accused | declared | added | called | insisted
    | admitted | pledged | condemned | welcomed | claimed | revealed | rose | fell
    | closed | opened | ended | gained | lost | slipped | dropped | climbed | met | arrived
    | left )"""
# "said Tuesday" "said here on Tuesday" "told AFP Tuesday" "Tuesday said"
_REPORT = re.compile(
    rf"""
    \b (?: {_DONE} (?: \s here | \s in \s [A-Z]\w+ )? ,? \s (?: late \s | early \s )? (?: on \s )?
          (?P<after> \w+day ) (?! ['’\w-] | \s (?: night | evening ) \b )
      | (?P<before> \w+day ) \s {_DONE} \b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SAYS = re.compile(_SAID, re.VERBOSE | re.IGNORECASE)


def find_day_name(text: str) -> int | None:
    """The weekday (0 is Monday) that the first paragraph names. None: it names none, or more than
    one, or looks ahead to it."""
    lede = _first_paragraph(text)
    days = list(_WEEKDAY.finditer(lede))
    if any(looks_ahead(lede, match) for match in days):
        return None
    named = {find_weekday(match.group()) for match in days if not _is_other_day(lede, match)}
    return named.pop() if len(named) == 1 else None


def find_day_of_report(text: str) -> int | None:
    """The weekday on which what the first paragraph tells was said or done: "he said Tuesday".
    None: it says so of none, or names another as well."""
    named = find_day_name(text)
    return named if find_days_of_reports(_first_paragraph(text)) == {named} else None


def find_day_told(text: str) -> int | None:
    """The weekday that the first paragraph names; of several, or beside one that it looks ahead
    to, that on which it was said ("killed on Sunday, police said Monday"). None: it tells none."""
    named = find_day_name(text)
    if named is not None:
        return named
    reports = _REPORT.finditer(_first_paragraph(text))
    told = {
        find_weekday(match["after"] or match["before"])
        for match in reports
        if _SAYS.search(match[0])
    }
    return told.pop() if len(told) == 1 else None


def find_days_of_reports(text: str) -> set[int | None]:
    """The weekdays of all reports in a text."""
    matches = _REPORT.finditer(text[:_READ])
    return {find_weekday(match["after"] or match["before"]) for match in matches}


def _first_paragraph(text: str) -> str:
    return _BLANK_LINE.split(text[:_READ].lstrip(), maxsplit=1)[0]


def _is_other_day(lede: str, match: re.Match[str]) -> bool:
    return bool(_OTHER_DAY.search(lede[max(0, match.start() - 12) : match.start()]))
