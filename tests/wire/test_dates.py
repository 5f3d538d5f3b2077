"""Dates: the year that a dateline leaves out, how it is known, and when it is not."""

import datetime as dt
from dataclasses import replace

import pytest

from search import Article, read_article
from search.wire import read_wire
from search.wire.addresses import find_url_day
from search.wire.clues import Clues
from search.wire.dates import settle_date
from search.wire.day import PrintedDay

MAY_3 = PrintedDay(5, 3)
NOON = dt.time(12)
DAY = dt.date.fromisoformat


def noon(day: str) -> dt.datetime:
    return dt.datetime.combine(dt.date.fromisoformat(day), NOON)


@pytest.mark.parametrize(
    ("text", "date", "method"),
    [
        # 3 May was a Monday in 2021, weeks after the flood
        ("Rain fell on Monday.\n\nThe flood of March 2, 2021, was worse.", "2021-05-03", "weekday"),
        ("Rain fell Monday.\n\nIt flooded on 2 March 2021.", "2021-05-03", "weekday"),  # day first
        # several weekdays: that on which it was said
        (
            "Rain fell on Saturday and Sunday, police said Monday. It flooded on March 2, 2021.",
            "2021-05-03",
            "weekday",
        ),
        (
            "A vote is due on Sunday, the mayor said Monday. It flooded on March 2, 2021.",
            "2021-05-03",
            "weekday",
        ),
        # between a flood and a vote, a few months apart
        ("It flooded on March 2, 2021. A vote is due on June 1, 2021.", "2021-05-03", "span"),
    ],
)
def test_year_is_proved_by_the_story(text: str, date: str, method: str) -> None:
    settled = settle_date(MAY_3, Clues(text=text))
    assert (str(settled.date), settled.is_certain, settled.method) == (date, True, method)


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell.",  # nothing to go by
        "Rain fell on Monday.",  # one year in seven
        "Rain fell on Monday.\n\nThe flood of March 2, 1921, was worse. The next was in 2014.",
        "Rain fell on Tuesday.\n\nThe flood of March 2, 2021, was worse.",  # they contradict
        "Rain fell on Monday.\n\nThe mayor was born on March 2, 2021.",  # a birth is no news
        "Rain fell on Monday.\n\nThe lease runs until March 2, 2021.",  # nor is a deadline
        "Rain fell from Sunday to Monday.\n\nThe flood of March 2, 2021, was worse.",  # two days
        "Rain is due on Monday.\n\nThe flood of March 2, 2021, was worse.",  # a plan
        "Rain fell on Monday night.\n\nThe flood of March 2, 2021, was worse.",  # or Tuesday's copy
        "Rain is due next Monday.\n\nThe flood of March 2, 2021, was worse.",  # another day's name
        "Rain fell on Monday.\n\nThe flood of September 2, 2020, was worse.",  # too long ago
    ],
)
def test_year_is_left_open(text: str) -> None:
    settled = settle_date(MAY_3, Clues(text=text))
    assert (settled.date, settled.is_certain, settled.method) == (None, False, None)


