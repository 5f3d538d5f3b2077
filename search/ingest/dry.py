"""What an index would hold after a run that keeps nothing."""

import pickle
import sqlite3
from collections.abc import Iterable

from ..article import Article
from .batch import Shelf

_TABLE = "CREATE TABLE stories (id TEXT PRIMARY KEY, story BLOB) WITHOUT ROWID"


class DryShelf:
    """An index as it would be; what would be added or removed is in a file without a name, for as
    long as the run lasts."""

    def __init__(self, index: Shelf) -> None:
        self._index = index
        # one thread uses it at a time, if not always the same
        self._stories = sqlite3.connect("", check_same_thread=False)
        self._stories.execute(_TABLE)

    def add(self, articles: Iterable[Article]) -> int:
        """Keep these for the run."""
        rows = [(article.id, pickle.dumps(article)) for article in articles]
        self._stories.executemany("REPLACE INTO stories VALUES (?, ?)", rows)
        return len(rows)

    def remove(self, ids: Iterable[str]) -> int:
        """Forget these for the run; how many there were."""
        gone = [name for name in dict.fromkeys(ids) if self.get(name)]
        rows = [(name, None) for name in gone]
        self._stories.executemany("REPLACE INTO stories VALUES (?, ?)", rows)
        return len(gone)

    def get(self, article_id: str) -> Article | None:
        """The story with this id, as it would be."""
        question = "SELECT story FROM stories WHERE id = ?"
        row = self._stories.execute(question, (article_id,)).fetchone()
        if row is None:
            return self._index.get(article_id)
        story: Article | None = pickle.loads(row[0]) if row[0] else None
        return story
