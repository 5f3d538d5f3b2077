"""A page in, the story out: whatever make the page is of."""

import datetime as dt

import pytest

from search import read_article
from search.errors import NotAnArticle
from tests.ingest import designs


@pytest.mark.parametrize("design", designs.DESIGNS)
def test_page_of_any_make_gives_the_story(design: str) -> None:
    article = read_article(designs.DESIGNS[design].encode(), name="page.html")
    assert article.headline == designs.HEADLINE
    assert article.body == designs.BODY
    assert [heading.text for heading in article.headings] == [designs.HEADING]
    assert article.authors == ("Ana Reyes",)
    assert article.standfirst == designs.STANDFIRST
    assert article.published is not None
    assert article.published.astimezone(dt.UTC) == dt.datetime(2024, 5, 6, 18, 30, tzinfo=dt.UTC)
    assert article.language == "en"
    assert article.agency == "AP"
    assert article.dateline is not None
    assert article.dateline.place == "Porto Vela"


SITE = "<meta property='og:site_name' content='Harbour Wire'>"
PROSE = f"<p>{designs.LEDE}</p><p>{designs.SECOND}</p><p>{designs.THIRD}</p>"


@pytest.mark.parametrize(
    ("markup", "headline"),
    [
        # the site's name is no part of it
        (f"<title>Dam holds in Oslo - Harbour Wire</title>{SITE}", "Dam holds in Oslo"),
        ("<title>Dam holds in Oslo | Harbour Wire</title>", "Dam holds in Oslo"),
        # a dash of the headline's own stays
        ("<title>Dam holds - for now - in Oslo</title>", "Dam holds - for now - in Oslo"),
        # the logo is a heading too, and not the story's
        (f"<h1>Harbour Wire</h1><title>Dam holds in Oslo</title>{SITE}", "Dam holds in Oslo"),
        # even where it is marked as the headline
        (
            f"<h1 itemprop='headline'>Harbour Wire</h1><h1>Dam holds in Oslo</h1>{SITE}"
            "<meta property='og:title' content='Dam holds in Oslo'>",
            "Dam holds in Oslo",
        ),
        # what is shown goes before what is told to search engines
        (
            "<title>Oslo dam: latest on the dam</title><h1>Dam in Oslo holds</h1>",
            "Dam in Oslo holds",
        ),
        # or to those who share it
        (
            "<meta property='og:title' content='Dam in Oslo holds, and how'><meta name="
            "'twitter:title' content='Dam in Oslo holds, and how'><h1>Dam in Oslo holds firm</h1>",
            "Dam in Oslo holds firm",
        ),
        ("<h1>Opinion | Let the dam in Oslo stand</h1>", "Let the dam in Oslo stand"),
        # a title of a word or two is the site's, and says nothing against a heading
        ("<title>Harbour Wire</title><h1>Dam in Oslo holds</h1>", "Dam in Oslo holds"),
    ],
)
def test_headline_is_the_one_shown(markup: str, headline: str) -> None:
    page = f"<html><body>{markup}{PROSE}</body></html>"
    assert read_article(page.encode(), name="a.html").headline == headline


