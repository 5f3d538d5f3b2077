"""Worker processes that read files: one that dies or hangs costs its file and nothing else.

What a file gives is handed on in parts, so that an archive need not fit into memory, and so that
a worker is patient with one that gives story after story.
"""

import logging
import multiprocessing
import signal
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from ..article import Article
from .sources import read_file
from .tally import Part, Skipped

_log = logging.getLogger(__name__)
# files handed to a worker ahead of the one it reads, and files read ahead of the next one due
_HANDED = 4
_WINDOW = 256
# stories in a part, and parts of a file that wait for the files before it
_PART = 100
_WAITING = 20
_DIED = "the process reading it was ended, perhaps for want of memory"


def read_safely(path: Path) -> Iterator[Part]:
    """What the file gives, in parts; a mistake of ours is a reason too, so that the run goes on."""
    part: list[Article | Skipped] = []
    try:
        for found in read_file(path):
            part.append(found)
            if len(part) == _PART:
                yield Part(tuple(part), is_last=False)
                part = []
    except Exception as error:  # noqa: BLE001 - the edge of a process
        _log.exception("reading failed file=%s", path)
        part.append(Skipped(str(path), f"reading it failed: {type(error).__name__}: {error}"))
    yield Part(tuple(part))


@dataclass(frozen=True, slots=True)
class Manner:
    """How workers read a file, and for how many seconds they may be silent at it."""

    read: Callable[[Path], Iterable[Part]] = read_safely
    patience: float = 30.0


_MANNER = Manner()


def read_in_workers(
    files: Iterable[Path | Skipped], count: int, manner: Manner = _MANNER
) -> Iterator[Part]:
    """What each file gives, in the files' order, read by ``count`` processes at once; a file at
    which a worker is silent for longer than is allowed, or dies, is skipped with that reason."""
    crew = _Crew(enumerate(files), manner)
    try:
        crew.workers = [_start(manner) for _ in range(count)]
        yield from crew.read()
    finally:
        for worker in crew.workers:
            _end(worker)


def _work(pipe: Connection, read: Callable[[Path], Iterable[Part]]) -> None:
    """A worker's life: it says that it is up, then answers each path with the parts of its file."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        pipe.send(None)
        while True:
            for part in read(pipe.recv()):
                pipe.send(part)


@dataclass(slots=True, eq=False)
class _Worker:
    """One process, the files handed to it, the first being read, and when it last answered."""

    process: BaseProcess
    pipe: Connection
    heard: float
    tasks: deque[tuple[int, Path]] = field(default_factory=deque)
    is_up: bool = False


def _start(manner: Manner) -> _Worker:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, manner.read), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours, time.monotonic())


def _end(worker: _Worker) -> None:
    worker.pipe.close()
    worker.process.kill()
    worker.process.join()
    worker.process.close()


@dataclass(slots=True)
class _Crew:
    """Files handed out to workers, and what they gave handed on in the files' order."""

    files: Iterator[tuple[int, Path | Skipped]]
    manner: Manner
    workers: list[_Worker] = field(default_factory=list)
    again: deque[tuple[int, Path]] = field(default_factory=deque)
    parts: defaultdict[int, deque[Part]] = field(default_factory=lambda: defaultdict(deque))
    taken: int = 0
    due: int = 0

    def read(self) -> Iterator[Part]:
        """What each file gives, in order, until every file is read."""
        while True:
            self._hand_out()
            while parts := self.parts[self.due]:
                part = parts.popleft()
                yield part
                if part.is_last:
                    del self.parts[self.due]
                    self.due += 1
            if self.due == self.taken:
                task = self._next_task()
                if task is None:
                    return
                self.again.appendleft(task)
            else:
                self._gather()

    def _hand_out(self) -> None:
        """Keep every worker busy; with none left, read here."""
        while idle := [w for w in self.workers if len(w.tasks) < _HANDED] or not self.workers:
            task = self._next_task()
            if task is None:
                return
            if isinstance(idle, list):
                self._hand(min(idle, key=lambda worker: len(worker.tasks)), task)
            else:
                self.parts[task[0]].extend(self.manner.read(task[1]))

    def _hand(self, worker: _Worker, task: tuple[int, Path]) -> None:
        if not worker.tasks:
            worker.heard = time.monotonic()
        worker.tasks.append(task)
        # a worker that has died is noticed when its answer is waited for
        with suppress(OSError):
            worker.pipe.send(task[1])

    def _next_task(self) -> tuple[int, Path] | None:
        """The next file to read, if there is room for what it gives."""
        if self.again:
            return self.again.popleft()
        while self.taken - self.due < _WINDOW:
            number, found = next(self.files, (None, None))
            if number is None or found is None:
                return None
            self.taken = number + 1
            if isinstance(found, Path):
                return number, found
            self.parts[number].append(Part((found,)))
        return None

    def _gather(self) -> None:
        """Wait for an answer, and let go of workers that are past all patience."""
        heeded = [worker for worker in self.workers if self._is_heeded(worker)]
        ready = wait([worker.pipe for worker in heeded], timeout=self.manner.patience / 10)
        for worker in tuple(self.workers):
            if worker not in heeded:
                worker.heard = time.monotonic()
            elif worker.pipe in ready:
                self._hear(worker)
            elif worker.tasks and time.monotonic() - worker.heard > self.manner.patience:
                self._lose(worker, f"reading it took more than {self.manner.patience:g} seconds")

    def _is_heeded(self, worker: _Worker) -> bool:
        """Whether to hear what a worker says: not while much of its file waits for others."""
        if not worker.tasks or any(number == self.due for number, _ in worker.tasks):
            return True
        return len(self.parts[worker.tasks[0][0]]) < _WAITING

    def _hear(self, worker: _Worker) -> None:
        try:
            answer = worker.pipe.recv()
        except (EOFError, OSError):
            self._lose(worker, _DIED)
            return
        worker.heard = time.monotonic()
        worker.is_up = True
        if answer is not None:
            self.parts[worker.tasks[0][0]].append(answer)
            if answer.is_last:
                worker.tasks.popleft()

    def _lose(self, worker: _Worker, reason: str) -> None:
        """Replace a worker: the file it was at is skipped, the others are read again. One that
        never came up (a program that cannot be started twice) is not replaced."""
        self.workers.remove(worker)
        _end(worker)
        if worker.is_up:
            if worker.tasks:
                number, path = worker.tasks.popleft()
                self.parts[number].append(Part((Skipped(str(path), reason),)))
            self.workers.append(_start(self.manner))
        self.again.extend(worker.tasks)
