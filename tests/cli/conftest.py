"""The `dateline` command, run as a person runs it: in a folder, with stories or without."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from search.cli import main

FERRY = """Ferry to Alta resumes after storm

ALTA, March 3, 2021 (AFP) - The ferry sails again.

"The pier held," harbour master Siv Ruud said.
"""
TOLL = """Alta bridge toll doubles

ALTA, May 9, 2022 (AP) - The toll doubles in June, the council said.
"""


class Ran(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATELINE_INDEX", raising=False)

    def once(*arguments: str) -> Ran:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        return Ran(int(ended.value.code or 0), *capsys.readouterr())

    return once


@pytest.fixture
def kept(run: Run, tmp_path: Path) -> Run:
    """The same, where two stories are in the index."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in/ferry.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "in/toll.txt").write_text(TOLL, encoding="utf-8")
    assert run("ingest", "in").status == 0
    return run
