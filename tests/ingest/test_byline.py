"""Who wrote a story, by the markup and the wording of many trades and languages."""

import json

import pytest

from search import read_article
from search.ingest.names import read_names, read_signature
from tests.ingest import designs

PROSE = f"<p>{designs.LEDE}</p><p>{designs.SECOND}</p><p>{designs.THIRD}</p>"
SOURCES = "<li><meta itemprop='author' content='Bo Chen'></li>" * 4
SITE = "<meta property='og:site_name' content='Harbour Wire'>"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Von Ana Reyes und Bo Chen, Redakteure", ("Ana Reyes", "Bo Chen")),
        ("Ein Gastbeitrag von Ana Reyes", ("Ana Reyes",)),
        ("Alle Beiträge von Ana Reyes", ("Ana Reyes",)),
        ("Autorin: Ana Reyes, Projektleiterin in Oslo", ("Ana Reyes",)),
        ("Publié par Ana Reyes", ("Ana Reyes",)),
        ("Escrito por: Ana Reyes", ("Ana Reyes",)),
        ("byAna Reyes", ("Ana Reyes",)),
        ("Ana Reyes am 6. Mai 2024 um 18:30", ("Ana Reyes",)),
        ("Ana Reyes im Gespräch mit Bo Chen", ("Ana Reyes", "Bo Chen")),
        # an initial keeps its stop
        ("Ana Reyes C.", ("Ana Reyes C.",)),
        # where or for whom somebody writes is nobody
        ("Por Ana Reyes, Redação — Porto Vela", ("Ana Reyes",)),
        ("6 May 2024 – Ana Reyes", ("Ana Reyes",)),
        ("By Ana Reyes | Contributions from | Bo Chen", ("Ana Reyes",)),
        ("Ana Reyes, Harbour Power AG", ("Ana Reyes",)),
        ("HARBOUR SA", ()),
        ("Text von Ana Reyes Fotos von Bo Chen", ("Ana Reyes",)),
        ("Words: Ana Reyes Photos: Bo Chen", ("Ana Reyes",)),
        # what a page says to its readers is no name
        ("Ana Reyes | WATCH LIVE", ("Ana Reyes",)),
        ("Please enter your name here", ()),
        ("Alle Artikel", ()),
        ("More Posts", ()),
        ("Autorenseite von", ()),
        ("Online-Experte Ana Reyes", ()),
        ("Ludwig van der Meer", ("Ludwig van der Meer",)),
    ],
)
def test_names_in_a_byline(text: str, names: tuple[str, ...]) -> None:
    assert read_names(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("von gizzmo", "gizzmo"),
        ("der Michel", "der Michel"),
        ("Ana_R", "Ana_R"),
        ("harbour-wire.example", "harbour-wire.example"),
        ("Zum Profil von anar2", "anar2"),
        ("von Tobi am 6. Mai 2024", "Tobi"),
        ("admin", None),
        ("Unknown", None),
        ("6. Mai 2024", None),
        ("06.05.2024", None),
        ("Posted on", None),
        ("More posts", None),
        ("Rules of the house", None),
        ("@anareyes", None),
    ],
)
def test_signature_is_one_name(text: str, name: str | None) -> None:
    assert read_signature(text) == name


