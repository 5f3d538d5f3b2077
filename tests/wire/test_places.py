"""Places: how they are shown and where they lie; unknown stays unknown."""

import pytest

from search.wire.places import is_place, is_region, read_place


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
        ("N'DJAMENA", "N'Djamena", "TD"),  # capitals inside a word
        ("ABIDJAN, COTE D'IVOIRE", "Abidjan, Cote d'Ivoire", "CI"),
        ("MCALLEN, Texas", "McAllen, Texas", "US"),
        ("XI'AN", "Xi'an", "CN"),
        ("WASHINGTON D.C./LONDON", "Washington D.C./London", None),
        ("MADRID/BARCELONA", "Madrid/Barcelona", "ES"),  # two towns of one country
        ("GENEVA/KYIV", "Geneva/Kyiv", None),  # of two countries
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
