"""The pages: what each address shows."""

from itertools import pairwise
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient

from search.index.memory import MemoryIndex
from tests.web.newsroom import DAM
from web import create_app

DAM_PAGE = f"/story/{quote(DAM.id, safe='')}"


def page(client: FlaskClient, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, response.text
    assert response.content_type == "text/html; charset=utf-8"
    return BeautifulSoup(response.text, "lxml")


def target(link: Tag) -> str:
    return str(link["href"])


def text(tree: Tag, path: str) -> str:
    return " ".join(" ".join(node.get_text() for node in tree.select(path)).split())


@pytest.mark.parametrize(
    ("address", "where", "shown"),
    [
        ("/", "#count", "48 stories of 48 · page 1 of 3"),
        ("/?q=dam", "#count", "1 story of 48"),
        ("/?q=harvest&page=2", "#count", "45 stories of 48 · page 2 of 3"),
        ("/?q=“spring+flood”", ".parsed", 'Searched for "spring flood"'),
        ("/?q=“spring+flood”", ".note", "quotes"),  # what was read otherwise is said
        ("/?q=dam", ".hit mark", "dam dam"),
        ("/?q=dam", ".hit .slugline", "OWA Velmora 3 March 2022"),
        ("/?q=dam", ".hit .speaking", "Ilsa Brandt, the regional weather service, Tomas Orel"),
        ("/?q=ferry", ".hit .guess", "9 August 2021 a guess"),  # a guess shows as a guess
        ("/?q=lighthouse", ".hit .undated", "undated"),
        ("/?q=harvest&agency=-OWA", "#count", "22 stories"),
        ("/?agency=none", "#count", "1 story"),
        ("/?speaker=ilsa-brandt", ".chips", "Speaker Ilsa Brandt"),  # the name, not its slug
        ("/?agency=OVA", ".note", "no story here has the agency “OVA”"),
        ("/?agency=OWA&agency=-Norvik", ".chips", "Agency OWA"),
        ("/?agency=-Norvik", ".chips", "Agency not Norvik"),
        ("/?from=2019-02&to=now", ".chips", "From 2019-02-01"),
        ("/?certain=yes", ".chips", "Date proved only"),
        ("/?certain=yes", "#count", "46 stories"),
        ("/?q=zeppelin", ".notice h2", "Nothing found"),
        ("/?q=zeppelin&agency=OWA", ".notice", "Drop the filters"),
        ("/?q=dam&page=9", ".notice h2", "Page 9 is past the end"),
        ("/?q=dam", ".facet", "Ilsa Brandt"),
        ("/?q=harvest", ".facet", "nobody quoted 45"),
        ("/help", "h1", "How to search"),
        ("/about", "dl", "Stories 48"),
        (DAM_PAGE, "h1", "Kessar dam will hold through spring flood — minister"),
        (DAM_PAGE, ".story .kicker", "Top news"),
        (DAM_PAGE, ".story .standfirst", "Engineers tested the gates twice"),
        (DAM_PAGE, ".byline", "By Ana Petrel"),
        (DAM_PAGE, ".body .dateline", "VELMORA, March 3. /OWA/."),
        (DAM_PAGE, ".body h2", "Why the town worries"),
        (DAM_PAGE, ".body .indirect", "The Kessar dam will hold through the spring flood"),
        (DAM_PAGE, ".body .mixed", 'the town "has a long memory"'),
        (DAM_PAGE, ".body .who.voice-none", "speaker not plain"),
        (DAM_PAGE, ".voice.voice-0 h3", "Ilsa Brandt"),
        (DAM_PAGE, ".voice.voice-0 .role", "Water Minister"),
        (DAM_PAGE, ".voice.voice-none h3", "Speaker not plain"),
        (DAM_PAGE, ".why", "the weekday that the story names proves it"),
        (DAM_PAGE, ".desk-notes", "one statement was left without a speaker"),
        (DAM_PAGE, ".file", "dam.html"),
        ("/story/guessed", ".desk-notes dl", "a guess"),
        ("/story/guessed", ".desk-notes dl", "Or else 9 August 2020"),
        ("/story/undated", ".why", "kept as undated"),
    ],
)
def test_page_shows(client: FlaskClient, address: str, where: str, shown: str) -> None:
    assert shown in text(page(client, address), where)


@pytest.mark.parametrize(
    ("address", "unshown"),
    [
        (DAM_PAGE, "/home/ana"),  # where the file lies is its keeper's business
        ("/story/undated", "a guess"),
        ("/?q=lighthouse", "a guess"),
    ],
)
def test_page_does_not_show(client: FlaskClient, address: str, unshown: str) -> None:
    assert unshown not in client.get(address).text


@pytest.mark.parametrize("address", ["/", "/?q=zeppelin", "/?q=(", "/help", "/about", DAM_PAGE])
def test_headings_leave_no_level_out(client: FlaskClient, address: str) -> None:
    tree = BeautifulSoup(client.get(address).text, "lxml")
    levels = [int(heading.name[1]) for heading in tree.select("h1, h2, h3, h4")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_hit_leads_to_its_story(client: FlaskClient) -> None:
    for link in page(client, "/?limit=100").select(".hit h3 a"):
        assert text(page(client, target(link)), "h1") == link.get_text()


def test_every_link_of_a_search_leads_somewhere(client: FlaskClient) -> None:
    tree = page(client, "/?q=harvest&agency=OWA&place=-Velmora&from=2019&page=2&sort=newest")
    links = [link for link in tree.select("a") if not target(link).startswith("#")]
    for link in links:
        assert client.get(target(link)).status_code == 200, target(link)


def test_a_facet_tells_what_choosing_it_gives(client: FlaskClient) -> None:
    for link in page(client, "/?q=harvest+OR+ferry").select(".facet .choose"):
        count = text(link, ".number")
        assert text(page(client, target(link)), "#count").startswith(f"{count} stor")


def test_a_value_is_chosen_dropped_and_excluded(client: FlaskClient) -> None:
    tree = page(client, "/?q=harvest")
    chosen = page(client, target(tree.select("#facet-agency + ul .choose")[0]))
    assert text(chosen, ".facet .wanted .label") == "OWA"
    dropped = page(client, target(chosen.select(".facet .wanted .choose")[0]))
    assert text(dropped, "#count") == text(tree, "#count")
    without = page(client, target(tree.select("#facet-agency + ul .exclude")[0]))
    assert text(without, "#count").startswith("22 stories")
    assert text(without, ".facet .unwanted .label") == "OWA"


def test_the_form_keeps_filters_but_not_the_page(client: FlaskClient) -> None:
    tree = page(client, "/?q=harvest&agency=OWA&sort=newest&page=2&from=2019")
    form = {field.get("name"): field.get("value") for field in tree.select("form input")}
    assert form == {"q": "harvest", "agency": "OWA", "sort": "newest"}
    outside = {field.get("name"): field.get("value") for field in tree.select(".dates input")}
    assert outside == {"from": "2019-01-01", "to": "", "certain": "yes"}


def test_the_typed_query_stays_as_typed(client: FlaskClient) -> None:
    tree = page(client, "/?q=“Spring+Flood”")
    assert tree.select("#q")[0].get("value") == "“Spring Flood”"


def test_an_empty_index_says_how_to_fill_it() -> None:
    client = create_app(MemoryIndex()).test_client()
    tree = page(client, "/")
    assert text(tree, "h1") == "There are no stories here yet"
    assert "dateline ingest" in text(tree, "pre")


def test_the_original_is_linked_only_where_it_is_a_web_page(client: FlaskClient) -> None:
    link = page(client, DAM_PAGE).select(".file a")[0]
    assert target(link) == DAM.url
    assert link.get("rel") == ["noopener", "noreferrer", "nofollow"]


def test_landmarks_labels_and_language(client: FlaskClient) -> None:
    for address in ("/?q=dam", DAM_PAGE, "/help", '/?q="'):
        tree = BeautifulSoup(client.get(address).text, "lxml")
        assert tree.select("html[lang=en]")
        assert len(tree.select("main")) == len(tree.select("h1")) == 1
        assert tree.select("a.skip[href='#main']")
        labels = {label.get("for") for label in tree.select("label")}
        fields = tree.select("input:not([type=hidden]):not([type=checkbox])")
        assert {field.get("id") for field in fields} <= labels
    assert page(client, DAM_PAGE).select("article[lang=en]")


def test_no_page_holds_script_or_inline_style(client: FlaskClient) -> None:
    for address in ("/?q=dam", DAM_PAGE, "/help", "/about", '/?q="'):
        tree = BeautifulSoup(client.get(address).text, "lxml")
        assert not tree.select("script, style, [style]")
        assert not [key for tag in tree.select("*") for key in tag.attrs if key.startswith("on")]
