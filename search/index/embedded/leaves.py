"""Every segment of a view in turn: what a query finds there, and what single stories score."""

import math
from collections.abc import Iterator, Sequence

import numpy as np

from ...kernels.meeting import part
from ...query.nodes import Node
from .execute import Finder, Search
from .hits import Hits, OutOfTime
from .rows import RowLeaf
from .spoken import StatementFinder
from .view import Leaf

Found = tuple[RowLeaf, Hits]  # of one segment


def find_all(search: Search, node: Node, is_scored: bool) -> tuple[list[Found], bool]:
    """The living stories found in each segment, and whether time ran out before the last."""

    def found() -> Iterator[Found]:
        for leaf in search.view.leaves:
            yield leaf, _living(leaf, Finder(search, leaf, is_scored).find(node))

    return _in_time(found())


def find_all_said(search: Search, node: Node) -> tuple[list[Found], bool]:
    """The same for statements of living stories."""

    def found() -> Iterator[Found]:
        for spoken in search.view.spoken:
            hits = StatementFinder(Finder(search, spoken.leaf), node).find(node)
            yield spoken, spoken.living(hits)

    return _in_time(found())


def _in_time(found: Iterator[Found]) -> tuple[list[Found], bool]:
    inside: list[Found] = []
    try:
        for one in found:
            inside.append(one)
    except OutOfTime:
        return inside, True
    return inside, False


def score_stories(search: Search, node: Node, numbers: Sequence[int]) -> list[float]:
    """What each of these stories, which the query finds, scores; they are numbered over the whole
    index."""
    search.deadline = math.inf  # so few take no time
    scores: dict[int, float] = {}
    for leaf in search.view.leaves:
        own = sorted(n - leaf.base for n in numbers if 0 <= n - leaf.base < leaf.size)
        if own:
            docs, found = Finder(search, leaf).find(node, np.array(own, np.int32)).scored()
            scores |= zip((docs + leaf.base).tolist(), found.tolist(), strict=True)
    return [scores[number] for number in numbers]


def _living(leaf: Leaf, hits: Hits) -> Hits:
    if not leaf.dead.size:
        return hits
    kept = np.empty(hits.docs.size, np.int64)
    n = part(hits.docs, leaf.dead, kept)
    scores = hits.scores[kept[:n]] if hits.scores.size else hits.scores
    return Hits(hits.docs[kept[:n]], scores)
