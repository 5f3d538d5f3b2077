"""Terms: who holds office in a story, and in which years it can have been written."""

import datetime as dt

import pytest

from search.wire.clues import Clues
from search.wire.dates import find_days_in_office, settle_date
from search.wire.day import PrintedDay
from search.wire.offices import OFFICES
from search.wire.terms import find_terms


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("President Nicolas Sarkozy said so.", "2007-05-01"),
        ("French president Nicolas Sarkozy's plan", "2007-05-01"),  # a small title, a possessive
        ("Prime Minister François Fillon said so.", "2007-05-01"),  # accents make no difference
        ("UN Secretary-General Ban Ki-moon said so.", "2007-01-01"),
        ("Premier Wen Jiabao said so.", "2003-03-01"),  # the shorter title
        ("President Vaclav Klaus Thursday said so.", "2003-03-01"),  # more words than the name
        ("Vice President Al Gore said so.", "1993-01-01"),
    ],
)
def test_a_holder_of_office_is_known(text: str, first: str) -> None:
    [terms] = find_terms(text)
    assert str(terms[0][0]) == first


@pytest.mark.parametrize(
    "text",
    [
        "Nicolas Sarkozy said so.",  # no office
        "Former President Nicolas Sarkozy said so.",
        "ex-French president Nicolas Sarkozy said so.",
        "It was agreed under President Nicolas Sarkozy.",
        "The coup ousted the business-minded premier Wen Jiabao.",
        "The funeral of Pope John Paul II drew crowds.",
        "President Nicolas Sarkozy signed it in 2008.",  # a sentence about another time
        "Deputy Prime Minister Najib Razak said so.",  # another office
        "Vice Foreign Minister Yang Jiechi said so.",
        "President-elect Barack Obama said so.",
        "President Nobody Known said so.",
        "",
    ],
)
def test_what_proves_no_time(text: str) -> None:
    assert find_terms(text) == []


@pytest.mark.parametrize(
    ("text", "date", "alternatives"),
    [
        # the one 3 May of his presidency that was a Sunday
        ("Rain fell on Sunday, President Nicolas Sarkozy said.", "2009-05-03", []),
        # the day of the report alone counts, where it is told
        ("Rain fell, President Bill Clinton said Tuesday.", "1994-05-03", []),
        # a weekday that may be yesterday's or tomorrow's: 3 May 2009 was a Sunday
        ("A storm on Saturday hurt nobody, President Nicolas Sarkozy said.", "None",
         ["2008-05-03", "2009-05-03"]),
        # two who were in office together for less than a year
        ("President Jacques Chirac met Prime Minister Gordon Brown.", "None", []),
        ("President Jacques Chirac met Chancellor Gerhard Schroeder and Prime Minister "
         "Jean-Pierre Raffarin and Pope Benedict XVI.", "2005-05-03", []),
        # a Monday in each of two terms stays open, and both are shown
        ("Rain fell on Monday, President Bill Clinton said.", "None", ["1993-05-03", "1999-05-03"]),
        # who holds office to this day closes nothing
        ("Rain fell on Monday, President Emmanuel Macron said.", "None", []),
        # the weekday is yet to come, so that it is not the dateline's
        ("Rain is expected on Sunday, President Nicolas Sarkozy said.", "None",
         [f"{year}-05-03" for year in range(2007, 2013)]),
    ],
)  # fmt: skip
def test_year_is_proved_by_office(text: str, date: str, alternatives: list[str]) -> None:
    settled = settle_date(PrintedDay(5, 3), Clues(text=text))
    assert str(settled.date) == date
    assert settled.method == (None if date == "None" else "office")
    assert settled.is_certain == (date != "None")
    assert [str(day) for day in settled.alternatives] == alternatives


@pytest.mark.parametrize(
    ("received", "date"),
    [
        ("2020-01-01", "2000-05-03"),  # an old file: the latest while he was in office
        ("1995-01-01", "1994-05-03"),
        ("1990-01-01", "1989-05-03"),  # before his time: it is another president's story
    ],
)
def test_a_guess_keeps_to_the_terms(received: str, date: str) -> None:
    moment = dt.datetime.fromisoformat(received)
    settled = settle_date(
        PrintedDay(5, 3), Clues(text="President Bill Clinton spoke.", received=moment)
    )
    assert (str(settled.date), settled.method, settled.is_certain) == (date, "received", False)


def test_the_table_has_terms_that_end_after_they_begin() -> None:
    for row in OFFICES.splitlines():
        title, _, holders = row.partition(": ")
        for holder in holders.split("; "):
            name = holder.split(" 1")[0].split(" 2")[0].split("=")[0]
            for terms in find_terms(f"The {title} {name} said so."):
                assert all(first < last for first, last in terms), holder
                assert list(terms) == sorted(terms), holder


def test_an_embargoed_storys_weekday_is_that_of_its_release() -> None:
    text = "Rain fell, President Bill Clinton said Tuesday."
    settled = settle_date(PrintedDay(5, 3), Clues(text=text, is_embargoed=True))
    assert (settled.date, [str(day) for day in settled.alternatives]) == (None, ["1994-05-03"])


def test_days_in_office_lie_within_every_term() -> None:
    terms = find_terms("President Bill Clinton met Prime Minister Tony Blair.")
    assert [day.year for day in find_days_in_office(PrintedDay(5, 3), terms)] == [
        1997,
        1998,
        1999,
        2000,
    ]
