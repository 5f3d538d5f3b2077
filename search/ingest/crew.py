"""A crew of workers that read files: one that dies or hangs costs its file and nothing else.

What a file gives is handed on in parts, so that an archive need not fit into memory, and so that
a worker is patient with one that gives story after story.
"""

import time
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import current_process
from multiprocessing.connection import wait
from pathlib import Path

from .part import Part
from .tally import Skipped
from .worker import TOGETHER, Manner, Worker, end_worker, start_worker

# files handed to a worker, some ahead of those that it answers together, and files read ahead of
# the next one due
_HANDED = 2 * TOGETHER
_WINDOW = 1000
_WAITING = 20  # parts of a file that wait for the files before it
_DIED = "the process reading it was ended, perhaps for want of memory"
_MANNER = Manner()


def read_in_workers(
    files: Iterable[Path | Part], count: int, manner: Manner = _MANNER
) -> Iterator[Part]:
    """What each file gives, in the files' order, read by ``count`` processes at once, or in this
    one where it is a daemon, which may start none; a file at which a worker is silent for longer
    than is allowed, or dies, is skipped with that reason. A part among the files is handed on as
    it is."""
    crew = _Crew(enumerate(files), manner)
    try:
        if not current_process().daemon:
            crew.workers = [start_worker(manner) for _ in range(count)]
        yield from crew.read()
    finally:
        for worker in crew.workers:
            end_worker(worker)


@dataclass(slots=True)
class _Crew:
    """Files handed out to workers, and what they gave handed on in the files' order."""

    files: Iterator[tuple[int, Path | Part]]
    manner: Manner
    workers: list[Worker] = field(default_factory=list)
    again: deque[tuple[int, Path]] = field(default_factory=deque)
    parts: defaultdict[int, deque[Part]] = field(default_factory=lambda: defaultdict(deque))
    taken: int = 0
    due: int = 0
    is_over: bool = False

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
                if task:
                    self.again.appendleft(task)
                elif self.is_over and self.due == self.taken:
                    return
            else:
                self._gather()

    def _hand_out(self) -> None:
        """Keep every worker busy; with none left, read here."""
        if not self.workers:
            while task := self._next_task():
                self.parts[task[0]].extend(self.manner.read(task[1]))
        elif self.again or any(len(one.tasks) <= _HANDED - TOGETHER for one in self.workers):
            self._hand_to_workers()

    def _hand_to_workers(self) -> None:
        handed: defaultdict[Worker, list[Path]] = defaultdict(list)
        while True:
            worker = min(self.workers, key=lambda worker: len(worker.tasks))
            task = self._next_task() if len(worker.tasks) < _HANDED else None
            if task is None:
                break
            if not worker.tasks:
                worker.heard = time.monotonic()
            worker.tasks.append(task)
            handed[worker].append(task[1])
        for worker, paths in handed.items():
            # a worker that has died is noticed when its answer is waited for
            with suppress(OSError):
                worker.pipe.send(paths)

    def _next_task(self) -> tuple[int, Path] | None:
        """The next file to read, if there is room for what it gives."""
        if self.again:
            return self.again.popleft()
        while self.taken - self.due < _WINDOW:
            number, found = next(self.files, (None, None))
            if number is None or found is None:
                self.is_over = True
                return None
            self.taken = number + 1
            if isinstance(found, Path):
                return number, found
            self.parts[number].append(found)
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
            elif worker.is_overdue(self.manner.patience):
                self._lose(worker, f"reading it took more than {self.manner.patience:g} seconds")

    def _is_heeded(self, worker: Worker) -> bool:
        """Whether to hear what a worker says: not while much of its file waits for others, unless
        one of these waits for a worker."""
        if self.again or not worker.tasks or any(number == self.due for number, _ in worker.tasks):
            return True
        return len(self.parts[worker.tasks[0][0]]) < _WAITING

    def _hear(self, worker: Worker) -> None:
        try:
            answer = worker.pipe.recv()
        except (EOFError, OSError):
            self._lose(worker, _DIED)
            return
        worker.heard = time.monotonic()
        worker.is_up = True
        for part in answer:
            self.parts[worker.tasks[0][0]].append(part)
            if part.is_last:
                worker.tasks.popleft()
                worker.answered += 1

    def _lose(self, worker: Worker, reason: str) -> None:
        """Replace a worker: the file it was at is skipped, the others are read again. One that
        never came up (a program that cannot be started twice) is not replaced."""
        self.workers.remove(worker)
        end_worker(worker)
        if worker.is_up:
            if worker.tasks:
                number, path = worker.tasks[worker.at]
                del worker.tasks[worker.at]
                self.parts[number].append(Part((Skipped(str(path), reason),), source=str(path)))
            self.workers.append(start_worker(self.manner))
        self.again.extend(worker.tasks)
