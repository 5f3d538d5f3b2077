"""ColumnCodec: Whoosh's door to our segments. Through it ``whoosh.index.open_dir`` opens the
folder, and Whoosh's own searcher finds what ours finds, one Python call a posting.

A dead story is not there: to Whoosh each segment holds the living only, numbered without gaps, so
that every statistic is that of the living.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.codec import base

from ...errors import IndexUnavailable
from .runs import Ints

SUFFIX = ".columns"


class ColumnSegment(base.Segment):
    """What the table of contents keeps of a segment: its name, how many stories were written, and
    which of these are dead; ``proof`` is the checksum of the file's checksums, so that no other
    file is taken for it, 0 where it is not told."""

    proof = 0

    def __init__(self, indexname: str, written: int = 0) -> None:
        super().__init__(indexname)
        self.written = written
        self._dead = b""
        self._dying: set[int] = set()

    @classmethod
    def _random_id(cls, size: int = 16) -> str:
        """From the system's own chance: Whoosh takes Python's, and where a program seeds that, the
        name of a segment comes again, and with it the file."""
        return os.urandom(size // 2).hex()

    def codec(self) -> "ColumnCodec":
        return ColumnCodec()

    def path(self, folder: str | Path) -> Path:
        """Its file."""
        return Path(folder) / str(self.make_filename(SUFFIX))

    @property
    def dead(self) -> Ints:
        """The numbers of the dead, in order; those that die in this commit too."""
        dead: Ints = np.frombuffer(bytearray(self._dead), np.int32)
        if not self._dying:
            return dead
        return np.union1d(dead, np.array(sorted(self._dying), np.int32))

    def kill(self, docs: Iterable[int]) -> None:
        """Mark stories dead, from the next commit on."""
        self._dying.update(docs)

    @property
    def living(self) -> Ints:
        """The numbers of the stories that live, in order."""
        return np.delete(np.arange(self.written, dtype=np.int32), self.dead)

    @property
    def stories(self) -> int:
        """How many stories live."""
        return int(self.written - self.dead.size)

    @property
    def committed(self) -> Ints:
        """The numbers of the stories that lived at the last commit, in order."""
        old = np.frombuffer(bytearray(self._dead), np.int32)
        return np.delete(np.arange(self.written, dtype=np.int32), old)

    # what Whoosh asks; its numbers count the living as of the last commit

    def doc_count_all(self) -> int:
        return self.written - len(self._dead) // 4

    def set_doc_count(self, doccount: int) -> None:
        self.written = doccount

    def deleted_count(self) -> int:
        return 0

    def deleted_docs(self) -> Iterator[int]:
        return iter(())

    def is_deleted(self, _docnum: int) -> bool:
        return False

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        if not delete:
            raise IndexUnavailable("A story that was removed must be added again")
        self.kill([int(self.committed[docnum])])

    def should_assemble(self) -> bool:
        return False

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_dead": self.dead.tobytes(), "_dying": set()}


class ColumnCodec(base.Codec):
    """Reads our segments for Whoosh; writing them is ``EmbeddedIndex.add``'s."""

    def new_segment(self, _storage: Any, indexname: str) -> ColumnSegment:
        return ColumnSegment(indexname)

    def per_document_writer(self, _storage: Any, _segment: base.Segment) -> "NoWriter":
        return NoWriter()

    def field_writer(self, _storage: Any, _segment: base.Segment) -> "NoWriter":
        return NoWriter()

    def postings_writer(self, *_: Any, **__: Any) -> "NoWriter":
        return NoWriter()

    def postings_reader(self, *_: Any, **__: Any) -> Any:
        raise IndexUnavailable("Posting lists are read through ColumnTerms")

    def terms_reader(self, storage: Any, segment: ColumnSegment) -> base.TermsReader:
        from .reading import ColumnTerms

        return ColumnTerms(segment, storage.folder)

    def per_document_reader(self, storage: Any, segment: ColumnSegment) -> base.PerDocumentReader:
        from .reading import ColumnStories

        return ColumnStories(segment, storage.folder)


class NoWriter:
    """Whoosh opens a writer for every commit; ours has nothing to do, and says so if asked."""

    is_closed = False

    def close(self) -> None:
        self.is_closed = True

    def __getattr__(self, name: str) -> Any:
        raise IndexUnavailable("Stories are added with Dateline's own index, not Whoosh's writer")
