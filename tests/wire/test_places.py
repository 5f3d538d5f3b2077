"""Places: how they are shown and where they lie; unknown stays unknown."""

import pytest

from search.wire.places import is_place, is_region, read_place


@pytest.mark.parametrize(
    ("printed", "name", "country"),
    [
        ("MOSCOW", "Moscow", "RU"),
        ("ST. LOUIS", "St. Louis", "US"),
        ("WASHINGTON D.C.", "Washington D.C.", None),  # what abbreviates stays
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
    assert not is_region("AP")
