"""Writer: one commit to a folder: stories added, stories removed, segments merged.

Whoosh gives the lock, the table of contents and the removal of files that no commit names; its
merge hook is where our segments go in.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import whoosh.index

from ...article import Article
from .budget import Budget
from .codec import SUFFIX, ColumnCodec, ColumnSegment
from .columns import Columns
from .draft import Draft, find_repeated
from .lexicon import Lexicon
from .merging import merge_segments
from .runs import Ints
from .segment import Segment
from .stories import hash_ids
from .writing import write_segment

FAN = 8  # segments of about one size that are merged into one
SMALLEST = 100  # stories: smaller segments are all of about one size
MOST = 64  # segments that are merged at once
BOUND = 100_000  # stories that a small commit may merge
FIELDS = 200  # characters that a story has beside its headline and body, about


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
        self._budget = Budget()
        self.merge_all = False

    @property
    def generation(self) -> int:
        """The number that the commit has or will have."""
        return int(self._whoosh.generation)

    def add(self, articles: Iterable[Article], memory: int) -> int:
        """Write the stories, in as many segments as keep memory under about so many bytes; each
        takes the place of those with its id. How many stories there are then of these."""
        budget = self._budget = Budget(memory)
        lexicon = Lexicon()
        draft = Draft(lexicon, self._folder)
        for batch in _batches(articles, budget.characters):
            draft.add(batch)
            if draft.nbytes > budget.held:
                self._add(draft)
                lexicon = lexicon if lexicon.nbytes < budget.held // 4 else Lexicon()
                draft = Draft(lexicon, self._folder)
        if draft.stories:
            self._add(draft)
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

    def _add(self, draft: Draft) -> None:
        """Write a draft's stories, instead of those with the same ids."""
        ids, hashes = draft.found()
        repeated = find_repeated(ids, hashes)
        replaced = sum(self._kill(segment, ids, hashes) for segment in self._new)
        for segment in self._whoosh.segments:
            self._kill(segment, ids, hashes)
        self._added += draft.stories - len(repeated) - replaced
        write = partial(write_segment, draft=draft, most=self._budget.occurrences)
        self._write(draft.stories, write).kill(repeated)

    def _kill(self, segment: ColumnSegment, ids: Sequence[str], hashes: Ints) -> int:
        found = self._open_segment(segment).find_ids(ids, hashes)
        alive = np.setdiff1d(found[found >= 0], segment.dead)
        segment.kill(alive.tolist())
        return int(alive.size)

    def _write(self, stories: int, write: Callable[[Any], object]) -> ColumnSegment:
        segment = ColumnSegment(self._whoosh.indexname, stories)
        self._new.append(segment)
        with self._whoosh.storage.create_file(segment.make_filename(SUFFIX)) as file:
            write(file)
        columns = Columns(segment.path(self._folder))
        columns.check_all()  # the commit before is kept until then
        segment.proof = columns.proof
        return segment

    def _merge(self, _writer: Any, segments: Sequence[ColumnSegment]) -> list[ColumnSegment]:
        """Whoosh's merge hook: the segments that the commit shall have."""
        held = [segment for segment in chain(segments, self._new) if segment.stories]
        while chosen := self._choose(held):
            parts = [(self._open_segment(segment), segment.living) for segment in chosen]
            total = sum(segment.stories for segment in chosen)
            merge = partial(
                merge_segments,
                segments=parts,
                folder=self._folder,
                most=self._budget.occurrences,
            )
            merged = self._write(total, merge)
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
            tiers.setdefault(_tier(segment.stories), []).append(segment)
        for _, tier in sorted(tiers.items()):
            smallest = sorted(tier, key=lambda segment: segment.stories)[:FAN]
            if len(smallest) == FAN and sum(s.stories for s in smallest) <= bound:
                return smallest
        half_dead = (s for s in held if s.stories * 2 < s.written and s.stories <= bound)
        return [*half_dead][:1]


def _tier(stories: int) -> int:
    """0 for the smallest, one more for every FAN times as many."""
    tier, size = 0, SMALLEST
    while stories >= size:
        tier, size = tier + 1, size * FAN
    return tier


def _batches(articles: Iterable[Article], most: int) -> Iterator[list[Article]]:
    """The stories, about so many characters at a time; the last of those that share an id."""
    batch: dict[str, Article] = {}
    size = 0
    for article in articles:
        batch[article.id] = article
        size += len(article.body) + len(article.headline) + FIELDS
        if size > most:
            yield list(batch.values())
            batch, size = {}, 0
    if batch:
        yield list(batch.values())
