"""A newest commit that is damaged: the one before it is used where it is still there, never a part
of either, and it is told."""

import logging
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import whoosh.index

from search import SearchRequest, open_index, parse_query
from search.errors import IndexUnavailable
from search.index import Kept
from search.index.embedded.storage import DurableStorage
from tests.story import story

OLD = [story("Flood", "The river rose. " * 40, id="old")]
NEW = [story("Storm", "The river sank. " * 40, id="new")]
BEFORE, AFTER = {"old"}, {"old", "new"}
Damage = Callable[[bytes], bytes]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two commits: as it stands when a crash comes just before the older is removed."""
    path = tmp_path / "index"
    with open_index(str(path)) as index:
        index.add(OLD)
        with monkeypatch.context() as patch:
            patch.setattr(whoosh.index, "clean_files", lambda *_: None)
            index.add(NEW)
    assert sorted(file.name for file in path.glob("*.toc")) == ["_MAIN_1.toc", "_MAIN_2.toc"]
    return path


def newest(folder: Path, suffix: str) -> Path:
    return max(folder.glob(f"*{suffix}"), key=lambda file: file.stat().st_mtime_ns)


def stories(folder: Path) -> set[str] | str:
    """The ids of all stories, each read back; an error's words where there is one."""
    try:
        with open_index(str(folder)) as index:
            found = index.search(SearchRequest(query=parse_query("river"), facets=("year",)))
            return {hit.article.id for hit in found.hits}
    except IndexUnavailable as error:
        return str(error)


def spots(size: int) -> Iterator[int]:
    """Where to do damage: the head, the tail, and a sample of what is between."""
    yield from range(0, min(size, 16), 3)
    yield from range(16, size, size // 23)
    yield from range(max(size - 48, 0), size, 5)


def damages(size: int) -> Iterator[Damage]:
    for at in spots(size):
        yield lambda whole, at=at: whole[:at]
        yield lambda whole, at=at: whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :]
        yield lambda whole, at=at: whole[:at] + bytes(64) + whole[at + 64 :]


def test_a_damaged_table_of_contents_leaves_the_commit_before_it(folder: Path) -> None:
    contents = newest(folder, ".toc")
    whole = contents.read_bytes()
    assert stories(folder) == AFTER
    for damage in damages(len(whole)):
        contents.write_bytes(damage(whole))
        assert stories(folder) == (AFTER if damage(whole) == whole else BEFORE)
    contents.write_bytes(whole)
    assert stories(folder) == AFTER


def test_a_damaged_segment_is_named_or_leaves_the_commit_before_it(folder: Path) -> None:
    """What is cut short is seen when it is opened; a byte within when it is first used."""
    segment = newest(folder, ".columns")
    whole = segment.read_bytes()
    for damage in damages(len(whole)):
        damaged = damage(whole)
        segment.write_bytes(damaged)
        found = stories(folder)
        if len(damaged) < len(whole):
            assert found == BEFORE
        else:
            assert found in (BEFORE, AFTER) or segment.name in found


@pytest.mark.parametrize("suffix", [".toc", ".columns"])
def test_a_lost_file_leaves_the_commit_before_it(folder: Path, suffix: str) -> None:
    newest(folder, suffix).unlink()
    assert stories(folder) == BEFORE


def test_a_segment_in_the_place_of_another_leaves_the_commit_before_it(folder: Path) -> None:
    """Whole files under each other's names, as where a backup was put together by hand."""
    later = newest(folder, ".columns")
    [earlier] = [path for path in folder.glob("*.columns") if path != later]
    whole = later.read_bytes()
    later.write_bytes(earlier.read_bytes())
    assert stories(folder) == BEFORE
    earlier.write_bytes(whole)
    found = str(stories(folder))
    assert earlier.name in found or later.name in found
    assert "not the file that was written under this name" in found