@pytest.mark.parametrize(
    ("markup", "day"),
    [
        ("<meta name='date' content='2024-02-29'>", (2024, 2, 29)),
        ("<time datetime='2024-05-06T23:30:00-04:00'>Monday</time>", (2024, 5, 6)),  # its own day
        ("<meta name='pubdate' content='Mon, 06 May 2024 10:00:00 GMT'>", (2024, 5, 6)),
        ("<meta name='cXenseParse:publishtime' content='2024-05-06T10:00:00Z'>", (2024, 5, 6)),
        ("<span class='posted'>6 mai 2024</span>", (2024, 5, 6)),
        ("<aside><time datetime='2020-01-01'></time></aside>", None),  # another story's
        ("<meta name='date' content='9654-01-01'>", None),  # nobody's
        ("<meta name='date' content='2024-13-45'>", None),
        ("<link rel='canonical' href='https://w.example.com/2024/05/06/dam'>", (2024, 5, 6)),
        # what a time element prints, where its attribute is of the last change
        (
            "<time datetime='2024-05-17T15:04Z'>Posted: May 6, 2024 8:25 AM | Last updated: May "
            "17</time>",
            (2024, 5, 6),
        ),
        # a date and nothing else, under the headline, that no markup names
        ("<div><span>Ana Reyes</span><span>May 6, 2024</span></div>", (2024, 5, 6)),
        ("<div><span>Posted: Mon. 6 May 2024, 8:30 PM</span></div>", (2024, 5, 6)),
        # after a standfirst too
        (f"<p>{designs.SECOND}</p><div><span>May 6, 2024</span></div>", (2024, 5, 6)),
        # a list there is of facts about the story
        ("<ul><li class='date'>6 May 2024</li></ul>", (2024, 5, 6)),
        # farther down lists are of other stories, and dates are in sentences
        (f"{PROSE}<ul><li class='date'>6 May 2024</li></ul><p><i>6 May 2024</i></p>", None),
        # UTC is on the next day already: the newsroom's is the one that it prints
        ("<time datetime='2024-05-07T02:00:00Z'>May 6, 2024</time>", (2024, 5, 6)),
        ("<span class='byline'>By Ana Reyes | May 6, 2024</span>", (2024, 5, 6)),
        # the day of a change is not that of publication
        ("<p class='date'>Updated: 7 May 2024</p>", None),
        ("<div>Last updated <time datetime='2024-05-07'>7 May</time></div>", None),
        (
            "<div>Updated <time datetime='2024-05-07'></time>, published <time "
            "datetime='2024-05-06'></time></div>",
            (2024, 5, 6),
        ),
    ],
)
def test_day_of_publication(markup: str, day: tuple[int, int, int] | None) -> None:
    page = f"<html><body><h1>Dam holds in Oslo</h1>{markup}{PROSE}</body></html>"
    published = read_article(page.encode(), name="a.html").published
    assert (published and (published.year, published.month, published.day)) == day


CHANGED = (
    "<meta property='article:published_time' content='2024-05-03T09:00:00Z'>"
    "<meta property='article:modified_time' content='2024-05-06T09:00:00Z'>"
)


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("<p class='date'>6 May 2024</p>", 6),  # put out again: the page says so to its readers
        ("<p class='date'>Updated 6 May 2024</p>", 3),  # a change only
        ("<p class='date'>9 May 2024</p>", 3),  # a day that the markup knows nothing of
        ("", 3),
    ],
)
def test_story_put_out_again_is_of_the_day_that_its_page_prints(printed: str, day: int) -> None:
    page = f"<html><head>{CHANGED}<body><h1>Dam holds in Oslo</h1>{printed}{PROSE}</html>"
    article = read_article(page.encode(), name="a.html")
    assert article.published is not None
    assert article.published.day == day
    assert any("2024-05-03" in note for note in article.notes) == (day == 6)


@pytest.mark.parametrize(
    ("markup", "authors"),
    [
        ("<meta name='author' content='Ana Reyes and Bo Chen'>", ("Ana Reyes", "Bo Chen")),
        ("<p class='byline'>By Ana Reyes, Harbour Wire Staff Writer</p>", ("Ana Reyes",)),
        # a line between headline and story that nothing marks
        ("<p>By Ana Reyes</p>", ("Ana Reyes",)),
        ("<div>By <a href='/r'>Ana Reyes</a> and Bo Chen</div>", ("Ana Reyes", "Bo Chen")),
        ("<p>By The Associated Press</p>", ("The Associated Press",)),
        ("<p>By The Sea Wall</p>", ()),  # a label, for all that is known
        (f"{PROSE}<p>By Bo Chen</p>", ()),  # of another story
        # only one of them linked
        ("<p class='byline'>By <a href='/ana'>Ana Reyes</a> and Bo Chen, Harbour Wire</p>",
         ("Ana Reyes", "Bo Chen")),
        # the desk or the town after a link is nobody
        ("<p class='byline'>By <a href='/ana'>Ana Reyes</a>, Porto Vela</p>", ("Ana Reyes",)),
        ("<p class='byline'>By Ana Reyes, Harbour Times</p>", ("Ana Reyes",)),
        # blocks of a byline do not run into one another
        ("<div class='byline'><div>Ana Reyes</div><div>Bo Chen</div></div>",
         ("Ana Reyes", "Bo Chen")),
        # a link to the page about somebody is no byline, nor is one in a sentence
        ("<p><a href='/topics/people/ines-duarte'>Ines Duarte</a></p>", ()),
        (f"<p>{designs.SECOND} <a href='/people/ines-duarte'>Ines Duarte</a> {designs.THIRD}</p>",
         ()),
        ("<p>By <a href='/people/ana-reyes'>Ana Reyes</a></p>", ("Ana Reyes",)),
        # an agency or an institute is credited where no person is
        ("<meta name='author' content='Associated Press'>", ("Associated Press",)),
        ("<meta name='author' content='Associated Press'><p class='byline'>By Ana Reyes</p>",
         ("Ana Reyes",)),
        # whom the page prints goes before whom its markup credits
        ('<script type="application/ld+json">{"@type":"Article","author":{"@type":"Organization",'
         '"name":"Harbour Network"}}</script><p class="byline">By University of Porto Vela</p>',
         ("University of Porto Vela",)),
        (f"{SITE}<p class='byline'>By Harbour Wire</p>", ("Harbour Wire",)),
        # the site's own name and its desk tell nothing where only the markup has them
        (f"{SITE}<meta name='author' content='Harbour Wire'>", ()),
        ("<link rel='canonical' href='https://www.harbourwire.example/dam'>"
         "<meta name='author' content='HarbourWire'>", ()),
        ("<meta name='author' content='Admin'>", ()),
        ("<meta name='author' content='Staff writer'>", ()),
        ("<meta name='author' content='https://harbour.example/ana'>", ()),
        ("<meta name='author' content='@anareyes'>", ()),
    ],
)  # fmt: skip
def test_authors(markup: str, authors: tuple[str, ...]) -> None:
    page = f"<html><body><h1>Dam holds in Oslo</h1>{markup}{PROSE}</body></html>"
    assert read_article(page.encode(), name="a.html").authors == authors


