"""Scores: what words add to documents.

A word with ``tf`` occurrences in a zone of ``length`` words adds
``weight * tf / (tf + offset + slope * length)``: BM25 with its constants multiplied out, summed
over the zones in ``mask``. How often it stands in each zone is a row of ``counts``, and nearly all
postings have one of the first RARE rows: of these the factors are worked out once. ``lengths``
are in ``planes``: (zones, planes, documents).
"""

from typing import Any

import numpy as np

from . import kernel
from .lists import BLOCK, RARE, row_of
from .planes import number_at, read_numbers


@kernel
def factor_rows(counts: Any, mask: Any, weights: Any) -> Any:
    """For each of the first RARE rows, and a last one for all others: ``weight * tf`` and ``tf`` of
    the main zone, the last in the mask, and whether there is more to it than that; and the main
    zone. The last row adds nothing by itself."""
    gains, times = np.zeros(RARE + 1), np.ones(RARE + 1)
    has_more = np.zeros(RARE + 1, np.uint8)
    main = weights.size - 1
    while main > 0 and not mask >> main & 1:
        main -= 1
    for row in range(RARE):
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
    weights: Any,
    offsets: Any,
    slopes: Any,
    lengths: Any,
    scores: Any,
) -> Any:
    """Add to ``scores`` what a word adds to each document, by its posting there."""
    factors = factor_rows(lists.counts, mask, weights)
    codes = np.empty(BLOCK, np.uint8)
    for start in range(0, docs.size, BLOCK):
        n = min(BLOCK, docs.size - start)
        for i in range(n):
            codes[i] = lists.codes[postings[start + i]]
        held, scored = docs[start : start + n], scores[start : start + n]
        score_main(codes, held, factors, offsets, slopes, lengths, scored)
        for i in range(n):
            if factors[2][codes[i]]:
                row = row_of(lists.codes, lists.rare, postings[start + i])
                scored[i] += score_rest(
                    lists.counts, row, held[i], mask, factors[3], weights, offsets, slopes, lengths
                )


@kernel
def score_run(
    lists: Any,
    posting: Any,
    docs: Any,
    mask: Any,
    weights: Any,
    offsets: Any,
    slopes: Any,
    lengths: Any,
    scores: Any,
) -> Any:
    """The same for documents whose postings are neighbours, from ``posting`` on."""
    factors = factor_rows(lists.counts, mask, weights)
    score_neighbours(lists, posting, docs, mask, weights, offsets, slopes, lengths, factors, scores)


@kernel
def score_neighbours(
    lists: Any,
    posting: Any,
    docs: Any,
    mask: Any,
    weights: Any,
    offsets: Any,
    slopes: Any,
    lengths: Any,
    factors: Any,
    scores: Any,
) -> Any:
    """The same with factors that are known."""
    codes = lists.codes[posting : posting + docs.size]
    score_main(codes, docs, factors, offsets, slopes, lengths, scores)
    has_more, main = factors[2], factors[3]
    for i in range(docs.size):
        if has_more[codes[i]]:
            row = row_of(lists.codes, lists.rare, posting + i)
            scores[i] += score_rest(
                lists.counts, row, docs[i], mask, main, weights, offsets, slopes, lengths
            )


@kernel
def score_main(
    codes: Any, docs: Any, factors: Any, offsets: Any, slopes: Any, lengths: Any, scores: Any
) -> Any:
    """Add what the main zone adds; without a branch, so that several are worked out at once."""
    gains, times, _, main = factors
    offset, slope = offsets[main], slopes[main]
    words = np.empty(BLOCK, np.int32)
    for start in range(0, docs.size, BLOCK):
        some = docs[start : start + BLOCK]
        read_numbers(lengths[main], some, words)
        for i in range(some.size):
            code = codes[start + i]
            norm = offset + slope * words[i]
            scores[start + i] += gains[code] / (times[code] + norm)


@kernel
def score_rest(
    counts: Any,
    row: Any,
    doc: Any,
    mask: Any,
    main: Any,
    weights: Any,
    offsets: Any,
    slopes: Any,
    lengths: Any,
) -> Any:
    """What the zones before the main one add, and the main one too where the row is a rare one."""
    total = 0.0
    for zone in range(main + 1):
        tf = counts[row, zone]
        if tf > 0 and mask >> zone & 1 and (zone < main or row >= RARE):
            total += (
                weights[zone]
                * tf
                / (tf + (offsets[zone] + slopes[zone] * number_at(lengths[zone], doc)))
            )
    return total
