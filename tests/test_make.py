"""The Makefile says in a sentence what a machine lacks, and installs nothing then."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TARGETS = ("run", "test", "check", "lock", "clean", "help")

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="There is no make here.")


def make(
    folder: Path, *arguments: str, path: str | None = None
) -> subprocess.CompletedProcess[str]:
    command = [str(shutil.which("make")), "--no-print-directory", "-f", str(ROOT / "Makefile")]
    return subprocess.run(
        [*command, *arguments],
        cwd=folder,
        env=os.environ | ({"PATH": path} if path else {}),
        capture_output=True,
        text=True,
        check=False,
    )


def write_script(path: Path, line: str) -> Path:
    path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def stand_in(tmp_path: Path) -> Path:
    """A Python that is new enough but has no venv module."""
    return write_script(tmp_path / "python", '[ "$1" = -c ]')


def machine(folder: Path, user: int) -> str:
    """A PATH with no chromium, and an apt-get that notes what it is asked to do."""
    write_script(folder / "id", f"echo {user}")
    write_script(folder / "true", "exit 0")
    write_script(folder / "apt-get", f'echo "$@" >> "{folder}/asked"')
    (folder / "env").symlink_to(str(shutil.which("env")))
    return str(folder)


def test_no_python_is_new_enough(tmp_path: Path) -> None:
    run = make(tmp_path, "environment", "PYTHONS=false")
    assert run.returncode != 0
    assert run.stderr.startswith("Dateline needs Python 3.11 or newer")


def test_python_has_no_venv_module(tmp_path: Path, stand_in: Path) -> None:
    run = make(tmp_path, "environment", f"PYTHONS={stand_in}")
    assert run.returncode != 0
    assert "cannot make a virtual environment: install its venv module" in run.stderr
    assert not (tmp_path / ".venv").exists()


@pytest.mark.parametrize(("user", "installs"), [(0, True), (1000, False)])  # root may, and sudo
def test_the_browser_is_installed_where_the_user_may(
    tmp_path: Path, user: int, installs: bool
) -> None:
    run = make(tmp_path, "browser", path=machine(tmp_path, user))
    asked = tmp_path / "asked"
    assert run.returncode == 0
    assert (asked.exists() and "install" in asked.read_text(encoding="utf-8")) == installs


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_can_be_made(tmp_path: Path, target: str) -> None:
    for name in ("pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, tmp_path)
    assert make(tmp_path, "--dry-run", target).returncode == 0


@pytest.mark.parametrize("target", [target for target in TARGETS if target != "help"])
def test_help_tells_every_target(tmp_path: Path, target: str) -> None:
    assert f"make {target} " in make(tmp_path, "help").stdout
