"""Files into an index: what is added, what is left, and what goes on when something goes wrong."""

import os
import time
from collections.abc import Iterable, Iterator
from multiprocessing import current_process
from pathlib import Path

import pytest

from search import Article, ingest, open_index
from search.index import Index
from search.index.memory import MemoryIndex
from search.ingest import Plan, Skipped, Tally, crew
from search.ingest.part import Part


def write(folder: Path, number: int, headline: str = "Dam holds") -> Path:
    path = folder / f"{number:03}.txt"
    path.write_text(
        f"{headline} for night {number}\n\nOSLO, March 3 (AP) — The dam held, engineers said.\n"
    )
    return path


@pytest.fixture
def index() -> Index:
    return open_index("memory:")


def test_second_run_doubles_nothing(tmp_path: Path, index: Index) -> None:
    for number in range(3):
        write(tmp_path, number)
    assert ingest([tmp_path], index) == Tally(read=3, added=3)
    assert ingest([tmp_path], index) == Tally(read=3, unchanged=3)
    write(tmp_path, 3)
    assert ingest([str(tmp_path)], index) == Tally(read=4, added=1, unchanged=3)


@pytest.mark.parametrize("name", ["indexdir", Path("indexdir")])
def test_an_index_that_is_not_open_is_no_index(tmp_path: Path, name: str | Path) -> None:
    with pytest.raises(TypeError, match=r"as open_index\(…\) gives it"):
        ingest([tmp_path], name)  # type: ignore[arg-type]


