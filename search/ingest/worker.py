"""A worker: one process that reads the files that are handed to it, one after the other."""

import ctypes
import logging
import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from ..article import Article
from .deadline import heeding_alarms, within_time
from .parcel import pack_by_fields
from .part import Part
from .sources import read_article, read_file
from .stamp import read_stamp, still_holds
from .tally import Skipped
from .walk import STANDARD_INPUT, name_of

_log = logging.getLogger(__name__)
_PART = 100  # stories in a part
_PACE = 10 * 2**20  # bytes of an archive that a worker gets through in a second at least
# small files' parts are sent together: so many, and none kept back for longer, in seconds
TOGETHER = 8
_LONGEST = 0.05


def read_safely(path: Path) -> Iterator[Part]:
    """What the file gives in the time that it has, in parts; a mistake of ours is a reason too, so
    that the run goes on."""
    name = name_of(path)
    before = None if path == STANDARD_INPUT else read_stamp(path)
    part: list[Article | Skipped] = []
    try:
        for found in read_file(path, within_time):
            part.append(found)
            if len(part) == _PART:
                yield Part(tuple(part), is_last=False, source=name)
                part = []
    except Exception as error:  # noqa: BLE001 - the edge of a process
        _log.exception("reading failed file=%s", path)
        part.append(Skipped(name, f"reading it failed: {type(error).__name__}: {error}"))
    yield Part(tuple(part), source=name, stamp=before and still_holds(before, path))


@dataclass(frozen=True, slots=True)
class Manner:
    """How workers read a file, and for how many seconds they may be silent at it: a second more
    for each ten megabytes of it. It is only for those that do not heed the time that a file has."""

    read: Callable[[Path], Iterable[Part]] = read_safely
    patience: float = 60.0


@dataclass(slots=True, eq=False)
class Worker:
    """One process, the files handed to it that are not answered in full, how many were, and when
    it last answered. ``begun`` is memory that it shares: how many files it has begun to read."""

    process: BaseProcess
    pipe: Connection
    begun: Any
    heard: float
    tasks: deque[tuple[int, Path]] = field(default_factory=deque)
    answered: int = 0
    is_up: bool = False

    @property
    def at(self) -> int:
        """Which of its files it reads, or read last."""
        begun: int = self.begun.value
        return min(max(begun - self.answered - 1, 0), len(self.tasks) - 1)

    def is_overdue(self, patience: float) -> bool:
        """Whether it has been silent at a file for longer than that, and than the file's size may
        explain."""
        silent = time.monotonic() - self.heard
        if not self.tasks or silent <= patience:
            return False
        return silent > patience + _size(self.tasks[self.at][1]) / _PACE


def start_worker(manner: Manner) -> Worker:
    """A new process that reads what it is told to."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    begun = context.RawValue(ctypes.c_uint64, 0)
    process = context.Process(target=_work, args=(theirs, begun, manner.read), daemon=True)
    with _deaf_to_interruption():
        process.start()
    theirs.close()
    return Worker(process, ours, begun, time.monotonic())


def end_worker(worker: Worker) -> None:
    """End the process, whatever it is at."""
    worker.pipe.close()
    worker.process.kill()
    worker.process.join()
    worker.process.close()


def _work(pipe: Connection, begun: Any, read: Callable[[Path], Iterable[Part]]) -> None:
    """A worker's life: it says that it is up, then answers paths with the parts of their files."""
    pack_by_fields()
    if read is read_safely:
        _load_readers()
    with suppress(EOFError, OSError), heeding_alarms():
        pipe.send([])
        post = _Post(pipe)
        while True:
            for path in pipe.recv():
                begun.value += 1
                for part in read(path):
                    post.put(part)
            if not pipe.poll():
                post.send()


@dataclass(slots=True)
class _Post:
    """Parts on their way: those of a file that gives several are never kept back."""

    pipe: Connection
    parts: list[Part] = field(default_factory=list)
    since: float = 0.0
    is_long: bool = False

    def put(self, part: Part) -> None:
        """One part more."""
        if not self.parts:
            self.since = time.monotonic()
        self.parts.append(part)
        is_late = len(self.parts) >= TOGETHER or time.monotonic() - self.since > _LONGEST
        if is_late or self.is_long or not part.is_last:
            self.send()
        self.is_long = not part.is_last

    def send(self) -> None:
        """Send what there is."""
        if self.parts:
            self.pipe.send(self.parts)
            self.parts = []


def _load_readers() -> None:
    """Load what the first story needs: on a busy machine that takes longer than any file may."""
    read_article(b"Dam holds\n\nOSLO, March 3 (AP) - The dam held, it was said.", name="a.txt")


@contextmanager
def _deaf_to_interruption() -> Iterator[None]:
    """Ctrl-C is for this process: one that is started here never hears it."""
    resource_tracker.ensure_running()  # else it lets Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _size(path: Path) -> int:
    """A file's bytes; 0 for one that is not there."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
