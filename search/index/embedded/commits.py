"""Commits: which table of contents counts: the newest that is whole, as are its segments.

A crash leaves the last commit. A disk that lies, or a hand, may leave a newest one that cannot be
read; where the one before it is still there, that one counts, and it is said why.
"""

import pickle
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whoosh.index import TOC, FileIndex, clean_files
from whoosh.index import IndexError as WhooshError
from whoosh.reading import CorruptIndexError

from ...errors import IndexDamaged, IndexUnavailable
from .codec import SUFFIX, ColumnSegment
from .mapping import make_schema
from .segment import Segment
from .storage import CONTENTS, DurableStorage

NAME = "MAIN"  # Whoosh's name for the index in a folder
Opener = Callable[[ColumnSegment], Segment]

# what Whoosh raises over a folder that is damaged or not an index of ours
_DAMAGE = (
    WhooshError,
    CorruptIndexError,
    pickle.UnpicklingError,
    struct.error,
    AssertionError,
    AttributeError,
    EOFError,
    ImportError,
    KeyError,
    TypeError,
    ValueError,
)
_ATTEMPTS = 10  # at reading a commit that newer ones take away meanwhile


@dataclass(frozen=True, slots=True)
class Commit:
    """The commit that counts, with its segments opened; ``newest`` is the highest number of all and
    ``damage`` says, where that is another, why it does not count and what to do."""

    generation: int
    opened: tuple[tuple[ColumnSegment, Segment], ...]
    newest: int
    damage: str = ""


def find_commits(storage: DurableStorage) -> list[int]:
    """The numbers of all that are in the folder, whole or not, the newest first."""
    pattern = TOC._pattern(NAME)
    found = (pattern.match(name) for name in storage.names())
    return sorted((int(match[1]) for match in found if match), reverse=True)


def find_newest(storage: DurableStorage) -> tuple[int, int]:
    """The number of the last commit, whole or not, and when its table was written, in ns, for an
    index that is made anew counts from the start; -1 where there is none."""
    number = max(find_commits(storage), default=-1)
    try:
        return number, (Path(storage.folder) / TOC._filename(NAME, number)).stat().st_mtime_ns
    except FileNotFoundError:  # there is none, or a newer one has just taken its place
        return number, 0


def read_commit(storage: DurableStorage, open_segment: Opener) -> Commit | None:
    """None where nothing was committed yet; IndexUnavailable where no commit is whole."""
    for _ in range(_ATTEMPTS):
        # looked for first: a table is there before any segment is, so that one is missed else where
        # the first commit is written between the two looks
        has_segments = _has_segments(storage)
        numbers = find_commits(storage)
        commit, failures = _newest_whole(storage, numbers, open_segment)
        if commit and not failures:
            return commit
        if find_commits(storage) == numbers:  # else a newer one took these files away
            break
    if commit:
        damage = (
            f"{_reason(failures[0])}. Commit {numbers[0]} is lost by that, and commit "
            f"{commit.generation} is in use: ingest again what was added last"
        )
        return Commit(commit.generation, commit.opened, numbers[0], damage)
    if failures:
        raise failures[0]
    if has_segments:
        raise IndexDamaged(f"The index in {storage.folder} has lost its table of contents")
    return None


class DurableIndex(FileIndex):
    """Whoosh's index as our writer opens it: what it starts from is the commit that counts."""

    storage: DurableStorage

    def __init__(self, storage: DurableStorage, open_segment: Opener) -> None:
        # FileIndex's own would read the newest table of contents, damaged or not
        self.storage, self._schema, self.indexname = storage, make_schema(), NAME
        self._open_segment = open_segment
        self._held: Any = None

    def lock(self, name: str) -> Any:
        self._held = super().lock(name)
        return self._held

    def unlock(self) -> None:
        """Let go of what a writer took that could not be made."""
        if self._held and self._held.fd is not None:
            self._held.release()

    def _read_toc(self) -> TOC:
        """Asked by a writer that has the lock: whatever else it finds, a killed writer left. A
        damaged table stays until the next, numbered above it, is there."""
        commit = read_commit(self.storage, self._open_segment)
        if commit is None:
            TOC.create(self.storage, self._schema, NAME)
            return TOC(self._schema, [], 0)
        segments = [segment for segment, _ in commit.opened]
        if not commit.damage:
            clean_files(self.storage, NAME, commit.generation, segments)
        for unfinished in Path(self.storage.folder).glob(f"_{NAME}_*{CONTENTS}.*"):
            unfinished.unlink()
        return TOC(self._schema, segments, commit.newest)


def _newest_whole(
    storage: DurableStorage, numbers: Sequence[int], open_segment: Opener
) -> tuple[Commit | None, list[IndexUnavailable]]:
    """The first of these commits that is whole, and what is wrong with those before it."""
    failures: list[IndexUnavailable] = []
    for number in numbers:
        try:
            toc = _read_contents(storage, number)
            opened = tuple((segment, open_segment(segment)) for segment in toc.segments)
            return Commit(number, opened, number), failures
        except FileNotFoundError as error:
            name = Path(error.filename).name
            failures.append(IndexDamaged(f"The index in {storage.folder} has lost {name}"))
        except IndexUnavailable as error:
            failures.append(error)
    return None, failures


def _read_contents(storage: DurableStorage, number: int) -> TOC:
    try:
        toc: TOC = TOC.read(storage, NAME, number, make_schema())
        return toc
    except _DAMAGE as error:
        raise IndexDamaged(f"The index in {storage.folder} is damaged ({error})") from error


def _has_segments(storage: DurableStorage) -> bool:
    pattern = TOC._segment_pattern(NAME)
    return any(pattern.match(name) for name in storage.names() if name.endswith(SUFFIX))


def _reason(failure: IndexUnavailable) -> str:
    return failure.reason if isinstance(failure, IndexDamaged) else str(failure)
