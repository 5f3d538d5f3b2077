"""Folders in, stories and reasons out."""

import io
import os
import sys
from pathlib import Path

import pytest

from search import Article, read_article, read_articles
from search.errors import NotAnArticle
from search.ingest import Skipped
from search.ingest.identity import fold_address
from search.ingest.walk import LARGEST

STORY = "Dam holds above Oslo\n\nOSLO, March 3 (AP) — The dam held on Monday, engineers said.\n"


def read_all(path: Path) -> list[tuple[str, str]]:
    """Each file's name with its headline, or its reason."""
    return [
        (
            Path(found.source or "").name,
            found.headline if isinstance(found, Article) else found.reason,
        )
        for found in read_articles(path)
    ]


def test_folder_is_read_whole_and_in_order(tmp_path: Path) -> None:
    (tmp_path / "b" / "deep").mkdir(parents=True)
    for name in ("b/deep/2.txt", "b/1.txt", "a.txt", ".hidden.txt", "style.css", "README.md"):
        (tmp_path / name).write_text(STORY)
    (tmp_path / "c.html").write_bytes(b"")
    assert read_all(tmp_path) == [
        ("a.txt", "Dam holds above Oslo"),
        ("1.txt", "Dam holds above Oslo"),
        ("2.txt", "Dam holds above Oslo"),
        ("c.html", "the file is empty"),
        ("style.css", "it is a style sheet, not a story"),
    ]


def test_link_back_to_its_own_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert read_all(tmp_path) == [
        ("a.txt", "Dam holds above Oslo"),
        ("loop", "the link leads back to a folder that it stands in"),
    ]


def test_links_lead_to_what_is_in_the_folder_only(tmp_path: Path) -> None:
    """A folder of another's may link to any file of its reader's."""
    outside, folder = tmp_path / "outside", tmp_path / "folder"
    for place in (outside, folder / "deep"):
        place.mkdir(parents=True)
        (place / "a.txt").write_text(STORY)
    (folder / "in.txt").symlink_to("deep/a.txt")
    (folder / "out").symlink_to(outside, target_is_directory=True)
    (folder / "out.txt").symlink_to("../outside/a.txt")
    why = "the link leads out of the folder that is read; give what it leads to by its own name"
    inside = [("a.txt", "Dam holds above Oslo"), ("in.txt", "Dam holds above Oslo")]
    assert read_all(folder) == [*inside, ("out", why), ("out.txt", why)]
    (tmp_path / "mine").symlink_to(folder, target_is_directory=True)
    assert read_all(tmp_path / "mine")[:2] == inside  # a link that is given is meant


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(LARGEST * 5 // 2)
    assert read_all(tmp_path) == [
        ("gone.txt", "no such file or folder"),
        ("huge.txt", "the file is 50 MB; the limit is 20 MB"),
        ("pipe.txt", "it is no regular file"),
    ]
    assert read_all(tmp_path / "missing") == [("missing", "no such file or folder")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "a.txt").chmod(0)
    assert read_all(tmp_path) == [("a.txt", "you may not read it")]


def test_refused_permission_is_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, _: str) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    (tmp_path / "a.txt").write_text(STORY)
    monkeypatch.setattr(Path, "open", refuse)
    assert list(read_articles(tmp_path)) == [
        Skipped(str(tmp_path / "a.txt"), "you may not read it")
    ]


PAGE = b"<h1>Dam in Oslo holds</h1><p>OSLO (AP) - The dam held on Monday, officials said.</p>"


@pytest.mark.parametrize(
    ("name", "data", "headline"),
    [
        ("page", b"<html><body>" + PAGE, "Dam in Oslo holds"),
        ("page.txt", b"<!doctype html>" + PAGE, "Dam in Oslo holds"),
        ("wire.html", STORY.encode(), "Dam holds above Oslo"),  # named .html, and plain text
        ("story", b'{"headline": "Dam holds", "body": "OSLO (AP) - It held."}', "Dam holds"),
        ("story.txt", b'{"headline": "Dam holds", "body": "OSLO (AP) - It held."}', "Dam holds"),
    ],
)  # fmt: skip
def test_content_decides_the_format_before_the_name(name: str, data: bytes, headline: str) -> None:
    assert read_article(data, name=name).headline == headline


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.xml", b"<?xml version='1.0'?><recipe><title>Soup</title></recipe>", "<recipe>"),
        ("a.js", b"const headline = 'dam holds above oslo'", "it is a program"),
        ("a.html", b"GIF89a and more", "a GIF picture"),
    ],
)
def test_other_kinds_of_file_say_what_they_are(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(NotAnArticle, match=reason):
        read_article(data, name=name)


@pytest.mark.parametrize(
    ("url", "folded"),
    [
        ("https://W.Example.com/a?utm_source=x&id=7#top", "https://w.example.com/a?id=7"),
        ("http://w.example.com", None),  # a front page names no story
        ("https://w.example.com/", None),
        ("javascript:alert(1)", None),
        ("https://[broken", None),
    ],
)
def test_address_that_can_be_an_id(url: str, folded: str | None) -> None:
    assert fold_address(url) == folded


def test_standard_input_is_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    (story,) = read_articles("-")
    assert isinstance(story, Article)
    assert (story.headline, story.source) == ("Dam holds above Oslo", "standard input")
    monkeypatch.chdir(tmp_path)
    assert list(read_articles(Path("./-").absolute())) == [
        Skipped(str(tmp_path / "-"), "no such file or folder")
    ]


def test_file_may_be_named_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    article = read_article((tmp_path / "a.txt").read_bytes(), name=tmp_path / "a.txt")
    assert article.source == str(tmp_path / "a.txt")
