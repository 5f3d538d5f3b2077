"""Garbage: how often Python looks for what only holds itself."""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 50_000  # objects more than before
_lock = threading.Lock()
_befores: list[tuple[int, int, int]] = []  # how it was when each that is within came in


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Within it that is seldom: stories that wait for their batch are many objects, looked through
    again and again in vain. What it was is so again when the last of any threads is out of it."""
    with _lock:
        before = gc.get_threshold()
        _befores.append(_befores[0] if _befores else before)
        if before[0]:  # else nothing is looked for at all
            gc.set_threshold(max(_SELDOM, before[0]), *before[1:])
    try:
        yield
    finally:
        with _lock:
            before = _befores.pop()
            if not _befores:
                gc.set_threshold(*before)
