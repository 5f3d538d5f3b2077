"""Plain text and IPTC 7901 as machines sent them: the lines around a story, and where it ends."""

from typing import Any

import pytest

from search import Article, read_article
from search.errors import NotAnArticle
from search.ingest import Skipped
from search.ingest.member import Member
from search.ingest.sources import read_all

LEDE = "OSLO, Norway (AP) _ The dam above the town held on Monday, the mayor said."
STORY = f"Dam above Oslo holds\n\n{LEDE}\n\nIt rained."
BODY = f"{LEDE}\n\nIt rained."
ROAD = "Road closed\n\nBERGEN, Norway (AP) _ The road was closed on Monday, police said."
ROWS: list[tuple[str, str, dict[str, Any]]] = [
    (
        "number, priority, category and words are no headline",
        f"ABC0123 4 I 0123\n\n{STORY}",
        {"headline": "Dam above Oslo holds", "urgency": "4", "body": BODY},
    ),
    (
        "a slug below them, and the moment of sending below the story",
        f"eca062 4 i 211 ccccb   dpa 061\n\nNorway-dam/\n{STORY}\n\ndpa ab cd\n\n131137 GMT Nov 13",
        {"slug": "Norway-dam", "urgency": "4", "published": "2013-11-13 11:37:00+00:00"},
    ),
    (
        "AP's own: number, keyword line, rank, marks of setting",
        "a0642urzbc\n^BC-Norway-Dam, 1st Ld-Writethru, 0123<\nURGENT\n^Dam above Oslo holds<\n"
        f"^By ANA REYES=\n^Associated Press Writer=\n\t{LEDE}\n\n\tIt rained.\nMORE\n",
        {
            "headline": "Dam above Oslo holds",
            "slug": "BC-Norway-Dam",
            "signal": "update",
            "byline": "By ANA REYES, Associated Press Writer",
            "body": BODY,
        },
    ),
    (
        "ANPA 1312 on two lines, with photos and notes to editors",
        "z6715-----\nr z BC-NOR--Norway-Dam 1stLd-Writethru   05-06 0500\n"
        "^BC-NOR--Norway Dam, 1st Ld-Writethru,416< \n^Dam above Oslo holds< \n"
        "^AP Photo OSL101, OSL102< \n^Eds: Updates. With AP Photos.< \n"
        f"^Four hundred slept in schools.< \n^By ANA REYES= \n^AP Writer= \n\t   {LEDE}\n",
        {
            "headline": "Dam above Oslo holds",
            "standfirst": "Four hundred slept in schools.",
            "byline": "By ANA REYES, AP Writer",
            "slug": "BC-NOR--Norway Dam",
            "signal": "update",
        },
    ),
    (
        "a rank above the headline, and a notebook below the story",
        f"eca0003 3 i 380  dpa 0045\n\nNorway/dam/UN/\nREFILE\n1ST LEAD\n{STORY}\n\n"
        "# Notebook\n\n## Note to editors\n- adds mayor\n",
        {
            "headline": "Dam above Oslo holds",
            "slug": "Norway/dam/UN",
            "signal": "update",
            "body": BODY,
        },
    ),
    (
        "the transmitter's stamp is when it was sent",
        f"{STORY}\n\nAP-NY-05-03-99 1205EDT",
        {"published": "1999-05-03 12:05:00-04:00", "slug": None},
    ),
    (
        "a headline may look like a slug",
        f"AP-style guide is out\n\n{LEDE}",
        {"headline": "AP-style guide is out", "slug": None},
    ),
    (
        "a moment in the text is not that of sending",
        f"{STORY}\n\nIt was 131137 GMT Nov 13 by the log.",
        {"published": None},
    ),
]


@pytest.mark.parametrize(("why", "text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_what_stands_around_a_story(why: str, text: str, expected: dict[str, Any]) -> None:
    story = read_article(text.encode(), name="a.txt")
    found = {name: getattr(story, name) for name in expected}
    assert {name: value and str(value) for name, value in found.items()} == expected, why


def read(text: bytes) -> list[Article | Skipped]:
    whole = Member(name="a.txt", data=text)
    return list(read_all(whole.open(), whole, len(text)))


@pytest.mark.parametrize(
    "rule",
    ["***", "+++", "-0-", "- END -", "(END)", "/END/", "[ENDS]", "(END/2010)", "<END>", "Enditem",
     "Item ends", "# # #"],
)  # fmt: skip
def test_story_ends_where_agencies_say_so(rule: str) -> None:
    found = read(f"{STORY}\n\n{rule}\n\n{ROAD}\n\n{rule}\n".encode())
    told = [(one.headline, one.body[-10:]) for one in found if isinstance(one, Article)]
    assert told == [("Dam above Oslo holds", "It rained."), ("Road closed", "lice said.")]


def message(foot: str, text: str = "Dam holds =\n\n   Oslo (dpa) - It held.") -> bytes:
    return f"\x01eca062 4 i 211\n\nNorway-dam/\n\x02{text}\n\x03{foot}\x04".encode("latin-1")


@pytest.mark.parametrize(
    ("foot", "published"),
    [
        ("dpa ab\n131137 GMT Nov 13", "2013-11-13 11:37:00+00:00"),
        ("dpa ab\n131137 Nov 13", "2013-11-13 11:37:00"),  # no zone is told, and none is made up
        ("dpa ab\n061130 Mai 24", "2024-05-06 11:30:00"),  # dpa's German service
        ("dpa ab\n061130 Mär 24", "2024-03-06 11:30:00"),
        ("dpa ab", "None"),
    ],
)
def test_moment_of_sending(foot: str, published: str) -> None:
    assert str(read_article(message(foot), name="a.txt").published) == published


def test_ranks_and_marks_of_setting_in_a_message() -> None:
    text = "1ST LEAD\nDam holds\nBy Ana Reyes =\n\n   Oslo (dpa) - It held."
    story = read_article(message("", text), name="a.txt")
    assert (story.headline, story.byline, story.signal) == ("Dam holds", "By Ana Reyes", "update")


def test_anpa_between_the_same_control_characters() -> None:
    head = "\x16\x16\x01G7787\x1fglbsm\r\nr d BC-US--Dam 1stLd 05-06 0590\r\n\x02"
    text = f"^BC-US--Dam, 1st Ld-Writethru,127<\r\n^Dam above Oslo holds<\r\n\t   {LEDE}\r\n\x03"
    story = read_article((head + text).encode(), name="a.tst")
    assert (story.headline, story.slug, story.body) == ("Dam above Oslo holds", "BC-US--Dam", LEDE)


def test_message_without_a_header_says_so() -> None:
    with pytest.raises(NotAnArticle, match="no header and text of IPTC 7901"):
        read_article(b"\x01\x02Oslo (dpa) - The dam held.\x03\x04", name="a.txt")
