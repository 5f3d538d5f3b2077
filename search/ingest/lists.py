"""The small SQLite files beside an index: their errors as sentences."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from ..errors import IndexUnavailable


@contextmanager
def translated(what: str, hint: str = "") -> Iterator[None]:
    """IndexUnavailable, naming the file, for SQLite's errors; ``hint`` says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise IndexUnavailable(f"{what}, cannot be used ({error}){hint}") from error
