"""Writer: one commit to a folder: stories added, stories removed, segments merged.

Whoosh gives the lock, the table of contents and the removal of files that no commit names; its
merge hook is where our segments go in.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import whoosh.index

from ...article import Article
from .codec import SUFFIX, ColumnCodec, ColumnSegment
from .columns import Columns
from .draft import make_draft
from .group import Ints
from .merging import merge_segments
from .segment import Segment
from .stories import hash_ids
from .writing import write_segment

FAN = 8  # segments of about one size that are merged into one
SMALLEST = 100  # stories: smaller segments are all of about one size
MOST = 64  # segments that are merged at once
BOUND = 100_000  # stories that a small commit may merge
WEIGHT = 40  # bytes of memory that a character of a story takes while it is indexed


class Writer:
    """Holds the lock from its making until ``commit`` or ``cancel``."""

    def __init__(
        self,
        index: whoosh.index.FileIndex,
        folder: Path,
        patience: float,
        open_segment: Callable[[ColumnSegment], Segment],
    ) -> None:
        self._whoosh: Any = index.writer(timeout=patience, codec=ColumnCodec(), compound=False)
        self._folder = folder
        self._open_segment = open_segment
        self._new: list[ColumnSegment] = []
        self._added = 0
        self.merge_all = False

    @property
    def generation(self) -> int:
        """The number that the commit has or will have."""
        return int(self._whoosh.generation)

    def add(self, articles: Iterable[Article], memory: int) -> int:
        """Write the stories, in as many segments as keep memory under so many bytes; each takes
        the place of those with its id. How many stories there are then of these."""
        for batch in _batches(articles, memory):
            ids = list(batch)
            hashes = hash_ids(ids)
            replaced = sum(self._kill(segment, ids, hashes) for segment in self._new)
            self._added += len(ids) - replaced
            for segment in self._whoosh.segments:
                self._kill(segment, ids, hashes)
            draft = make_draft(list(batch.values()))
            self._write(len(ids), partial(write_segment, draft=draft))
        return self._added

    def remove(self, ids: Sequence[str]) -> int:
        """Mark the stories with these ids dead; how many there were."""
        unique = list(dict.fromkeys(ids))
        hashes = hash_ids(unique)
        return sum(self._kill(segment, unique, hashes) for segment in self._whoosh.segments)

    def commit(self) -> None:
        """Make it all visible, on disk before this returns."""
        self._whoosh.commit(mergetype=self._merge)

    def cancel(self) -> None:
        """Let go of the lock and of what was written."""
        if not self._whoosh.is_closed:
            self._whoosh.cancel()
        for segment in self._new:
            segment.path(self._folder).unlink(missing_ok=True)

    def _kill(self, segment: ColumnSegment, ids: Sequence[str], hashes: Ints) -> int:
        found = self._open_segment(segment).find_ids(ids, hashes)
        alive = set(found[found >= 0].tolist()) - set(segment.dead.tolist())
        segment.kill(alive)
        return len(alive)

    def _write(self, stories: int, write: Callable[[Any], object]) -> ColumnSegment:
        segment = ColumnSegment(self._whoosh.indexname, stories)
        self._new.append(segment)
        with self._whoosh.storage.create_file(segment.make_filename(SUFFIX)) as file:
            write(file)
        Columns(segment.path(self._folder)).check_all()  # the commit before is kept until then
        return segment

    def _merge(self, _writer: Any, segments: Sequence[ColumnSegment]) -> list[ColumnSegment]:
        """Whoosh's merge hook: the segments that the commit shall have."""
        held = [segment for segment in chain(segments, self._new) if segment.living.size]
        while chosen := self._choose(held):
            parts = [(self._open_segment(segment), segment.living) for segment in chosen]
            total = sum(int(living.size) for _, living in parts)
            merged = self._write(total, partial(merge_segments, segments=parts))
            at = held.index(chosen[0])
            held = [segment for segment in held if segment not in chosen]
            held.insert(min(at, len(held)), merged)
        return held

    def _choose(self, held: Sequence[ColumnSegment]) -> Sequence[ColumnSegment]:
        """Segments to merge next, none where all is well."""
        if self.merge_all:
            is_whole = len(held) == 1 and not held[0].dead.size
            return () if is_whole else held[:MOST]
        fresh = [segment for segment in held if segment in self._new]
        if len(fresh) > 1:
            return fresh[:MOST]  # one commit, one segment
        bound = max(BOUND, 2 * self._added)
        tiers: dict[int, list[ColumnSegment]] = {}
        for segment in held:
            tiers.setdefault(_tier(int(segment.living.size)), []).append(segment)
        for _, tier in sorted(tiers.items()):
            smallest = sorted(tier, key=lambda segment: int(segment.living.size))[:FAN]
            if len(smallest) == FAN and sum(s.living.size for s in smallest) <= bound:
                return smallest
        half_dead = (s for s in held if s.living.size * 2 < s.written and s.living.size <= bound)
        return [*half_dead][:1]


def _tier(stories: int) -> int:
    """0 for the smallest, one more for every FAN times as many."""
    tier, size = 0, SMALLEST
    while stories >= size:
        tier, size = tier + 1, size * FAN
    return tier


def _batches(articles: Iterable[Article], memory: int) -> Iterator[dict[str, Article]]:
    """The stories by id, so many at a time as memory allows."""
    batch: dict[str, Article] = {}
    size = 0
    for article in articles:
        batch[article.id] = article
        size += len(article.body) + len(article.headline) + 200
        if size * WEIGHT > memory:
            yield batch
            batch, size = {}, 0
    if batch:
        yield batch