@pytest.mark.parametrize(
    ("day", "clues", "date", "method", "certain"),
    [
        (MAY_3, Clues(published=DAY("2021-05-03")), "2021-05-03", "published", True),
        (MAY_3, Clues(published=DAY("2021-05-04")), "2021-05-03", "published", True),  # next day
        (PrintedDay(12, 31), Clues(published=DAY("2021-01-01")), "2020-12-31", "published", True),
        (MAY_3, Clues(published=DAY("2021-09-04")), "None", None, False),  # months apart
        (MAY_3, Clues(url="https://x.test/2021/05/03/rain"), "2021-05-03", "url", True),
        (MAY_3, Clues(received=noon("2021-06-01")), "2021-05-03", "received", False),
        (MAY_3, Clues(received=noon("2021-05-01")), "2020-05-03", "received", False),
        (MAY_3, Clues(received=noon("2021-05-02")), "2021-05-03", "received", False),  # east of us
        (PrintedDay(12, 30), Clues(received=noon("2021-01-02")), "2020-12-30", "received", False),
        (PrintedDay(1, 1), Clues(received=noon("2020-12-31")), "2021-01-01", "received", False),
        (PrintedDay(1, 1), Clues(published=DAY("2020-12-31")), "2021-01-01", "published", True),
        (PrintedDay(12, 31), Clues(url="https://x.test/2021/01/01/a"), "2020-12-31", "url", True),
        (PrintedDay(2, 29), Clues(received=noon("2023-01-02")), "2020-02-29", "received", False),
        (PrintedDay(5, 3, 1999), Clues(received=noon("2021-06-01")), "1999-05-03", "printed", True),
        (
            MAY_3,
            Clues(published=DAY("2021-05-12")),
            "2021-05-03",
            "published",
            False,
        ),  # a page later
        (MAY_3, Clues(url="https://x.test/2021/05/rain"), "2021-05-03", "url", True),  # its month
        (MAY_3, Clues(url="https://x.test/2021/06/rain"), "None", None, False),
        # no guess lies after the page was published
        (
            MAY_3,
            Clues(published=DAY("2019-11-02"), received=noon("2021-06-01")),
            "2019-05-03",
            "received",
            False,
        ),
        (MAY_3, Clues(received=dt.datetime.max), "9998-05-03", "received", False),  # the last days
        # the weekday that the dateline prints goes before the latest year
        (
            PrintedDay(5, 3, None, 0),
            Clues(received=noon("2022-06-01")),
            "2021-05-03",
            "received",
            False,
        ),
        (
            PrintedDay(2, 29, 2021),
            Clues(received=noon("2021-06-01")),
            "None",
            None,
            False,
        ),  # no day
    ],
)
def test_year_from_outside_the_text(
    day: PrintedDay, clues: Clues, date: str, method: str | None, certain: bool
) -> None:
    settled = settle_date(day, clues)
    assert (str(settled.date), settled.method, settled.is_certain) == (date, method, certain)


@pytest.mark.parametrize(
    ("name", "text", "date", "certain"),
    [
        ("AAP_ENG_20210503.0099.txt", "Rain fell, Ana Ek said Monday.", "2021-05-03", True),
        ("AAP_ENG_20210503.0099.txt", "Sunday rain made mud.", "2021-05-03", True),  # its eve
        ("AAP_ENG_20210503.0099.txt", "Rain fell.", "2021-05-03", False),  # no weekday is for it
        # ... and what a later paragraph reports is only ever for it
        ("AAP_20210503.txt", "Rain fell.\n\nIt was cold, Ek said Monday.", "2021-05-03", True),
        ("AAP_20210503.txt", "Rain fell.\n\nIt was cold, Ek said Friday.", "2021-05-03", False),
        ("AAP_20210503.txt", "Rain fell, Ana Ek said Thursday.", "None", False),  # it was none
        ("AAP_20210503.txt", "President Bill Clinton spoke.", "None", False),  # long out of office
        ("wire/2021/05/04/rain.txt", "", "2021-05-03", False),  # sent on the next day
        ("wire/2021-05-04/rain.txt", "", "2021-05-03", False),
        ("rain.2021.05.02.txt", "", "2021-05-03", False),  # named west of there
        ("rain-20210503T0915.txt", "", "2021-05-03", False),
        ("20210503091500.txt", "", "2021-05-03", False),
        ("2020-05-03/AAP_20210503.txt", "", "2021-05-03", False),  # the file's before the folder's
        ("saved-2021-05-03/rain.txt", "", "None", False),  # of the folder alone
        ("dump-20210503.zip/rain.txt", "", "None", False),
        ("rain-2021-05-09.txt", "", "None", False),  # saved on another day
        ("rain-2021-05-33.txt", "", "None", False),  # no such day
        ("120210503.txt", "", "None", False),  # a number
        ("", "", "None", False),
    ],
)
def test_year_from_the_name_of_the_file(name: str, text: str, date: str, certain: bool) -> None:
    settled = settle_date(MAY_3, Clues(name=name, text=text))
    method = None if date == "None" else "name"
    assert (str(settled.date), settled.method, settled.is_certain) == (date, method, certain)


def test_what_the_text_proves_comes_before_the_name_of_the_file() -> None:
    text = "It flooded on March 2, 2021. A vote is due on June 1, 2021."
    settled = settle_date(MAY_3, Clues(name="AAP_20220503.txt", text=text))
    assert (str(settled.date), settled.method) == ("2021-05-03", "span")


