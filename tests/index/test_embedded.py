"""What only the embedded index must hold: folders, threads, processes and damage."""

import datetime as dt
import gc
import os
import random
import shutil
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest
import whoosh.index

from search import Article, SearchRequest, open_index, parse_query
from search.errors import CursorExpired, IndexUnavailable
from search.index import Index
from search.index.embedded import EmbeddedIndex, weights
from search.index.embedded import folder as folder_module
from search.index.embedded.blocks import NAMES, read_line, write_line
from search.schema import FACETS, FIELDS, Facet, Field
from tests.story import story

STORIES = [story(f"Flood {n}", "The river rose. " * n, id=f"s{n}") for n in range(1, 6)]


def total(url: str | Path, text: str = "") -> int:
    with open_index(str(url)) as index:
        return index.search(SearchRequest(query=parse_query(text))).total


def test_what_was_added_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    with open_index(str(tmp_path)) as index:
        index.add(STORIES)
    assert total(tmp_path, "river") == 5


def test_an_index_is_opened_by_a_path_as_by_a_name(tmp_path: Path) -> None:
    with open_index(tmp_path / "index") as index:
        index.add(STORIES)
    assert total(tmp_path / "index") == 5


def test_an_index_without_a_name_is_not_the_folder_one_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where a variable is not set."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(IndexUnavailable, match="no name"):
        open_index("")


def test_a_program_that_seeds_chance_writes_no_segment_over_another(tmp_path: Path) -> None:
    """As a notebook does in its first line: a segment's name must not come again."""
    for number, one in enumerate(STORIES, start=1):
        random.seed(0)
        with open_index(str(tmp_path)) as index:
            index.add([one])
            assert index.search(ask("river")).total == number


@pytest.mark.parametrize(
    "use",
    [lambda index: index.search(ask("river")), lambda index: index.add(STORIES)],
    ids=["search", "add"],
)
def test_an_index_is_not_looked_for_where_the_program_has_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, use: Callable[[Index], object]
) -> None:
    """A notebook changes its folder: nothing is written, or missed, in another place."""
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path)
    with open_index("index") as index, open_index(tmp_path / "index") as whole:
        index.add(STORIES)
        monkeypatch.chdir(tmp_path / "elsewhere")
        with pytest.raises(IndexUnavailable, match="open it by its whole path"):
            use(index)
        assert list(Path().iterdir()) == []
        assert whole.search(ask("river")).total == 5
        monkeypatch.chdir(tmp_path)
        assert index.search(ask("river")).total == 5


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


def make_anew(folder: Path, stories: list[Article]) -> None:
    """An index in the place of another, which counts its commits from 1 again."""
    shutil.rmtree(folder, ignore_errors=True)
    with open_index(str(folder)) as index:
        index.add(stories)


def test_an_index_that_was_made_anew_is_seen_by_one_that_is_open(tmp_path: Path) -> None:
    make_anew(tmp_path, STORIES)
    with open_index(str(tmp_path)) as reader:
        assert reader.search(ask("river")).total == 5
        make_anew(tmp_path, STORIES[:2])
        assert reader.search(ask("river")).total == 2


@pytest.mark.parametrize("settled", [0.0, 60.0], ids=["at once", "later"])
@pytest.mark.parametrize("emptied", [True, False], ids=["emptied", "removed"])
def test_an_index_that_goes_is_not_an_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settled: float, emptied: bool
) -> None:
    monkeypatch.setattr(folder_module, "_SETTLED", settled)
    make_anew(tmp_path, STORIES)
    with open_index(str(tmp_path)) as index:
        assert index.search(ask("river")).total == 5
        shutil.rmtree(tmp_path)
        if emptied:
            tmp_path.mkdir()
        for _ in range(2):
            with pytest.raises(IndexUnavailable, match=f"index in {tmp_path} is gone"):
                index.search(ask("river"))
        make_anew(tmp_path, STORIES[:2])
        assert index.search(ask("river")).total == 2


@pytest.mark.parametrize("anew", [STORIES, STORIES[:4]], ids=["the same stories", "others"])
def test_a_cursor_ends_with_its_index(tmp_path: Path, anew: list[Article]) -> None:
    make_anew(tmp_path, STORIES)
    with open_index(str(tmp_path)) as index:
        first = index.search(ask("river", limit=2))
    with open_index(str(tmp_path)) as index:  # as another process opens it
        assert index.search(ask("river", limit=2, cursor=first.cursor)).commit == first.commit
    make_anew(tmp_path, anew)
    with open_index(str(tmp_path)) as index, pytest.raises(CursorExpired):
        index.search(ask("river", limit=2, cursor=first.cursor))


