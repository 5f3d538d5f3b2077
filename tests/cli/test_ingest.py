"""`dateline ingest`: what it keeps, and what it tells of the rest."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_ingest_twice_doubles_nothing(kept: Run) -> None:
    ran = kept("ingest", "in")
    assert ran.out == "Read 2 stories: 0 added, 2 unchanged; 0 skipped.\n"
    assert kept("stats").out.startswith("2 stories\n")


def test_ingest_names_what_it_skipped(kept: Run, tmp_path: Path) -> None:
    for number in range(25):
        (tmp_path / f"in/empty-{number}.txt").touch()
    ran = kept("ingest", "in")
    assert (ran.status, ran.err.count("skipped")) == (0, 21)
    assert "and 5 more skipped" in ran.err
    assert kept("ingest", "--verbose", "in").err.count("skipped") == 25


@pytest.mark.parametrize(
    ("path", "complaint"),
    [
        ("nowhere", "No story could be read from nowhere: no such file or folder."),
        ("empty", "No story could be read from empty."),
    ],
)
def test_ingest_of_nothing_fails(run: Run, tmp_path: Path, path: str, complaint: str) -> None:
    (tmp_path / "empty").mkdir()
    assert run("ingest", path) == (1, "", f"dateline: {complaint}\n")


def test_ingest_asks_for_a_path(run: Run) -> None:
    assert run("ingest").status == 2
