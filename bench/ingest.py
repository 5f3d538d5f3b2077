"""Reading at scale: `python -m bench.ingest [STORIES]`, 100,000 unless told.

Small stories of wire copy, a file each, and saved pages where there are some beside the project:
read by one process, and taken into an index by one worker, by one with all processes held to one
core where the system can do so, and by two. Prints one table. Memory is that of the process that
adds, in megabytes, at a quarter of the stories and at the end.
"""

import gzip
import os
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.apart import call_apart, read_memory
from bench.copy import write_stories
from bench.corpus import DATELINES

_STORIES = 100_000
_PAGES = DATELINES.parent / "pages"
_COPIES = 4
_MEGABYTE = 10**6
_KEPT = (  # how it is said, workers, whether all are held to one core
    ("1 that reads, 1 that adds", 1, False),
    ("the same on one core", 1, True),
    ("2 that read, 1 that adds", 2, False),
)


@dataclass(frozen=True, slots=True)
class Ran:
    """A run: stories read, seconds in all and, from the first story to the last, of processor time
    in all processes, and the memory of the adding process."""

    stories: int
    seconds: float
    busy: float
    quarter: int
    end: int


def read_alone(folder: str) -> Ran:
    """Read every file in this process, and keep nothing."""
    from search import Article, read_articles

    next(read_articles(folder), None)  # what is loaded once
    started, busy = time.perf_counter(), time.process_time()
    stories = sum(isinstance(found, Article) for found in read_articles(folder))
    seconds = time.perf_counter() - started
    return Ran(stories, seconds, time.process_time() - busy, 0, read_memory("VmHWM"))


def take_in(folder: str, files: int, workers: int, is_held: bool) -> Ran:
    """Take every file into a new index, read by so many workers; on one core, or on all."""
    from search import ingest, open_index
    from search.index.embedded.compiling import compile_kernels
    from search.ingest import Tally

    compile_kernels(lambda line: print(line, file=sys.stderr))
    if is_held:
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    quarter = 0

    def look(tally: Tally) -> None:
        nonlocal quarter
        if not quarter and tally.files * 4 >= files:
            quarter = read_memory("VmHWM")

    with tempfile.TemporaryDirectory() as place, open_index(place) as index:
        started = time.perf_counter()
        tally = ingest([folder], index, workers=workers, on_progress=look)
        seconds = time.perf_counter() - started
    times = os.times()
    busy = times.user + times.system + times.children_user + times.children_system
    return Ran(tally.added, seconds, busy, quarter, read_memory("VmHWM"))


def measure(what: str, folder: Path, files: int) -> None:
    """Read alone, then taken in each way; a row for each as it ends."""
    _print(what, "1 that reads", files, call_apart("bench.ingest:read_alone", str(folder)))
    for how, workers, is_held in _KEPT:
        if not is_held or hasattr(os, "sched_setaffinity"):
            ran = call_apart("bench.ingest:take_in", str(folder), files, workers, is_held)
            _print(what, how, files, ran)


def unpack_pages(folder: Path) -> int:
    """The saved pages as files, each some times, lest it be the start that is measured; how
    many."""
    pages = sorted(_PAGES.glob("*/*.html.gz")) * _COPIES
    for number, page in enumerate(pages):
        target = folder / f"{number:05}.html"
        target.write_bytes(gzip.decompress(page.read_bytes()))
    return len(pages)


def main() -> None:
    """Make the files, measure, print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else _STORIES
    place = Path(tempfile.mkdtemp(prefix="dateline-bench-"))
    try:
        copy, pages = place / "copy", place / "pages"
        copy.mkdir()
        pages.mkdir()
        size = write_stories(copy, number)
        print(f"{number:,} small stories, {size // number:,} bytes each; {os.cpu_count()} cores\n")
        print(
            "| what | processes | files | kept | seconds | files a second | processor seconds "
            "| MB at ¼ | MB |"
        )
        print("|---|---|---|---|---|---|---|---|---|")
        measure("small stories", copy, number)
        if count := unpack_pages(pages):
            measure("saved pages", pages, count)
    finally:
        shutil.rmtree(place)


def _print(what: str, how: str, files: int, ran: Ran) -> None:
    quarter = f"{ran.quarter // _MEGABYTE:,}" if ran.quarter else ""
    print(
        f"| {what} | {how} | {files:,} | {ran.stories:,} | {ran.seconds:.1f} "
        f"| {files / ran.seconds:,.0f} | {ran.busy:.1f} "
        f"| {quarter} | {ran.end // _MEGABYTE:,} |",
        flush=True,
    )


if __name__ == "__main__":
    main()