@pytest.mark.skipif(sys.platform != "linux", reason="maps are read from /proc")
def test_a_commit_is_let_go_when_the_next_is_seen(tmp_path: Path) -> None:
    """At once, with its memory and its removed files' room on the disk: nothing in it refers back,
    which the garbage collector might find much later."""
    with open_index(str(tmp_path)) as reader, open_index(str(tmp_path)) as writer:
        gc.disable()
        try:
            for _ in range(4):
                writer.add([story("Flood", "The river rose.", id="a", said=[("The river", "Ana")])])
                for text in ("river", "riv*", "rive~", '"the river"'):
                    facets = ("agency", "speaker")
                    asked = SearchRequest(query=parse_query(text), facets=facets)
                    assert reader.search(asked).total == 1
                    assert reader.search(replace(asked, of="statements")).total == 1
            maps = Path("/proc/self/maps").read_text().splitlines()
        finally:
            gc.enable()
    assert [line for line in maps if str(tmp_path) in line and "(deleted)" in line] == []


def test_ids_are_looked_up_many_at_once_in_every_commit(tmp_path: Path) -> None:
    with EmbeddedIndex(str(tmp_path)) as index:
        assert index.held(["s1"]) == set()  # there is no folder yet
        index.add(STORIES[:2])
        index.add(STORIES[2:])
        index.remove(["s2"])
        assert index.held([one.id for one in STORIES] + ["s9"]) == {"s1", "s3", "s4", "s5"}
        assert index.held([]) == set()


@pytest.mark.parametrize(
    "use",
    [
        lambda index: index.held(["s1"]),
        lambda index: index.check(),
        lambda index: index.optimize(),
        lambda index: index.explain(parse_query("river"), "s1"),
    ],
    ids=["held", "check", "optimize", "explain"],
)
def test_a_closed_index_is_neither_asked_nor_kept_up(
    tmp_path: Path, use: Callable[[EmbeddedIndex], object]
) -> None:
    with EmbeddedIndex(str(tmp_path)) as index:
        index.add(STORIES)
    with pytest.raises(IndexUnavailable, match=f"index in {tmp_path} is closed; open it again"):
        use(index)


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


