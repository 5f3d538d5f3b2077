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
