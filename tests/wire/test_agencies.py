"""Agencies: whose copy a story is, by its credits and never by its running text."""

import pytest

from search.wire.agencies import (
    AGENCIES,
    find_agency,
    find_agency_of_site,
    find_credit,
    find_trailer,
)


@pytest.mark.parametrize(
    ("credit", "name"),
    [
        ("AP", "AP"),
        ("ap", "AP"),
        ("Associated Press", "AP"),
        ("Reuter", "Reuters"),  # as it signed until the nineties
        ("XINHUA", "Xinhua"),
        ("Xinhu", "Xinhua"),  # a slip
        ("Agence France-Presse", "AFP"),
        ("Ore.", None),  # a state
        ("Silva", None),
        ("", None),
    ],
)
def test_credit_names_an_agency(credit: str, name: str | None) -> None:
    assert find_agency(credit) == name


@pytest.mark.parametrize(
    ("credit", "name"),
    [
        ("AP/AFP", "AP"),  # the first of two
        ("dpa/tmn", "dpa"),
        ("Wire Uno", "Wire Uno"),  # unknown: as printed
    ],
)
def test_credit_in_a_dateline(credit: str, name: str) -> None:
    assert find_credit(credit) == name


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Rain fell.\n Reuter", "Reuters"),
        ("Rain fell.\n\n© 2014 AFP", "AFP"),
        ("Rain fell.\n-- Bernama", "Bernama"),
        ("Rain fell, said AFP", None),  # not alone on its line
        ("Rain fell.\nSilva", None),
        ("", None),
    ],
)
def test_trailer(body: str, name: str | None) -> None:
    assert find_trailer(body) == name


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://tass.com/politics/1", "TASS"),
        ("https://www.reuters.com/world", "Reuters"),
        ("https://nottass.com/", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_site(url: str | None, name: str | None) -> None:
    assert find_agency_of_site(url) == name


def test_table_has_sixty_agencies_each_once_with_a_country() -> None:
    names = [agency.name for agency in AGENCIES]
    assert len(names) >= 60
    assert len(set(names)) == len(names)
    assert all(len(agency.country) == 2 and agency.country.isupper() for agency in AGENCIES)