def test_words_that_were_forgotten_are_weighed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is known of words is let go of when it is too much, whoever else is searching."""
    request = SearchRequest(query=parse_query('river OR rose OR flood OR "the river"'))

    def look(index: Index) -> list[float]:
        return [hit.score for _ in range(50) for hit in index.search(request).hits]

    with open_index(str(tmp_path)) as index:
        index.add(STORIES)
        expected = look(index)
        monkeypatch.setattr(weights, "KNOWN", 1)
        with ThreadPoolExecutor(3) as pool:
            for found in pool.map(look, [index] * 3):
                assert found == expected


def test_two_writers_take_turns(tmp_path: Path) -> None:
    def write(part: int) -> None:
        with open_index(str(tmp_path)) as index:
            for n in range(5):
                index.add([story("Flood", "river", id=f"{part}-{n}")])

    write(9)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(write, range(2)))
    assert total(tmp_path, "river") == 15


def test_four_writers_begin_an_index_together(tmp_path: Path) -> None:
    """None of them wipes what another has begun."""
    start = threading.Barrier(4)

    def write(part: int) -> None:
        with open_index(str(tmp_path / "index")) as index:
            start.wait()
            index.add([story("Flood", "river", id=str(part))])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    assert total(tmp_path / "index", "river") == 4


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


@pytest.mark.parametrize(
    ("table", "added"),
    [
        (FIELDS, Field("desk", lambda story: [story.section])),  # else nothing is found in it
        (FACETS, Facet("desk", lambda story: [(story.id, "x")])),
    ],
)
def test_an_index_written_with_other_fields_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: dict[str, Any], added: Field | Facet
) -> None:
    with open_index(str(tmp_path)) as index:
        index.add(STORIES)
    monkeypatch.setitem(table, "desk", added)
    with pytest.raises(IndexUnavailable, match=r"fields \(desk\).*Ingest the stories again"):
        total(tmp_path)


@pytest.mark.parametrize("wrong", [{"headline": None}, {"body": 5}, {"authors": (5,)}])
def test_a_story_that_a_program_made_wrongly_is_its_error_not_damage(
    tmp_path: Path, wrong: dict[str, Any]
) -> None:
    """No one is told to throw a whole index away."""
    with open_index(str(tmp_path)) as index:
        index.add(STORIES[:1])
        with pytest.raises((TypeError, AttributeError)):
            index.add([STORIES[1], Article(**{"id": "wrong", "headline": "Flood"} | wrong)])
        assert index.add(STORIES[2:3]) == 1
    assert total(tmp_path) == 2


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


def test_a_table_of_contents_runs_no_code(tmp_path: Path) -> None:
    """A pickle that would make a file, where the segments stand, with a checksum that is right."""
    import pickle
    from hashlib import blake2b

    class Command:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(tmp_path / "made"),)

    index = tmp_path / "index"
    with open_index(str(index)) as opened:
        opened.add(STORIES)
    [contents] = index.glob("*.toc")
    body = contents.read_bytes()[:-24]
    start = body.rindex(b"\x80\x02") if b"\x80\x02" in body else body.rindex(b"\x80")
    crafted = body[:start] + pickle.dumps([Command()], 2)
    proof = b"DATELINE" + blake2b(crafted, digest_size=16).digest()
    contents.write_bytes(crafted + proof)
    with pytest.raises(IndexUnavailable, match="damaged"):
        total(index)
    assert not (tmp_path / "made").exists()


def answer(folder: Path, altered: Path) -> object:
    """What a search finds; None where the altered file is named instead."""
    try:
        with open_index(str(folder)) as index:
            found = index.search(ask("river OR flood*"))
    except IndexUnavailable as error:
        return None if altered.name in str(error) else error
    return [hit.article for hit in found.hits], found.total, found.facets


def test_no_altered_byte_alters_an_answer(tmp_path: Path) -> None:
    """Each flip is either named or in bytes that the question does not need."""
    with open_index(str(tmp_path)) as index:
        index.add(STORIES)
    expected = answer(tmp_path, tmp_path)
    for path in (*tmp_path.glob("*.columns"), *tmp_path.glob("*.toc")):
        whole = path.read_bytes()
        for at in range(0, len(whole), len(whole) // 97):
            path.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
            assert answer(tmp_path, path) in (None, expected)
        path.write_bytes(whole)


def test_a_search_that_has_no_time_says_so(tmp_path: Path) -> None:
    with open_index(str(tmp_path)) as index:
        index.add(STORIES)
        results = index.search(SearchRequest(query=parse_query("river OR flood*"), time_limit=0.0))
        assert results.timed_out
        assert not index.search(ask("river OR flood*")).timed_out


def test_segments_are_merged_as_they_gather(tmp_path: Path) -> None:
    """Adding one story at a time leaves few segments, and no story is lost or held twice."""
    with open_index(str(tmp_path)) as index:
        for number in range(60):
            index.add([story("Flood", f"river {number % 7}", id=str(number % 40))])
        assert index.search(ask("river")).total == 40
        assert index.search(ask("flood", limit=100)).indexed == 40
    assert len(list(tmp_path.glob("*.columns"))) < 16


def ask(text: str, **rest: Any) -> SearchRequest:
    return SearchRequest(query=parse_query(text), facets=("agency", "year"), **rest)


def test_story_keeps_the_day_of_its_newsroom(tmp_path: Path) -> None:
    late = dt.datetime(2024, 5, 6, 22, 0, tzinfo=dt.timezone(-dt.timedelta(hours=5)))
    one = Article(id="a", headline="Dam holds", body="It held.", published=late)
    with open_index(str(tmp_path)) as index:
        index.add([one])
        assert index.get("a") == one
        found = index.search(SearchRequest(query=parse_query("date:2024-05-06")))
        assert [hit.id for hit in found.hits] == ["a"]


def test_line_that_was_written_before_a_field_was_known_is_read() -> None:
    """Merging keeps such lines as they are."""
    one = story("Flood", "The river rose.", id="a", day="2024-05-06")
    _, line = write_line(one)
    older = orjson.dumps(orjson.loads(line)[:-1])
    assert read_line(older, NAMES, id="a", headline="Flood") == one