def test_a_story_is_read_with_the_name_of_its_file() -> None:
    data = (
        b"Rain floods Oslo\n\nOSLO, May 3 (AP) - Rain fell, Mayor Ana Ek said Monday.\n\nIt rose.\n"
    )
    line = read_article(data, name="in/2021-05-03/rain.txt").dateline
    assert line
    assert (str(line.date), line.method, line.is_certain) == ("2021-05-03", "name", True)


def test_when_it_was_published_tells_more_than_the_name_of_the_file() -> None:
    story = Article(
        id="1", headline="Rain", body="OSLO, May 3 (AP) - Rain fell.", source="AAP_20210503.txt"
    )
    told = replace(story, published=dt.datetime(2019, 11, 2))
    dates = [line and line.date for line in (read_wire(one).dateline for one in (story, told))]
    assert dates == [DAY("2021-05-03"), None]


def test_received_shows_the_other_years_of_the_same_weekday() -> None:
    clues = Clues(text="Rain fell on Monday.", received=noon("2022-06-01"))
    settled = settle_date(MAY_3, clues)
    assert str(settled.date) == "2022-05-03"  # a Tuesday
    assert [str(day) for day in settled.alternatives[:2]] == ["2021-05-03", "2010-05-03"]


@pytest.mark.parametrize(
    ("day", "clues", "notes"),
    [
        (
            PrintedDay(5, 3, 2020, weekday=0),  # it was a Sunday
            Clues(published=DAY("2021-05-03")),
            ["The dateline says 2020-05-03, the page was", "The dateline says Monday"],
        ),
        (
            PrintedDay(5, 3, 2020),
            Clues(url="https://x.test/2019/05/03/a"),
            ["The dateline says 2020-05-03, the page's address says 2019-05-03"],
        ),
        (
            PrintedDay(5, 3, 2020),
            Clues(received=noon("2020-04-01")),
            ["The dateline says 2020-05-03, but the file came in before"],
        ),
        (PrintedDay(5, 3, 2020), Clues(published=DAY("2020-05-04")), []),  # a day late is usual
        (
            MAY_3,  # without a year as well
            Clues(published=DAY("2021-09-04")),
            ["The dateline says May 3, the page was published on 2021-09-04"],
        ),
        (
            PrintedDay(2, 29, 2021),
            Clues(received=noon("2021-06-01")),
            ["The dateline says February 29, 2021: no day."],
        ),
        (
            PrintedDay(5, 3, 2020),
            Clues(name="AAP_20190503.txt"),
            ["The dateline says 2020-05-03, the file's name says 2019-05-03"],
        ),
        (
            MAY_3,  # the page is taken, and its address disagrees
            Clues(published=DAY("2021-05-03"), url="https://x.test/2020/05/03/a"),
            ["The dateline says 2021-05-03, the page's address says 2020-05-03"],
        ),
    ],
)
def test_contradictions_are_kept_as_notes(day: PrintedDay, clues: Clues, notes: list[str]) -> None:
    settled = settle_date(day, clues)
    assert len(settled.notes) == len(notes)
    assert all(map(str.startswith, settled.notes, notes))


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.test/2022/02/14/a.html", "2022-02-14"),
        ("https://x.test/news/20220214-a", "2022-02-14"),
        ("https://x.test/2022/02/31/a.html", "None"),  # no such day
        ("https://x.test/2022/2/4/a", "2022-02-04"),
        ("https://x.test/2022/feb/14/a", "2022-02-14"),
        ("https://x.test/2022/rain/14/a", "None"),
        ("https://x.test/news/123456789", "None"),
        (None, "None"),
    ],
)
def test_day_of_an_address(url: str | None, day: str) -> None:
    assert str(find_url_day(url)) == day


@pytest.mark.parametrize(
    ("clues", "date", "alternatives"),
    [
        (Clues(), "None", ["2021-03-05", "2021-05-03"]),  # March or May
        (Clues(received=noon("2021-06-01")), "None", ["2021-03-05", "2021-05-03"]),
        (Clues(published=DAY("2021-05-04")), "2021-05-03", []),  # the page tells
        (Clues(url="https://x.test/2021/03/05/a"), "2021-03-05", []),
    ],
)
def test_day_in_figures_may_be_two(clues: Clues, date: str, alternatives: list[str]) -> None:
    settled = settle_date(PrintedDay(3, 5, 2021, in_figures=True), clues)
    assert (str(settled.date), [*map(str, settled.alternatives)]) == (date, alternatives)
    assert settled.is_certain is (date != "None")
