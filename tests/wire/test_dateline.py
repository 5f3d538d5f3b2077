"""Datelines: every form the trade prints, and the openings that are none."""

import pytest

from search.wire.dateline import find_dateline, find_opening, opens_with_dateline
from search.wire.opening import read_opening


@pytest.mark.parametrize(
    ("opening", "place", "month", "day", "agency"),
    [
        ("MOSCOW, February 14. /TASS/.", "MOSCOW", 2, 14, "TASS"),  # slashes and full stops
        ("PARIS, Feb 26 (Reuters) -", "PARIS", 2, 26, "Reuters"),  # one dash
        ("BEIJING, Nov. 3 (Xinhua) --", "BEIJING", 11, 3, "Xinhua"),  # two
        ("GENEVA/KYIV, Oct 3 (Reuters) –", "GENEVA/KYIV", 10, 3, "Reuters"),  # two places
        ("OSLO, Monday, Feb 3 (NTB) —", "OSLO", 2, 3, "NTB"),  # a weekday before the day
        ("Strasbourg, 10 juil (AFP)", "Strasbourg", 7, 10, "AFP"),  # day first, in French
        ("BUENOS AIRES, 4 ene (EFE).-", "BUENOS AIRES", 1, 4, "EFE"),  # Spanish, a stop and a dash
        ("ATHENS, April 4 ANA -", "ATHENS", 4, 4, "ANA-MPA"),  # no brackets
        ("UNITED NATIONS, Sept. 21 (PTI)", "UNITED NATIONS", 9, 21, "PTI"),  # no dash
        ("SALVADOR, Feb 26 -", "SALVADOR", 2, 26, None),  # no agency
        ("ROME, Narch 2 -", "ROME", 3, 2, None),  # a wrong letter
        ("ROME, Macrh 2 -", "ROME", 3, 2, None),  # two letters changed places
        ("ROME, FEb 26 -", "ROME", 2, 26, None),  # a slow shift key
        ("MEXICO\nCITY, March 2\n(AFP) --", "MEXICO\nCITY", 3, 2, "AFP"),  # broken over lines
        ("omaha, april 9 -", "omaha", 4, 9, None),  # all small, but dated
        ("FARO, Portugal, May 9th (Lusa) --", "FARO, Portugal", 5, 9, "Lusa"),  # with its country
        ("DULUTH, Minn. March 3 -", "DULUTH, Minn.", 3, 3, None),  # no comma after the state
        ("BERN, June 1 (Xinhu) --", "BERN", 6, 1, "Xinhua"),  # a letter short
        ("THE HAGUE, June 1 (ANP) -", "THE HAGUE", 6, 1, "ANP"),  # an article in the name
        ("QUITO, June 1 (Wire Uno) -", "QUITO", 6, 1, "Wire Uno"),  # an agency nobody knows
        ("(ANSA) - TURIN, DEC 4 -", "TURIN", 12, 4, "ANSA"),  # the agency first
        ("AGI - Rome, May 3 -", "Rome", 5, 3, "AGI"),  # without brackets
        ("MOSCOW. May 15 (Interfax) -", "MOSCOW.", 5, 15, "Interfax"),  # a stop for the comma
        ("YEREVAN, MAY 3, ARMENPRESS.", "YEREVAN", 5, 3, "Armenpress"),  # a stop and no dash
        ("BAKU, Azerbaijan, May 3. Trend:", "BAKU, Azerbaijan", 5, 3, "Trend"),  # a colon
        ("JOHANNESBURG May 3 Sapa -", "JOHANNESBURG", 5, 3, "SAPA"),  # no comma at all
        ("ISLAMABAD, May 03 (APP):", "ISLAMABAD", 5, 3, "APP"),
        ("KATHMANDU, May 3:", "KATHMANDU", 5, 3, None),  # a known town is enough for a colon
        ("CHENNAI: May 3, (UNI)", "CHENNAI", 5, 3, "UNI"),
        ("Puri (Odisha) [India], May 3 (ANI):", "Puri, India", 5, 3, "ANI"),  # the country apart
        ("ABU DHABI, 3rd May (WAM) --", "ABU DHABI", 5, 3, "WAM"),  # an ordinal, day first
        ("PARIS, May the 3rd (AFP) -", "PARIS", 5, 3, "AFP"),
        ("BERLIN, 3. Mai (dpa) -", "BERLIN", 5, 3, "dpa"),  # German
        ("Brasília, 3 de maio -", "Brasília", 5, 3, None),  # Portuguese
        ("WARSZAWA, 3 maja (PAP) -", "WARSZAWA", 5, 3, "PAP"),  # Polish
        ("ANKARA, 3 Mayıs (AA) -", "ANKARA", 5, 3, "Anadolu"),  # Turkish
        ("BUCHAREST, May 3 /Agerpres/ -", "BUCHAREST", 5, 3, "Agerpres"),  # slashes and a dash
        ("PARIS, May 3 —(AP)—", "PARIS", 5, 3, "AP"),  # a dash on both sides
        ("PARIS, May 3. — (AP) —", "PARIS", 5, 3, "AP"),
        ("LONDON, Thurs., May 3 (AP) —", "LONDON", 5, 3, "AP"),  # a weekday cut short
        ("DAKAR, May 3 (APS) -", "DAKAR", 5, 3, "APS (Senegal)"),  # the agency at home there
        ("OSLO, March 2O -", "OSLO", 3, 20, None),  # the letter O for a zero
        ("LIMA, Ohio, April, 13 -", "LIMA, Ohio", 4, 13, None),  # a comma too many
        ("ROCKVILLE, Md, - March 6 -", "ROCKVILLE, Md", 3, 6, None),  # a dash too many
        ("ABOARD USS ELM, Sept 4 (AP) -", "ABOARD USS ELM", 9, 4, "AP"),
        ("ON BOARD THE ELM, Sept 4 (AP) -", "ON BOARD THE ELM", 9, 4, "AP"),
        ("OSLO, Fri Sep 26 (NTB) -", "OSLO", 9, 26, "NTB"),  # a weekday without stop or comma
        ("OSLO, Setp. 26 (NTB) -", "OSLO", 9, 26, "NTB"),  # two letters of a short name
        ("OSLO, Sept 26 10:15 GMT (NTB) -", "OSLO", 9, 26, "NTB"),  # with the time
        ("OSLO, Sept. 26, 10:15 p.m. (NTB) -", "OSLO", 9, 26, "NTB"),
        ("OSLO, Sept 26 (Reuters -", "OSLO", 9, 26, "Reuters"),  # half of the brackets
        ("OSLO, Sept 26 Reuters) -", "OSLO", 9, 26, "Reuters"),
        ("SOFIA (Bulgaria), May 3 (BTA) -", "SOFIA, Bulgaria", 5, 3, "BTA"),  # the country in them
        ("MOSCOW, May 3 - RIA Novosti.", "MOSCOW", 5, 3, "RIA Novosti"),  # the agency last
        ("ASTANA. May 3. KAZINFORM /", "ASTANA.", 5, 3, "Kazinform"),
        ("BAKU, Azerbaijan, May 3.", "BAKU, Azerbaijan", 5, 3, None),  # a stop alone
        ("DETROIT, May 3 [UPI] --", "DETROIT", 5, 3, "UPI"),  # other brackets
        ("BISHKEK, May 3 (Kabar).", "BISHKEK", 5, 3, "Kabar"),
        ("Islamabad/New Delhi, May 3 -", "Islamabad/New Delhi", 5, 3, None),  # two known towns
    ],
)
def test_dateline_is_read(
    opening: str, place: str, month: int, day: int, agency: str | None
) -> None:
    found = read_opening(opening + " Rain fell on the town.")
    assert found is not None
    assert found.day is not None
    assert (found.text, found.place, found.agency) == (opening, place, agency)
    assert (found.day.month, found.day.day, found.day.year) == (month, day, None)


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("WASHINGTON (AP) —", "WASHINGTON", "AP"),
        ("LA CROSSE, Wis. (AP) —", "LA CROSSE, Wis.", "AP"),  # a state
        ("Nikosia (dpa) -", "Nikosia", "dpa"),  # no capitals: the agency makes it plain
        ("Berlin (dpa/tmn) -", "Berlin", "dpa"),  # the agency and its service
        ("LISBON —", "LISBON", None),  # a known town in capitals is enough
        ("BOSTON--(BUSINESS WIRE)--", "BOSTON", "Business Wire"),
        ("ASTANA. KAZINFORM -", "ASTANA", "Kazinform"),  # a stop between
        ("LIMA (AP) _", "LIMA", "AP"),  # a teleprinter's dash
        ("LIMA (AP) - -", "LIMA", "AP"),  # two apart
        ("NEAR KIRKUK, Iraq (Reuters) -", "NEAR KIRKUK, Iraq", "Reuters"),
        ("IN THE GAZA STRIP (AP) —", "IN THE GAZA STRIP", "AP"),
        ("ON THE KUWAITI BORDER (AP) —", "ON THE KUWAITI BORDER", "AP"),
        ("WASHINGTON AP —", "WASHINGTON", "AP"),  # no brackets
        ("RALEIGH, N.C. AP -", "RALEIGH, N.C.", "AP"),
        ("SANTA ANA —", "SANTA ANA", None),  # the town, and no agency
        ("Damascus, SANA-", "Damascus", "SANA"),  # no space
        ("Baku – APA.", "Baku", "APA (Azerbaijan)"),  # the agency last
        ("KABUL (BNA)", "KABUL", "Bakhtar"),  # the agency at home there
        ("Baghdad / NINA /", "Baghdad", "NINA"),
        ("OSLO, April 31 (NTB) -", "OSLO", "NTB"),  # a day that is none
        ("OSLO, April 31 -", "OSLO", None),
        ("OSLO, March 119 -", "OSLO", None),
    ],
)
def test_dateline_without_a_day_is_read(opening: str, place: str, agency: str | None) -> None:
    found = read_opening(opening + " Rain fell on the town.")
    assert found is not None
    assert (found.text, found.place, found.agency, found.day) == (opening, place, agency, None)


