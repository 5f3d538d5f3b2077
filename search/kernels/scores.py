"""Scores: what words add to documents.

A word with ``tf`` occurrences in a zone of ``length`` words adds
``weight * tf / (tf + offset + slope * length)``: BM25 with its constants multiplied out, summed
over the zones in ``mask``. How often it stands in each zone is a row of ``counts``, and nearly all
postings have one of the first RARE rows: of these the factors are worked out once.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from . import kernel
from .lists import RARE, row_of
from .planes import read_numbers

SOME = 1024  # documents that are scored in one go


class Weighing(NamedTuple):
    """What a word weighs: a weight, an offset and a slope for each zone, and how long each zone of
    each document is, in ``planes``: (zones, planes, documents). Without weights nothing scores."""

    weights: NDArray[np.float64]
    offsets: NDArray[np.float64]
    slopes: NDArray[np.float64]
    lengths: NDArray[np.uint8]


@kernel
def main_zone(mask: Any, weights: Any) -> Any:
    """The last zone in the mask."""
    main = weights.size - 1
    while main > 0 and not mask >> main & 1:
        main -= 1
    return main


@kernel
def factor_rows(counts: Any, mask: Any, weights: Any) -> Any:
    """For each of the first RARE rows, and a last one for all others: ``weight * tf`` and ``tf`` of
    the main zone, the last in the mask, and whether there is more to it than that; and the main
    zone. The last row adds nothing by itself."""
    gains, times = np.zeros(RARE + 1), np.ones(RARE + 1)
    has_more = np.zeros(RARE + 1, np.uint8)
    main = main_zone(mask, weights)
    for row in range(RARE if weights.size else 0):  # nothing scores without weights
        tf = counts[row, main]
        gains[row] = weights[main] * tf
        times[row] = tf
        for zone in range(main):
            has_more[row] |= np.uint8(mask >> zone & 1 and counts[row, zone] > 0)
    has_more[RARE] = 1
    return gains, times, has_more, main


@kernel
def score_postings(
    lists: Any,
    postings: Any,
    docs: Any,
    mask: Any,
    weighing: Any,
    scores: Any,
) -> Any:
    """Add to ``scores`` what a word adds to each document, by its posting there."""
    factors = factor_rows(lists.counts, mask, weighing.weights)
    for start in range(0, docs.size, SOME):
        where = postings[start : start + SOME]
        score_some(
            lists,
            where,
            lists.codes[where],
            docs[start : start + SOME],
            mask,
            weighing,
            factors,
            scores[start : start + SOME],
        )


@kernel
def score_list(
    lists: Any,
    posting: Any,
    docs: Any,
    mask: Any,
    weighing: Any,
    scores: Any,
) -> Any:
    """The same for documents whose postings are neighbours, from ``posting`` on."""
    factors = factor_rows(lists.counts, mask, weighing.weights)
    score_run(lists, posting, docs, mask, weighing, factors, scores)


@kernel
def score_run(
    lists: Any,
    posting: Any,
    docs: Any,
    mask: Any,
    weighing: Any,
    factors: Any,
    scores: Any,
) -> Any:
    """The same with the factors of ``factor_rows``."""
    for start in range(0, docs.size, SOME):
        some = docs[start : start + SOME]
        first = posting + start
        score_some(
            lists,
            np.arange(first, first + some.size),
            lists.codes[first : first + some.size],
            some,
            mask,
            weighing,
            factors,
            scores[start : start + SOME],
        )


@kernel
def score_some(
    lists: Any,
    postings: Any,
    codes: Any,
    docs: Any,
    mask: Any,
    weighing: Any,
    factors: Any,
    scores: Any,
) -> Any:
    """The same for SOME documents at most: first the main zone, then the few that have more to
    them. (All in one kernel: a call with so many arrays takes longer than what it does.)"""
    gains, times, has_more, main = factors
    weights, offsets, slopes, lengths = weighing
    words, some = np.empty(docs.size, np.int32), np.empty(docs.size, np.int32)
    read_numbers(lengths[main], docs, words)
    offset, slope = offsets[main], slopes[main]
    n = 0
    for i in range(docs.size):
        code = codes[i]
        scores[i] += gains[code] / (times[code] + (offset + slope * words[i]))
        some[n] = i
        n += has_more[code]
    counts, codes_of_all, rare = lists.counts, lists.codes, lists.rare
    for i in some[:n]:
        row, doc = row_of(codes_of_all, rare, postings[i]), docs[i]
        for zone in range(main + (row >= RARE)):
            tf = counts[row, zone]
            if tf > 0 and mask >> zone & 1:
                length = np.int64(lengths[zone, 0, doc])
                for k in range(1, lengths.shape[1]):
                    length |= np.int64(lengths[zone, k, doc]) << 8 * k
                scores[i] += weights[zone] * tf / (tf + (offsets[zone] + slopes[zone] * length))
