"""A writer that is killed, and a disk that is full: what is found again is the commit before or the
new one, never a part of either."""

import errno
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from whoosh.filedb import filestore

from search import Article, SearchRequest, open_index, parse_query
from search.errors import IndexUnavailable
from search.index import Index
from search.index.embedded import storage
from tests.effort import examples
from tests.story import story

ROOT = Path(__file__).resolve().parent.parent.parent
BATCH = 3  # stories that each commit adds, beside one that it replaces


def batch(number: int) -> list[Article]:
    """What commit ``number`` adds; the story "last" takes the place of the one before."""
    fresh = [story(f"Flood {part}", "The river.", id=f"{number}-{part}") for part in range(BATCH)]
    return [*fresh, story(str(number), "The river.", id="last")]


def last_batch(index: Index) -> int:
    """The number of the last commit, all of which is there and nothing else; -1 for none."""
    last = index.get("last")
    number = int(last.headline) if last else -1
    found = index.search(SearchRequest(query=parse_query("river"), limit=100, facets=("year",)))
    ids = {f"{n}-{part}" for n in range(number + 1) for part in range(BATCH)}
    assert found.total == found.indexed == len(ids) + (number >= 0)
    assert {hit.article.id for hit in found.hits} <= ids | {"last"}
    assert all(index.get(story_id) for story_id in ids)
    return number


# killed


def kill_writers(folder: str, acknowledged: str) -> None:
    """For each line of the standard input, a process that commits until it is killed so many
    seconds after its first commit. Each commit is acknowledged by a line in a file."""
    with open_index(folder) as index:
        index.add(batch(0))  # so that kernels are loaded before the first is forked
        last_batch(index)
    for line in sys.stdin:
        told = os.path.getsize(acknowledged)  # noqa: PTH202  # nothing imported after a fork
        child = os.fork()
        if child == 0:
            write_on(folder, acknowledged)
        deadline = time.monotonic() + 60
        while os.path.getsize(acknowledged) == told and time.monotonic() < deadline:  # noqa: PTH202
            time.sleep(0.001)
        time.sleep(float(line))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        print("killed", flush=True)


def write_on(folder: str, acknowledged: str) -> None:
    with open_index(folder) as index, Path(acknowledged).open("ab", 0) as out:
        for number in count(last_batch(index) + 1):
            index.add(batch(number))
            out.write(b"%d\n" % number)


def test_whoever_kills_a_writer_finds_a_whole_commit(tmp_path: Path) -> None:
    folder, acknowledged = tmp_path / "index", tmp_path / "acknowledged"
    acknowledged.write_bytes(b"0\n")
    chance = random.Random(1)
    writers = subprocess.Popen(
        [
            *(sys.executable, "-c"),
            "import sys, tests.index.test_crash as it; it.kill_writers(*sys.argv[1:])",
            *(str(folder), str(acknowledged)),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert writers.stdin
    assert writers.stdout
    last = 0
    with writers:
        for _ in range(examples(20)):
            print(chance.uniform(0, 0.05), file=writers.stdin, flush=True)
            assert writers.stdout.readline() == "killed\n"
            told = int(acknowledged.read_bytes().split()[-1])
            known = max(told, last)  # the last may have been killed between commit and word of it
            with open_index(str(folder)) as index:
                last = last_batch(index)
            assert last in (known, known + 1)
        writers.stdin.close()
    assert writers.returncode == 0
    assert told >= examples(20)


# a full disk


class Disk:
    """Lets so many steps be done, a step being a file opened, written, synced or renamed; then one
    fails, or every one."""

    def __init__(self, steps: int, stays_full: bool) -> None:
        self.left = steps
        self.stays_full = stays_full
        self.failed = False

    def step(self) -> None:
        self.left -= 1
        if self.left == -1 or (self.left < 0 and self.stays_full):
            self.failed = True
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def does(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def do(*args: Any, **rest: Any) -> Any:
            self.step()
            return real(*args, **rest)

        return do

    def open(self, path: str, mode: str) -> Any:
        self.step()
        return File(Path(path).open(mode), self)


class File:
    """A file on that disk."""

    def __init__(self, file: Any, disk: Disk) -> None:
        self._file = file
        self.write = disk.does(file.write)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def use(disk: Disk, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(filestore, "open", disk.open, raising=False)
    patch.setattr(storage.os, "fsync", disk.does(os.fsync))
    patch.setattr(filestore.os, "rename", disk.does(os.rename))
    patch.setattr(filestore.os, "makedirs", disk.does(os.makedirs))


def try_to_write(index: Index, write: str) -> str:
    """What an error says; nothing where there is none."""
    try:
        index.add(batch(1)) if write == "add" else index.remove(["last"])
    except IndexUnavailable as error:
        return str(error)
    return ""


# Whoosh leaves the file that it could not write to the garbage collector
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("stays_full", [False, True])
@pytest.mark.parametrize("write", ["add", "remove"])
def test_a_full_disk_leaves_the_commit_before(tmp_path: Path, write: str, stays_full: bool) -> None:
    """At every step of a commit in turn, until there are none left to fail at."""
    with open_index(str(tmp_path)) as index:
        index.add(batch(0))
        segments = sorted(tmp_path.glob("*.columns"))
        for steps in count():
            disk = Disk(steps, stays_full)
            with pytest.MonkeyPatch.context() as patch:
                use(disk, patch)
                failure = try_to_write(index, write)
            if not disk.failed:
                break
            assert "No space left on device" in failure
            with open_index(str(tmp_path)) as other:
                assert last_batch(other) == last_batch(index) == 0
            assert sorted(tmp_path.glob("*.columns")) == segments
        assert steps > 5
        assert last_batch(index) == 1 if write == "add" else index.get("last") is None
        left = {file.suffix for file in tmp_path.iterdir()}
        assert left == {"", ".toc", ".columns"}