@pytest.mark.parametrize(
    ("opening", "day", "agency"),
    [
        ("(Reuters) -", None, "Reuters"),
        ("(Bloomberg) --", None, "Bloomberg"),
        ("Nov 7 (Reuters) -", (11, 7, None), "Reuters"),
        ("Feb. 3, 2015 (UPI) --", (2, 3, 2015), "UPI"),
        ("TASS, June 5.", (6, 5, None), "TASS"),
    ],
)
def test_dateline_without_a_place_is_read(
    opening: str, day: tuple[int, int, int | None] | None, agency: str
) -> None:
    found = read_opening(opening + " Rain fell on the town.")
    assert found is not None
    assert (found.text, found.place, found.agency) == (opening, None, agency)
    assert (found.day and (found.day.month, found.day.day, found.day.year)) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "BREAKING — The bridge has fallen.",  # a desk's word, not a place
        "UPDATE 1 - Bridge falls",
        "The bridge (built in 1904) - a landmark - has fallen.",
        "On March 3 - a Tuesday - the bridge fell.",  # a day in a sentence
        "Lisbon is wet - and getting wetter.",
        "PORTLAND (Ore.) — The bridge fell.",  # a state in brackets is no agency
        "PEACE — a word that nobody used.",  # capitals, but no place
        "Well, March 45 - no such day.",
        "12 March 3 - numbers",
        "Updated May 3 - The bridge fell.",  # what pages print of themselves
        "Published May 3: The bridge fell.",
        "LISBON: Rain falls",  # a headline as well
        "AP - the bridge fell.",  # an agency and no place
        "Reuters - the agency - said so.",
        "(Porto) - The bridge fell.",  # nor is this one
        "RUSSIA - Rain floods a town",  # a label: no story is written in a whole country
        "ASIA - Shares rise.",
        "SPLIT - The party parts.",  # a word that is some town's name
        "MARCH - The month was wet.",
        "As of April 7 - in bushels",
        "Friday, May 3 - Rain fell.",
        "Easter Sunday, April 4 - Rain fell.",
        "Concert, May 3 - Rain.",  # an occasion, and no town that is known
        "Deadline: May 3 - do it.",
        "SENATOR SMITH (D-Ohio) - voted.",  # nobody's agency
        "OSLO BOYS (6-3) - won.",
        "ANA SILVA (pictured) - fell.",
        "WORLD BANK (WB) - it lends.",
        "Silva (AFP) said so.",  # a sentence that goes on
        "A flood in Oslo (Reuters)",  # a caption
        "IMAGE (Reuters) - the bridge.",
        "Lisbon, May 3 was wet.",
    ],
)
def test_other_openings_are_not_datelines(text: str) -> None:
    assert not opens_with_dateline(text)


