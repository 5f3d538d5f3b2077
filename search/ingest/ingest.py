"""Files into an index: read in worker processes, added in batches."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path

from ..article import Article
from ..index import Index
from .crew import Found, read_in_workers, read_safely
from .identity import content_hash
from .tally import Skipped, Tally
from .walk import STANDARD_INPUT, find_files

# up to this many files are read in this process: workers take longer to start
_FEW = 20


def ingest(
    paths: Iterable[str | Path],
    index: Index,
    *,
    on_progress: Callable[[Tally], None] | None = None,
    workers: int | None = None,
    batch_size: int = 500,
) -> Tally:
    """Every story under these paths, kept in the index; what became of each file.

    A story that is kept already, as it is, is not added again; one whose text or facts have changed
    replaces the older. ``on_progress`` gets the tally so far after each file. Interrupted, it keeps
    what was read and raises KeyboardInterrupt again.
    """
    intake = _Intake(index, batch_size)
    given = list(paths)
    files = chain.from_iterable(map(find_files, filter(_is_file, given)))
    from_input = [STANDARD_INPUT][: len(given) - sum(map(_is_file, given))]
    try:
        with closing(_read_all(files, workers, from_input)) as reading:
            for found in reading:
                intake.take(found)
                if on_progress:
                    on_progress(intake.tally)
    finally:
        # on an interruption too, what was read is kept
        intake.flush()
    if on_progress:
        on_progress(intake.tally)
    return intake.tally


def _is_file(path: str | Path) -> bool:
    return path not in ("-", STANDARD_INPUT)


def _read_all(
    files: Iterator[Path | Skipped], workers: int | None, from_input: list[Path]
) -> Generator[Found, None, None]:
    """What each file gives, read here where they are few, else by workers, which have no input."""
    yield from map(read_safely, from_input)
    first = list(islice(files, _FEW))
    if len(first) < _FEW:
        yield from (read_safely(f) if isinstance(f, Path) else (f,) for f in first)
    else:
        count = max(workers or os.cpu_count() or 1, 1)
        yield from read_in_workers(chain(first, files), count)


@dataclass(slots=True)
class _Intake:
    """The stories read and not yet added, by id, and the tally so far."""

    index: Index
    batch_size: int
    tally: Tally = field(default_factory=Tally)
    _batch: dict[str, Article] = field(default_factory=dict)

    def take(self, found: Found) -> None:
        """Count what one file gave, and keep its stories for the next batch."""
        stories = [item for item in found if isinstance(item, Article)]
        skipped = tuple(item for item in found if isinstance(item, Skipped))
        self.tally = replace(
            self.tally,
            read=self.tally.read + len(stories),
            skipped=self.tally.skipped + skipped,
        )
        for story in stories:
            self._take_story(story)

    def _take_story(self, story: Article) -> None:
        before = self._batch.get(story.id)
        if before and _same(before, story):
            self.tally = replace(self.tally, unchanged=self.tally.unchanged + 1)
            return
        if before or len(self._batch) >= self.batch_size:
            self.flush()
        self._batch[story.id] = story

    def flush(self) -> None:
        """Add what is new or changed, in one commit."""
        batch, self._batch = self._batch, {}
        changed = [story for story in batch.values() if not self._is_kept(story)]
        if changed:
            self.index.add(changed)
        self.tally = replace(
            self.tally,
            added=self.tally.added + len(changed),
            unchanged=self.tally.unchanged + len(batch) - len(changed),
        )

    def _is_kept(self, story: Article) -> bool:
        kept = self.index.get(story.id)
        return kept is not None and _same(kept, story)


def _same(one: Article, other: Article) -> bool:
    """Whether two readings are the same story, from whichever file each came: equal, or one text
    in other wrapping."""
    if replace(one, source=other.source) == other:
        return True
    differs = (one.headline, one.body) != (other.headline, other.body)
    return differs and content_hash(one) == content_hash(other)
