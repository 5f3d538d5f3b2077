"""The headline of a page, told from what stands beside it in its heading and on the page."""

import pytest

from search import read_article
from tests.ingest import designs

PROSE = f"<p>{designs.LEDE}</p><p>{designs.SECOND}</p><p>{designs.THIRD}</p>"
TITLE = "<title>Dam in Oslo holds, mayor says | Harbour Wire</title>"
DAM = "Dam in Oslo holds, mayor says"


@pytest.mark.parametrize(
    ("markup", "headline", "kicker"),
    [
        # a kicker of many names, in the heading
        (f"<h1><span class='roofline'>Floods</span> {DAM}</h1>", DAM, "Floods"),
        (f"<h1><span class='dachzeile'>Floods in the north</span><span>{DAM}</span></h1>", DAM,
         "Floods in the north"),
        (f"<h1><span class='a__topline'>Floods</span><span>: </span>{DAM}</h1>", DAM, "Floods"),
        (f"<h1><small>Oslo</small><br>{DAM}</h1>", DAM, "Oslo"),
        # a day, or a second line, is none
        (f"<h1><time>6 May 2024</time>{DAM}</h1>", DAM, None),
        (f"<h1><span class='topline'>06.05.2024</span>{DAM}</h1>", DAM, None),
        (f"<h1>{DAM} <small class='subtitle'>And how it did</small></h1>", DAM, None),
        # what nobody sees
        (f"<h1><style>.a{{color:red}}</style>{DAM}</h1>", DAM, None),
        (f"<h1><span class='visually-hidden'>Headline:</span> {DAM}</h1>", DAM, None),
        # a line that breaks does not run its words together
        ("<h1>Dam in Oslo holds,<br>mayor says</h1>", DAM, None),
        # a heading that is nothing but what might be a kicker stays
        ("<h1><span class='subtitle'>Dam in Oslo holds</span></h1>", "Dam in Oslo holds", None),
        ("<h1><em>Dam</em> in Oslo <span class='candidate'>holds</span></h1>", "Dam in Oslo holds",
         None),
    ],
)  # fmt: skip
def test_heading_is_parted_from_its_kicker(markup: str, headline: str, kicker: str | None) -> None:
    page = f"<html><head>{TITLE}</head><body>{markup}{PROSE}</body></html>"
    article = read_article(page.encode(), name="a.html")
    assert article.headline == headline
    assert article.kicker == kicker


@pytest.mark.parametrize(
    ("title", "markup", "headline"),
    [
        # a logo leads to the front page, or is named for what it is
        ("Harbour Wire » Dam in Oslo holds", "<h1><a href='/'>Harbour Wire of Oslo</a></h1>"
         "<h3>Dam in Oslo holds</h3>", "Dam in Oslo holds"),
        ("Dam in Oslo holds - Harbour Wire", "<h1 class='site-title'>Harbour Wire</h1>",
         "Dam in Oslo holds"),
        ("Dam in Oslo holds - Harbour Wire", "<h1><a href='https://w.example/'>Harbour Wire</a>"
         "</h1>", "Dam in Oslo holds"),
        # a headline may be a link too, to its own page
        ("Dam in Oslo holds", "<h1><a href='/2024/dam'>Dam in Oslo holds</a></h1>",
         "Dam in Oslo holds"),
        # the site's name first: the headline is the part that a heading shows
        ("Harbour Wire of Oslo | Dam in Oslo holds", "<h2>Latest</h2><h2>Dam in Oslo holds</h2>",
         "Dam in Oslo holds"),
        ("HARBOUR: The dam", "<h1>The dam</h1>", "The dam"),
        # no part of the title is shown
        ("Dam in Oslo holds, and how", "<h2>More of our news</h2>", "Dam in Oslo holds, and how"),
        # bars of other sites
        ("Dam in Oslo holds · Harbour Wire", "", "Dam in Oslo holds"),
        ("Dam in Oslo holds › Harbour Wire", "", "Dam in Oslo holds"),
        ("Dam in Oslo holds « Harbour Wire", "", "Dam in Oslo holds"),
    ],
)  # fmt: skip
def test_headline_is_told_from_the_site(title: str, markup: str, headline: str) -> None:
    page = f"<html><head><title>{title}</title></head><body>{markup}{PROSE}</body></html>"
    assert read_article(page.encode(), name="a.html").headline == headline


def test_day_before_a_lower_heading_is_the_storys() -> None:
    page = (
        f"<html><head>{TITLE}</head><body><h2 class='date-header'>6 May 2024</h2><div>"
        f"<h3>{DAM}</h3>{PROSE}</div><div><p class='date'>9 May 2024</p></div></body></html>"
    )
    published = read_article(page.encode(), name="a.html").published
    assert published is not None
    assert published.day == 6


@pytest.mark.parametrize(
    ("markup", "headline", "kicker"),
    [
        # a colon or a dash that only a screen reader reads parts the kicker from the headline
        (f"<span>Floods</span><span class='visually-hidden'>: </span><span>{DAM}</span>", DAM,
         "Floods"),
        (f"<span class='a'>Floods</span><span aria-hidden='true'> – </span>{DAM}", DAM, "Floods"),
        (f"<b>Floods</b><i class='invisible'>: </i>{DAM}, <em>and</em> so", f"{DAM}, and so",
         "Floods"),
        # the kicker may stand behind, and is shown above
        (f"<span>{DAM}</span><span class='aural'>: </span><small>Floods in the north</small>", DAM,
         None),
        # a dash that is seen, or one before a single word, parts nothing
        (f"<span>Floods</span><span> – </span><span>{DAM}</span>", f"Floods – {DAM}", None),
        ("<span>The dam in Oslo holds</span><span class='sr-only'>: </span><span>video</span>",
         "The dam in Oslo holds video", None),
    ],
)  # fmt: skip
def test_hidden_mark_parts_kicker_from_headline(
    markup: str, headline: str, kicker: str | None
) -> None:
    page = f"<html><head>{TITLE}</head><body><h1>{markup}</h1>{PROSE}</body></html>"
    article = read_article(page.encode(), name="a.html")
    assert (article.headline, article.kicker) == (headline, kicker)
