"""`dateline ingest`: what it keeps, and what it tells of the rest."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import FERRY, Run


def test_ingest_twice_doubles_nothing(kept: Run) -> None:
    ran = kept("ingest", "--again", "in")
    assert ran.out == "Read 2 stories: 0 added, 2 unchanged; 0 skipped.\n"
    assert kept("stats").out.startswith("2 stories\n")


def test_ingest_passes_over_what_has_not_changed(kept: Run, tmp_path: Path) -> None:
    assert kept("ingest", "in").out == (
        "Read 0 stories: 0 added, 0 unchanged; 0 skipped; 2 files unchanged since they were read.\n"
    )
    (tmp_path / "in/ferry.txt").write_text(FERRY.replace("resumes", "stops"), encoding="utf-8")
    assert kept("ingest", "in").out == (
        "Read 1 story: 1 added, 0 unchanged; 0 skipped; 1 file unchanged since it was read.\n"
    )


def test_dry_run_tells_and_keeps_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    ran = run("ingest", "--dry-run", "ferry.txt")
    assert ran.out == (
        "Read 1 story: 1 added, 0 unchanged; 0 skipped. Dry run: nothing was kept.\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["ferry.txt"]


def test_since_leaves_out_what_is_older(kept: Run) -> None:
    ran = kept("--index", "other", "ingest", "in", "--since", "2022-01-01")
    assert ran.out == "Read 2 stories: 1 added, 0 unchanged; 1 skipped.\n"
    assert ran.err == "dateline: skipped in/ferry.txt: it is dated 2021-03-03, too early\n"


def test_report_has_a_line_of_json_for_each_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/empty.txt").touch()
    (tmp_path / "in/ferry.txt").write_text(FERRY, encoding="utf-8")
    run("ingest", "in", "--report", "report.jsonl")
    lines = (tmp_path / "report.jsonl").read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines]
    assert [(one["file"], one["outcome"], one.get("reason")) for one in told] == [
        ("in/empty.txt", "skipped", "the file is empty"),
        ("in/ferry.txt", "added", None),
    ]


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--since", "soon"], "'soon' does not match the format '%Y-%m-%d'"),
        (["--workers", "0"], "0 is not in the range"),
        (["--report", "nowhere/r.jsonl"], "The report nowhere/r.jsonl cannot be written: no such"),
    ],
)
def test_what_is_asked_wrongly_is_said(kept: Run, options: list[str], complaint: str) -> None:
    ran = kept("ingest", "in", *options)
    assert ran.status in (1, 2)
    assert complaint in ran.err


def test_ingest_names_what_it_skipped(kept: Run, tmp_path: Path) -> None:
    for number in range(25):
        (tmp_path / f"in/empty-{number}.txt").touch()
    ran = kept("ingest", "in")
    assert (ran.status, ran.err.count("skipped")) == (0, 21)
    assert "and 5 more skipped" in ran.err
    assert kept("ingest", "--verbose", "--again", "in").err.count("skipped") == 25


@pytest.mark.parametrize(
    ("path", "complaint"),
    [
        ("nowhere", "No story could be read from nowhere: no such file or folder."),
        ("empty", "No story could be read from empty."),
        # as where a variable is not set; it is not the folder one stands in
        ("", 'No story could be read from "": it is no name of a file or folder.'),
    ],
)
def test_ingest_of_nothing_fails(run: Run, tmp_path: Path, path: str, complaint: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    assert run("ingest", path) == (1, "", f"dateline: {complaint}\n")


def test_ingest_asks_for_a_path(run: Run) -> None:
    assert run("ingest").status == 2
