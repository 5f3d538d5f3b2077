"""Dates: the year that a dateline leaves out, how it is known, and when it is not."""

import datetime as dt

import pytest

from search.wire.dates import Clues, find_url_day, settle_date
from search.wire.opening import PrintedDay

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
    ],
)
def test_year_from_outside_the_text(
    day: PrintedDay, clues: Clues, date: str, method: str | None, certain: bool
) -> None:
    settled = settle_date(day, clues)
    assert (str(settled.date), settled.method, settled.is_certain) == (date, method, certain)


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
        ("https://x.test/news/123456789", "None"),
        (None, "None"),
    ],
)
def test_day_of_an_address(url: str | None, day: str) -> None:
    assert str(find_url_day(url)) == day
