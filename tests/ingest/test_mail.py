"""Mail: the message's own story, and the files and the messages that come with it."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from search import Article, read_articles
from tests.ingest.test_archives import DAM, FERRY, PAGE, zipped

COVER = "Please find the story attached, as agreed on the telephone this morning."


def message(text: str = COVER, subject: str = "Two stories") -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Desk <desk@ap.example>"
    made["Date"] = "Tue, 05 Mar 2024 10:00:00 +0100"
    made["Subject"] = subject
    made["Message-ID"] = "<1@ap.example>"
    made.set_content(text)
    return made


def read(folder: Path, made: EmailMessage) -> list[tuple[str, str]]:
    path = folder / "a.eml"
    path.write_bytes(made.as_bytes())
    return [
        (
            (found.source or "").removeprefix(str(path)),
            found.headline if isinstance(found, Article) else found.reason,
        )
        for found in read_articles(path)
    ]


def test_files_that_come_with_a_message_are_read_too(tmp_path: Path) -> None:
    made = message(DAM.decode(), "FW: Dam")
    made.add_attachment(FERRY.decode(), filename="ferry.txt")
    made.add_attachment(PAGE, maintype="text", subtype="html", filename="../page.html")
    made.add_attachment(zipped({"c.txt": FERRY}), maintype="application", subtype="zip")
    made.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="a.pdf")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    assert read(tmp_path, made) == [
        ("", "Dam holds above Oslo"),
        ("/ferry.txt", "Ferry aground"),
        ("/.._page.html", "Dam above Oslo holds"),
        ("/3/c.txt", "Ferry aground"),
        ("/a.pdf", "it is a PDF document, not text"),
    ]


def test_message_that_is_passed_on_is_a_story_of_its_own(tmp_path: Path) -> None:
    inner = message("OSLO (AP) — The dam held, engineers said.\n", "Dam holds")
    inner.replace_header("Date", "Mon, 04 Mar 2024 09:00:00 +0000")
    made = message("See below", "Fwd: Dam holds")
    made.add_attachment(inner)
    (cover, dam) = list(read_articles(written(tmp_path, made)))
    assert isinstance(dam, Article)
    assert (dam.headline, str(dam.published)) == ("Dam holds", "2024-03-04 09:00:00+00:00")
    assert not isinstance(cover, Article)
    assert cover.reason == "the text is too short to be a story"


def written(folder: Path, made: EmailMessage) -> Path:
    path = folder / "a.eml"
    path.write_bytes(made.as_bytes())
    return path


@pytest.mark.parametrize(("deep", "told"), [(3, 4), (9, 5)])
def test_message_in_message_is_read_as_deep_as_archives(
    tmp_path: Path, deep: int, told: int
) -> None:
    made = message(f"OSLO (AP) — Story 0 of {deep} was sent.")
    for number in range(1, deep + 1):
        outer = message(f"OSLO (AP) — Story {number} of {deep} was sent.")
        outer.add_attachment(made)
        made = outer
    found = read(tmp_path, made)
    assert len(found) == told
    assert (found[-1][1] == "archives are read 3 deep and no deeper") == (deep > 3)


def test_mailbox_gives_each_message_with_what_comes_with_it(tmp_path: Path) -> None:
    made = message(DAM.decode(), "Dam")
    made.add_attachment(FERRY.decode(), filename="ferry.txt")
    opening = b"From desk@ap.example Tue Mar  5 10:00:00 2024\n"
    one = opening + made.as_bytes() + b"\n"
    quoting = opening + message(f"{DAM.decode()}\n>From here it is calm.\n").as_bytes() + b"\n"
    (tmp_path / "desk").write_bytes(one + quoting)
    found = list(read_articles(tmp_path / "desk"))
    assert [getattr(story, "source", "").rpartition("desk")[2] for story in found] == [
        "/1",
        "/1/ferry.txt",
        "/2",
    ]
    assert isinstance(found[2], Article)
    assert found[2].body.endswith("From here it is calm.")


LEDE = "OSLO (AP) — The dam above the town held on Monday, the mayor said."
HEAD = "From: AP Desk <desk@ap.org>\nDate: Mon, 4 Mar 2024 09:00:00 +0000\nSubject: Dam holds\n"
LONG = "I have looked at this with the desk in Bergen, who know the place. " * 9
OWN = ("Two stories", "2024-03-05 10:00:00+01:00", None)


@pytest.mark.parametrize(
    ("why", "text", "body", "told"),
    [
        (
            "what is passed on has its own subject, day and sender",
            f"FYI\n\n---------- Forwarded message ---------\n{HEAD}To: <n@x.example>\n\n{LEDE}",
            LEDE,
            ("Dam holds", "2024-03-04 09:00:00+00:00", "AP"),
        ),
        (
            "in German",
            "Siehe unten\n\n-------- Weitergeleitete Nachricht --------\nBetreff: Dam holds\n"
            f"Datum: Mon, 4 Mar 2024 09:00:00 +0000\nVon: AP Desk <desk@ap.org>\n\n{LEDE}",
            LEDE,
            ("Dam holds", "2024-03-04 09:00:00+00:00", "AP"),
        ),
        (
            "passed on twice, the first message counts",
            f"FYI\n\n-----Original Message-----\nFrom: Bo\nSubject: x\n\nSee\n\n"
            f"-----Original Message-----\n{HEAD}\n{LEDE}",
            LEDE,
            ("Dam holds", "2024-03-04 09:00:00+00:00", "AP"),
        ),
        (
            "a story of the sender's own, above what it answers",
            f"{LEDE}\n\n-----Original Message-----\n{HEAD}\nPlease send the story at once.",
            LEDE,
            ("Two stories", "2024-03-05 10:00:00+01:00", "AP"),
        ),
        (
            "a long letter above what it answers",
            f"{LONG}\n\n-----Original Message-----\n{HEAD}\nPlease send it at once, will you?",
            LONG.strip(),
            OWN,
        ),
        (
            "what is quoted is not the sender's",
            f"Thanks, please run it.\n\nOn Mon, 4 Mar 2024, AP Desk wrote:\n> {LEDE}\n> It rained.",
            "Thanks, please run it.",
            OWN,
        ),
        (
            "all of it quoted",
            f"> {LEDE}\n>\n> It rained for days.",
            f"{LEDE}\n\nIt rained for days.",
            ("Two stories", "2024-03-05 10:00:00+01:00", "AP"),
        ),
        (
            "the words alone, with no headers below, pass nothing on",
            f"{LEDE}\n\n-----Original Message-----\n\nIt rained.",
            f"{LEDE}\n\n-----Original Message-----\n\nIt rained.",
            ("Two stories", "2024-03-05 10:00:00+01:00", "AP"),
        ),
    ],
)
def test_story_is_what_is_passed_on_and_not_what_is_answered(
    tmp_path: Path, why: str, text: str, body: str, told: tuple[str, str, str | None]
) -> None:
    made = message(text)
    made.replace_header("From", "Joe <joe@x.example>")
    (story,) = read_articles(written(tmp_path, made))
    assert isinstance(story, Article), why
    assert story.body == body
    assert (story.headline, str(story.published), story.agency) == told
