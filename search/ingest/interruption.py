"""Interruption: Ctrl-C, held back while a step must not be broken off."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Self

from .tally import Tally


class Interrupted(KeyboardInterrupt):
    """A run was broken off: ``tally`` of what it had read and kept; ``file`` is the last that was
    read to its end, "" where there was none."""

    def __init__(self, tally: Tally, file: str) -> None:
        super().__init__(file)
        self.tally = tally
        self.file = file


class Interruption:
    """Within it Ctrl-C is heard as always, but for what is ``held_back``. It leaves a program that
    hears Ctrl-C in a way of its own, and any thread but the main one, as they are."""

    def __init__(self) -> None:
        self._is_held = self._is_wanted = False
        self._before: Any = None

    @contextmanager
    def held_back(self) -> Iterator[None]:
        """What is done here is done to its end, and KeyboardInterrupt comes after."""
        self._is_held = True
        try:
            yield
        finally:
            self._is_held = False
        if self._is_wanted:
            self._is_wanted = False
            raise KeyboardInterrupt

    def _hear(self, _signal: int, _frame: FrameType | None) -> None:
        if not self._is_held:
            raise KeyboardInterrupt
        self._is_wanted = True

    def __enter__(self) -> Self:
        is_main = threading.current_thread() is threading.main_thread()
        if is_main and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            self._before = signal.signal(signal.SIGINT, self._hear)
        return self

    def __exit__(self, *error: object) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)
