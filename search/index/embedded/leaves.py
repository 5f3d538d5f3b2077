"""Every segment of a view in turn: what a query finds there, and what single stories score."""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from ...query.nodes import Everything, Node
from .best import find_best
from .execute import Finder
from .hits import Hits, OutOfTime
from .rows import RowLeaf
from .search import Search
from .spoken import StatementFinder

MANY = 1_000  # dead stories of a segment that spoil the finding of the best alone


class Found(NamedTuple):
    """What was found in one segment; ``best`` are the hits that may stand on the first page, where
    it is ordered by score: all, or fewer with scores. ``is_all``: every living story was found,
    and none scores; ``living`` drops the dead of some others."""

    leaf: RowLeaf
    hits: Hits
    best: Hits
    is_all: bool
    living: Callable[[Hits], Hits]


def find_all(search: Search, node: Node, is_scored: bool, room: int) -> tuple[list[Found], bool]:
    """The living stories found in each segment, and whether time ran out before the last. Where
    ``room`` is not 0, only so many of the best need scores."""

    def found() -> Iterator[Found]:
        for leaf in search.view.leaves:
            finder = Finder(search, leaf, is_scored)
            if room and leaf.dead.size < MANY:
                hits, best = find_best(finder, node, room + leaf.dead.size)
            else:
                hits = best = finder.find(node)
            living = leaf.living_of(hits)
            best = living if best is hits else leaf.living_of(best)
            yield Found(leaf, living, best, isinstance(node, Everything), leaf.living_of)

    return _in_time(found())


def find_all_said(search: Search, node: Node) -> tuple[list[Found], bool]:
    """The same for statements of living stories, all scored."""

    def found() -> Iterator[Found]:
        for spoken in search.view.spoken:
            hits = spoken.living(StatementFinder(Finder(search, spoken.leaf), node).find(node))
            yield Found(spoken, hits, hits, False, spoken.living)

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