def test_printed_year_makes_the_date_certain() -> None:
    line = find_dateline("KUALA LUMPUR, April 1, 1997 (AFP) - Rain fell.")
    assert line is not None
    assert (line.place, line.country) == ("Kuala Lumpur", "MY")
    assert (str(line.date), line.is_certain, line.method) == ("1997-04-01", True, "printed")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("PARIS, 2021-05-03 (AFP) - Rain fell.", "2021-05-03"),  # as machines write
        ("Madrid, 3 de mayo de 2021 (EFE).- Rain fell.", "2021-05-03"),
        ("Riyadh, Ramadan 21, 1442, May 3, 2021, SPA -- Rain fell.", "2021-05-03"),  # two calendars
        ("PARIS, 2021-02-31 (AFP) - Rain fell.", "None"),  # no such day
        ("PARIS, 03/05/2021 (AFP) - Rain fell.", "None"),  # March or May
        ("PARIS, 13/05/2021 (AFP) - Rain fell.", "2021-05-13"),  # 13 is no month
        ("PARIS, 04/04/2021 (AFP) - Rain fell.", "2021-04-04"),
        ("Phnom Penh (AKP), May 03, 2021 – Rain fell.", "2021-05-03"),  # behind the agency
        ("OSLO--(BUSINESS WIRE)--May 3, 2021--Rain fell.", "2021-05-03"),
        ("OSLO--(Marketwired - May 3, 2021) - Rain fell.", "2021-05-03"),  # in its brackets
        ("Lisbon, May 3, 2021\n\nRain fell.", "2021-05-03"),  # a paragraph of its own
    ],
)
def test_printed_date_in_other_forms(text: str, date: str) -> None:
    line = find_dateline(text)
    assert str(line and line.date) == date


