"""Garbage: how often Python looks for what only holds itself."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 50_000  # objects more than before


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Within it that is seldom: stories that wait for their batch are many objects, looked through
    again and again in vain. What it was is so again behind it."""
    before = gc.get_threshold()
    if before[0]:  # else nothing is looked for at all
        gc.set_threshold(max(_SELDOM, before[0]), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
