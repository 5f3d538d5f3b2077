"""Moments as pages and wires print them: what zone they are in, and what is no moment."""

import datetime as dt

import orjson
import pytest

from search import Article, read_article
from search.ingest.page.moments import read_moment
from search.record import article_to_record, read_record


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-05-06T18:30:00Z", "2024-05-06T18:30:00+00:00"),
        ("2024-05-06T18:30:00.123+0530", "2024-05-06T18:30:00+05:30"),
        ("2024-05-06T18:30+01", "2024-05-06T18:30:00+01:00"),  # an offset in hours alone
        ("2024-05-06 18:30:00-05", "2024-05-06T18:30:00-05:00"),
        ("20240506T18:30:00Z", "2024-05-06T18:30:00+00:00"),
        ("20240506T183000+0530", "2024-05-06T18:30:00+05:30"),
        ("20240506", "2024-05-06T00:00:00"),
        ("20249906", None),
        ("2024-05-06 18:30 - 12 comments", "2024-05-06T18:30:00"),  # no offset
        (
            "2024-05-06T24:00:00Z",
            "2024-05-07T00:00:00+00:00",
        ),  # a day's end is the next one's start
        ("2024-12-31T24:00", "2025-01-01T00:00:00"),
        ("2024-05-06T24:30:00Z", "2024-05-06T00:00:00"),  # no such time: the day alone
        # a zone's name without its season: by the clocks of that day
        ("May 6, 2024 8:30 p.m. ET", "2024-05-06T20:30:00-04:00"),
        ("Jan. 6, 2024 8:30 p.m. ET", "2024-01-06T20:30:00-05:00"),
        ("May 6, 2024 8:30 PM CT", "2024-05-06T20:30:00-05:00"),
        ("Jan 6, 2024 8:30 PM MT", "2024-01-06T20:30:00-07:00"),
        ("July 6, 2024 8:30 PM PT", "2024-07-06T20:30:00-07:00"),
        ("6 May 2024, 18:30 UK time", "2024-05-06T18:30:00+01:00"),
        ("6 January 2024, 18:30 UK time", "2024-01-06T18:30:00+00:00"),
        # named with its season: as printed, whatever the day
        ("May 6, 2024 8:30 PM EST", "2024-05-06T20:30:00-05:00"),
        ("6 May 2024 18:30 GMT+3", "2024-05-06T18:30:00+03:00"),
        ("2024-05-06 18:30 UTC-03:30", "2024-05-06T18:30:00-03:30"),
        ("6 May 2024 18:30 JST", "2024-05-06T18:30:00+09:00"),
        ("6 May 2024 18:30 IST", "2024-05-06T18:30:00"),  # India's, Ireland's or Israel's
        # nothing says since when
        ("2 hours ago", None),
        ("yesterday", None),
    ],
)
def test_moment_is_read_in_its_zone(text: str, moment: str | None) -> None:
    found = read_moment(text)
    assert (found and found.isoformat()) == moment


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("06.05.2024", "2024-05-06T00:00:00"),  # stops: the day goes first, wherever they are used
        ("6. 5. 2024, 18:30 Uhr", "2024-05-06T18:30:00"),
        ("6.5.24", "2024-05-06T00:00:00"),
        ("31/05/2024", "2024-05-31T00:00:00"),  # there is no such month
        ("05/31/2024", "2024-05-31T00:00:00"),
        ("31-05-2024 18:30", "2024-05-31T18:30:00"),
        ("06/05/2024", None),  # of May in London, of June in New York
        ("06-05-2024", None),
        ("Mon, 06/05/2024", "2024-05-06T00:00:00"),  # the fifth of June is a Wednesday
        ("Wed 06/05/2024 - 18:30", "2024-06-05T18:30:00"),
        ("Fri, 06/05/2024", None),  # in neither
        ("6th of May 2024", "2024-05-06T00:00:00"),
        ("05/05/2024", "2024-05-05T00:00:00"),  # both are the same
        ("2024年5月6日 18:30", "2024-05-06T18:30:00"),
        ("2024. 5. 6.", "2024-05-06T00:00:00"),
        ("6.5.2024.1", None),  # a version
        ("28.09.1912:34", None),  # a time with no space before it
        ("10:30:11", None),
        ("6 мая 2024, 18:30", "2024-05-06T18:30:00"),
        ("6 травня 2024", "2024-05-06T00:00:00"),
        ("6 maja 2024", "2024-05-06T00:00:00"),
        ("6 Mayıs 2024", "2024-05-06T00:00:00"),
        ("6 mei 2024", "2024-05-06T00:00:00"),
        ("6 de maio de 2024 às 18h30", "2024-05-06T18:30:00"),
        ("6 de mayo del 2024", "2024-05-06T00:00:00"),
        ("1er mai 2024", "2024-05-01T00:00:00"),
        ("6. května 2024", "2024-05-06T00:00:00"),
        ("6. toukokuuta 2024", "2024-05-06T00:00:00"),
        ("6 Μαΐου 2024", "2024-05-06T00:00:00"),
        ("2024. május 6.", "2024-05-06T00:00:00"),
        ("6 listopada 2024", "2024-11-06T00:00:00"),  # Poland's; Croatia's is October
    ],
)
def test_moment_is_read_as_it_is_printed(text: str, moment: str | None) -> None:
    found = read_moment(text)
    assert (found and found.isoformat()) == moment


