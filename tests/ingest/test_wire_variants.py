"""What agencies' markup carries beside the ordinary: each row one thing that a file may hold, and
the fields of the story that it gives."""

from base64 import b64encode
from typing import Any

import pytest

from search import Article, read_article
from search.errors import NotAnArticle
from search.ingest import Skipped
from search.ingest.formats.desk import EMBARGOED
from search.ingest.member import Member
from search.ingest.sources import read_all

P = "<p>OSLO (AFP) - The dam held on Monday.</p><p>It rained.</p>"
BODY = "OSLO (AFP) - The dam held on Monday.\n\nIt rained."
DAM = "urn:newsml:w.example:20240506:dam"


def nitf(about: str = "", head: str = "", content: str = P, more: str = "") -> str:
    return f"""<nitf><head><docdata{about}</docdata>{more}</head><body>
    <body.head><hedline><hl1>Dam holds</hl1></hedline>{head}</body.head>
    <body.content>{content}</body.content></body></nitf>"""


def newsml(component: str, status: str = "Usable", management: str = "") -> str:
    return f"""<NewsML><NewsItem xml:lang="en"><Identification><NewsIdentifier>
    <ProviderId>w.example</ProviderId><DateId>20240506</DateId><NewsItemId>dam</NewsItemId>
    <RevisionId>3</RevisionId></NewsIdentifier></Identification><NewsManagement>
    <Status FormalName="{status}"/>{management}</NewsManagement>{component}</NewsItem></NewsML>"""


def part(headline: str, text: str, role: str = "", language: str = "") -> str:
    lines = f"<NewsLines><HeadLine>{headline}</HeadLine></NewsLines>" if headline else ""
    said = f'<Role FormalName="{role}"/>' if role else ""
    spoken = f' xml:lang="{language}"' if language else ""
    return f"""<NewsComponent{spoken}>{said}{lines}<ContentItem><MediaType FormalName="Text"/>
    <DataContent>{text}</DataContent></ContentItem></NewsComponent>"""


def g2(item: str = "", content: str = "<headline>Dam holds</headline>", inside: str = "") -> str:
    inside = inside or f"<inlineXML><html><body>{P}</body></html></inlineXML>"
    return f"""<newsItem guid="{DAM}" version="2" xml:lang="en"><itemMeta>{item}</itemMeta>
    <contentMeta>{content}</contentMeta><contentSet>{inside}</contentSet></newsItem>"""


PACKED = b64encode(b"OSLO (AFP) - The dam held on Monday.\n\nIt rained.\n").decode()
ESCAPED = P.replace("<", "&lt;")

