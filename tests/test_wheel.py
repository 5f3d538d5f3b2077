"""The wheel, installed where there is no checkout, is a working program."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.long


def run(*command: str | Path, cwd: Path) -> str:
    """What a command prints; fails the test with its complaint if it fails."""
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd, env=clean, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation")
    run(*pip, "--wheel-dir", folder, ROOT, cwd=folder)
    return next(folder.glob("dateline-*.whl"))


@pytest.fixture(scope="module")
def dateline(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command in an environment that has the wheel, and beside it only its dependencies."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, symlinks=True)
    pip = (sys.executable, "-m", "pip", "--python", home / "bin" / "python", "install")
    run(*pip, "--quiet", "--no-deps", wheel, cwd=home)
    paths = sysconfig.get_paths(vars={"base": str(home), "platbase": str(home)})
    lent = Path(paths["purelib"]) / "lent.pth"
    lent.write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return home / "bin" / "dateline"


@pytest.mark.parametrize("name", [
    "search/cli/__init__.py",
    "search/samples/feed.xml",
    "search/samples/README.md",
    "web/templates/search.html",
    "web/static/dateline.css",
])  # fmt: skip
def test_the_wheel_holds(wheel: Path, name: str) -> None:
    assert name in zipfile.ZipFile(wheel).namelist()


@pytest.mark.parametrize("folder", ["tests", "bench", "docs", "indexdir", "samples"])
def test_the_wheel_leaves_out(wheel: Path, folder: str) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert not [name for name in names if name.startswith(f"{folder}/")]


def test_the_command_runs_by_itself(dateline: Path, tmp_path: Path) -> None:
    run(dateline, "ingest", "--samples", cwd=tmp_path)
    assert "grain" in run(dateline, "search", "headline:grain", cwd=tmp_path)
    assert (tmp_path / "indexdir").is_dir()


def test_the_pages_are_there(dateline: Path, tmp_path: Path) -> None:
    show = "from web import create_app; print(create_app('memory:').test_client().get('/').text)"
    page = run(dateline.parent / "python", "-c", show, cwd=tmp_path)
    assert "</html>" in page