def test_year_printed_twice_is_one_year() -> None:
    line = find_dateline("OSLO, Dec 1, 2006, 2006 -- Rain fell.")
    assert line is not None
    assert str(line.date) == "2006-12-01"


@pytest.mark.parametrize(
    ("above", "dateline"),
    [
        ("By Ana Silva\n\n", "LISBON, May 3 (Lusa) -"),  # after a byline
        ("Eds: Adds quotes, details.\n\n", "LISBON, May 3 (Lusa) -"),  # after an editor's note
        ("(Editor's note: The mayor's name is corrected.)\n\nBy Ana Silva\n\n", "LISBON (AP) —"),
        ("", "LISBON, May 3\n(Lusa) -"),  # broken over lines
        ("By Ana Silva\n \n   ", "(ANSA) - ROME, MAY 3 -"),  # set in, the agency first
        ("RPT -- ", "LISBON, May 3 (Lusa) -"),  # sent again
        ("*** ", "LISBON, May 3 (Lusa) -"),
        ("URGENT - ", "LISBON, May 3 (Lusa) -"),
        ("By Ana Silva\n\n", "Nov 7 (Reuters) -"),
    ],
)
def test_dateline_keeps_its_offsets(above: str, dateline: str) -> None:
    text = f"{above}{dateline} Rain fell."
    found = find_opening(text)
    assert found is not None
    assert text[found.start : found.end] == found.text == dateline


def test_dateline_deep_in_a_story_is_not_the_storys() -> None:
    assert find_opening("Rain.\n\n" * 8 + "LISBON, May 3 (Lusa) - Rain fell.") is None


_RAN_ON = "Rain fell on the town all night and forced hundreds of people from their homes, it said."


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"NEW DELHI: {_RAN_ON}", "NEW DELHI"),
        (f"By Ana Silva\n\nLAHORE/KARACHI: {_RAN_ON}\n\nIt rose.", "LAHORE/KARACHI"),
        ("NEW DELHI: Rain falls", None),  # a headline
        (f"NEW DELHI: {_RAN_ON.upper()}", None),
        (f"New Delhi: {_RAN_ON}", None),
        (f"SILVA: {_RAN_ON}", None),  # nobody's town
        (f"INDIA: {_RAN_ON}", None),  # a whole country
        (f"LUCKNOW: {_RAN_ON}", "LUCKNOW"),
        (f"BEST: {_RAN_ON}", None),  # a word
        (f"BOOM: {_RAN_ON}", None),  # a town elsewhere
        (f"WASHINGTON: {_RAN_ON}\n\nQUESTION: {_RAN_ON}", None),  # who speaks in a transcript
    ],
)
def test_a_town_and_a_colon_open_running_text(text: str, place: str | None) -> None:
    found = find_opening(text)
    assert (found and found.place) == place
    assert found is None or text[found.start : found.end] == found.text == f"{place}:"
