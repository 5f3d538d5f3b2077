"""What only the embedded index must hold: folders, threads, processes and damage."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import whoosh.index

from search import SearchRequest, open_index, parse_query
from search.errors import IndexUnavailable
from search.index import Index
from search.index.embedded import folder as folder_module
from tests.story import story

STORIES = [story(f"Flood {n}", "The river rose. " * n, id=f"s{n}") for n in range(1, 6)]


def total(url: str | Path, text: str = "") -> int:
    with open_index(str(url)) as index:
        return index.search(SearchRequest(query=parse_query(text))).total


def test_what_was_added_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    with open_index(str(tmp_path)) as index:
        index.add(STORIES)
    assert total(tmp_path, "river") == 5


def test_a_folder_is_made_by_the_first_story_and_not_by_looking(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b"
    assert total(path) == 0
    assert not path.exists()
    with open_index(str(path)) as index:
        index.add(STORIES[:1])
    assert total(path) == 1


def test_opening_never_wipes(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("data only")
    for number, one in enumerate(STORIES, start=1):
        with open_index(str(tmp_path)) as index:
            index.add([one])
        assert total(tmp_path) == number
    assert (tmp_path / "README.md").read_text() == "data only"


def test_a_commit_is_seen_by_an_index_that_is_open(tmp_path: Path) -> None:
    with open_index(str(tmp_path)) as reader, open_index(str(tmp_path)) as writer:
        assert reader.get("s1") is None
        writer.add(STORIES)
        assert reader.get("s1") == STORIES[0]
        writer.remove(["s1"])
        assert reader.get("s1") is None


def test_many_threads_search_while_one_writes(tmp_path: Path) -> None:
    """Each search sees a whole number of batches: nothing half, nothing dead."""
    done = threading.Event()
    seen: list[int] = []

    def look(index: Index) -> None:
        while not done.is_set():
            seen.append(index.search(SearchRequest(query=parse_query("river"), limit=1)).total)

    with open_index(str(tmp_path)) as index, ThreadPoolExecutor(3) as pool:
        watchers = [pool.submit(look, index) for _ in range(3)]
        for n in range(4):
            index.add(story("", "river", id=f"{n}-{part}") for part in range(5))
            index.add(story("", "river bank", id=f"{n}-{part}") for part in range(5))
        done.set()
        for watcher in watchers:
            watcher.result()
    assert set(seen) <= set(range(0, 21, 5))
    assert total(tmp_path, "river") == 20


def test_two_writers_take_turns(tmp_path: Path) -> None:
    def write(part: int) -> None:
        with open_index(str(tmp_path)) as index:
            for n in range(5):
                index.add([story("Flood", "river", id=f"{part}-{n}")])

    write(9)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(write, range(2)))
    assert total(tmp_path, "river") == 15


def test_a_writer_that_waits_too_long_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_module, "PATIENCE", 0.1)
    with open_index(str(tmp_path)) as index:
        index.add(STORIES[:1])
        other = whoosh.index.open_dir(str(tmp_path)).writer()
        with pytest.raises(IndexUnavailable, match="Another program is writing"):
            index.add(STORIES)
        other.cancel()
        assert index.add(STORIES) == 5


# Whoosh leaves the file that it could not read to the garbage collector
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("damage", [b"", b"not a table of contents", b"\x00" * 200])
def test_a_damaged_folder_is_an_error_that_names_it(tmp_path: Path, damage: bytes) -> None:
    with open_index(str(tmp_path)) as index:
        index.add(STORIES)
    [contents] = tmp_path.glob("*.toc")
    contents.write_bytes(damage)
    with pytest.raises(IndexUnavailable, match=f"index in {tmp_path}"):
        total(tmp_path)


def test_an_index_with_other_fields_says_what_to_do(tmp_path: Path) -> None:
    from whoosh.fields import TEXT, Schema

    whoosh.index.create_in(str(tmp_path), Schema(title=TEXT))
    with pytest.raises(IndexUnavailable, match="another version of Dateline"):
        total(tmp_path)


def test_a_folder_that_is_a_file_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("no folder")
    with open_index(str(path)) as index, pytest.raises(IndexUnavailable, match="cannot be"):
        index.add(STORIES)


def test_files_are_synced_before_the_contents_name_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order of one commit: every file of the segment, then the table of contents."""
    from search.index.embedded import storage

    synced: list[str] = []
    real = storage.os.fsync

    def note(descriptor: int) -> None:
        synced.append(Path(f"/dev/fd/{descriptor}").resolve().name)
        real(descriptor)

    with open_index(str(tmp_path)) as index:
        index.add(STORIES[:1])
        monkeypatch.setattr(storage.os, "fsync", note)
        index.add(STORIES[1:])
    kinds = [
        "contents" if ".toc" in name else "segment" for name in synced if name != tmp_path.name
    ]
    assert kinds.index("contents") == len(kinds) - 1
    assert kinds[:-1]
    assert synced[-1] == tmp_path.name
