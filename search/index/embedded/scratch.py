"""Scratch: arrays that a thread's searches use again and again, so that none is made anew."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np

from .group import Ints

_threads = threading.local()


@contextmanager
def borrow_counts(size: int) -> Iterator[Ints]:
    """So many counts, all 0; they come back all 0, or not at all."""
    held = _take("counts", size, lambda room: np.zeros(room, np.int32))
    yield held[:size]
    _threads.counts = held


def _take(name: str, size: int, make: Callable[[int], Ints]) -> Ints:
    """This thread's array of that name; a new one where it is lent out, or too small."""
    held: Ints | None = _threads.__dict__.pop(name, None)
    return make(size) if held is None or held.size < size else held
