"""``dateline optimize`` and ``dateline check``."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from search import open_index
from search.cli import dateline
from search.errors import DatelineError
from tests.story import story


def run(folder: Path, *arguments: str) -> str:
    result = CliRunner().invoke(
        dateline, ["--index", str(folder), *arguments], catch_exceptions=False
    )
    assert result.exit_code == 0
    return result.output


def test_optimize_makes_one_segment(tmp_path: Path) -> None:
    with open_index(str(tmp_path)) as index:
        for number in range(3):
            index.add([story("Flood", "The river rose.", id=str(number))])
    assert "3 stories in one segment; there were 3 before." in run(tmp_path, "optimize")
    assert "nothing to merge" in run(tmp_path, "optimize")
    assert "bytes in 1 segment: all is as it was written." in run(tmp_path, "check")


@pytest.mark.parametrize("command", ["optimize", "check"])
def test_a_mistyped_index_is_neither_made_nor_well(tmp_path: Path, command: str) -> None:
    told = run(tmp_path / "mistyped", command)
    assert not (tmp_path / "mistyped").exists()
    assert told == (
        f"dateline: the index {tmp_path}/mistyped is empty; `dateline ingest` adds stories to it\n"
    )


def test_check_names_the_file_that_has_changed(tmp_path: Path) -> None:
    with open_index(str(tmp_path)) as index:
        index.add([story("Flood", "The river rose. " * 50, id="flood")])
    [segment] = tmp_path.glob("*.columns")
    data = bytearray(segment.read_bytes())
    data[200] ^= 1
    segment.write_bytes(data)
    with pytest.raises(DatelineError, match=segment.name):
        run(tmp_path, "check")


@pytest.mark.parametrize("command", ["optimize", "check"])
def test_an_index_in_memory_has_no_upkeep(command: str) -> None:
    with pytest.raises(DatelineError, match="not kept in files"):
        CliRunner().invoke(dateline, ["--index", "memory:", command], catch_exceptions=False)
