"""What an agency says of a story, on its page: corrected, embargoed, and what was before it."""

import datetime as dt
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from search import Article, open_index
from search.article import Earlier, Signal
from tests.story import story
from web import create_app

_AT = dt.datetime(2024, 5, 7, 10, 0, tzinfo=dt.UTC)
_NIGHT = dt.datetime(2024, 5, 7, 22, 0, tzinfo=dt.timezone(-dt.timedelta(hours=5)))
DAM = story("Dam holds", "OSLO (AP) — The dam held.", id="dam")


def page_of(article: Article) -> BeautifulSoup:
    index = open_index("memory:")
    index.add([article])
    client: FlaskClient = create_app(index).test_client()
    return BeautifulSoup(client.get("/story/dam").text, "lxml")


def text(soup: BeautifulSoup, where: str) -> str:
    return " | ".join(" ".join(found.get_text().split()) for found in soup.select(where))


@pytest.mark.parametrize(
    ("signal", "shown"),
    [
        ("update", "An update: this version takes the place of an earlier one."),
        ("correction", "Corrected: its agency has put out this version to mend a mistake."),
        ("withheld", "Withheld: its agency says that it must not be used for now."),
        ("kill", "Killed: its agency says that it must not be used."),
        (None, ""),
    ],
)
def test_signal_stands_above_the_story(signal: Signal | None, shown: str) -> None:
    assert text(page_of(replace(DAM, signal=signal)), "header .signal") == shown


@pytest.mark.parametrize(
    ("embargo", "shown"),
    [
        (_AT, "Embargoed until 7 May 2024, 10:00 UTC."),
        (_NIGHT, "Embargoed until 8 May 2024, 03:00 UTC."),
        (_AT.replace(tzinfo=None), "Embargoed until 7 May 2024, 10:00."),  # in no zone told
    ],
)
def test_embargo_stands_above_the_story(embargo: dt.datetime, shown: str) -> None:
    assert text(page_of(replace(DAM, embargo=embargo)), "header .signal") == shown


@pytest.mark.parametrize(
    ("old", "shown"),
    [
        (
            Earlier(id="dam", version=1, headline="Dam in doubt", published=_AT, source="/a/1.xml"),
            "Dam in doubt version 1, 7 May 2024, 10:00 UTC, 1.xml",
        ),
        (Earlier(id="dam", version=0, headline="<b>Dam</b>"), "<b>Dam</b> version 0"),
        (Earlier(id="dam", source="/a/1.xml"), "No headline 1.xml"),
    ],
)
def test_versions_before_it_are_listed(old: Earlier, shown: str) -> None:
    assert text(page_of(replace(DAM, earlier=(old,))), ".earlier li") == shown


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        (_AT, "7 May 2024, 10:00 UTC"),
        (_NIGHT, "8 May 2024, 03:00 UTC (7 May 2024 where it was published)"),
        (_AT.replace(tzinfo=None), "7 May 2024, 10:00"),
        (dt.datetime(2024, 5, 7), "7 May 2024"),  # a day alone, whose time nobody told
        (dt.datetime(2024, 5, 7, tzinfo=dt.UTC), "7 May 2024, 00:00 UTC"),
    ],
)
def test_moment_of_publication_is_told_in_utc(published: dt.datetime, shown: str) -> None:
    page = page_of(Article(id="dam", headline="Dam", body="It held.", published=published))
    assert text(page, "[aria-labelledby=source-heading] dd") == shown
    assert "its page or file says on which day it was published" in text(page, ".why")


def test_story_that_is_the_first_has_none() -> None:
    assert "Earlier versions" not in text(page_of(DAM), "body")
