"""`dateline parse`: what was read from a story."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import FERRY, Run


def test_parse_shows_what_was_read(kept: Run) -> None:
    out = kept("parse", "in/ferry.txt").out
    for shown in ("Ferry to Alta", "AFP", "2021-03-03 (printed)", "Siv Ruud", "direct"):
        assert shown in out


def test_parse_prints_records(kept: Run) -> None:
    records = [json.loads(line) for line in kept("parse", "--json", "in").out.splitlines()]
    assert [record["agency"] for record in records] == ["AFP", "AP"]


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("2024-05-07", "2024-05-07"),  # a day alone: nobody told the time
        ("2024-05-07T09:30:00", "2024-05-07 09:30:00"),
        ("2024-05-07T00:00:00+02:00", "2024-05-06 22:00:00+00:00"),
    ],
)
def test_a_moment_is_as_full_as_it_was_told(
    run: Run, tmp_path: Path, published: str, shown: str
) -> None:
    record = {"headline": "Dam", "body": "It held.", "published": published}
    (tmp_path / "dam.jsonl").write_text(json.dumps(record), encoding="utf-8")
    assert f"  published:  {shown}\n" in run("parse", "dam.jsonl").out


def test_parse_of_nothing_fails(run: Run) -> None:
    assert run("parse", "nowhere.txt").status == 1


def test_a_story_cannot_command_the_terminal(run: Run, tmp_path: Path) -> None:
    text = FERRY.replace("Ferry", "\x1b[2J\x9b1mFerry\u202e")
    (tmp_path / "hostile.txt").write_text(text, encoding="utf-8")
    assert run("ingest", "hostile.txt").status == 0
    for out in (run("parse", "hostile.txt").out, run("search", "alta").out):
        assert "Alta" in out
        assert not {"\x1b", "\x9b", "\u202e"} & set(out)
