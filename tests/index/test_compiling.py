"""Kernels are compiled once, before anyone waits for them."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from search.index.embedded.compiling import write_stories

ROOT = Path(__file__).resolve().parent.parent.parent
COMPILE = "from search.index.embedded.compiling import compile_kernels; compile_kernels(print)"
HELP = "from search.index.embedded.compiling import help_searching, write_stories"


def run(cache: Path, *arguments: str, **more: str) -> str:
    environment = {**os.environ, "DATELINE_CACHE": str(cache), "PYTHONPATH": str(ROOT), **more}
    done = subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    return done.stdout


@pytest.mark.long
def test_after_compiling_nothing_is_left_to_compile(tmp_path: Path) -> None:
    """Every form of the query language then runs without a new file in the cache."""
    assert "20 to 40 seconds" in run(tmp_path, "-c", COMPILE)
    compiled = set(tmp_path.rglob("*.nbc"))
    assert len(compiled) > 50
    times = Counter(path.name.rsplit(".", 2)[0] for path in compiled)
    assert [name for name, count in times.items() if count > 1] == []  # each for one set of types
    assert run(tmp_path, "-c", COMPILE) == ""
    names = ("test_language.py", "contract.py", "test_statements.py")
    language = [f"tests/index/{name}" for name in names]
    run(tmp_path, "-m", "pytest", "-q", "-p", "no:cacheprovider", *language)
    assert {path.name for path in tmp_path.rglob("*.nbc")} == {path.name for path in compiled}


@pytest.mark.long
def test_the_process_that_helps_compiles_what_searching_needs(tmp_path: Path) -> None:
    run(tmp_path, "-c", f"{HELP}; help_searching({str(tmp_path / 'index')!r})")
    compiled = {path.name.split("-")[0] for path in tmp_path.rglob("*.nbc")}
    assert {"choosing.choose", "scores.score_list", "pairs.pair_up"} <= compiled
    assert "packing.pack_terms" not in compiled  # its index was written in plain Python


def test_plain_python_writes_what_compiled_code_writes(tmp_path: Path) -> None:
    """So that whoever helps to compile has something to search."""
    plainly, compiled = tmp_path / "plainly", tmp_path / "compiled"
    run(tmp_path, "-c", f"{HELP}; write_stories({str(plainly)!r})", NUMBA_DISABLE_JIT="1")
    write_stories(str(compiled))
    written = [
        {path.read_bytes() for path in folder.glob("*.columns")} for folder in (plainly, compiled)
    ]
    assert len(written[0]) == 2
    assert written[0] == written[1]


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    used = tmp_path / "used"
    used.mkdir()
    where = "from search.kernels import cache_folder; print(cache_folder())"
    folder = run(blocked, "-c", where, TMPDIR=str(used))
    assert Path(folder).parent == used
    assert list(used.iterdir()) == []  # nothing stays behind of any start


@pytest.mark.parametrize(
    ("cache", "told"),
    [
        ("used", "once on this machine: 20 to 40 seconds"),
        ("file", "nothing can be kept in {cache}, at each start: 20 to 40 seconds"),
    ],
)
def test_whoever_waits_is_told_how_often(tmp_path: Path, cache: str, told: str) -> None:
    (tmp_path / "file").write_text("no folder")
    quickly = "from search.index.embedded import compiling; compiling._use_all = print"
    shown = run(tmp_path / cache, "-c", f"{quickly}; compiling.compile_kernels(print)")
    assert told.format(cache=tmp_path / cache) in shown


def test_a_cache_without_a_name_is_the_systems(tmp_path: Path) -> None:
    """It was the folder that the command ran in."""
    where = "from search.cache import cache_folder; print(cache_folder())"
    shown = run(Path(), "-c", where, DATELINE_CACHE="", XDG_CACHE_HOME=str(tmp_path))
    assert Path(shown.strip()).name == "dateline"


def test_whoever_has_no_home_keeps_nothing(tmp_path: Path) -> None:
    """As a user of a container whom its machine does not know."""
    unknown = "import os, pwd; pwd.getpwuid = {}.__getitem__; os.environ.pop('HOME', None)"
    where = "from search.kernels import cache_folder; print(cache_folder())"
    folder = run(
        Path(),
        "-c",
        f"{unknown}; {where}",
        DATELINE_CACHE="",
        XDG_CACHE_HOME="",
        TMPDIR=str(tmp_path),
    )
    assert Path(folder).parent == tmp_path


def test_without_numba_there_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "numba.py").write_text("raise ImportError('not for this Python')")
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}
    done = subprocess.run(
        [sys.executable, "-m", "search", "--index", str(tmp_path / "index"), "search", "oil"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert "needs numba" in done.stderr
    assert "Traceback" not in done.stderr
