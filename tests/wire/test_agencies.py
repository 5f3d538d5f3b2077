"""Agencies: whose copy a story is, by its credits and never by its running text."""

import pytest

from search.wire.agencies import (
    AGENCIES,
    find_agency,
    find_agency_of_site,
    find_byline_agency,
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
        ("ITAR-TASS", "TASS"),  # as it was called until 2014
        ("New China News Agency", "Xinhua"),  # as the West called it
        ("ČTK", "CTK"),  # with its accent
        ("MNA", "MNA"),  # two agencies' initials: as printed
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
        ("Sapa-AP", "SAPA"),  # joined by a hyphen
        ("dpa-AFX", "dpa"),  # a hyphen of its own
        ("Wire Uno", "Wire Uno"),  # unknown: as printed
        ("TASS Correspondent Ana Silva", "TASS"),  # with who wrote it
    ],
)
def test_credit_in_a_dateline(credit: str, name: str) -> None:
    assert find_credit(credit) == name


@pytest.mark.parametrize(
    ("credit", "country", "name"),
    [
        ("MNA", "IR", "Mehr"),
        ("MNA", "MM", "MNA (Myanmar)"),
        ("APS", "SN", "APS (Senegal)"),
        ("APS", "DZ", "APS"),
        ("CNA", "CY", "CNA (Cyprus)"),
        ("BNA", "AF", "Bakhtar"),
        ("ANP", "NE", "ANP (Niger)"),
        ("AP", "SN", "AP"),  # initials of one agency are its own everywhere
    ],
)
def test_shared_initials_are_the_agencys_at_home(credit: str, country: str, name: str) -> None:
    assert find_agency(credit, country) == name


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Rain fell.\n Reuter", "Reuters"),
        ("Rain fell.\n\n© 2014 AFP", "AFP"),
        ("Rain fell.\n-- Bernama", "Bernama"),
        ("Rain fell.\n(Reuters)", "Reuters"),
        ("Rain fell.\n/TASS/.", "TASS"),
        ("Rain fell.\nReuter\n-0-", "Reuters"),  # an end mark under it
        ("Rain fell.\nENDS/AFP", "AFP"),  # or before it
        ("Rain fell.\nSource: Xinhua", "Xinhua"),
        ("Rain fell.\nCopyright 2014 The Associated Press. All rights reserved.", "AP"),
        ("Rain fell.\nAP-NY-05-03-99 1205EDT", "AP"),  # its transmitter's stamp
        ("Rain fell.\n==Kyodo", "Kyodo"),
        ("Rain fell.\nWAM/Ana Silva/Bo Ek", "WAM"),  # with who wrote it
        ("Rain fell.\nAPP/as/bo", "APP"),  # or their initials
        ("Rain fell.\nAFP/Reuters", "AFP"),  # the first of two
        ("Rain fell.\n--IANS\n\nas/bo", "IANS"),  # initials under it
        ("Rain fell.\nAFP 031015 GMT MAY 15", "AFP"),  # a stamp
        ("Rain fell.\n© Thomson Reuters 2015 All rights reserved", "Reuters"),
        ("Rain fell. (NAN)", "NAN"),  # behind the last words
        ("Rain fell. (ANSA).", "ANSA"),
        ("Rain fell. — AFP", "AFP"),
        ("Rain fell. -AP", "AP"),
        ("“Rain fell.” Reuter", "Reuters"),
        ("Rain fell. PTI AS BO", "PTI"),
        ("Rain fell../.VNA", "VNA"),
        ("Rain fell in Petra. Trend", None),  # a word as well
        ("Rain fell on Associated Press (AP)", None),  # inside a sentence
        ("“It rained.” - Petra", None),  # who said so
        ("It rained in Erie. PA", None),  # a state
        ("Rain fell (AP).", None),
        ("Rain fell. Ana Silva/AFP", None),  # a photographer's
        ("Rain fell.\nAna Silva/AFP", None),
        ("Rain fell.\n-0-", None),  # an end mark alone
        ("Rain fell.\ntrend", None),  # a word that no agency prints so
        ("Rain fell, said AFP", None),  # not alone on its line
        ("Rain fell.\nSilva", None),
        ("", None),
    ],
)
def test_trailer(body: str, name: str | None) -> None:
    assert find_trailer(body) == name


def test_shared_initials_of_a_trailer_are_the_agencys_at_home() -> None:
    assert find_trailer("Rain fell.\nMNA/AS", "IR") == "Mehr"


@pytest.mark.parametrize(
    ("byline", "name"),
    [
        ("By Ana Silva, Associated Press Writer", "AP"),
        ("By ANA SILVA, AP Sports Writer", "AP"),
        ("By The Associated Press", "AP"),
        ("Reuters Staff", "Reuters"),
        ("Ana Silva/AFP", "AFP"),
        ("Bo Ek (dpa)", "dpa"),
        ("By Ana Silva for Reuters", "Reuters"),
        ("From AFP correspondents in Lima", "AFP"),
        ("Source: Xinhua | 2015-05-03 10:15:00", "Xinhua"),
        ("PTI | New Delhi", "PTI"),
        ("By Petra Novak", None),  # a first name that an agency has
        ("By Ana Silva, Daily Post", None),
        (None, None),
    ],
)
def test_byline(byline: str | None, name: str | None) -> None:
    assert find_byline_agency(byline) == name


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://tass.com/politics/1", "TASS"),
        ("https://www.reuters.com/world", "Reuters"),
        ("https://english.news.cn/x", "Xinhua"),  # a part of its site
        ("https://nottass.com/", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_site(url: str | None, name: str | None) -> None:
    assert find_agency_of_site(url) == name


def test_table_has_120_agencies_each_once_with_a_country() -> None:
    names = [agency.name for agency in AGENCIES]
    assert len(names) >= 120
    assert len(set(names)) == len(names)
    assert all(len(agency.country) == 2 and agency.country.isupper() for agency in AGENCIES)


def test_a_site_is_one_agencys() -> None:
    sites = [site for agency in AGENCIES for site in agency.sites]
    assert len(set(sites)) == len(sites)