_PAGE = """<html><head><meta property="article:published_time" content="{}"></head>
<body><article><h1>Dam holds in flood</h1><p>The dam at Karlidere held through the night, and
engineers said that it would hold until the end of the week.</p><p>Those who live below it were
told to stay at home, all of them, until the water had fallen.</p></article></body></html>"""


@pytest.mark.parametrize(
    ("printed", "in_utc", "day", "told"),
    [
        # an evening in New York is the next day in UTC, and still that evening's story
        ("2024-05-06T21:30:00-04:00", "2024-05-07T01:30:00+00:00", "2024-05-06", "2024-05-06"),
        ("2024-05-07T08:30:00+10:00", "2024-05-06T22:30:00+00:00", "2024-05-07", "2024-05-07"),
        ("2024-05-06T18:30:00+02:00", "2024-05-06T16:30:00+00:00", "2024-05-06", None),
        ("2024-05-06T18:30:00", "2024-05-06T18:30:00", "2024-05-06", None),  # no zone is told
        ("2024-05-06", "2024-05-06", "2024-05-06", None),  # nor a time: nobody said midnight
        ("2024-05-06T00:00:00Z", "2024-05-06T00:00:00+00:00", "2024-05-06", None),  # here they did
    ],
)
def test_record_has_moments_in_utc_and_the_newsrooms_day(
    printed: str, in_utc: str, day: str, told: str | None
) -> None:
    article = read_article(_PAGE.format(printed).encode(), name="dam.html")
    record = article_to_record(article)
    assert (record["published"], record["published_on"]) == (in_utc, told)
    again = read_record(record)
    assert again == article
    for one in (article, again):
        assert one.date
        assert (str(one.date.value), one.date.method) == (day, "published")
    exported = read_article(orjson.dumps(record), name="dam.jsonl")
    assert (exported.published, exported.day_published) == (
        article.published,
        article.day_published,
    )


def test_day_of_a_story_that_was_made_by_hand_is_its_own_too() -> None:
    east = dt.timezone(dt.timedelta(hours=9))
    made = Article(id="a", headline="b", published=dt.datetime(2024, 5, 7, 3, 0, tzinfo=east))
    assert made.published_on == dt.date(2024, 5, 7)
    assert read_record(article_to_record(made)) == made


def test_moment_at_the_end_of_time_stays_as_it_is() -> None:
    west = dt.timezone(-dt.timedelta(hours=9))
    made = Article(id="a", headline="b", published=dt.datetime(9999, 12, 31, 23, tzinfo=west))
    assert read_record(article_to_record(made)) == made
