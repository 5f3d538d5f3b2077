"""Folder: the files of a Whoosh index; opened, written and read under our own errors."""

import logging
import os
import pickle
import struct
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import whoosh.index
from whoosh.fields import Schema
from whoosh.reading import CorruptIndexError, EmptyReader, IndexReader

from ...errors import IndexUnavailable
from .mapping import Entry, make_schema, read_entry
from .storage import DurableStorage
from .view import View

PATIENCE = 60.0  # seconds that a writer waits for another to finish

# what Whoosh raises over a folder that is damaged or not an index of ours
_DAMAGE = (
    whoosh.index.IndexError,
    CorruptIndexError,
    pickle.UnpicklingError,
    struct.error,
    AttributeError,
    EOFError,
    ImportError,
    KeyError,
    TypeError,
    ValueError,
)
_log = logging.getLogger(__name__)


class Folder:
    """An index's folder. Until the first story is added it need not exist."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._storage = DurableStorage(str(path))
        self._entries: dict[str, list[Entry]] = {}  # by segment, for as long as it lives
        self._lock = threading.Lock()

    def generation(self) -> int:
        """The number of the last commit; -1 where there is none."""
        with self._translated("read"):
            if not self.path.exists():
                return -1
            os.scandir(self.path).close()  # Whoosh takes what it cannot list for an empty folder
            return int(whoosh.index.TOC._latest_generation(self._storage, "MAIN"))

    def view(self) -> View:
        """The last commit, opened."""
        generation = self.generation()
        if generation < 0:
            return View(EmptyReader(make_schema()), generation, {})
        with self._translated("read"):
            reader = self._open().reader()
            if reader.doc_count_all() == 0:
                return View(reader, generation, {})
            return View(reader, reader.generation(), self._live_entries(reader))

    def replace(self, documents: Mapping[str, Mapping[str, Any]]) -> None:
        """Keep these documents, by id, instead of those with the same ids: one commit."""
        with self._translated("written"), self._writer() as writer:
            for key in documents:
                writer.delete_by_term("id", key)
            for document in documents.values():
                writer.add_document(**document)

    def remove(self, ids: Iterable[str]) -> None:
        """Forget these documents: one commit."""
        with self._translated("written"), self._writer() as writer:
            for key in ids:
                writer.delete_by_term("id", key)

    @contextmanager
    def _writer(self) -> Iterator[Any]:
        """A writer that commits at the end or, on any error, leaves nothing behind."""
        if self.generation() < 0:
            self.path.mkdir(parents=True, exist_ok=True)
            index = self._storage.create_index(make_schema(), "MAIN")
        else:
            index = self._open()
        writer = index.writer(timeout=PATIENCE)
        try:
            yield writer
        except BaseException:
            writer.cancel()
            raise
        writer.commit()
        _log.info("committed folder=%s generation=%s", self.path, writer.generation)

    def _open(self) -> whoosh.index.FileIndex:
        index = self._storage.open_index("MAIN")
        if _outline(index.schema) != _outline(make_schema()):
            raise IndexUnavailable(
                f"The index in {self.path} was made by another version of Dateline; "
                "move the folder away and ingest the stories again"
            )
        return cast("whoosh.index.FileIndex", index)

    def _live_entries(self, reader: IndexReader) -> dict[int, Entry]:
        """The entry of every document that is not deleted, by number."""
        leaves = [(leaf, _segment_name(leaf), start) for leaf, start in reader.leaf_readers()]
        with self._lock:
            for leaf, segment, _ in leaves:
                if segment not in self._entries:
                    column = leaf.column_reader("row")
                    self._entries[segment] = [read_entry(column[n]) for n in range(len(column))]
            by_segment = {segment: self._entries[segment] for _, segment, _ in leaves}
            self._entries = by_segment
        return {
            start + number: by_segment[segment][number]
            for leaf, segment, start in leaves
            for number in leaf.all_doc_ids()
        }

    @contextmanager
    def _translated(self, verb: str) -> Iterator[None]:
        """Whoosh's and the system's errors as one sentence that says what to do."""
        try:
            yield
        except whoosh.index.LockError:
            raise IndexUnavailable(
                f"Another program is writing to the index in {self.path}; try again when it is done"
            ) from None
        except OSError as error:
            reason = error.strerror or str(error)
            raise IndexUnavailable(
                f"The index in {self.path} cannot be {verb}: {reason}"
            ) from error
        except _DAMAGE as error:
            raise IndexUnavailable(
                f"The index in {self.path} is damaged ({error}); "
                "move the folder away and ingest the stories again"
            ) from error


def _outline(schema: Schema) -> list[tuple[str, str]]:
    return [(name, type(field).__name__) for name, field in schema.items()]


def _segment_name(leaf: IndexReader) -> str:
    segment = leaf.segment()
    return str(segment.segment_id()) if segment else ""
