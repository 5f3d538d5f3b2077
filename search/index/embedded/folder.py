"""Folder: the files of a Whoosh index; opened, written and read under our own errors."""

import logging
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from whoosh.index import LockError

from ...article import Article
from ...errors import IndexUnavailable
from .codec import ColumnSegment
from .commits import DurableIndex, find_newest, read_commit
from .fieldnames import check_names
from .mounts import refuse_network
from .segment import Segment
from .storage import DurableStorage
from .view import View

if TYPE_CHECKING:
    from .writer import Writer

PATIENCE = 60.0  # seconds that a writer waits for another to finish
_CLOSED, _UNSETTLED = -1, -2  # no folder has changed then
_SETTLED = 2.0  # seconds after which a folder's time of change tells of every change

_log = logging.getLogger(__name__)


class _Source:
    """Stories from elsewhere; an error in getting them is theirs, not the index's."""

    def __init__(self, articles: Iterator[Article]) -> None:
        self._articles = articles
        self.failure: Exception | None = None

    def __iter__(self) -> Iterator[Article]:
        try:
            yield from self._articles
        except Exception as error:
            self.failure = error
            raise


class Folder:
    """An index's folder. Until the first story is added it need not exist."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._from = Path.cwd() if not path.is_absolute() else None
        self._storage = DurableStorage(str(path))
        self._view = View((), -1)
        self._newest = (-1, 0)  # the last commit, as of the last look
        self._changed = _UNSETTLED  # when the folder last changed, in ns, as of the last look
        self._lock = threading.Lock()

    def view(self) -> View:
        """The last commit, opened; the same object for as long as there is no newer one."""
        with self._translated("read"):
            changed = self._change_time()
            if changed == self._changed:
                return self._view
            newest = find_newest(self._storage)
            with self._lock:
                self._check_open()
                is_same = newest == self._newest and newest[0] == self._view.commit
                if newest[0] < 0 or not is_same:
                    self._view, self._newest = self._open_view(self._view), newest
                is_settled = changed and time.time_ns() - changed > _SETTLED * 1e9
                self._changed = changed if is_settled else _UNSETTLED
                return self._view

    def replace(self, articles: Iterable[Article], memory: int) -> int:
        """Keep these stories, by id, instead of those with the same ids: one commit. How many."""
        self._check_open()
        rest = iter(articles)
        first = list(islice(rest, 1))
        if not first:
            return 0
        source = _Source(chain(first, rest))
        try:
            with self._translated("written"), self._writer() as writer:
                return writer.add(source, memory)
        except IndexUnavailable:
            if source.failure:
                raise source.failure from None
            raise

    def remove(self, ids: Iterable[str]) -> int:
        """Forget these stories: one commit. How many there were."""
        if find_newest(self._storage)[0] < 0:
            return 0
        with self._translated("written"), self._writer() as writer:
            return writer.remove(list(ids))

    def close(self) -> None:
        """Let go of the files; what was found in them can be read all the same."""
        with self._lock:
            self._view, self._changed = View((), -1), _CLOSED

    def optimize(self) -> None:
        """Make the whole index one segment."""
        with self._translated("written"), self._writer() as writer:
            writer.merge_all = True

    @contextmanager
    def _writer(self) -> Iterator["Writer"]:
        """A writer that commits at the end or, on any error, leaves nothing behind."""
        from .writer import Writer  # whoever only searches does without

        self._check_open()
        self.path.mkdir(parents=True, exist_ok=True)
        refuse_network(self.path)
        index = DurableIndex(self._storage, self.segment)
        try:
            writer = Writer(index, self.path, PATIENCE, self.segment)
        except BaseException:
            index.unlock()
            raise
        try:
            yield writer
            writer.commit()
        except BaseException:
            writer.cancel()
            raise
        _log.info("committed folder=%s generation=%s", self.path, writer.generation)

    def segment(self, segment: ColumnSegment) -> Segment:
        """A segment's file, opened; the one that is open already where there is one."""
        for held, opened in self._view.opened:
            if held == segment:
                return opened
        opened = Segment(segment.path(self.path), segment.proof)
        check_names(opened.columns)
        return opened

    def _open_view(self, last: View) -> View:
        """The view of the commit that counts; IndexUnavailable where there was one and is none."""
        commit = read_commit(self._storage, self.segment)
        if commit is None and last.commit >= 0:
            raise IndexUnavailable(
                f"The index in {self.path} is gone: its folder was moved, removed or emptied; "
                "put it back, or ingest the stories again"
            )
        if commit is None:
            return View((), -1)
        if commit.damage and commit.damage != last.damage:
            _log.warning("fell back generation=%s: %s", commit.generation, commit.damage)
        return View(commit.opened, commit.generation, last, commit.damage)

    def _check_open(self) -> None:
        if self._changed == _CLOSED:
            raise IndexUnavailable(f"The index in {self.path} is closed; open it again")
        if self._from and Path.cwd() != self._from:
            raise IndexUnavailable(
                f"The index in {self.path} was opened before the program went to another folder; "
                "open it by its whole path"
            )

    def _change_time(self) -> int:
        """When a file was last put into the folder or taken out, in ns; 0 where it is not there."""
        try:
            return self.path.stat().st_mtime_ns
        except FileNotFoundError:
            return 0

    @contextmanager
    def _translated(self, verb: str) -> Iterator[None]:
        """Whoosh's and the system's errors as one sentence that says what to do."""
        try:
            yield
        except LockError:
            raise IndexUnavailable(
                f"Another program is writing to the index in {self.path}; try again when it is done"
            ) from None
        except OSError as error:
            reason = error.strerror or str(error)
            raise IndexUnavailable(
                f"The index in {self.path} cannot be {verb}: {reason}"
            ) from error
