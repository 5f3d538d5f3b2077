"""Batch: what was found in one segment, and which of it passes the filters."""

from collections.abc import Sequence

import numpy as np

from ...kernels import filtering as kernels
from ...schema import NONE
from ..filters import DateNarrowing, Narrowing, ValueNarrowing
from .hits import NO_SCORES, Hits
from .leaves import Found
from .runs import Ints
from .scratch import Arena
from .values import Values

_NO_DOCS = np.empty(0, np.int32)


class Batch:
    """The hits of a segment, the dead left out, and the filters' verdicts."""

    def __init__(
        self, narrowings: Sequence[Narrowing], found: Found, values: Values, arena: Arena
    ) -> None:
        self.leaf = found.leaf
        self._narrowings = narrowings
        self._found = found
        self._values = values
        self._arena = arena
        self._passing: dict[int, Hits] = {}
        self._failed: Ints | None = None

    def best(self) -> Hits:
        """Those of the hits that pass and may stand on the page."""
        return self.passing() if self._narrowings else self._found.best

    def passing(self, own: int = 0) -> Hits:
        """The hits that pass all filters, or all but number ``own``."""
        if not self._narrowings:
            return self._found.hits
        if own not in self._passing:
            self._passing[own] = self._of_all(own) if self._found.is_all else self._of_some(own)
        return self._passing[own]

    def _of_some(self, own: int) -> Hits:
        """By asking each filter of each hit."""
        if self._failed is None:
            self._failed = self._fail(self._found.hits.docs, 0)
        return self._keep(self._found.hits, self._failed, own)

    def _of_all(self, own: int) -> Hits:
        """By looking up whom the narrowest filter lets pass, where that is known, and asking the
        others of these."""
        others = [one for n, one in enumerate(self._narrowings, start=1) if n != own]
        if not others:
            return self._found.hits
        chosen = min(others, key=self._size)
        docs = self._among_all(chosen)
        if docs is None:
            return self._keep(self._found.hits, self._fail(self._found.hits.docs, own), own)
        hits = self._found.living(Hits(docs, NO_SCORES))
        if len(others) == 1:
            return hits
        skipped = self._narrowings.index(chosen) + 1
        return self._keep(hits, self._fail(hits.docs, own, skipped), own)

    def _size(self, one: Narrowing) -> int:
        """About how many stories a filter lets pass."""
        if isinstance(one, ValueNarrowing) and _is_listed(one):
            segment = self.leaf.segment
            numbers = self._values[one.facet].numbers_of(segment, one.wanted)
            return int(segment.facets.of_facet(one.facet, segment.facets.of_all)[numbers].sum())
        return self.leaf.size if isinstance(one, ValueNarrowing) else self.leaf.size // 2

    def _among_all(self, one: Narrowing) -> Ints | None:
        """The stories of the segment, some dead perhaps, that a filter lets pass; None where each
        is to be asked."""
        segment = self.leaf.segment
        if isinstance(one, DateNarrowing):
            docs = self._arena.empty(self.leaf.size + 1, np.int32)
            return docs[: kernels.find_days(segment.days, segment.certain, *_bounds(one), docs)]
        if not _is_listed(one):
            return None
        numbers = self._values[one.facet].numbers_of(segment, one.wanted)
        held = [segment.facet(one.facet).stories_of(number) for number in numbers]
        return held[0] if len(held) == 1 else np.unique(np.concatenate([*held, _NO_DOCS]))

    def _fail(self, docs: Ints, *skipped: int) -> Ints:
        """For each story 0, the number of the filter that stops it, or MANY."""
        failed = self._arena.empty((docs.size + 7) // 8 * 8, np.uint8)
        failed.fill(0)
        failed[docs.size :] = kernels.MANY
        segment = self.leaf.segment
        for number, one in enumerate(self._narrowings, start=1):
            if number in skipped:
                continue
            if isinstance(one, DateNarrowing):
                arrays = (docs, segment.days, segment.certain)
                kernels.fail_by_day(*arrays, *_bounds(one), number, failed)
                continue
            values = self._values[one.facet]
            flags = [values.flags(segment, tuple(keys)) for keys in (one.wanted, one.unwanted)]
            which = segment.facets.table, segment.facets.number[one.facet]
            kernels.fail_by_value(docs, *which, *flags, bool(one.wanted), number, failed)
        return failed

    def _keep(self, hits: Hits, failed: Ints, own: int) -> Hits:
        room, empty = hits.docs.size + 1, self._arena.empty
        kept = Hits(empty(room, np.int32), empty(room if hits.scores.size else 0, float))
        return kept.first(kernels.passing(*hits, failed, own, *kept))


def _is_listed(one: ValueNarrowing) -> bool:
    """Whether the stories that have some values are all that it lets pass."""
    return bool(one.wanted) and not one.unwanted and NONE not in one.wanted


def _bounds(one: DateNarrowing) -> tuple[int, int, bool]:
    since = one.since.toordinal() if one.since else 0
    until = one.until.toordinal() if one.until else 0
    return since, until, one.certain
