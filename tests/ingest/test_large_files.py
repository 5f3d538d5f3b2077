"""Files of many stories past what is read at once: a piece after the other, in bounded memory."""

import gzip
import io
import json
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from search import Article, read_articles
from search.ingest import Skipped, member, pieces
from search.ingest.walk import LARGEST

SENTENCES = "The dam above the town held through the night, and the water fell by the hour. "


@pytest.fixture
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit at 20 kB, so that what is past it is made at once."""
    for module in (pieces, member):
        monkeypatch.setattr(module, "LARGEST", 20_000)
    monkeypatch.setattr(pieces, "_PIECE", 4_000)
    monkeypatch.setattr(pieces, "_SMALL", 4_000)


def as_lines(number: int) -> str:
    story = {"headline": f"Dam {number} holds", "body": f"OSLO (AP) — Dam {number} held."}
    return json.dumps(story, ensure_ascii=False) + "\n"


def as_text(number: int) -> str:
    lede = f"OSLO, March 3, 2024 (AP) — Dam {number} held."
    return f"Dam {number} holds\n\n{lede}\n\n-----\nWater, cm: 12\n-----\n\nIt rained.\n\n***\n\n"


def as_teleprinter(number: int) -> str:
    return f"ZCZC AB{number:04}\n\nDam {number} holds\n\nOSLO (AP) - Dam {number} held.\n\nNNNN\n"


def as_sgml(number: int) -> str:
    return (
        f'<REUTERS NEWID="{number}">\n<DATE>26-FEB-1987</DATE>\n<TEXT><TITLE>Dam {number} holds'
        f"</TITLE>\n<DATELINE>OSLO, Feb 26 - </DATELINE><BODY>Dam {number} held.</BODY></TEXT>\n"
        "</REUTERS>\n"
    )


def as_mailbox(number: int) -> str:
    return (
        f"From desk@ap.example Mon May  6 10:{number % 60:02}:00 2024\nFrom: desk@ap.example\n"
        f"Date: Mon, 06 May 2024 10:00:00 +0000\nMessage-ID: <{number}@ap.example>\n"
        f"Subject: Dam {number} holds\n\nOSLO (AP) - Dam {number} held.\n\n"
        ">From the dam it was said that it held, From now on.\n\n"
    )


def read(path: Path) -> list[str]:
    """Each story's headline, or the reason why there is none."""
    return [
        found.headline if isinstance(found, Article) else found.reason
        for found in read_articles(path)
    ]


FORMATS: list[tuple[str, Callable[[int], str]]] = [
    ("a.jsonl", as_lines),
    ("a.txt", as_text),
    ("a.txt", as_teleprinter),
    ("a.sgm", as_sgml),
    ("a.mbox", as_mailbox),
]


@pytest.mark.usefixtures("_small")
@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize(("name", "make"), FORMATS)
def test_every_story_of_a_large_file_is_read_once(
    tmp_path: Path, name: str, make: Callable[[int], str], coding: str
) -> None:
    if make is as_mailbox and coding != "cp1252":
        coding = "utf-8"  # mail says of each part in what it is written
    text = "".join(map(make, range(400)))
    (tmp_path / name).write_bytes(text.encode(coding))
    assert read(tmp_path / name) == [f"Dam {number} holds" for number in range(400)]
    stories = [found for found in read_articles(tmp_path / name) if isinstance(found, Article)]
    assert all(f"Dam {number} held." in one.body for number, one in enumerate(stories))
    assert len(text) > 20_000


@pytest.mark.usefixtures("_small")
@pytest.mark.parametrize("pack", ["gz", "zip"])
def test_large_file_in_an_archive(tmp_path: Path, pack: str) -> None:
    data = "".join(map(as_lines, range(400))).encode()
    path = tmp_path / f"a.jsonl.{pack}"
    if pack == "gz":
        path.write_bytes(gzip.compress(data))
    else:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr("b.jsonl", data)
    assert read(path) == [f"Dam {number} holds" for number in range(400)]


@pytest.mark.usefixtures("_small")
def test_what_is_wrong_in_a_large_file_says_in_which_line(tmp_path: Path) -> None:
    lines = [as_lines(number) for number in range(400)]
    lines[350] = "{broken\n"
    (tmp_path / "a.jsonl").write_text("".join(lines))
    found = [one for one in read_articles(tmp_path / "a.jsonl") if isinstance(one, Skipped)]
    assert found == [Skipped(str(tmp_path / "a.jsonl"), "line 351: it is no JSON object")]


