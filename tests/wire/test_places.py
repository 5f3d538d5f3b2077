"""Places: how they are shown and where they lie; unknown stays unknown."""

import pytest

from search.wire.places import is_place, is_region, is_town, read_place


@pytest.mark.parametrize(
    ("printed", "name", "country"),
    [
        ("MOSCOW", "Moscow", "RU"),
        ("ST. LOUIS", "St. Louis", "US"),
        ("WASHINGTON D.C.", "Washington D.C.", "US"),  # what abbreviates stays
        ("MOSCOW.", "Moscow", "RU"),  # a stop that ends the place does not
        ("KUALA LUMPUR", "Kuala Lumpur", "MY"),
        ("RIO DE JANEIRO", "Rio de Janeiro", "BR"),  # the small word stays small
        ("THE HAGUE", "The Hague", "NL"),  # but not in front
        ("PORT-AU-PRINCE", "Port-au-Prince", "HT"),
        ("LA CROSSE, Wis.", "La Crosse, Wis.", "US"),
        ("EDISON, N.J.", "Edison, N.J.", "US"),  # initials keep their capitals
        ("MINNEAPOLIS, MINN.", "Minneapolis, Minn.", "US"),
        ("MOSCOW, Idaho", "Moscow, Idaho", "US"),  # the state decides
        ("MEXICO\nCITY", "Mexico City", "MX"),
        ("UNITED NATIONS", "United Nations", "US"),
        ("LENINGRAD", "Leningrad", "RU"),  # under its old name
        ("SAIGON", "Saigon", "VN"),
        ("TITOGRAD", "Titograd", "ME"),
        ("ELISABETHVILLE, Congo-Kinshasa", "Elisabethville, Congo-Kinshasa", "CD"),
        ("Nikosia", "Nikosia", "CY"),  # in the agency's own language
        ("Roma", "Roma", "IT"),
        ("COLOMBO", "Colombo", "LK"),  # a capital stands alone, though Brazil has one too
        ("WELLINGTON", "Wellington", "NZ"),
        ("RICHMOND, VA", "Richmond, VA", "US"),  # the post's letters stay capitals
        ("RICHMOND, VA.", "Richmond, Va.", "US"),  # the AP's do not
        ("LONDON, UK", "London, UK", "GB"),
        ("BIRMINGHAM, Alabama", "Birmingham, Alabama", "US"),
        ("ATLANTA, Georgia", "Atlanta, Georgia", "US"),  # the state has the town
        ("TBILISI, Georgia", "Tbilisi, Georgia", "GE"),  # the country has it
        ("GEORGIA", "Georgia", None),  # either
        ("BIRMINGHAM", "Birmingham", None),  # two large towns
        ("HYDERABAD", "Hyderabad", None),
        ("VICTORIA", "Victoria", None),
        ("PERU", "Peru", "PE"),  # the country before the towns called after it
        ("NEAR KIRKUK", "Near Kirkuk", "IQ"),
        ("ABOARD USS NIMITZ", "Aboard USS Nimitz", None),  # a ship is nowhere for certain
        ("ABOARD A U.S. SHIP", "Aboard a U.S. Ship", None),
        ("N'DJAMENA", "N'Djamena", "TD"),  # capitals inside a word
        ("ABIDJAN, COTE D'IVOIRE", "Abidjan, Cote d'Ivoire", "CI"),
        ("MCALLEN, Texas", "McAllen, Texas", "US"),
        ("XI'AN", "Xi'an", "CN"),
        ("WASHINGTON D.C./LONDON", "Washington D.C./London", None),
        ("MADRID/BARCELONA", "Madrid/Barcelona", "ES"),  # two towns of one country
        ("GENEVA/KYIV", "Geneva/Kyiv", None),  # of two countries
        ("BEIRUT/THE HAGUE", "Beirut/The Hague", None),  # each is a name of its own
        ("BELGRADE", "Belgrade", "RS"),  # the gazetteer has states that are no more
        ("WILLEMSTAD", "Willemstad", "CW"),
        ("KIEV, U.S.S.R.", "Kiev, U.S.S.R.", "UA"),  # the town's own country, of those that parted
        ("KUIBYSHEV, U.S.S.R.", "Kuibyshev, U.S.S.R.", "RU"),
        ("SARAJEVO, Yugoslavia", "Sarajevo, Yugoslavia", "BA"),
        ("NOWHERESK, U.S.S.R.", "Nowheresk, U.S.S.R.", None),
        ("KINSHASA, Congo", "Kinshasa, Congo", "CD"),  # two countries are called so
        ("PANMUNJOM, Korea", "Panmunjom, Korea", "KR"),
        ("SRINAGAR, Kashmir", "Srinagar, Kashmir", "IN"),
        ("MUZAFFARABAD, Kashmir", "Muzaffarabad, Kashmir", "PK"),
        ("PERTH, WA", "Perth, WA", "AU"),  # a state of two countries
        ("SPOKANE, WA", "Spokane, WA", "US"),
        ("SAN JUAN, Puerto Rico", "San Juan, Puerto Rico", "PR"),  # it has a code of its own
        ("SAN JOSE", "San Jose", None),  # in California and in Costa Rica
        ("SAN JUAN", "San Juan", None),
        ("NEW BRUNSWICK", "New Brunswick", None),  # a province, and a town elsewhere
        ("UTRECHT, Netherlands", "Utrecht, Netherlands", "NL"),  # "The Netherlands"
        ("BANJUL, The Gambia", "Banjul, The Gambia", "GM"),
        ("OLD TOWN, Me.", "Old Town, Me.", "US"),
        ("LUXOR, southern Egypt", "Luxor, southern Egypt", "EG"),  # a part of it
        ("BELFAST, Northern Ireland", "Belfast, Northern Ireland", "GB"),  # and no part of Ireland
        ("GUANTANAMO BAY NAVAL BASE, Cuba", "Guantanamo Bay Naval Base, Cuba", "CU"),
        ("GUANTANAMO BAY", "Guantanamo Bay", "CU"),  # the same without its country
        ("CAMP LAKE, Kabul", "Camp Lake, Kabul", "AF"),  # a place in a town that is known
        ("BASRA", "Basra", "IQ"),  # the gazetteer has it by another name first
        ("GOMEL", "Gomel", "BY"),
        ("KWANGJU", "Kwangju", "KR"),  # as it was spelt
        ("FT. WORTH", "Ft. Worth", "US"),  # Fort
        ("DAVAO CITY", "Davao City", "PH"),
        ("LA PAZ", "La Paz", "BO"),  # alone it is the capital
        ("BALI", "Bali", "ID"),  # the island, and not a town in India
        ("Genf", "Genf", "CH"),
        ("La Habana", "La Habana", "CU"),
        (
            "DEIR AL-BALAH, Gaza Strip",
            "Deir al-Balah, Gaza Strip",
            "PS",
        ),  # small words between hyphens
        ("AL-TANF, Syria", "Al-Tanf, Syria", "SY"),  # but not in front
        ("ROSTOV-ON-DON", "Rostov-on-Don", "RU"),
        ("AIX-EN-PROVENCE", "Aix-en-Provence", "FR"),
        ("SHARM EL-SHEIKH", "Sharm el-Sheikh", "EG"),
        ("DAR ES SALAAM", "Dar es Salaam", "TZ"),
        ("SANTA CRUZ DE LA SIERRA", "Santa Cruz de la Sierra", "BO"),
        ("WEST DES MOINES, Iowa", "West Des Moines, Iowa", "US"),
        ("SPRINGFIELD, Nowhere", "Springfield, Nowhere", None),
        ("XYZZY", "Xyzzy", None),
    ],
)
def test_place_is_shown_and_found(printed: str, name: str, country: str | None) -> None:
    assert read_place(printed) == (name, country)


def test_words_that_are_places_and_regions() -> None:
    assert is_place("LISBON")
    assert is_region("Wis.")
    assert is_region("Portugal")
    assert not is_place("BREAKING")
    assert not is_place("MASS")  # a state only after a town
    assert is_region("Mass")
    assert not is_region("AP")


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("LISBON", True),
        ("KUWAIT", True),  # the city of a country's name
        ("RUSSIA", False),  # a whole country heads no story's text
        ("VIRGINIA", False),
        ("SPLIT", False),  # a word as well
        ("BREAKING", False),
    ],
)
def test_towns_that_stand_alone(name: str, is_one: bool) -> None:
    assert is_town(name) is is_one
