"""The small SQLite files beside an index: their errors as sentences."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from ..errors import IndexUnavailable

# the disk is full, another program holds the file, it may not be written to
_FOR_NOW = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_READONLY)


@contextmanager
def translated(what: str, hint: str = "") -> Iterator[None]:
    """IndexUnavailable, naming the file, for SQLite's errors; ``hint`` says what to do about a file
    that is not as it should be."""
    try:
        yield
    except sqlite3.Error as error:
        is_whole = getattr(error, "sqlite_errorcode", None) in _FOR_NOW
        way_out = "" if is_whole else hint
        raise IndexUnavailable(f"{what}, cannot be used ({error}){way_out}") from error
