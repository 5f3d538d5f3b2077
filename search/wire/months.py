"""Calendar: the names of months and weekdays as the wire prints them.

>>> find_month("Sept."), find_month("Narch"), find_month("juil"), find_month("Office")
(9, 3, 7, None)
"""

import calendar
import datetime as dt
import re
from functools import cache, lru_cache

from ..text import fold

# English first, then as other languages' desks print them
_MONTHS = (
    """january jan janvier janv enero ene januar jaenner gennaio gen janeiro januari ocak stycznia
    ianuarie""",
    """february feb fevrier fev fevr febrero februar febbraio fevereiro februari subat lutego
    februarie pebruari""",
    "march mar mars marzo marz maerz mrz marco maret mart maart mrt marca martie",
    "april apr avril avr abril abr aprile nisan kwietnia aprilie",
    "may mai mayo maggio mag maio mei mayis maja",
    "june jun juin junio juni giugno giu junho haziran czerwca iunie",
    "july jul juil juillet julio juli luglio lug julho temmuz lipca iulie",
    "august aug aout agosto ago augustus agustus agustos sierpnia",
    """september sept sep septembre septiembre setiembre settembre setembro set eylul wrzesnia
    septembrie""",
    """october oct octobre octubre oktober okt ottobre ott outubro out ekim pazdziernika
    octombrie""",
    "november nov novembre noviembre novembro kasim listopada noiembrie nopember",
    """december dec decembre diciembre dic dezember dez dicembre dezembro desember des aralik
    grudnia decembrie""",
)
# in languages whose months the wire prints in no dateline that is read here; no name that two
# months share: "listopada" is October in Zagreb and November in Warsaw
_FOREIGN = (
    "gener jän ledna januar января янв січня січ януари ιανουαριου tammikuuta",
    "febrer unora февраля фев февр лютого лют февруари φεβρουαριου helmikuuta",
    "brezna marcius mart марта мар березня бер март μαρτιου maaliskuuta",
    "dubna aprilis апреля апр квітня квіт април απριλιου huhtikuuta",
    "maig maj kvetna majus мая травня трав май μαιου toukokuuta",
    "juny cervna junius июня июн червня черв юни ιουνιου kesakuuta",
    "juliol cervence julius июля июл липня лип юли ιουλιου heinakuuta",
    "agost srpna augusti augusztus avgust августа авг серпня серп август αυγουστου elokuuta",
    """setembre zari szeptember septembar сентября сен сент вересня вер септември σεπτεμβριου
    syyskuuta""",
    "rijna oktobar октября окт жовтня жовт октомври οκτωβριου lokakuuta",
    "listopadu novembar ноября ноя нояб листопада лист ноември νοεμβριου marraskuuta",
    "prosince decembar декабря дек грудня груд декември δεκεμβριου joulukuuta",
)
WEEKDAYS = tuple(day.casefold() for day in calendar.day_name)
# "March" "Sept." but not "may" the verb: for running text
MONTH_WORD = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
# "Monday" "Thurs." "Fri," "Fri Sep 26" of a dateline
DAY_NAME = (
    r"(?i: (?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r" | (?:mon|tues?|wed|thu|thurs?|fri|sat|sun) (?: \. | (?=,) | (?= \s (?: \d"
    r" | jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec )) ) )"
)
_SHORT = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_LETTERS = re.compile(r"[^a-z]")
_KEPT = 10_000  # words that are looked up once


@cache
def _months() -> dict[str, int]:
    return {name: n for n, names in enumerate(_MONTHS, 1) for name in names.split()}


@lru_cache(maxsize=_KEPT)
def find_month(word: str) -> int | None:
    """The month (1 to 12) that a word names, read through one slip of the keyboard."""
    plain = _LETTERS.sub("", fold(word))
    return _months().get(plain) or (_mistyped(plain) if 2 < len(plain) < 10 else None)


@lru_cache(maxsize=_KEPT)
def name_month(word: str) -> int | None:
    """The month (1 to 12) that a word is the name of, as it is spelt, in any script."""
    return _all_months().get(fold(word))


@cache
def _all_months() -> dict[str, int]:
    foreign = {fold(name): n for n, names in enumerate(_FOREIGN, 1) for name in names.split()}
    return _months() | foreign


@cache
def _swapped() -> dict[str, int]:
    """English months cut short with two letters that changed places: "Setp", "Fbe"."""
    short = [(name, n) for name, n in _months().items() if name in _SHORT]
    slips = {
        name[:i] + name[i + 1] + name[i] + name[i + 2 :]: n
        for name, n in short
        for i in range(len(name) - 1)
    }
    return {slip: n for slip, n in slips.items() if slip not in _months()}


def _mistyped(word: str) -> int | None:
    if len(word) < 5 and word in _swapped():
        return _swapped()[word]
    if len(word) < 4:
        return None
    names = _MONTHS[0].split()[:1] + [row.split()[0] for row in _MONTHS[1:]]
    near = [n for n, name in enumerate(names, 1) if len(name) > 3 and _is_one_slip(word, name)]
    return near[0] if len(near) == 1 else None


def _is_one_slip(a: str, b: str) -> bool:
    """Whether one letter more, fewer, changed, or two changed places make ``b`` of ``a``."""
    short = min(len(a), len(b))
    head = next((i for i in range(short) if a[i] != b[i]), short)
    tail = next((i for i in range(short - head) if a[-1 - i] != b[-1 - i]), short - head)
    left, right = a[head : len(a) - tail], b[head : len(b) - tail]
    return max(len(left), len(right)) <= 1 or (len(left) == len(right) == 2 and left == right[::-1])


def find_weekday(word: str) -> int | None:
    """The weekday (0 is Monday) that an English word names, also cut short ("Mon.")."""
    plain = _LETTERS.sub("", word.casefold())
    return next(
        (i for i, day in enumerate(WEEKDAYS) if len(plain) > 2 and day.startswith(plain)), None
    )


def make_date(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None where there is no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
