"""A run that is broken off: by Ctrl-C, by the system, by the clock; what was read is kept."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from search import SearchRequest, ingest, open_index, parse_query
from search.article import Article
from search.ingest import Interrupted, Plan, Skipped, Tally, crew, deadline
from search.ingest.deadline import within_time
from search.ingest.interruption import Interruption
from search.ingest.part import Part
from tests.ingest.test_ingest import write


def count(url: str) -> int:
    with open_index(url) as index:
        return index.search(SearchRequest(query=parse_query("dam"), limit=1)).total


@pytest.mark.long
def test_ctrl_c_at_a_terminal_keeps_what_was_read_and_says_where_it_stopped(
    tmp_path: Path,
) -> None:
    stories, url, total = tmp_path / "stories", str(tmp_path / "index"), 6000
    stories.mkdir()
    for number in range(total):
        write(stories, number).rename(stories / f"{number:06}.txt")
    command = [sys.executable, "-m", "search", "--index", url, "ingest", str(stories)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    # as from a terminal, Ctrl-C goes to the command and to all that it started
    run = subprocess.Popen(command, start_new_session=True, **pipes)  # type: ignore[call-overload]
    wait_for(tmp_path / "index", "_MAIN_1.toc")
    os.killpg(run.pid, signal.SIGINT)
    out, err = run.communicate(timeout=30)
    assert run.returncode == 130, err
    read = count(url)
    assert 0 < read < total
    assert out == f"Read {read:,} stories: {read:,} added, 0 unchanged; 0 skipped.\n"
    assert err == (
        f"dateline: stopped behind {stories}/{read - 1:06}.txt; what was read is kept, "
        "and the same command goes on from there\n"
    )
    rest = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert rest.stdout == (
        f"Read {total - read:,} stories: {total - read:,} added, 0 unchanged; 0 skipped; "
        f"{read:,} files unchanged since they were read.\n"
    )
    assert count(url) == total


def wait_for(folder: Path, name: str) -> None:
    limit = time.monotonic() + 60
    while not (folder / name).exists():
        assert time.monotonic() < limit
        time.sleep(0.01)


@pytest.mark.parametrize("batch_size", [1, 2, 100])
def test_signal_between_two_files(tmp_path: Path, batch_size: int) -> None:
    for number in range(5):
        write(tmp_path, number)

    def interrupt(tally: Tally) -> None:
        if tally.read == 3:
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(1)  # it comes in here

    url = str(tmp_path / ".index")
    with open_index(url) as index, pytest.raises(Interrupted) as stop:
        ingest([tmp_path], index, on_progress=interrupt, plan=Plan(batch_size=batch_size))
    assert stop.value.tally == Tally(read=3, added=3)
    assert stop.value.file == str(tmp_path / "002.txt")
    with open_index(url) as index:
        assert ingest([tmp_path], index) == Tally(read=2, added=2, passed=3)


def test_ctrl_c_waits_for_what_must_not_be_broken_off() -> None:
    done = []
    with Interruption() as interruption:
        try:
            with interruption.held_back():
                os.kill(os.getpid(), signal.SIGINT)
                os.kill(os.getpid(), signal.SIGINT)
                time.sleep(0.01)
                done.append("all of it")
        except KeyboardInterrupt:
            done.append("then it is heard")
        with interruption.held_back():
            done.append("and what comes next")
    assert done == ["all of it", "then it is heard", "and what comes next"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_program_that_hears_ctrl_c_in_its_own_way_goes_on_doing_so() -> None:
    heard = []
    before = signal.signal(signal.SIGINT, lambda *_: heard.append("own"))
    try:
        with Interruption() as interruption, interruption.held_back():
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0.01)
    finally:
        signal.signal(signal.SIGINT, before)
    assert heard == ["own"]


def read_and_be_killed(path: Path) -> Iterator[Part]:
    """Stands in for a reader that the system kills for want of memory, half through a file."""
    yield Part((Skipped(str(path), "half"),), is_last=False, source=str(path))
    if path.name == "large":
        os.kill(os.getpid(), signal.SIGKILL)
    yield Part((Skipped(str(path), "whole"),), source=str(path))


def test_killed_worker_is_replaced_and_its_file_reported() -> None:
    files = [Path(name) for name in ("a", "large", "b", "large", "c", "large", "d")]
    parts = list(crew.read_in_workers(files, 1, crew.Manner(read_and_be_killed)))
    found = [(item.source, item.reason) for part in parts for item in part.found]  # type: ignore[union-attr]
    ended = "the process reading it was ended, perhaps for want of memory"
    assert found == [
        (path.name, told)
        for path in files
        for told in ("half", ended if path.name == "large" else "whole")
    ]
    assert [part.source for part in parts if part.is_last] == [path.name for path in files]


def give(seconds: float, times: int) -> Iterator[Article]:
    """Stories that take so long each."""
    for number in range(times):
        end = time.thread_time() + seconds
        while time.thread_time() < end:
            pass
        yield Article(id=str(number), headline="Dam holds")


@pytest.mark.parametrize(
    ("seconds", "times", "stories", "reason"),
    [
        (0.05, 30, {30}, None),  # each story brings a tenth of a second more
        (9.0, 1, {0}, "reading it took more than 0.5 seconds"),
        # a file that gives a story now and then is out of time all the same
        (0.3, 90, {1, 2}, "reading it took more than 0.5 seconds"),
    ],
)
def test_file_has_so_much_time_and_no_more(
    seconds: float, times: int, stories: set[int], reason: str | None
) -> None:
    found = list(within_time(give(seconds, times), "a.txt", 0.5))
    assert sum(isinstance(item, Article) for item in found) in stories
    told = [item.reason.partition(";")[0] for item in found if isinstance(item, Skipped)]
    assert told == ([reason] if reason else [])


def test_time_in_which_nobody_reads_is_not_counted() -> None:
    found = []
    for item in within_time(give(0.01, 5), "a.txt", 0.3):
        found.append(item)
        time.sleep(0.2)
    assert len(found) == 5
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_file_that_waits_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deadline, "_LONGEST", 0.3)

    def wait() -> Iterator[Article]:
        time.sleep(60)
        yield Article(id="", headline="")

    assert list(within_time(wait(), "a.txt", 0.1)) == [
        Skipped("a.txt", "reading it took more than 0.1 seconds")
    ]


def forgive(seconds: float) -> Iterator[Article]:
    """A reader that takes every error for one of the story."""
    try:
        yield from give(seconds, 1)
    except Exception:  # noqa: BLE001 - that is what this is about
        yield Article(id="", headline="")


def test_nothing_that_forgives_mistakes_goes_on_past_its_time() -> None:
    assert list(within_time(forgive(5), "a.txt", 0.2)) == [
        Skipped("a.txt", "reading it took more than 0.2 seconds")
    ]
