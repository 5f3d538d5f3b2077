"""Stories that a page has as data for a script, and those that are told in captions."""

import json

import pytest

from search import read_article
from search.errors import NotAnArticle
from tests.ingest import designs

TEXTS = (designs.LEDE, designs.SECOND, designs.THIRD, designs.FOURTH)
BODY = "\n\n".join(TEXTS)
MARKUP = "".join(f"<p>{text}</p>" for text in TEXTS)
STORY = {
    "headline": designs.HEADLINE,
    "publishedAt": "2024-05-06T18:30:00Z",
    "authors": [{"name": "Ana Reyes"}],
    "body": MARKUP,
}
OTHER = {"headline": "Ferry aground off the northern cape", "body": MARKUP * 3}
EMPTY = "<div id='root'><div class='spinner'>Loading…</div></div>"


def make_page(script: str) -> bytes:
    title = f"<title>{designs.HEADLINE} | Harbour Wire</title>"
    return f"<html><head>{title}</head><body>{EMPTY}{script}</body></html>".encode()


def as_json(value: object) -> str:
    told = {"props": {"pageProps": value, "menu": [{"title": "Ports"}] * 20}}
    return f"<script id='__NEXT_DATA__' type='application/json'>{json.dumps(told)}</script>"


def assigned(value: object) -> str:
    return f"<script>window.__STATE__ = {json.dumps({'story': value})};window.x=1</script>"


@pytest.mark.parametrize("script", [as_json(STORY), assigned(STORY), as_json([OTHER, STORY])])
def test_story_is_read_from_the_pages_data(script: str) -> None:
    article = read_article(make_page(script), name="a.html")
    assert article.headline == designs.HEADLINE
    assert article.body == BODY
    assert article.authors == ("Ana Reyes",)
    assert article.published is not None
    assert article.published.isoformat() == "2024-05-06T18:30:00+00:00"


@pytest.mark.parametrize(
    "body",
    [
        list(TEXTS),
        [{"type": "paragraph", "text": text} for text in TEXTS],
        [{"_type": "block", "children": [{"text": text}]} for text in TEXTS],
        {"nodeType": "document", "content": [
            {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": text[:30]},
                                                  {"nodeType": "text", "value": text[30:]}]}
            for text in TEXTS]},
        [{"type": "text", "content": f"<p>{text}</p>"} for text in TEXTS],
        "\n\n".join(TEXTS),
    ],
)  # fmt: skip
def test_body_may_be_kept_in_blocks(body: object) -> None:
    article = read_article(make_page(as_json(STORY | {"body": body})), name="a.html")
    assert article.body == BODY


@pytest.mark.parametrize(
    "script",
    [
        as_json(OTHER),  # another story than the title's
        as_json(STORY | {"body": "Waves."}),
        "<script type='application/json'>" + "{" * 2000 + "</script>",
        "<script>window.x = {" + "a" * 2000 + "</script>",
        assigned("x" * 2000),
    ],
)
def test_data_without_the_titles_story_gives_none(script: str) -> None:
    with pytest.raises(NotAnArticle):
        read_article(make_page(script), name="a.html")


def test_story_that_the_page_shows_goes_before_its_data() -> None:
    shown = f"<h1>{designs.HEADLINE}</h1>{MARKUP}"
    page = make_page(shown + as_json(STORY | {"body": MARKUP * 2}))
    assert read_article(page, name="a.html").body == BODY


def test_captions_are_the_story_of_a_page_of_pictures() -> None:
    pictures = "".join(
        f"<figure><img><figcaption>{text}</figcaption></figure>" for text in TEXTS[:3]
    )
    page = f"<html><body><main><h1>In pictures: the storm</h1>{pictures}</main></body></html>"
    assert read_article(page.encode(), name="a.html").body == "\n\n".join(TEXTS[:3])
