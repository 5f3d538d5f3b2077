"""The manual is true: its commands and examples are run on the sample stories."""

import doctest
import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from search import SearchRequest, open_index, parse_query
from search.cli import main
from web import create_app

ROOT = Path(__file__).resolve().parent.parent
MANUAL = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "search/README.md"])
LOOSELY = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!\w+:)([^)#]+)")
_MADE = re.compile(r"(?:^    |`)make ([a-z]+)", re.MULTILINE)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def blocks(path: Path) -> Iterator[tuple[str, str]]:
    for block in _BLOCK.finditer(path.read_text(encoding="utf-8")):
        yield block[1], block[2]


def sessions() -> Iterator[tuple[str, str]]:
    """Each command shown in the manual, and what is printed under it."""
    for path in MANUAL:
        for language, text in blocks(path):
            if not language and text.startswith("$ "):
                for part in text[2:].split("\n$ "):
                    command, _, printed = part.partition("\n")
                    yield command, printed


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the samples and an index of them, as `make run` leaves it."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "samples").symlink_to(ROOT / "samples")
    with pytest.raises(SystemExit):
        main(["--index", str(folder / "indexdir"), "ingest", "--samples"])
    return folder


def run(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What a command of the manual prints; `curl` asks the application itself."""
    program, *arguments = shlex.split(command)
    if program == "curl":
        path = arguments[0].removeprefix("http://127.0.0.1:8000")
        answer = create_app("indexdir").test_client().get(path)
        return json.dumps(json.loads(answer.text), indent=4)
    assert program == "dateline"
    with pytest.raises(SystemExit):
        main(arguments)
    return "".join(capsys.readouterr())


def rows(heading: str) -> list[list[str]]:
    """The cells in code of each row of a table of the query language's manual."""
    text = (ROOT / "docs/query-language.md").read_text(encoding="utf-8")
    table = text.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in table.splitlines() if line.startswith("|") and "`" in line]
    return [re.findall(r"`([^`]+)`", line) for line in lines]


@pytest.mark.parametrize("example", [row[0] for row in rows("Forms")])
def test_each_form_of_the_language_finds_something(example: str, desk: Path) -> None:
    with open_index(str(desk / "indexdir")) as index:
        assert index.search(SearchRequest(query=parse_query(example))).total > 0


@pytest.mark.parametrize("example", [row[-2:] for row in rows("Precedence")], ids=str)
def test_each_precedence_is_as_the_table_says(example: list[str]) -> None:
    typed, meant = example
    assert parse_query(typed) == parse_query(meant)


@pytest.mark.parametrize(("command", "printed"), list(sessions()))
def test_a_command_prints_what_is_shown(
    command: str,
    printed: str,
    desk: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(desk)
    monkeypatch.setenv("COLUMNS", "100")
    got = run(command, capsys)
    assert printed.strip(), got
    assert doctest.OutputChecker().check_output(printed, got, LOOSELY), got


@pytest.mark.parametrize("path", MANUAL, ids=name)
def test_the_python_shown_runs(path: Path, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    text = "\n".join(code for language, code in blocks(path) if language == "python")
    example = doctest.DocTestParser().get_doctest(text, {}, path.name, str(path), 0)
    assert doctest.DocTestRunner(verbose=False, optionflags=LOOSELY).run(example).failed == 0


@pytest.mark.parametrize("path", MANUAL, ids=name)
def test_what_is_linked_is_there(path: Path) -> None:
    for target in _LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", MANUAL, ids=name)
def test_what_is_made_can_be_made(path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in _MADE.findall(path.read_text(encoding="utf-8")):
        assert f"\n{target}:" in makefile, target
