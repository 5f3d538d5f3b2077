"""Scratch: memory that a thread's searches use again and again. The system takes back large arrays
that are let go of, and giving them anew costs more than most searches."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

Ints = NDArray[Any]

SMALL = 16_384  # bytes that are not worth the trouble
FIRST = 4 << 20  # bytes that a thread begins with
MOST = 256 << 20  # bytes that a thread keeps at most
_LINE = 64  # bytes that sizes are rounded up to
_threads = threading.local()


class Arena:
    """Gives arrays that are good for as long as it is borrowed."""

    def __init__(self, size: int) -> None:
        self._memory = np.empty(size, np.uint8)
        self._used = 0

    def empty(self, count: int, kind: DTypeLike) -> Ints:
        """So many numbers, of any value."""
        dtype = np.dtype(kind)
        size = count * dtype.itemsize
        if size <= SMALL:
            return np.empty(count, dtype)
        start = self._used
        self._used += (size + _LINE - 1) // _LINE * _LINE
        if self._used > self._memory.size:
            return np.empty(count, dtype)
        return self._memory[start : start + size].view(dtype)

    def renewed(self) -> "Arena":
        """An arena to borrow next: of this memory or, where it was too small, of more."""
        if self._memory.size < self._used <= MOST:
            return Arena(min(self._used * 5 // 4, MOST))
        self._used = 0
        return self


@contextmanager
def borrow_arena() -> Iterator[Arena]:
    """This thread's memory; whatever was made of it must be let go of by the end."""
    arena = _take("arena", lambda: Arena(FIRST))
    yield arena
    _threads.arena = arena.renewed()


class borrow_counts:  # as the others, but quicker: it is done for each facet
    """So many counts, all 0; they come back all 0, or not at all."""

    __slots__ = ("_held", "_size")

    def __init__(self, size: int) -> None:
        self._size = size

    def __enter__(self) -> Ints:
        size = self._size
        self._held: Ints = _take("counts", lambda: np.zeros(size, np.int32), size)
        counts: Ints = self._held[:size]
        return counts

    def __exit__(self, kind: type | None, *_: object) -> None:
        if kind is None:
            _threads.counts = self._held


@contextmanager
def borrow_sums(documents: int) -> Iterator[tuple[Ints, Ints]]:
    """A bit and a sum for each of so many documents, all zeros; they come back so, or not at
    all."""
    words = (documents + 63) // 64
    marks = _take("marks", lambda: np.zeros(words, np.uint64), words)
    sums = _take("sums", lambda: np.zeros(documents), documents)
    yield marks[:words], sums[:documents]
    _threads.marks, _threads.sums = marks, sums


def _take(name: str, make: Callable[[], Any], size: int = 0) -> Any:
    """What this thread keeps under that name; a new one where it is lent out, or too small."""
    held = _threads.__dict__.pop(name, None)
    return make() if held is None or (size and held.size < size) else held