# why, the file, and what is read of it
ONE = [
    (
        "a correction has an element of its own in NITF",
        nitf('><correction id-string="w-0" info="Corrects name"/>'),
        {"signal": "correction"},
    ),
    (
        "an embargo may be open",
        nitf(' management-status="embargoed">'),
        {"embargo": None, "notes": (EMBARGOED,)},
    ),
    (
        "the message to editors may say until when",
        nitf('><ed-msg info="Embargoed until 10:00 GMT, May 7, 2024"/>'),
        {"embargo": "2024-05-07T10:00:00+00:00"},
    ),
    (
        "paragraphs of an abstract are parted",
        nitf(">", "<abstract><p>It held.</p><p>All slept.</p></abstract>"),
        {"standfirst": "It held. All slept."},
    ),
    (
        "the section in which it stood in print",
        nitf(">", more='<pubdata position.section="World"/>'),
        {"section": "World"},
    ),
    (
        "a body may have its content in two",
        nitf(">", content="<p>One.</p></body.content><body.content><p>Two.</p>"),
        {"body": "One.\n\nTwo."},
    ),
    (
        "the language that the document is in",
        nitf(">").replace("<nitf>", '<nitf baselang="nb-NO">'),
        {"language": "nb"},
    ),
    (
        "a player that is embedded as text, and references that were escaped twice",
        nitf(
            ">",
            content="<p>It held at 4 o&amp;#39;clock.</p>"
            "<p>&lt;div class='x'&gt;&lt;/div&gt;&lt;script src='x'&gt;&lt;/script&gt;</p>",
        ),
        {"body": "It held at 4 o'clock."},
    ),
    (
        "some leave out the element about the paragraphs",
        nitf(">").replace("<body.content>", "").replace("</body.content>", ""),
        {"body": BODY, "headline": "Dam holds"},
    ),
    (
        "something stands above the markup",
        f"HTTP/1.1 200 OK\nContent-Type: text/xml\n\n<?xml version='1.0'?>{nitf('>')}",
        {"body": BODY, "headline": "Dam holds"},
    ),
    (
        "a caption that is longer than the story is not the story",
        newsml(
            f"<NewsComponent>{part('Dam holds', P, 'Main')}<NewsComponent><Role "
            f'FormalName="Picture"/>{part("The dam", "<p>The dam, seen from above. </p>" * 9)}'
            "</NewsComponent></NewsComponent>"
        ),
        {"body": BODY, "headline": "Dam holds"},
    ),
    (
        "the main text is the story, though a longer one stands beside it",
        newsml(
            f"<NewsComponent>{part('Background', P * 3, 'Supporting')}"
            f"{part('Dam holds', P, 'Main Text')}</NewsComponent>"
        ),
        {"body": BODY, "headline": "Dam holds"},
    ),
    (
        "the headline of the story, not of what it is packed in",
        newsml(
            "<NewsComponent><NewsLines><HeadLine>Pack</HeadLine><SlugLine>Norway-dam</SlugLine>"
            f"</NewsLines>{part('Dam holds', P, 'Main')}</NewsComponent>"
        ),
        {"headline": "Dam holds", "slug": "Norway-dam", "body": BODY},
    ),
    (
        "text in Base64",
        newsml(
            "<NewsComponent><ContentItem><Encoding Notation='Base64'><DataContent>"
            f"{PACKED}</DataContent></Encoding></ContentItem></NewsComponent>"
        ),
        {"body": BODY},
    ),
    ("a page as text", newsml(part("Dam holds", f"<![CDATA[{P}]]>")), {"body": BODY}),
    (
        "NITF as text",
        newsml(part("Dam holds", f"<![CDATA[{nitf('>')}]]>")),
        {"body": BODY},
    ),
    (
        "an embargo without its end",
        newsml(part("Dam holds", P), "Embargoed"),
        {"embargo": None, "notes": (EMBARGOED,)},
    ),
    (
        "the language of the component, not of the item",
        newsml(part("Le barrage tient", "<p>Il a tenu lundi soir.</p>", language="fr")),
        {"language": "fr"},
    ),
    (
        "a status by its address",
        g2('<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>'),
        {"signal": "kill"},
    ),
    (
        "a signal by its address",
        g2('<signal uri="http://cv.iptc.org/newscodes/signal/correction"/>'),
        {"signal": "correction"},
    ),
    ("an embargo until further notice", g2("<embargoed/>"), {"notes": (EMBARGOED,)}),
    (
        "a note to editors has the embargo",
        g2("<edNote>Corrects name</edNote><edNote>Embargoed until 10:00 GMT, May 7, 2024</edNote>"),
        {"signal": "correction", "embargo": "2024-05-07T10:00:00+00:00", "notes": ()},
    ),
    (
        "the headline in the story's language, and its lower one",
        g2(
            content='<headline xml:lang="de">Damm hält</headline>'
            '<headline role="hld:subHeadline">Four hundred slept</headline>'
            '<headline xml:lang="en">Dam holds</headline>'
        ),
        {"headline": "Dam holds", "standfirst": "Four hundred slept"},
    ),
    (
        "a slug that says which lead it is",
        g2(content="<headline>Dam</headline><slugline>BC-NOR--Dam, 1st Ld-Writethru</slugline>"),
        {"signal": "update", "slug": "BC-NOR--Dam, 1st Ld-Writethru"},
    ),
    (
        "a headline of two lines",
        g2(content="<headline>Dam holds<br/>by night</headline>"),
        {"headline": "Dam holds by night"},
    ),
    (
        "a whole story in one paragraph, as Reuters sets it: notes, byline and paragraphs",
        g2(
            inside="<inlineXML><html><body><p>(Adds quotes, detail)\n    * Dam holds by night\n"
            "    * Road is dry\n\n    By Ana Reyes\n    May 6 (Reuters) - The dam held on Monday, "
            "as those\nwho watched it had said.\n    It rained.\n</p></body></html></inlineXML>"
        ),
        {
            "signal": "update",
            "byline": "By Ana Reyes",
            "body": "* Dam holds by night\n\n* Road is dry\n\nMay 6 (Reuters) - The dam held on "
            "Monday, as those who watched it had said.\n\nIt rained.",
        },
    ),
    (
        "the same escaped, as ANSA sets it",
        g2(
            inside="<inlineData contenttype='text/plain'>&lt;p>\n      (ANSA) - Oslo, May 6 - The "
            "dam\nheld on Monday.\n   It rained.\n  &lt;/p></inlineData>"
        ),
        {"body": "(ANSA) - Oslo, May 6 - The dam held on Monday.\n\nIt rained."},
    ),
    (
        "what a page prints above its text is no text",
        g2(
            inside="<inlineXML><html><body><header><ul><li>Norway</li></ul><h1>Dam</h1></header>"
            f"{P}</body></html></inlineXML>"
        ),
        {"body": BODY},
    ),
    (
        "a version as long as Reuters counts",
        g2().replace('version="2"', 'version="1132689232"'),
        {"version": 1132689232},
    ),
    (
        "data in Base64",
        g2(inside=f"<inlineData encoding='http://x/base64'>{PACKED}</inlineData>"),
        {"body": BODY},
    ),
    (
        "a page as data",
        g2(inside=f"<inlineData contenttype='text/html'>{ESCAPED}</inlineData>"),
        {"body": BODY},
    ),
]