@pytest.mark.parametrize(
    ("markup", "authors"),
    [
        # one name, in what is marked for an author's name and nothing else
        ("<p>by <span class='author vcard'><a class='url fn n' href='/author/t/'>Tobi</a></span>",
         ("Tobi",)),
        ("<div class='meta'><a rel='author' href='/u'>gizzmo</a></div>", ("gizzmo",)),
        ("<span class='post-author vcard'>von <span class='fn'>der Michel</span></span>",
         ("der Michel",)),
        ("<a rel='author' href='/u'>admin</a>", ()),
        ("<div class='author-note'>Tobi</div>", ()),  # it may be anything
        # a name farther off is another story's; in the head, full names go before others
        (f"<a rel='author' href='/u'>gizzmo</a>{PROSE}<a rel='author' href='/b'>Bo Chen</a>",
         ("gizzmo",)),
        (f"<p>Von Ana Reyes</p>{PROSE}<a rel='author' href='/b'>Bo Chen</a>", ("Ana Reyes",)),
        ("<a rel='author' href='/u'>gizzmo</a> <a rel='author' href='/b'>Bo Chen</a>",
         ("Bo Chen",)),
        # in an address and classes of other languages
        ("<p><a href='/autor/ana-reyes'>Ana Reyes</a></p>", ("Ana Reyes",)),
        ("<span class='auteurs'>par Ana Reyes</span>", ("Ana Reyes",)),
        ("<p class='autorenzeile'>Von Ana Reyes und Bo Chen</p>", ("Ana Reyes", "Bo Chen")),
        ("<div class='hauteur'>Ana Reyes</div>", ()),
        # a list of facts under the headline is the story's, a longer one is of others
        ("<ul><li>6 May 2024</li><li class='author'>Ana Reyes</li></ul>", ("Ana Reyes",)),
        (f"<ul><li class='author'>Ana Reyes</li><li>{PROSE}</li></ul>", ()),
        (f"{PROSE}<ul><li class='author'>Ana Reyes</li></ul>", ()),
        # and so is a footer of its article, but not one of the page
        (f"{PROSE}<footer><span class='author'>Ana Reyes</span></footer>", ()),
        # whoever comments did not write it
        (f"{PROSE}<div class='comments'><span class='author'>Ana Reyes</span></div>", ()),
        # a link to the author goes before other links of the byline
        ("<div class='byline'><a rel='author' href='/a'>Ana Reyes</a> <a href='/t'>Sea Walls</a>"
         "</div>", ("Ana Reyes",)),
        ("<div class='byline'><a rel='author' href='/a'>Tobi</a> in <a href='/t'>Sea Walls</a>"
         "</div>", ("Tobi",)),
        # lines that nothing marks
        ("<p>Von Ana Reyes</p>", ("Ana Reyes",)),
        ("<p>06.05.2024, 18:30 Uhr von Ana Reyes</p>", ("Ana Reyes",)),
        ("<p>Eine Kolumne von <b>Ana Reyes</b></p>", ("Ana Reyes",)),
        ("<div>By&nbsp;<a href='/r/ana'>Ana Reyes</a></div>", ("Ana Reyes",)),
        ("<p>6 May 2024<br>Von Ana Reyes</p>", ("Ana Reyes",)),
        ("<p><i>Photos and Story By Ana Reyes</i></p>", ("Ana Reyes",)),
        ("<p>Von Oslo nach Porto Vela</p>", ()),
        # and some that say so wherever they stand, but of a book
        (f"{PROSE}<p>Text: Ana Reyes</p>", ("Ana Reyes",)),
        (f"{PROSE}<p>Autorin: <b>Ana Reyes</b></p>", ("Ana Reyes",)),
        (f"{PROSE}<p>Autorin: Ana Reyes</p><p>Verlag: Harbour</p>", ()),
        # the site itself where a byline prints it
        (f"{SITE}<span class='author'>Von Harbour Wire</span>", ("Harbour Wire",)),
        # a person whose name is that of their site
        ("<meta property='og:site_name' content='Ana Reyes’s blog'>"
         "<meta name='author' content='Ana Reyes'>", ("Ana Reyes",)),
        # an author who has the site's name, beside one who is printed
        ("<link rel='canonical' href='https://www.elpuerto.example/dam'><meta name='author' "
         "content='El Puerto'><p class='byline'>Por Ana Reyes</p>", ("Ana Reyes",)),
        ("<link rel='canonical' href='https://www.puerto.example/dam'><meta name='author' "
         "content='Das Puerto'><p class='byline'>Von Ana Reyes</p>", ("Ana Reyes",)),
        # whoever keeps the site, among its meta elements, is nobody's author
        ("<meta name='author' content='Reyes Webdesign GmbH'>", ()),
        ("<meta name='author' content='Reyes Chen www.reyes.example'>", ()),
        # nor is who reviewed it, or a section
        ("<p class='byline'>Medically reviewed by Ana Reyes</p>", ()),
        ("<p class='byline'>Foto: Ana Reyes</p><p class='byline'>By Bo Chen</p>", ("Bo Chen",)),
        ("<div>Reviewed by <a rel='author' href='/a'>Ana Reyes</a></div>", ()),
        ("<a rel='author' href='/author/politik'>Politik</a>", ()),
        # the card that is shared names the user who put the story there
        ("<meta name='twitter:label1' content='Verfasst von'><meta name='twitter:data1' "
         "content='Ana Reyes'>", ("Ana Reyes",)),
        ("<meta name='twitter:label1' content='Lesezeit'><meta name='twitter:data1' "
         "content='Ana Reyes'>", ()),
        # "By" in an element of its own, in classes of chance letters
        ("<div class='x9'><span class='kq'>By</span><span><a href='/a'>Ana Reyes</a></span></div>",
         ("Ana Reyes",)),
        ("<div data-testid='byline-name'>Ana Reyes</div>", ("Ana Reyes",)),
        # a label in one
        ("<dl><dt>Author</dt><dd>Ana Reyes</dd></dl>", ("Ana Reyes",)),
        ("<div><span>Autorin</span> <a href='/a'>Ana Reyes</a></div>", ("Ana Reyes",)),
        (f"{PROSE}<table><tr><th>Author</th><td>Bo Chen</td></tr></table>", ()),  # a book's
        # in a short footer at the story's head
        ("<footer><div class='author'>Submitted by <a class='username' href='/u'>Ana Reyes</a> on "
         "Mon, 05/06/2024 - 18:30</div></footer>", ("Ana Reyes",)),
        # what kind of text it is
        ("<p>Gastbeitrag von Ana Reyes</p>", ("Ana Reyes",)),
        ("<p>Blog-Beitrag von Ana Reyes</p>", ("Ana Reyes",)),
        # one name behind a day
        ("<p>06.05.2024 13:30 von Olga</p>", ("Olga",)),
        ("<p>von Olga</p>", ()),
        # an author marked in a list of sources is no author of the story
        (f"{PROSE}<ul>{SOURCES}</ul>", ()),
    ],
)  # fmt: skip
def test_author_is_whom_the_page_says(markup: str, authors: tuple[str, ...]) -> None:
    page = f"<html><body><h1>Dam holds in Oslo</h1>{markup}{PROSE}</body></html>"
    assert read_article(page.encode(), name="a.html").authors == authors


