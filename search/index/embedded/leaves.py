"""Every segment of a view in turn: what a query finds there, and what single stories score."""

import math
from collections.abc import Sequence

import numpy as np

from ...kernels.meeting import part
from ...query.nodes import Node
from .execute import Finder, Search
from .hits import Hits, OutOfTime
from .view import Leaf


def find_all(search: Search, node: Node, is_scored: bool) -> tuple[list[tuple[Leaf, Hits]], bool]:
    """The living stories found in each segment, and whether time ran out before the last."""
    found: list[tuple[Leaf, Hits]] = []
    for leaf in search.view.leaves:
        try:
            hits = Finder(search, leaf, is_scored).find(node)
        except OutOfTime:
            return found, True
        found.append((leaf, _living(leaf, hits)))
    return found, False


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
