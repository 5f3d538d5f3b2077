"""The postings of a term as Whoosh walks them, one Python call a posting."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from whoosh.formats import Existence, Frequency
from whoosh.matching.mcore import LeafMatcher, ReadTooFar
from whoosh.reading import TermInfo
from whoosh.system import pack_uint

from .runs import Ints


class Postings(NamedTuple):
    """The stories that have a term, in order; how often each has it; and where, all in one run."""

    docs: Ints
    counts: Ints
    read_places: Callable[[], Ints]


class ColumnTermInfo(TermInfo):
    """The statistics of a term; the lengths of its stories' fields are read when asked for."""

    def __init__(self, postings: Postings, lengths: Callable[[], Ints]) -> None:
        docs, counts = postings.docs, postings.counts
        super().__init__(
            weight=float(counts.sum()),
            df=docs.size,
            maxweight=float(counts.max()),
            minid=int(docs[0]),
            maxid=int(docs[-1]),
        )
        self._docs, self._lengths = docs, lengths

    def min_length(self) -> int:
        return int(self._lengths()[self._docs].min())

    def max_length(self) -> int:
        return int(self._lengths()[self._docs].max())


class ColumnMatcher(LeafMatcher):
    """Walks the postings of a term. To Whoosh's search for the best they are a single block."""

    def __init__(
        self,
        term: tuple[str, bytes],
        postings: Postings,
        info: TermInfo,
        format_: Any,
        scorer: Any,
    ) -> None:
        self.format, self.scorer = format_, scorer
        self._term, self._postings, self._info = term, postings, info
        self._docs, self._counts = postings.docs.tolist(), postings.counts.tolist()
        self._at = 0

    def copy(self) -> "ColumnMatcher":
        other = ColumnMatcher(self._term, self._postings, self._info, self.format, self.scorer)
        other._at = self._at
        return other

    def reset(self) -> None:
        self._at = 0

    def is_active(self) -> bool:
        return self._at < len(self._docs)

    def id(self) -> int:
        """The story; the last one behind the end, where some of Whoosh's matchers still look."""
        number: int = self._docs[min(self._at, len(self._docs) - 1)]
        return number

    def all_ids(self) -> Iterator[int]:
        return iter(self._docs[self._at :])

    def next(self) -> bool:  # type: ignore[override]  # as Whoosh's own leaf
        """One posting on; whether that left the block."""
        if not self.is_active():
            raise ReadTooFar
        self._at += 1
        return not self.is_active()

    def skip_to(self, id: int) -> None:
        if not self.is_active():
            raise ReadTooFar
        self._at = max(self._at, int(np.searchsorted(self._postings.docs, id)))

    def weight(self) -> float:
        return float(self._counts[self._at])

    def value(self) -> bytes:
        return self._values[self._at]

    def block_max_weight(self) -> float:
        return self._info.max_weight()

    def block_min_length(self) -> int | None:
        return self._info.min_length()

    def block_max_length(self) -> int:
        return self._info.max_length()

    def skip_to_quality(self, minquality: float) -> int:
        """Past the block where it cannot be better than this; how many blocks were left."""
        if self.block_quality() > minquality:
            return 0
        self._at = len(self._docs)
        return 1

    @cached_property
    def _values(self) -> Sequence[bytes]:
        """Each posting's value as the field's format has it."""
        if isinstance(self.format, Existence):
            return [b""] * len(self._docs)
        if isinstance(self.format, Frequency):
            return [pack_uint(count) for count in self._counts]
        parts = np.split(self._postings.read_places(), np.cumsum(self._postings.counts)[:-1])
        return [self.format.encode(part.tolist()) for part in parts]
