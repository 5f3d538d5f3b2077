"""The story that started the project is read as an editor reads it."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCORER = ROOT.parent / "shared" / "score" / "seed.py"


@pytest.mark.skipif(not SCORER.is_file(), reason=f"The seed story is not here: no {SCORER.name}.")
def test_all_of_the_seed_story_holds() -> None:
    run = subprocess.run(
        [sys.executable, str(SCORER)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
