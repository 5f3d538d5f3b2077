"""A run after a run: what has not changed is passed over, and nothing else is."""

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from search import SearchRequest, ingest, open_index, parse_query
from search.errors import IndexUnavailable
from search.ingest import Plan, Tally, ledger, stamp
from search.ingest.lists import translated
from tests.ingest.test_ingest import write

LONG_AGO = 1_600_000_000


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Three stories and a file that is none, all of long ago."""
    folder = tmp_path / "stories"
    folder.mkdir()
    for number in range(3):
        write(folder, number)
    (folder / "bad.txt").touch()
    for path in folder.iterdir():
        os.utime(path, (LONG_AGO, LONG_AGO))
    return folder


def run(stories: Path, plan: Plan | None = None) -> Tally:
    with open_index(str(stories.parent / "index")) as index:
        return ingest([stories], index, plan=plan or Plan())


def test_files_that_have_not_changed_are_passed_over(stories: Path) -> None:
    first = run(stories)
    assert (first.read, first.added, len(first.skipped), first.passed) == (3, 3, 1, 0)
    assert run(stories) == Tally(passed=4)
    assert run(stories).files == 4
    again = run(stories, Plan(again=True))
    assert (again.read, again.unchanged, len(again.skipped), again.passed) == (3, 3, 1, 0)


def test_file_that_has_not_changed_is_not_even_opened(
    stories: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(stories)

    def refuse(path: Path) -> None:
        raise AssertionError(path)

    monkeypatch.setattr(stamp, "read_stamp", refuse)
    assert run(stories) == Tally(passed=4)


@pytest.mark.parametrize("where", ["indexdir", "deeper/indexdir"])
def test_index_that_stands_among_the_stories_is_not_read(stories: Path, where: str) -> None:
    for number in (4, 0):  # what there is to be read
        with open_index(str(stories / where)) as index:
            tally = ingest([stories], index)
        assert (tally.read + len(tally.skipped), tally.passed) == (number, 4 - number)


def test_stories_that_stand_among_the_index_are_read(stories: Path) -> None:
    for added in (3, 0):
        with open_index(str(stories)) as index:
            assert ingest([stories], index).added == added
            assert index.search(SearchRequest(query=parse_query(""))).total == 3


def rewrite(path: Path) -> None:
    """Other bytes, and as many."""
    path.write_bytes(path.read_bytes().replace(b"held", b"fell"))


def rewrite_long_ago(path: Path) -> None:
    rewrite(path)
    os.utime(path, (LONG_AGO + 60, LONG_AGO + 60))


def lengthen(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"It was long.\n")
    os.utime(path, (LONG_AGO, LONG_AGO))


def touch(path: Path) -> None:
    path.touch()


@pytest.mark.parametrize(
    ("change", "read"),
    [
        (rewrite, 1),
        (rewrite_long_ago, 1),
        (lengthen, 1),
        (touch, 0),  # its content is what it was
    ],
)
def test_changed_file_is_read_again(
    stories: Path, change: Callable[[Path], None], read: int
) -> None:
    run(stories)
    change(stories / "001.txt")
    tally = run(stories)
    assert (tally.read, tally.added, tally.passed) == (read, read, 4 - read)
    assert run(stories) == Tally(passed=4)


def test_file_that_changed_just_before_it_was_read_is_known_by_its_content(stories: Path) -> None:
    # within the clock's fineness it might be changed again under the same time and size
    path = write(stories, 5)
    run(stories)
    status = path.stat()
    rewrite(path)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert run(stories).read == 1


def test_huge_file_is_known_by_size_and_time_alone(
    stories: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamp, "_LARGEST", 10)
    run(stories)
    assert run(stories) == Tally(passed=4)
    touch(stories / "001.txt")
    assert run(stories) == Tally(read=1, unchanged=1, passed=3)


def test_other_code_reads_everything_anew(stories: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(stories)
    monkeypatch.setattr(ledger, "reader_version", lambda: "newer")
    assert run(stories).unchanged == 3
    assert run(stories) == Tally(passed=4)


def test_index_that_has_lost_a_story_gets_it_again(stories: Path) -> None:
    run(stories)
    with open_index(str(stories.parent / "index")) as index:
        lost = next(iter(ingest_ids(stories)))
        assert index.remove([lost]) == 1
    assert run(stories) == Tally(read=1, added=1, passed=3)


def ingest_ids(folder: Path) -> list[str]:
    from search import Article, read_articles

    return [found.id for found in read_articles(folder) if isinstance(found, Article)]


def test_new_index_beside_an_old_ledger_is_filled(stories: Path) -> None:
    run(stories)
    for path in (stories.parent / "index").iterdir():
        if path.name != ledger.NAME:
            path.unlink()
    assert run(stories) == Tally(read=3, added=3, passed=1)


def test_what_was_left_out_for_its_date_is_read_when_it_is_asked_for(tmp_path: Path) -> None:
    folder = tmp_path / "stories"
    folder.mkdir()
    for number, year in enumerate((2019, 2023, "")):
        text = f"Dam {number} holds\n\nOSLO, March 3{', ' * bool(year)}{year} (AP) — It held.\n"
        (folder / f"{number}.txt").write_text(text)
    late, later = Plan(since=day(2022)), Plan(since=day(2024))
    first = run(folder, late)
    assert (first.read, first.added, len(first.skipped)) == (3, 2, 1)  # the undated one stays
    assert run(folder, later) == Tally(passed=3)  # nothing more can come of it
    assert run(folder) == Tally(read=1, added=1, passed=2)
    assert run(folder, late) == Tally(passed=3)


def day(year: int):  # type: ignore[no-untyped-def]
    import datetime as dt

    return dt.date(year, 1, 1)


def test_dry_run_says_what_a_run_would_and_keeps_nothing(stories: Path) -> None:
    (stories / "same.txt").write_bytes((stories / "001.txt").read_bytes())
    dry = run(stories, Plan(is_dry=True, batch_size=1))
    assert not (stories.parent / "index").exists()
    assert dry == run(stories, Plan(batch_size=1))
    write(stories, 9)
    assert run(stories, Plan(is_dry=True)) == Tally(read=1, added=1, passed=5)
    assert run(stories) == Tally(read=1, added=1, passed=5)


@pytest.mark.skipif(sys.platform == "darwin", reason="its file names are always text")
def test_file_whose_name_is_no_text_is_passed_over_too(stories: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(stories) + b"/\xff.txt"))
    odd.write_bytes(b"Ferry aground\n\nATHENS, March 4 (AP) - A ferry ran aground.\n")
    report = stories.parent / "report.jsonl"
    assert run(stories, Plan(report=report)).added == 4
    assert run(stories) == Tally(passed=5)
    assert "?.txt" in report.read_text()


def test_damaged_ledger_is_an_error_that_says_what_to_do(stories: Path) -> None:
    run(stories)
    (stories.parent / "index" / ledger.NAME).write_bytes(b"no database at all " * 100)
    with pytest.raises(IndexUnavailable, match=r"ledger\.sqlite.*move it away"):
        run(stories)


def test_ledger_of_another_format_is_made_anew_and_keeps_what_was_killed(stories: Path) -> None:
    run(stories)
    with sqlite3.connect(stories.parent / "index" / ledger.NAME) as old:
        old.execute("INSERT INTO gone VALUES ('w-1', 2, NULL, 'killed')")
        old.execute("PRAGMA user_version = 99")
    old.close()
    assert run(stories).unchanged == 3
    opened = ledger.Ledger(stories.parent / "index")
    assert opened.find_gone("w-1") == ledger.Gone("killed", 2, None)
    opened.close()


@pytest.mark.parametrize(
    ("before", "statement", "told"),
    [
        ("PRAGMA max_page_count = 1", "CREATE TABLE a (b)", r"\(database or disk is full\)$"),
        ("PRAGMA query_only = 1", "CREATE TABLE a (b)", r"a readonly database\)$"),
        ("", "SELECT * FROM files", r"no such table: files\); move it away$"),  # it is none of ours
    ],
)
def test_list_that_is_whole_need_not_be_moved_away(before: str, statement: str, told: str) -> None:
    with closing(sqlite3.connect(":memory:")) as held:
        held.execute(before)
        with (
            pytest.raises(IndexUnavailable, match=f"^The list, cannot be used .*{told}"),
            translated("The list", "; move it away"),
        ):
            held.execute(statement)