@pytest.mark.parametrize(("suffix", "named"), [(".toc", "_MAIN_2.toc"), (".columns", "MAIN_")])
def test_it_is_logged_and_check_says_what_to_do(
    folder: Path, caplog: pytest.LogCaptureFixture, suffix: str, named: str
) -> None:
    newest(folder, suffix).write_bytes(b"")
    with open_index(str(folder)) as index, caplog.at_level(logging.WARNING):
        assert isinstance(index, Kept)
        for _ in range(3):
            assert index.get("old") == OLD[0]
        [record] = caplog.records  # once, however often it is looked at
        with pytest.raises(IndexUnavailable) as raised:
            index.check()
    for told in (record.message, str(raised.value)):
        assert named in told
        assert "Commit 2 is lost by that, and commit 1 is in use: ingest again" in told


@pytest.mark.parametrize("suffix", [".toc", ".columns"])
def test_the_next_commit_puts_it_in_order(folder: Path, suffix: str) -> None:
    newest(folder, suffix).write_bytes(b"")
    with open_index(str(folder)) as index:
        assert isinstance(index, Kept)
        index.add([story("Frost", "The river froze.", id="next")])
        assert index.check().stories == 2
    assert stories(folder) == {"old", "next"}
    assert [file.name for file in folder.glob("*.toc")] == ["_MAIN_3.toc"]
    assert len(list(folder.glob("*.columns"))) == 2


def test_a_commit_that_is_restored_counts_again(folder: Path) -> None:
    contents = newest(folder, ".toc")
    whole = contents.read_bytes()
    contents.write_bytes(b"")
    with open_index(str(folder)) as index:
        assert index.get("new") is None
        contents.unlink()
        contents.write_bytes(whole)
        assert index.get("new") == NEW[0]


def test_a_first_commit_that_comes_between_two_looks_is_not_taken_for_damage(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder is empty when it is looked at first, and is not a moment later."""
    empty, real = [[], [], []], DurableStorage.names

    def names(self: DurableStorage) -> list[str]:
        return empty.pop() if empty else real(self)

    monkeypatch.setattr(DurableStorage, "names", names)
    assert stories(folder) == AFTER


@pytest.mark.parametrize(
    ("lost", "words"),
    [
        ("*.toc", "has lost its table of contents"),  # what segments there are, nobody knows
        ("*.columns", "has lost MAIN_"),
    ],
)
def test_where_no_commit_is_whole_nothing_is_read_or_written(
    folder: Path, lost: str, words: str
) -> None:
    for file in folder.glob(lost):
        file.unlink()
    left = sorted(folder.iterdir())
    for _ in range(2):  # and no lock stays behind
        assert words in str(stories(folder))
        with open_index(str(folder)) as index, pytest.raises(IndexUnavailable, match=words):
            index.add(NEW)
    assert sorted(folder.iterdir()) == left


def test_a_segment_that_does_not_read_back_is_not_committed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that writes other bytes than it is given: the commit before stays."""
    from search.index.embedded import storage

    real = storage._sync

    def corrupt(file: object) -> None:
        real(file)  # type: ignore[arg-type]
        path = newest(tmp_path, ".columns")
        data = path.read_bytes()
        path.write_bytes(data[:999] + bytes([data[999] ^ 1]) + data[1_000:])

    with open_index(str(tmp_path)) as index:
        index.add(OLD)
        with monkeypatch.context() as patch:
            patch.setattr(storage, "_sync", corrupt)
            with pytest.raises(IndexUnavailable, match="has changed since it was written"):
                index.add(NEW)
        assert stories(tmp_path) == BEFORE
        assert len(list(tmp_path.glob("*.columns"))) == 1
        index.add(NEW)
    assert stories(tmp_path) == AFTER


def test_what_a_killed_writer_left_is_removed_by_the_next(tmp_path: Path) -> None:
    with open_index(str(tmp_path)) as index:
        index.add(OLD)
        [segment] = tmp_path.glob("*.columns")
        left = ["MAIN_0123456789abcdef.columns", "_MAIN_2.toc.1712345678.9"]
        for name in left:
            shutil.copy(segment, tmp_path / name)
        assert index.remove(["absent"]) == 0  # which writes nothing
        assert index.remove(["old"]) == 1
    assert not {file.name for file in tmp_path.iterdir()} & {*left}
