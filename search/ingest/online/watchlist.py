"""The watchlist: which feeds were asked when, and which of their items are still to be read."""

import sqlite3
import time
from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from ..lists import translated
from .fetch import Fetched

NAME = "watchlist.sqlite"
_PATIENCE = 60.0
_MOST_TRIES = 5  # of one item
_LONGEST_PAUSE = 24 * 3600.0
_TABLES = """
    PRAGMA journal_mode = TRUNCATE;
    CREATE TABLE IF NOT EXISTS feeds (
        url TEXT PRIMARY KEY, etag TEXT, modified TEXT, due REAL, failures INTEGER
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS items (
        number INTEGER PRIMARY KEY, url TEXT UNIQUE, feed TEXT, tries INTEGER, is_done INTEGER
    );
    CREATE INDEX IF NOT EXISTS waiting ON items (feed, number) WHERE NOT is_done;
"""


class Feed(NamedTuple):
    """A feed, by what marks it was last known, when it is due (in seconds of the system's clock),
    and how often in a row it could not be had."""

    url: str
    marks: Fetched
    due: float = 0.0
    failures: int = 0


class Watchlist:
    """The watchlist in an index's folder."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / NAME
        with self._translated():
            self._list = sqlite3.connect(self._path, timeout=_PATIENCE)
            self._list.executescript(_TABLES)

    def find(self, url: str) -> Feed:
        """What is known of a feed."""
        row = self._ask("SELECT etag, modified, due, failures FROM feeds WHERE url = ?", url)
        etag, modified, due, failures = row[0] if row else ("", "", 0.0, 0)
        return Feed(url, Fetched(url=url, etag=etag, modified=modified), due, failures)

    def keep(self, feed: Feed, items: Iterable[str] = ()) -> None:
        """Put down a feed that was asked, and those of its items that are new."""
        kept = (feed.url, feed.marks.etag, feed.marks.modified, feed.due, feed.failures)
        rows = [(item, feed.url) for item in items]
        with self._translated(), self._list:
            self._list.execute("REPLACE INTO feeds VALUES (?, ?, ?, ?, ?)", kept)
            self._list.executemany(
                "INSERT OR IGNORE INTO items (url, feed, tries, is_done) VALUES (?, ?, 0, 0)", rows
            )

    def waiting(self, url: str, most: int) -> list[str]:
        """The first items of a feed that are still to be read."""
        question = "SELECT url FROM items WHERE feed = ? AND NOT is_done ORDER BY number LIMIT ?"
        return [row[0] for row in self._ask(question, url, most)]

    def done(self, items: Iterable[str]) -> None:
        """Put down that these need not be read again."""
        with self._translated(), self._list:
            self._list.executemany(
                "UPDATE items SET is_done = 1 WHERE url = ?", [(item,) for item in items]
            )

    def failed(self, item: str) -> None:
        """Put down that an item could not be had; after some times it is given up."""
        with self._translated(), self._list:
            self._list.execute(
                "UPDATE items SET tries = tries + 1, is_done = tries + 1 >= ? WHERE url = ?",
                (_MOST_TRIES, item),
            )

    def close(self) -> None:
        """Let go of the file."""
        self._list.close()

    def _ask(self, question: str, *values: str | int) -> list[tuple[str, str, float, int]]:
        with self._translated():
            return self._list.execute(question, values).fetchall()

    def _translated(self) -> AbstractContextManager[None]:
        return translated(f"The list of watched feeds, {self._path}")


def put_off(feed: Feed, every: float, wait: float | None = None) -> Feed:
    """The feed after it could not be had: twice as long until the next time, or as its server
    asks."""
    pause = max(min(every * 2 ** min(feed.failures, 10), _LONGEST_PAUSE), wait or 0.0)
    return feed._replace(due=time.time() + pause, failures=feed.failures + 1)