def test_story_that_two_voices_date_is_of_the_day_that_the_page_prints() -> None:
    """JSON-LD tells when it first went out, a meta element and the page when it went out again."""
    page = (
        '<html><script type="application/ld+json">{"@type":"Article","headline":"Dam holds in Oslo"'
        ',"datePublished":"2022-07-04T10:45:00Z","dateModified":"2024-05-30T01:00:00Z"}</script>'
        "<meta name='date' content='May 6, 2024'><body><h1>Dam holds in Oslo</h1>"
        f"<p class='posted-on'>May 6, 2024</p>{PROSE}</html>"
    )
    article = read_article(page.encode(), name="a.html")
    assert article.published is not None
    assert article.published.date() == dt.date(2024, 5, 6)
    assert any("2022-07-04" in note for note in article.notes)


def test_moment_in_utc_takes_the_zone_that_the_page_prints() -> None:
    page = (
        "<html><meta property='article:published_time' content='2024-05-07T01:30:10Z'><body>"
        f"<h1>Dam holds in Oslo</h1><p class='date'>May 6, 2024 8:30 PM</p>{PROSE}</body></html>"
    )
    published = read_article(page.encode(), name="a.html").published
    assert published is not None
    assert published.isoformat() == "2024-05-06T20:30:10-05:00"


def test_lede_that_is_also_the_description_stays_in_the_body() -> None:
    page = f"<meta name='description' content='{designs.LEDE}'><h1>Dam holds in Oslo</h1>{PROSE}"
    article = read_article(f"<html><body>{page}</body></html>".encode(), name="a.html")
    assert article.standfirst is None
    assert article.body.startswith(designs.LEDE)


def test_article_body_told_apart_from_a_second_story() -> None:
    told = designs.BODY.replace(designs.HEADING, "").replace("\n", " ").replace('"', "'")
    page = (
        f'<html><script type="application/ld+json">{{"@type":"Article","headline":"Dam holds firm",'
        f'"articleBody":"{told}"}}</script><body><div><h1>Dam holds firm</h1>{PROSE}'
        f"<p>{designs.FOURTH}</p><p>A ferry ran aground off the northern cape, and ninety people "
        "were taken off it by helicopter before dawn.</p></div></body></html>"
    )
    assert "ferry" not in read_article(page.encode(), name="a.html").body


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<html><body><h1>Dam holds</h1></body></html>", "no story's text"),
        ("<html>" + "<div>" * 100_000 + "x", "nested more than"),
        ("<html><body>" + "<p>x" * 60_000, "more than 50,000 elements"),
    ],
)
def test_page_without_a_story_says_why(page: str, reason: str) -> None:
    with pytest.raises(NotAnArticle, match=reason):
        read_article(page.encode(), name="a.html")
