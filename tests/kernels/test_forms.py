"""Only some of the words that a term stands for: where and how often they stand, and what they add
to a score."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.index.embedded.planes import split_planes
from search.kernels.forms import score_counts, score_kept
from search.kernels.scores import Weighing
from search.kernels.spans import places_of
from tests.effort import examples
from tests.kernels import scoring
from tests.kernels.arrays import GAP, numbers
from tests.kernels.packed import ZONES, Postings, few_documents, group_of, postings
from tests.kernels.scoring import LARGEST, masks, some_weights, weighing_of

lists = st.lists(postings(), min_size=1, max_size=3)


def plain(held: Postings, wanted: list[bool]) -> dict[int, list[int]]:
    """Place n has surface n % so many; a document without a wanted one is not found."""
    counts = {
        doc: [sum(wanted[place % len(wanted)] for place in places) for places in zones]
        for doc, zones in held.items()
    }
    return {doc: row for doc, row in counts.items() if any(row)}


@settings(max_examples=examples(50), deadline=None)
@given(postings(), st.integers(1, 5), st.data())
def test_a_word_is_counted_where_it_is_printed_so(
    held: Postings, surfaces: int, data: st.DataObject
) -> None:
    wanted = data.draw(st.lists(st.booleans(), min_size=surfaces, max_size=surfaces))
    with group_of([held], surfaces) as group:
        docs, counts = group.counts_of(group.found(0), np.array(wanted, np.uint8))
    assert dict(zip(docs.tolist(), counts.tolist(), strict=True)) == plain(held, wanted)


@settings(max_examples=examples(50), deadline=None)
@given(lists, st.integers(1, 5), st.integers(0, 2**ZONES - 1), st.data())
def test_places_are_those_of_the_zones_and_forms_wanted(
    terms: list[Postings], surfaces: int, mask: int, data: st.DataObject
) -> None:
    """In each document asked for, whether or not the term is there; no flags are all forms."""
    term = data.draw(st.integers(0, len(terms) - 1))
    wanted = data.draw(st.just([]) | st.lists(st.booleans(), min_size=surfaces, max_size=surfaces))
    held = terms[term]
    asked = sorted(data.draw(st.sets(st.sampled_from(sorted(held)) | st.integers(0, 400))))
    expected = [
        [
            zone * GAP + place
            for zone, places in enumerate(held.get(doc, []))
            for place in places
            if mask >> zone & 1 and (not wanted or wanted[place % surfaces])
        ]
        for doc in asked
    ]
    with group_of(terms, surfaces) as group:
        one = group.found(term)
        at, out = np.zeros(len(asked) + 1, np.int64), np.empty(group.totals[term], np.int32)
        forms, docs = np.array(wanted, np.uint8), np.array(asked, np.int32)
        postings = group.postings_at(one, docs)
        places_of(one.list, one.form_bits, mask, forms, postings, at, out)
    assert [out[a:b].tolist() for a, b in pairwise(at)] == expected


# what they add to a score: in each zone weight * tf / (tf + offset + slope * length)

OFFSETS, SLOPES = np.array([0.3, 0.3, 0.3]), np.array([0.1, 0.02, 0.001])
LENGTHS = np.array([[5, 9, 1], [0, 20, 7], [100, 300, 50]])  # of three documents
PLANES = split_planes(LENGTHS, 300)
counts = st.lists(st.integers(0, 3), min_size=ZONES, max_size=ZONES)
weights = st.lists(st.floats(0, 9), min_size=ZONES, max_size=ZONES)


def plain_score(doc: int, tfs: list[int], mask: int, weight: list[float]) -> float:
    return sum(
        weight[zone] * tf / (tf + OFFSETS[zone] + SLOPES[zone] * LENGTHS[zone, doc])
        for zone, tf in enumerate(tfs)
        if tf and mask >> zone & 1
    )


@pytest.mark.parametrize(
    ("doc", "tfs", "mask", "weight", "score"),
    [
        (0, [1, 0, 0], 0b111, [2.0, 1.0, 1.0], 2 / (1 + 0.3 + 0.5)),
        (0, [2, 0, 0], 0b111, [2.0, 1.0, 1.0], 4 / (2 + 0.3 + 0.5)),  # twice: more, not double
        (2, [1, 0, 0], 0b111, [2.0, 1.0, 1.0], 2 / (1 + 0.3 + 0.1)),  # in a shorter text: more
        (0, [1, 0, 0], 0b110, [2.0, 1.0, 1.0], 0.0),  # not looked for in the headline
        (0, [1, 0, 0], 0b111, [0.0, 1.0, 1.0], 0.0),  # where it weighs nothing
        (2, [1, 0, 1], 0b111, [1.0, 9.0, 1.0], 1 / (1 + 0.3 + 0.1) + 1 / (1 + 0.3 + 0.05)),
    ],
)
def test_a_word_scores(
    doc: int, tfs: list[int], mask: int, weight: list[float], score: float
) -> None:
    assert plain_score(doc, tfs, mask, weight) == pytest.approx(score)
    out, given_ = np.zeros(1), (np.array([tfs], np.int32), np.array([doc], np.int32))
    score_counts(*given_, numbers(mask), Weighing(np.array(weight), OFFSETS, SLOPES, PLANES), out)
    assert out[0] == pytest.approx(score)


@settings(max_examples=examples(50), deadline=None)
@given(few_documents, some_weights, st.sampled_from(LARGEST), st.data())
def test_postings_score_in_the_zones_of_their_masks(
    held: Postings, weight: list[float], largest: int, data: st.DataObject
) -> None:
    """Some of the documents; one may have the word nowhere."""
    asked = sorted(data.draw(st.sets(st.sampled_from(sorted(held)) | st.integers(0, 400))))
    kept = [n for n in range(len(asked)) if n % 3]
    zones = [data.draw(masks) for _ in kept]
    with group_of([held], 1) as group:
        docs, out = np.array(asked, np.int32), np.full(len(kept), 0.5)
        given_ = group.postings_at(group.found(0), docs), docs, numbers(*kept), numbers(*zones)
        score_kept(group.lists, *given_, weighing_of(weight, largest), out)
    expected = [
        0.5 + scored(asked[n], held.get(asked[n], []), mask, weight, scoring.LENGTHS[largest])
        for n, mask in zip(kept, zones, strict=True)
    ]
    assert out.tolist() == pytest.approx(expected)


def scored(
    doc: int, places: list[list[int]], mask: int, weight: list[float], lengths: np.ndarray
) -> float:
    return scoring.plain_score(doc, list(map(len, places)), mask, weight, lengths)


stood = st.lists(st.tuples(st.integers(0, 2), counts, st.integers(0, 7)), max_size=5)


@given(stood, weights)
def test_a_word_adds_its_score_in_the_zones_looked_in(
    held: list[tuple[int, list[int], int]], weight: list[float]
) -> None:
    tfs = np.array([row for _, row, _ in held], np.int32).reshape(-1, ZONES)
    docs = np.array([doc for doc, _, _ in held], np.int32)
    out, masks = np.full(len(held), 0.5), numbers(*(mask for _, _, mask in held))
    score_counts(tfs, docs, masks, Weighing(np.array(weight), OFFSETS, SLOPES, PLANES), out)
    expected = [0.5 + plain_score(doc, row, mask, weight) for doc, row, mask in held]
    assert out.tolist() == pytest.approx(expected)
