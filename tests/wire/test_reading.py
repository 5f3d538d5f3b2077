"""Reading: an article completed with its own text's facts, each credit in its order."""

import pytest

from search import Article
from search.wire import read_wire


@pytest.mark.parametrize(
    ("body", "given", "url", "agency"),
    [
        ("OSLO, May 3 (AFP) - Rain.\n Reuter", "NTB", None, "AFP"),  # the dateline goes first
        ("OSLO, May 3 - Rain.\n Reuter", "NTB", None, "Reuters"),  # then the last line
        ("OSLO, May 3 - Rain.", "Associated Press", None, "AP"),  # then the page's own word
        ("OSLO, May 3 - Rain.", "Radio Fjord", None, "Radio Fjord"),  # as given, if unknown
        ("OSLO, May 3 - Rain.", None, "https://tass.com/1", "TASS"),  # then its site
        ("OSLO, May 3 - Rain, TASS said.", None, None, None),  # a mention is no credit
    ],
)
def test_agency(body: str, given: str | None, url: str | None, agency: str | None) -> None:
    article = read_wire(Article(id="1", headline="", body=body, agency=given, url=url))
    assert article.agency == agency


@pytest.mark.parametrize(
    ("body", "agency"),
    [
        ("OSLO, May 3 (AFP) - Rain.", "AFP"),  # the dateline goes before the byline
        ("OSLO, May 3 - Rain.\nReuter", "Reuters"),  # so does the last line
        ("OSLO, May 3 - Rain.", "AP"),  # which goes before what the page says
    ],
)
def test_agency_of_a_byline(body: str, agency: str) -> None:
    byline = "By Ana Silva, Associated Press Writer"
    article = Article(id="1", headline="", body=body, byline=byline, agency="NTB")
    assert read_wire(article).agency == agency


def test_speakers_come_once_in_order_and_never_as_pronouns() -> None:
    body = '"Rain," he said.\n\nBo Ek said: "Sun."\n\n"Hail," Ana Silva said. "Snow," Ek said.'
    article = read_wire(Article(id="1", headline="", body=body))
    assert [speaker.name for speaker in article.speakers] == ["Bo Ek", "Ana Silva"]
    assert len(article.statements) == 4