@pytest.mark.usefixtures("_small")
def test_story_past_all_bounds_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = [as_lines(number) for number in range(400)]
    lines[200] = json.dumps({"headline": "Endless", "body": SENTENCES * 900}) + "\n"
    (tmp_path / "a.jsonl").write_text("".join(lines))
    told = read(tmp_path / "a.jsonl")
    assert told[:200] == [f"Dam {number} holds" for number in range(200)]
    assert told[200].startswith("a story behind line")
    assert told[201:] == [f"Dam {number} holds" for number in range(201, 400)]


@pytest.mark.usefixtures("_small")
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", f"Dam holds\n\nOSLO (AP) — It held.\n\n{SENTENCES * 900}"),  # one long text
        ("a.json", json.dumps([json.loads(as_lines(n)) for n in range(400)])),  # one long list
        ("a.json", json.dumps({"items": [json.loads(as_lines(n)) for n in range(400)]}, indent=1)),
        ("a.html", f"<html><body><h1>Dam holds</h1><p>{SENTENCES * 900}"),
    ],
)
def test_what_cannot_be_cut_is_too_large(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    (told,) = read(tmp_path / name)
    assert told.startswith("the file is ")


@pytest.mark.usefixtures("_small")
@pytest.mark.parametrize(("before", "told"), [(0, []), (400, [pieces.ENDLESS])])
def test_what_has_no_end_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: int, told: list[str]
) -> None:
    monkeypatch.setattr(pieces, "_LONGEST_LOST", 200_000)
    stories = [as_lines(number) for number in range(before + 9)]
    endless = '{"body": "' + SENTENCES * 6_000
    (tmp_path / "a.jsonl").write_text("".join([*stories[:before], endless, "\n", *stories]))
    found = read(tmp_path / "a.jsonl")
    assert found[before + 1 :] == told
    assert found[before].startswith("a story behind line" if before else "the file is ")


def test_long_line_is_looked_through_once() -> None:
    class Counted(pieces.Cut):
        seen = 0

        def find(self, data: bytes, start: int = 0, *, first: bool = False) -> int:
            Counted.seen += len(data) - start
            return super().find(data, start, first=first)

    size = 40 * 2**20
    source = io.BytesIO(b"x" * size)
    assert list(pieces.split(source, b"", Counted(pieces._LINE_END))) == [None]
    assert Counted.seen < 1.1 * size


class Endless(io.RawIOBase):
    """So many stories, made as they are read."""

    def __init__(self, make: Callable[[int], str], number: int) -> None:
        self.stories: Iterator[bytes] = (make(n).encode() for n in range(number))
        self.rest = b""

    def read(self, size: int = -1) -> bytes:
        while len(self.rest) < size and (more := next(self.stories, None)):
            self.rest += more
        given, self.rest = self.rest[:size], self.rest[size:]
        return given


def test_memory_is_that_of_what_is_read_at_once() -> None:
    source = Endless(lambda n: json.dumps({"n": n, "body": SENTENCES * 600}) + "\n", 2_000)
    tracemalloc.start()
    total = 0
    for piece in pieces.read_in_pieces(source, member.Member(name="a.jsonl")):
        assert isinstance(piece, member.Member)
        total += len(piece.data)
    assert total > 4 * LARGEST
    assert tracemalloc.get_traced_memory()[1] < 4 * LARGEST
    tracemalloc.stop()


def test_line_without_end_is_passed_over_in_bounded_memory() -> None:
    source = Endless(lambda n: "word " * 20_000 if n else '{"body": "a"}\n', 1_000)
    tracemalloc.start()
    found = list(pieces.read_in_pieces(source, member.Member(name="a.jsonl")))
    assert tracemalloc.get_traced_memory()[1] < 4 * LARGEST
    tracemalloc.stop()
    assert [isinstance(one, Skipped) for one in found] == [False, True]


def test_pieces_are_the_file() -> None:
    data = "".join(map(as_sgml, range(90_000))).encode()
    parts = list(pieces.split(io.BytesIO(data), b"", pieces.Cut(pieces._DOCUMENT)))
    whole = [part for part in parts if part is not None]
    assert b"".join(whole) == data
    assert len(whole) > 3
    assert all(after.startswith(b"<REUTERS") for _, after in pairwise(whole))
