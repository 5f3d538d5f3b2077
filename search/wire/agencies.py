"""Agencies: which news agency a credit names; a mention in running text is no credit.

>>> find_agency("Xinhua"), find_agency("ap"), find_agency("Reuter"), find_agency("Ivanov")
('Xinhua', 'AP', 'Reuters', None)
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from .alternatives import any_of
from .newswires import NEWSWIRES


class Agency(NamedTuple):
    """A news agency: its canonical name, home country (ISO), sites, and other names as printed."""

    name: str
    country: str
    sites: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All names, as printed."""
        return (self.name, *self.printed)


_KEPT = 10_000  # credits that are looked up once
_SHORTEST_SLIP = 6  # letters of a name that is known with one letter wrong
_LONGEST_LINE = 160  # characters of a line that credits an agency

_PARTS = re.compile(r"[/,;]|\s(?:and|via)\s|\s?[-–]\s|(?<=\w)-(?=[A-Z])")  # "AP/AFP" "AFP-Jiji"
# "-0-" "###" "ENDS", and the initials of a desk: "as/bo"
_END_MARK = re.compile(
    r"\W{0,4}(?i:0|30|ends?|nnnn|enditem)?\W{0,4}|[a-z]{1,4}(?:/[a-z]{1,4}){1,4}"
)
# " Reuter" "(AFP)" "/TASS/." "-- Bernama" "==Kyodo" "Source: Xinhua" "ENDS/AFP"
_CREDIT_LINE = re.compile(
    r"""
    (?: [-–—=/(\[]{1,2} \s* )? (?: (?i: source | ends? ) \s* [:/–-] \s* )?
    (?P<credit> \w [\w.'’ -]{1,40}? ) \s* [)\]/.]{0,3}
    """,
    re.VERBOSE,
)
# "WAM/Ana Silva/Bo Ek" "APP/as/bo" "AFP/Reuters"
_CREDIT_AND_DESK = re.compile(r"(?P<credit>[A-Z][\w-]{1,20}) ?(?:/ ?[\w.'’ -]{1,30}){1,4}")
# "(c) AFP" "© 2014 AFP" "Copyright 2014 by The Associated Press. All rights reserved."
# "© Thomson Reuters 2015 All rights reserved"
_COPYRIGHT = re.compile(
    r"""
    (?: (?: © | \(c\) | copyright ) \s* ){1,2}
    (?: \d{4} (?: \s?[-–]\s? \d{2,4} )? \s+ )? (?: by \s+ )?
    (?P<credit> \w [\w'’ -]{1,40}? ) (?: \s \d{4} )? (?: [.,;] .* | \s all \s rights .* )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "AP-NY-05-03-99 1205EDT" "AFP 031015 GMT MAY 15"
_STAMP = re.compile(r"(?P<credit>AP(?=-[A-Z]{2}-\d\d-\d\d-\d\d\b)|AFP(?= \d{6}\b)).*")
# at the end of the last paragraph: "It rose. (NAN)" "It rose. — AFP" "It rose. PTI AS BO" "../.VNA"
_LAST_WORDS = re.compile(
    r"""
    [.!?…"'”’)] (?: /\. )? \s*
    (?: (?: (?<! ["'”’]\s ) [-–—]{1,2} \s? | \( | /\s? )
        (?P<credit> \w [\w.'’ -]{1,30}? ) [)/]? [.]?
      | (?<=[\s/.]) (?P<bare> AP | [A-Z]{3,9} | Reuters? ) (?: \s [A-Z]{2,4} ){0,4} ) \Z
    """,
    re.VERBOSE,
)
_LONGEST_CREDIT = 50  # characters at the end of a paragraph
# "By Ana Silva, Associated Press Writer" "Ana Silva/AFP" "Bo Ek (dpa)" "Reuters Staff"
# "From AFP correspondents in Paris" "Source: Xinhua"
_BYLINE_PARTS = re.compile(
    r"[,;/|()\[\]\n•·]|\s(?:for|of|and|in|[-–—])\s|\b[Bb][Yy]:?\s|\b[Ff]rom\s|^[Ss]ource:\s?"
)
_ROLES = frozenset(
    """writer writers staff correspondent correspondents reporter reporters editor editors bureau
    photographer sports sport political business national foreign science medical special diplomatic
    economics senior chief news""".split()
)


def _read_row(line: str) -> Agency:
    name, country, sites, printed = (cell.strip() for cell in line.split("|"))
    others = tuple(other.strip() for other in printed.split(",") if other.strip())
    return Agency(name, country, tuple(sites.split()), others)


AGENCIES = tuple(map(_read_row, NEWSWIRES.splitlines()))


_WORDS = {name for agency in AGENCIES for name in agency.names if name.isalpha()}
WIRE_NAME = any_of(_WORDS | {word.upper() for word in _WORDS})


@cache
def _by_name() -> dict[str, tuple[Agency, ...]]:
    """The agencies that print each name, folded; several share some initials."""
    found: dict[str, tuple[Agency, ...]] = {}
    for agency in AGENCIES:
        for key in {name.casefold() for name in agency.names}:
            found[key] = (*found.get(key, ()), agency)
    return found


@cache
def _as_printed() -> frozenset[str]:
    """Every name in the letters that agencies print it in."""
    names = {name for agency in AGENCIES for name in agency.names}
    return frozenset(names | {name.upper() for name in names} | {"reuter"})


@cache
def _by_site() -> dict[str, str]:
    return {site: agency.name for agency in AGENCIES for site in agency.sites}


def _is_slip(word: str, name: str) -> bool:
    """Whether ``word`` is ``name`` with one letter left out at its end or two changed places."""
    if len(name) < _SHORTEST_SLIP or not 0 <= len(name) - len(word) <= 1:
        return False
    return name.startswith(word) or (sorted(word) == sorted(name) and word[0] == name[0])


def _bare(credit: str) -> str:
    return " ".join(credit.split()).strip(" .,;:()/[]")


@lru_cache(maxsize=_KEPT)
def find_agency(credit: str, country: str | None = None) -> str | None:
    """The canonical name of the agency that a credit names; None where the table has none.

    Initials that agencies share ("APS") are the one's at home in ``country``, else they stay as
    printed. Slips of the keyboard in long names are read through: "Xinhu" is Xinhua.
    """
    bare = _bare(credit)
    word = bare.casefold()
    found = _by_name().get(word, ())
    if len(found) > 1:
        return next((agency.name for agency in found if agency.country == country), bare.upper())
    if not found and len(word) >= _SHORTEST_SLIP - 1:
        names = {
            one.name: one for name, own in _by_name().items() if _is_slip(word, name) for one in own
        }
        found = tuple(names.values()) if len(names) == 1 else ()
    return found[0].name if found else None


def find_known(credit: str, country: str | None = None) -> str | None:
    """The agency of a credit, the first of several ("AP/AFP"); None where the table has none."""
    whole = find_agency(credit, country)
    parts = _PARTS.split(credit) if whole is None else ()
    names = (name for part in parts if (name := find_agency(_without_person(part), country)))
    return whole or next(names, None)


def _without_person(credit: str) -> str:
    """ "TASS Correspondent Ana Silva" is TASS's."""
    agency, _, rest = credit.strip().partition(" ")
    is_role = rest.split(" ")[0].casefold() in _ROLES
    return agency if is_role and is_printed(agency) else credit


def is_printed(credit: str) -> bool:
    """Whether this is an agency's name in the letters that agencies print it in."""
    return _bare(credit) in _as_printed()


def find_credit(credit: str, country: str | None = None) -> str | None:
    """The agency in a dateline's brackets: its canonical name, or what is printed where the
    table does not know it."""
    return find_known(credit, country) or " ".join(credit.split()).strip(" .,") or None


def find_trailer(body: str, country: str | None = None) -> str | None:
    """The agency that the last line of a story credits, alone on its line or behind its last full
    stop; None: there is none. Marks of the end ("-0-", "ENDS") may stand under it. Initials that
    agencies share are the one's at home in ``country``."""
    lines = [line.strip() for line in body[-2 * _LONGEST_LINE :].rstrip().split("\n")]
    while lines and _END_MARK.fullmatch(lines[-1]):
        lines.pop()
    if not lines:
        return None
    last = lines[-1]
    if len(last) <= _LONGEST_LINE:
        for pattern in (_CREDIT_LINE, _CREDIT_AND_DESK, _COPYRIGHT, _STAMP):
            match = pattern.fullmatch(last)
            if match and is_printed(match["credit"]):
                return find_agency(match["credit"], country)
    match = _LAST_WORDS.search(last, max(0, len(last) - _LONGEST_CREDIT))
    credit = (match["credit"] or match["bare"]) if match else ""
    return find_agency(credit, country) if is_printed(credit) else None


def find_byline_agency(byline: str | None) -> str | None:
    """The agency that a byline names beside the author or in place of one; None: there is none.

    >>> find_byline_agency("By Ana Silva, Associated Press Writer")
    'AP'
    """
    for part in _BYLINE_PARTS.split((byline or "")[:_LONGEST_LINE]):
        for name in (_bare(part), _without_role(part)):
            if name in _as_printed():
                return find_agency(name)
    return None


def _without_role(credit: str) -> str:
    words = credit.split()
    while words and words[-1].casefold() in _ROLES:
        words.pop()
    return " ".join(words)


def find_agency_of_site(url: str | None) -> str | None:
    """The agency whose own site this page stands on."""
    try:
        host = (urlsplit(url or "").hostname or "").split(".")
    except ValueError:
        return None
    sites = _by_site()
    return next((sites[s] for i in range(len(host)) if (s := ".".join(host[i:])) in sites), None)
