"""Deadline: a file has only so much time, whatever is in it.

It is processor time, so that a busy machine does not make a file a bad one, and that of reading the
file alone. It needs the signals of a process's main thread; in any other there is no limit.
"""

import signal
import threading
import time
from collections.abc import Iterable, Iterator
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
    items, left, count = iter(found), seconds, 0
    while True:
        started = time.thread_time()
        try:
            item = _next_within(items, max(left, 0.001))
        except _OutOfTime:
            yield Skipped(name, _explain(seconds, count))
            return
        if item is None:
            return
        count += isinstance(item, Article)
        left += _EARNED - (time.thread_time() - started)
        yield item


def _next_within(items: Iterator[Article | Skipped], seconds: float) -> Article | Skipped | None:
    busy, since = time.thread_time() + seconds, time.monotonic() + _LONGEST

    def look(_signal: int, _frame: FrameType | None) -> None:
        if time.thread_time() >= busy or time.monotonic() >= since:
            raise _OutOfTime

    before = signal.signal(signal.SIGALRM, look)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
        try:
            return next(items, None)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    finally:
        signal.signal(signal.SIGALRM, before)


def _explain(seconds: float, count: int) -> str:
    told = f"reading it took more than {seconds:g} seconds"
    return f"{told}; only the first {count:,} stories were read" if count > 1 else told