def test_process_that_may_start_none_reads_by_itself(
    tmp_path: Path, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A daemon, as those of a queue of tasks are."""
    monkeypatch.setitem(current_process()._config, "daemon", True)  # type: ignore[attr-defined]
    for number in range(30):
        write(tmp_path, number)
    assert ingest([tmp_path], index) == Tally(read=30, added=30)


def test_same_story_under_two_names_is_one(tmp_path: Path, index: Index) -> None:
    text = write(tmp_path, 1).read_text()
    (tmp_path / "copy.txt").write_text(text.replace("\n", "\r\n"))
    assert ingest([tmp_path], index) == Tally(read=2, added=1, unchanged=1)


def test_same_text_in_other_wrapping_is_one_and_stays(tmp_path: Path, index: Index) -> None:
    text = write(tmp_path, 1).read_text()
    (tmp_path / "copy.txt").write_text(text.replace("Dam", "DAM").replace("held,", "held,\n"))
    assert ingest([tmp_path], index) == Tally(read=2, added=1, unchanged=1)
    assert ingest([tmp_path], index) == Tally(read=2, unchanged=2)


def test_changed_story_with_its_own_id_replaces_the_older(tmp_path: Path, index: Index) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "w-1", "headline": "Dam holds", "body": "OSLO (AP) — It held."}')
    ingest([path], index)
    path.write_text('{"id": "w-1", "headline": "Dam breaks", "body": "OSLO (AP) — It broke."}')
    assert ingest([path], index) == Tally(read=1, added=1)
    kept = index.get("w-1")
    assert kept is not None
    assert kept.headline == "Dam breaks"


def test_bad_file_and_missing_path_stop_nothing(tmp_path: Path, index: Index) -> None:
    write(tmp_path, 1)
    (tmp_path / "bad.html").write_bytes(b"\x89PNG\r\n\x1a\n")
    tally = ingest([tmp_path / "nowhere", tmp_path], index)
    assert (tally.read, tally.added) == (1, 1)
    assert tally.skipped == (
        Skipped(str(tmp_path / "nowhere"), "no such file or folder"),
        Skipped(str(tmp_path / "bad.html"), "it is a PNG picture, not text"),
    )


def test_progress_is_told_after_each_file(tmp_path: Path, index: Index) -> None:
    for number in range(3):
        write(tmp_path, number)
    told: list[Tally] = []
    tally = ingest([tmp_path], index, on_progress=told.append, plan=Plan(batch_size=1))
    assert [each.read for each in told] == [1, 2, 3, 3]
    assert told[-1] == tally


def test_interruption_keeps_what_was_read(tmp_path: Path, index: Index) -> None:
    for number in range(5):
        write(tmp_path, number)

    def interrupt(tally: Tally) -> None:
        if tally.read == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest([tmp_path], index, on_progress=interrupt)
    assert ingest([tmp_path], index) == Tally(read=5, added=2, unchanged=3)


class Recorder(MemoryIndex):
    """Remembers the order in which stories were added, and in how many commits."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[Article] = []
        self.commits = 0

    def add(self, articles: Iterable[Article]) -> int:
        self.kept += (added := list(articles))
        self.commits += 1
        return super().add(added)


def test_copies_of_a_story_cost_no_commit(tmp_path: Path) -> None:
    for number in range(30):
        write(tmp_path, number)
        (tmp_path / f"{number:03}-copy.txt").write_bytes(
            (tmp_path / f"{number:03}.txt").read_bytes()
        )
    index = Recorder()
    assert ingest([tmp_path], index, workers=1) == Tally(read=60, added=30, unchanged=30)
    assert index.commits == 1


def test_many_files_are_read_by_workers_in_order(tmp_path: Path) -> None:
    for number in range(60):
        write(tmp_path, number)
    (tmp_path / "030.txt").write_bytes(b"")
    index = Recorder()
    tally = ingest([tmp_path], index, workers=2, plan=Plan(batch_size=7))
    assert (tally.read, tally.added) == (59, 59)
    assert tally.skipped == (Skipped(str(tmp_path / "030.txt"), "the file is empty"),)
    sources = [article.source or "" for article in index.kept]
    assert sources == sorted(sources)


def read_badly(path: Path) -> list[Part]:
    """Stands in for reading in a worker: "die" ends the process, "hang" never comes back."""
    if path.name == "die":
        os._exit(9)
    if path.name == "hang":
        time.sleep(60)
    return [Part((Skipped(str(path), "read"),))]


def test_worker_that_dies_or_hangs_costs_its_file_alone() -> None:
    files = [Path(name) for name in ("a", "die", "b", "c", "hang", "d", "e", "die", "f")]
    found = list(crew.read_in_workers(files, 2, crew.Manner(read_badly, patience=3.0)))
    skipped = [item for part in found for item in part.found if isinstance(item, Skipped)]
    assert [(item.source, item.reason) for item in skipped] == [
        ("a", "read"),
        ("die", "the process reading it was ended, perhaps for want of memory"),
        ("b", "read"),
        ("c", "read"),
        ("hang", "reading it took more than 3 seconds"),
        ("d", "read"),
        ("e", "read"),
        ("die", "the process reading it was ended, perhaps for want of memory"),
        ("f", "read"),
    ]


@pytest.mark.parametrize("at", [0, 1, 7, 8, 9, 30])
def test_file_that_ends_its_worker_is_named_wherever_it_stands(at: int) -> None:
    """Quick files are answered some at a time: those read and not yet answered are read again."""
    names = [f"a{number}" for number in range(30)]
    names.insert(at, "die")
    found = crew.read_in_workers(map(Path, names), 1, crew.Manner(read_badly))
    told = [(item.source, item.reason) for part in found for item in part.found]  # type: ignore[union-attr]
    ended = "the process reading it was ended, perhaps for want of memory"
    assert told == [(name, ended if name == "die" else "read") for name in names]


def test_thousands_of_files_that_are_not_to_be_read_are_all_told() -> None:
    passed = [Part((), source=str(number)) for number in range(5000)]
    found = crew.read_in_workers([*passed, Path("a"), *passed], 1, crew.Manner(read_badly))
    assert [part.source for part in found if not part.found] == [part.source for part in passed] * 2


def read_at_length(path: Path) -> Iterator[Part]:
    """Stands in for reading an archive: "slow" takes a while, any other gives 60 parts at once."""
    for number in range(3 if path.name == "slow" else 60):
        if path.name == "slow":
            time.sleep(0.3)
        yield Part((Skipped(path.name, str(number)),), is_last=False)
    yield Part(())


def test_long_files_come_in_parts_in_order_and_without_haste() -> None:
    files = [Path(name) for name in ("slow", "a", "b", "slow", "c")]
    parts = crew.read_in_workers(files, 2, crew.Manner(read_at_length, patience=0.6))
    found = [(item.source, item.reason) for part in parts for item in part.found]  # type: ignore[union-attr]
    assert found == [
        (path.name, str(number))
        for path in files
        for number in range(3 if path.name == "slow" else 60)
    ]


@pytest.mark.parametrize("kind", [str, Path])
def test_one_path_may_stand_alone(tmp_path: Path, kind: type) -> None:
    (tmp_path / "dam.txt").write_text("Dam holds\n\nOSLO (AP) - It held.", encoding="utf-8")
    with open_index("memory:") as index:
        assert ingest(kind(tmp_path), index, workers=1).added == 1
