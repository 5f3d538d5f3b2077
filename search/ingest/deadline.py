"""Deadline: a file has only so much time, whatever is in it.

It is processor time, so that a busy machine does not make a file a bad one, and that of reading the
file alone. It needs the signals of a process's main thread; in any other there is no limit.
"""

import math
import signal
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from ..article import Article
from .tally import Skipped

SECONDS = 10.0
# a file of many stories has so many seconds more for each that it gives
_EARNED = 0.1
# seconds of the clock for one story, on a machine however busy
_LONGEST = 30.0
# how often it is looked whether the time is up, and a file told so that did not heed
_AGAIN = 0.5


class _OutOfTime(BaseException):
    """Not an Exception, so that nothing that forgives a story's mistakes takes it for one."""


def within_time(
    found: Iterable[Article | Skipped], name: str, seconds: float = SECONDS
) -> Iterator[Article | Skipped]:
    """What a file gives, until its time is up: then that, as the reason why there is no more."""
    if threading.current_thread() is not threading.main_thread():
        yield from found
        return
    items, clock, count = iter(found), _Clock(seconds), 0
    with heeding_alarms():
        _clocks.append(clock)
        signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
        try:
            while (item := clock.next_of(items)) is not None:
                count += isinstance(item, Article)
                yield item
        except _OutOfTime:
            yield Skipped(name, _explain(seconds, count))
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            _clocks.remove(clock)


@contextmanager
def heeding_alarms() -> Iterator[None]:
    """Alarms are for files that are read meanwhile. To say so takes Python as long as to read a
    line of a story, so a process that reads many files says it once."""
    global _is_heeding
    if _is_heeding:
        yield
        return
    before = signal.signal(signal.SIGALRM, _look)
    _is_heeding = True
    try:
        yield
    finally:
        _is_heeding = False
        signal.signal(signal.SIGALRM, before)


def _look(_signal: int, _frame: FrameType | None) -> None:
    for clock in _clocks:
        clock.look()


@dataclass(slots=True, eq=False)
class _Clock:
    """The seconds that a file has left. They run while something is read of it, until ``stop`` by
    the thread's own time and ``latest`` by the clock."""

    left: float
    stop: float = math.inf
    latest: float = math.inf

    def next_of(self, items: Iterator[Article | Skipped]) -> Article | Skipped | None:
        """What the file gives next, None at its end; _OutOfTime where that takes too long."""
        started = time.thread_time()
        self.latest = time.monotonic() + _LONGEST
        self.stop = started + self.left
        try:
            item = next(items, None)
        finally:
            self.stop = self.latest = math.inf
        self.left -= time.thread_time() - started
        if self.left <= 0:
            raise _OutOfTime
        self.left += _EARNED
        return item

    def look(self) -> None:
        """At a ring of the alarm: whether the time is up."""
        if time.thread_time() >= self.stop or time.monotonic() >= self.latest:
            raise _OutOfTime


_clocks: list[_Clock] = []  # of the files that are being read
_is_heeding = False


def _explain(seconds: float, count: int) -> str:
    told = f"reading it took more than {seconds:g} seconds"
    return f"{told}; only the first {count:,} stories were read" if count > 1 else told
