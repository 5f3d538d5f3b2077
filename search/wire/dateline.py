"""Dateline: where and when a story says it was written, and for which agency.

>>> line = find_dateline("LISBON, March 3, 2004 (AFP) -- Rain fell.")
>>> line.text, line.place, line.country, str(line.date)
('LISBON, March 3, 2004 (AFP) --', 'Lisbon', 'PT', '2004-03-03')
"""

import re

from ..article import Dateline
from .months import make_date
from .opening import Opening, read_opening
from .places import find_country, is_known, is_town, read_place

_PARAGRAPHS = 4  # how many a byline, an editor's note and the like may put before it
_LONGEST = 4000  # characters of a paragraph before it
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
# "NEW DELHI: The rain" as papers of South Asia and the Gulf open a story, and not "Q: How"
_COLON = re.compile(
    r"""(?P<place> [A-Z][A-Z.'’/ -]{2,40} ) : [ ]+
        (?= ["“‘']? (?: [A-Z][\w'’]*[a-z] | [AI][ ] ) )""",
    re.VERBOSE,
)
_SPEAKER = re.compile(r"\n[A-Z][A-Z.'’ -]{0,40}: ")  # of a transcript
# where papers do so with any town, and not only with those that are known everywhere
_WITH_COLONS = frozenset("IN PK BD NP LK AE SA KW QA BH OM MY PH SG".split())
_LEDE = 80  # characters that a paragraph has at least, and no headline
_READ = 4000  # characters behind it that are searched for speakers


def find_dateline(text: str) -> Dateline | None:
    """The dateline that opens the text or one of its first paragraphs, its date only where the
    year is printed. None: the text has no dateline."""
    opening = find_opening(text)
    if opening is None:
        return None
    day = opening.day
    is_whole = day is not None and not day.in_figures
    date = make_date(day.year, day.month, day.day) if day and day.year and is_whole else None
    place = read_place(opening.place) if opening.place else None
    return Dateline(
        text=opening.text,
        start=opening.start,
        end=opening.end,
        place=place and place.name,
        country=place and place.country,
        date=date,
        is_certain=date is not None,
        method="printed" if date else None,
    )


def opens_with_dateline(paragraph: str) -> bool:
    """Whether a story's body starts here."""
    return read_opening(paragraph) is not None


def find_opening(text: str) -> Opening | None:
    """The dateline at the head of one of the first paragraphs; None where there is none."""
    start = 0
    for _ in range(_PARAGRAPHS):
        found = read_opening(text, start) or _read_colon(text, start)
        if found:
            return found
        gap = _PARAGRAPH.search(text, start, start + _LONGEST)
        if not gap:
            return None
        start = gap.end()
    return None


def _read_colon(text: str, start: int) -> Opening | None:
    """A town in capitals and a colon before running text; None in a transcript of speech."""
    match = _COLON.match(text, start)
    if match is None or "\n" in text[start : start + _LEDE] or len(text) < start + _LEDE:
        return None
    place = match["place"].strip()
    if not all(map(_opens_with_colon, place.split("/"))) or _SPEAKER.search(
        text, start, start + _READ
    ):
        return None
    return Opening(f"{match['place']}:", start, match.end("place") + 1, place, None, None)


def _opens_with_colon(town: str) -> bool:
    return is_town(town) and (is_known(town) or find_country(town) in _WITH_COLONS)