def test_footer_of_the_article_is_the_storys() -> None:
    page = (
        f"<html><body><article><h1>Dam holds in Oslo</h1>{PROSE}<footer>"
        "<span class='author'>Ana Reyes</span></footer></article></body></html>"
    )
    assert read_article(page.encode(), name="a.html").authors == ("Ana Reyes",)


GRAPH = [
    {"@type": "Article", "headline": "Dam holds in Oslo", "author": {"@id": "#ana"}},
    {"@type": "Person", "@id": "#ana", "name": "Ana Reyes"},
]


@pytest.mark.parametrize(
    ("told", "printed", "authors"),
    [
        # named elsewhere in the graph: the user of the site who put it there
        ({"@graph": GRAPH}, "", ("Ana Reyes",)),
        ({"@graph": GRAPH}, "<p class='byline'>By Bo Chen</p>", ("Bo Chen",)),
        ({"@graph": GRAPH[:1]}, "", ()),
        (GRAPH[0] | {"author": {"@type": "Person", "name": "gizzmo"}}, "", ("gizzmo",)),
        (GRAPH[0] | {"author": {"@type": "Organization", "name": "gizzmo"}}, "", ()),
    ],
)
def test_author_in_json_ld(told: object, printed: str, authors: tuple[str, ...]) -> None:
    page = (
        f'<html><script type="application/ld+json">{json.dumps(told)}</script>'
        f"<body><h1>Dam holds in Oslo</h1>{printed}{PROSE}</body></html>"
    )
    assert read_article(page.encode(), name="a.html").authors == authors
