"""Terms: in which years those who hold office in a story held it.

A story that says "President Kim Young-sam said" was written while he was president, and a printed
day falls on the weekday that the story names in one year of seven. Who held office before, or in
a sentence that tells of a year, proves nothing.

>>> [(str(first), str(last)) for first, last in find_terms("Pope Benedict XVI arrived.")[0]]
[('2005-04-01', '2013-02-28')]
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..text import slug
from .offices import OFFICES

Span = tuple[dt.date, dt.date]  # the first day and the last
Terms = tuple[Span, ...]  # of one person in one office

# titles that are one office's
_OTHER_TITLES = {
    "premier": "prime minister",
    "secretary of defense": "defense secretary",
    "defence secretary": "defense secretary",
}
# how the titles end: to look for these is much quicker than for any of the titles
_ENDS = tuple(
    f"{end} "
    for end in """resident inister remier hancellor tate efense efence ecretary eneral irector
    hairman Pope pope King king""".split()
)
_TITLE = re.compile(
    r"""
    (?<![\w-]) (?: vice [ -] president | president | prime [ ] minister | premier | chancellor
      | secretary [ ] of [ ] (?: state | defense )
      | (?: defen[cs]e | treasury | foreign ) [ ] secretary | foreign [ ] minister
      | (?: secretary | director ) [ -] general | managing [ ] director
      | chairman | pope | king ) [ ] \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST_TITLE = 22  # characters
# "George W. Bush's" "Luiz Inacio Lula da Silva"
_NAME = re.compile(
    r"""
    [A-Z][\w.'’-]*
    (?: \s (?: [A-Z][\w.'’-]* | de | da | der | la | al-\w+ | el-\w+ | arap | von ) ){0,4}
    """,
    re.VERBOSE,
)
# before a title: "former US ", "under ", "death of ", "deputy "
_NO_LONGER = re.compile(
    r"""
    \b (?: former | ex | then | late | future | slain | deposed | ousted | toppled | exiled | jailed
      | executed | assassinated | one-?time | under | since | during | succeed \w* | replac \w*
      | predecessors? | (?: death | funeral | murder | killing | assassination | days ) \s of )
    [\s,-]+ (?: [\w.-]+ \s ){0,3} $
    | \b (?: deputy | vice | assistant | acting ) [\s-] $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BEFORE = 48  # characters before a title that tell of its past
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_STOP = re.compile(r"[.!?]\s|\n")
_SENTENCE = 300  # characters of it that are looked at on either side


@cache
def _terms() -> dict[tuple[str, str], Terms]:
    """The terms of each title's holders, by title and slug of the name."""
    found = {}
    for row in OFFICES.splitlines():
        title, _, holders = row.partition(": ")
        for holder in holders.split("; "):
            names, spans = _read_holder(holder)
            found.update({(_office(title), slug(name)): spans for name in names})
    return found


def _read_holder(holder: str) -> tuple[list[str], Terms]:
    words = holder.split(" ")
    terms = [word for word in words if "/" in word]
    names = " ".join(words[: len(words) - len(terms)]).split("=")
    return names, tuple(_read_term(term) for term in terms)


def _read_term(term: str) -> Span:
    """ "2001-01/2009-01" from its first day to its last; a term without an end has none."""
    first, last = term.split("/")
    start = dt.date.fromisoformat(f"{first}-01")
    if last == "-":
        return start, dt.date.max
    year, month = map(int, last.split("-"))
    return start, dt.date(year, month, calendar.monthrange(year, month)[1])


def _office(title: str) -> str:
    plain = " ".join(title.casefold().replace("-", " ").split())
    return _OTHER_TITLES.get(plain, plain)


class Mention(NamedTuple):
    """A title before a name, where they stand, and what is looked up of them."""

    start: int
    end: int
    title: str
    name: str


def find_terms(text: str) -> list[Terms]:
    """The terms of everyone in the text who holds an office of the table, each person once."""
    found: dict[tuple[str, str], Terms] = {}
    for mention in sorted(_find_mentions(text)):
        key = _find_holder(mention)
        if key and key not in found and _is_current(text, mention):
            found[key] = _terms()[key]
    return list(found.values())


def _find_mentions(text: str) -> Iterator[Mention]:
    for ending in _ENDS:
        at = text.find(ending)
        while at >= 0:
            end = at + len(ending)
            if text[end : end + 1].isupper():
                title = _TITLE.search(text, max(0, end - _LONGEST_TITLE), end)
                name = _NAME.match(text, end)
                if title and name:
                    yield Mention(title.start(), name.end(), title.group(), name.group())
            at = text.find(ending, end)


def _find_holder(mention: Mention) -> tuple[str, str] | None:
    """The office and the holder that a mention names, by as many of its words as are the name."""
    office, words = _office(mention.title), mention.name.split()
    keys = ((office, slug(" ".join(words[:count]))) for count in range(len(words), 0, -1))
    return next((key for key in keys if key in _terms()), None)


def _is_current(text: str, mention: Mention) -> bool:
    """Whether nothing about a mention tells of another time than the story's."""
    start, end = mention.start, mention.end
    if _NO_LONGER.search(text[max(0, start - _BEFORE) : start]):
        return False
    before = _STOP.split(text[max(0, start - _SENTENCE) : start])[-1]
    after = _STOP.split(text[end : end + _SENTENCE])[0]
    return not _YEAR.search(before + after)


def is_in_office(day: dt.date, terms: list[Terms]) -> bool:
    """Whether everyone held their office on this day."""
    return all(any(first <= day <= last for first, last in spans) for spans in terms)
