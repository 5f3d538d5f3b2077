"""Ledger: which files are in an index as they are, and which stories must not come back.

It is a small SQLite file beside the index's own. What it says of a file is written when the file's
stories are committed, and holds for as long as the file, the code that read it, and the last of its
stories in the index are there.
"""

import datetime as dt
import os
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from xxhash import xxh3_64_hexdigest

from ..article import Article
from .lists import translated
from .stamp import Stamp, still_holds

NAME = "ledger.sqlite"
_PATIENCE = 60.0  # seconds that one run waits for another's writing
_FORMAT = 1
_TABLES = f"""
    PRAGMA journal_mode = TRUNCATE;
    DROP TABLE IF EXISTS files;
    CREATE TABLE files (
        path BLOB PRIMARY KEY, size INTEGER, changed INTEGER, digest BLOB,
        reader TEXT, since TEXT, last TEXT
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS gone (
        id TEXT PRIMARY KEY, version INTEGER, moment TEXT, verb TEXT
    ) WITHOUT ROWID;
    PRAGMA user_version = {_FORMAT};
"""
# what reads a story, from its bytes to its statements: with another, files are read anew
_SEARCH = Path(__file__).resolve().parent.parent
_READING = ("ingest", "wire", "article.py", "text.py", "lemmas.py")


class Gone(NamedTuple):
    """Why a story must not come back: its agency has "killed" or "withheld" it, or it was
    "replaced" by another; ``version`` and ``moment`` of what says so."""

    verb: str
    version: int | None
    moment: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A file that was read: its stamp, the last of its stories ("" for none), and the first day of
    those that were kept ("" for all)."""

    path: str
    stamp: Stamp
    last: str = ""
    since: str = ""


class Ledger:
    """The ledger of an index's folder, made by the first writing; None for one that is forgotten.
    A dry one is a copy that is forgotten too. ``table`` stands for the table of speakers that files
    are read with: with another they are read anew."""

    def __init__(self, folder: Path | None, *, is_dry: bool = False, table: str = "") -> None:
        self._path = folder / NAME if folder else None
        self._is_dry = is_dry or folder is None
        self._open: sqlite3.Connection | None = None
        self._table = table
        self._has_gone: bool | None = None  # as of the last writing; None: it is to be asked

    @property
    def _reader(self) -> str:
        return f"{reader_version()} {self._table}"

    def find(self, paths: Sequence[str]) -> dict[str, Entry]:
        """What was kept of those of these files that the same code has read; a thousand at most."""
        marks = ", ".join("?" * len(paths))
        rows = self._ask(
            "SELECT path, size, changed, digest, last, since FROM files "
            f"WHERE reader = ? AND path IN ({marks})",
            (self._reader, *map(os.fsencode, paths)),
        )
        entries = (Entry(os.fsdecode(row[0]), Stamp(*row[1:4]), row[4], row[5]) for row in rows)
        return {entry.path: entry for entry in entries}

    def find_gone(self, story_id: str) -> Gone | None:
        """Why a story must not come back; None for any other."""
        if self._has_gone is None:
            self._has_gone = bool(self._ask("SELECT 1 FROM gone LIMIT 1", ()))
        if not self._has_gone:
            return None
        rows = self._ask("SELECT verb, version, moment FROM gone WHERE id = ?", (story_id,))
        for verb, version, moment in rows:
            return Gone(verb, version, dt.datetime.fromisoformat(moment) if moment else None)
        return None

    def write(self, entries: list[Entry], gone: Mapping[str, Gone]) -> None:
        """Keep these, at once."""
        if not entries and not gone:
            return
        self._has_gone = None
        reader = self._reader
        files = [
            (
                os.fsencode(e.path),
                e.stamp.size,
                e.stamp.changed,
                e.stamp.digest,
                reader,
                e.since,
                e.last,
            )
            for e in entries
        ]
        stories = [
            (name, why.version, why.moment and why.moment.isoformat(), why.verb)
            for name, why in gone.items()
        ]
        with self._translated(), self._connection() as ledger:
            ledger.executemany("REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)", files)
            ledger.executemany("REPLACE INTO gone VALUES (?, ?, ?, ?)", stories)

    def close(self) -> None:
        """Let go of the file."""
        if self._open:
            self._open.close()
            self._open = None

    def _ask(self, question: str, values: tuple[str | bytes, ...]) -> list[tuple[Any, ...]]:
        with self._translated():
            if self._open is None and not (self._path and self._path.exists()):
                return []
            return self._connection().execute(question, values).fetchall()

    def _connection(self) -> sqlite3.Connection:
        if self._open is None:
            self._open = self._copy() if self._is_dry else self._connect()
            if self._open.execute("PRAGMA user_version").fetchone() != (_FORMAT,):
                self._open.executescript(_TABLES)
        return self._open

    def _connect(self) -> sqlite3.Connection:
        assert self._path
        self._path.parent.mkdir(parents=True, exist_ok=True)
        return sqlite3.connect(self._path, timeout=_PATIENCE)

    def _copy(self) -> sqlite3.Connection:
        """What is there, in a file without a name."""
        copy = sqlite3.connect("")
        if self._path and self._path.exists():
            with self._connect() as original:
                original.backup(copy)
            original.close()
        return copy

    def _translated(self) -> AbstractContextManager[None]:
        what = f"The list of files that were read, {self._path}"
        return translated(what, "; move it away, and all files are read again")


def why_gone(story: Article, verb: str) -> Gone:
    """The story as the reason why another must not come back."""
    return Gone(verb, story.version, story.updated or story.published)


def unchanged_since(entry: Entry, since: str) -> Entry | None:
    """The entry, its time brought up to date, if its file has not changed and nothing that is now
    asked for was left out of it; else None."""
    if entry.since > since:
        return None
    stamp = still_holds(entry.stamp, Path(entry.path))
    return Entry(entry.path, stamp, entry.last, entry.since) if stamp else None


@cache
def reader_version() -> str:
    """A short name of the code that reads stories, another one whenever the code is."""
    parts = [_SEARCH / part for part in _READING]
    files = sorted(
        file for part in parts for file in (part.rglob("*.py") if part.is_dir() else [part])
    )
    return xxh3_64_hexdigest(b"\0".join(file.read_bytes() for file in files))
