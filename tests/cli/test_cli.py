"""What all commands share: help, the index's name, errors in one sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from search.cli import dateline
from tests.cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("command", ["", *dateline.commands])
def test_help(run: Run, command: str) -> None:
    ran = run(*filter(None, [command]), "--help")
    assert (ran.status, ran.err) == (0, "")
    assert "Usage:" in ran.out


def test_help_waits_for_nothing_heavy() -> None:
    heavy = "flask gunicorn pydantic rich whoosh"
    show = f"import sys, search.cli; print(*set('{heavy}'.split()) & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", show], capture_output=True, cwd=ROOT, check=True)
    assert shown.stdout.strip() == b""


@pytest.mark.parametrize("columns", ["0", "1", "5"])
def test_nothing_is_lost_where_a_terminal_has_no_width(
    kept: Run, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert "2 stories" in kept("stats").out
    assert "Ferry to Alta resumes after storm" in kept("search", "ferry").out
    assert "held" in kept("parse", "in/ferry.txt").out.partition("kind")[2]


def test_version(run: Run) -> None:
    assert run("--version").out.startswith("dateline ")


@pytest.mark.parametrize("command", [["ingest", "in"], ["search", "ferry"], ["stats"]])
@pytest.mark.parametrize("url", ["opensearch://localhost:9200/news", "https://news.example"])
def test_an_index_of_a_kind_that_there_is_none_of(
    kept: Run, tmp_path: Path, url: str, command: list[str]
) -> None:
    before = sorted(tmp_path.iterdir())
    ran = kept("--index", url, *command)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == f"dateline: An index is a folder, and {url} is the name of none\n"
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("command", [["ingest", "in"], ["search", "ferry"], ["stats"]])
def test_an_index_that_is_a_file(kept: Run, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "file").touch()
    ran = kept("--index", "file", *command)
    assert ran.status == 1
    assert ran.err.startswith("dateline: ")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [["--index", "other", "stats"], ["stats", "--index=other"]])
def test_the_index_is_named_before_or_after(kept: Run, arguments: list[str]) -> None:
    assert kept(*arguments).out.startswith("0 stories")


def test_the_environment_names_the_index(kept: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_INDEX", "other")
    assert kept("stats").out.startswith("0 stories")


@pytest.mark.parametrize(
    "command", [["search", "ferry"], ["stats"], ["optimize"], ["explain", "ferry"], ["speakers"]]
)
def test_ctrl_c_ends_a_command_quietly(
    kept: Run, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    def interrupted(_: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("search.index.open_index", interrupted)
    ran = kept(*command)
    assert (ran.status, ran.out, ran.err.strip()) == (130, "", "")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nothing"], "No such command 'nothing'"),
        (["search", "--nothing"], "No such option"),
        (["serve", "--port", "x"], "Invalid value for '--port'"),
    ],
)
def test_what_is_asked_wrongly_is_said(run: Run, arguments: list[str], told: str) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert told in ran.err


@pytest.mark.usefixtures("kept")
def test_a_pipe_that_closes_is_no_error() -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    script = f"{sys.executable} -m search search --limit 100 | true"
    ran = subprocess.run(script, shell=True, capture_output=True, env=environment, check=False)
    assert ran.stderr == b""