@pytest.mark.parametrize(("why", "file", "expected"), ONE, ids=[row[0] for row in ONE])
def test_file_of_one_story(why: str, file: str, expected: dict[str, Any]) -> None:
    (story, *_) = read(file)
    assert isinstance(story, Article), why
    found = {name: getattr(story, name) for name in expected}
    assert {n: str(v) if n == "embargo" and v else v for n, v in found.items()} == {
        n: v.replace("T", " ") if n == "embargo" and v else v for n, v in expected.items()
    }


def read(file: str) -> list[Article | Skipped]:
    whole = Member(name="a.xml", data=file.encode())
    return list(read_all(whole.open(), whole, len(whole.data)))


def told(file: str) -> list[str]:
    return [one.headline if isinstance(one, Article) else one.reason for one in read(file)]


SIDE = "beside its story, the item 'Dam holds' has another text ('Road closed'), which is not read"
# why, the file, and the headlines and reasons that come of it
SEVERAL = [
    (
        "documents in a wrapper",
        f"<feed-out>{nitf('>')}{nitf('>').replace('Dam', 'Road')}</feed-out>",
        ["Dam holds", "Road holds"],
    ),
    (
        "files put together",
        "".join(f"<?xml version='1.0'?>\n{one}\n" for one in (nitf(">"), "<nitf/>", nitf(">"))),
        ["Dam holds", "the item has no text", "Dam holds"],
    ),
    (
        "a side story is told of, and lends the story nothing",
        newsml(
            f"<NewsComponent>{part('Dam holds', P, 'Main')}"
            f"{part('Road closed', P * 3, 'Sidebar')}</NewsComponent>"
        ),
        ["Dam holds", SIDE],
    ),
    (
        "a text kept elsewhere",
        g2(inside='<remoteContent href="http://w.example/dam.txt"/>'),
        ["the item 'Dam holds' has no text here, but at http://w.example/dam.txt"],
    ),
]


@pytest.mark.parametrize(("why", "file", "expected"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_what_comes_of_a_file(why: str, file: str, expected: list[str]) -> None:
    assert told(file) == expected, why


def test_language_and_headline_are_those_of_the_text() -> None:
    """Of a story in two languages one is read, whole: no headline of the one over the other."""
    file = newsml(
        f"<NewsComponent>{part('Dam holds', P, language='en')}"
        f"{part('Le barrage tient', '<p>Il a tenu lundi soir.</p>' * 9, language='fr')}"
        "</NewsComponent>"
    )
    (story, _) = read(file)
    assert isinstance(story, Article)
    assert (story.headline, story.language) == ("Le barrage tient", "fr")
    assert story.body.startswith("Il a tenu")


def test_package_of_one_item_counts_it() -> None:
    file = '<packageItem><groupSet><itemRef residref="a"/></groupSet></packageItem>'
    with pytest.raises(NotAnArticle, match="names 1 item and holds"):
        read_article(file.encode(), name="a.xml")


def test_place_that_is_named_by_its_code_alone() -> None:
    located = '<headline>Dam</headline><located qcode="city:B7"/>'
    asserted = '<assert qcode="city:B7"><name>Birmingham</name><broader><name>United States</name>'
    file = g2(content=located).replace("<contentSet>", f"{asserted}</broader></assert><contentSet>")
    (story,) = read(file.replace("OSLO (AFP) - The", "The"))
    assert isinstance(story, Article)
    assert story.dateline
    assert (story.dateline.place, story.dateline.country) == ("Birmingham", "US")
