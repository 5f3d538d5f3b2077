"""Draft: stories on their way to a segment, analysed once and not yet packed."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ...article import Article
from ..row import Value, make_values
from .blocks import Blocks, write_line
from .chunk import Chunk, Shared, make_chunk
from .distinct import Distinct
from .facet_column import FacetColumn, make_facet
from .lexicon import Lexicon
from .runs import Ints, starts_of
from .stories import Speech, Stories
from .texts import TextColumn

PACKED = 30  # bytes of memory of a story's place in its block, and of its id when it is sought


class Draft:
    """Everything that a segment will hold of the stories added, in their order. The stories
    themselves wait on disk, in ``folder``."""

    def __init__(self, lexicon: Lexicon, folder: Path | None = None) -> None:
        self.shared = Shared(lexicon)
        self.chunks: list[Chunk] = []
        self.stories = 0
        self.folder = folder
        self._blocks = Blocks(folder)
        self._nbytes = 0

    def add(self, articles: Sequence[Article]) -> None:
        """The next stories."""
        pairs = [write_line(article) for article in articles]
        self._blocks.add(line for _, line in pairs)
        self.chunks.append(make_chunk([article for article, _ in pairs], self.shared))
        self.stories += len(articles)
        self._nbytes += self.chunks[-1].nbytes + PACKED * len(articles)

    @property
    def nbytes(self) -> int:
        """Bytes of memory, about."""
        return self._nbytes + self.shared.lexicon.nbytes

    def found(self) -> tuple[TextColumn, Ints]:
        """All ids, and what each is sought by."""
        runs = np.concatenate([chunk.ids.run for chunk in self.chunks])
        at = starts_of(np.concatenate([chunk.ids.sizes for chunk in self.chunks]))
        return TextColumn(runs, at), np.concatenate([chunk.hashes for chunk in self.chunks])

    def rows(self) -> Stories:
        """What is to be written of the stories."""
        return Stories(self.chunks, self._speech, self._facet, lambda: self._blocks)

    def _speech(self) -> Speech:
        sizes = np.concatenate([chunk.said_sizes for chunk in self.chunks])
        said = np.concatenate([chunk.said for chunk in self.chunks], axis=1)
        before = starts_of(np.array([chunk.said.shape[1] for chunk in self.chunks]))
        asides = np.concatenate(
            [
                chunk.asides + np.array([[first], [0], [0]], np.int32)
                for chunk, first in zip(self.chunks, before.tolist(), strict=False)
            ],
            axis=1,
        )
        return Speech._make((starts_of(sizes), *said, *asides, list(self.shared.speakers)))

    def _facet(self, name: str) -> FacetColumn:
        values: Distinct[Value] = Distinct()
        rows = np.concatenate([chunk.facets[name] for chunk in self.chunks])
        ids, sizes = self.shared.facets[name].expand(
            rows, lambda pairs: map(values.__getitem__, make_values(pairs))
        )
        return make_facet(list(values), sizes, ids)


def find_repeated(ids: TextColumn, hashes: Ints) -> list[int]:
    """The stories whose id a later one has too."""
    order = np.argsort(hashes, kind="stable")
    same = np.flatnonzero(np.diff(hashes[order]) == 0)
    last: dict[str, int] = {}
    repeated = []
    for doc in np.union1d(order[same], order[same + 1]).tolist():
        earlier = last.get(ids[doc])
        if earlier is not None:
            repeated.append(earlier)
        last[ids[doc]] = doc
    return repeated
