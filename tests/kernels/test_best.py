"""The best of a list: plainly, all are scored, sorted and cut."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.index.embedded.hits import NO_SCORES
from search.index.embedded.hot import ANY_CODE, CODES, NO_MARKS
from search.kernels.best import MARGIN, Weighed, best_of_list, bound_rows
from search.kernels.lists import RARE, Lists, PostingList
from search.kernels.marks import mark
from search.kernels.scores import Weighing
from tests.effort import examples
from tests.kernels.packed import CROWD, DOCUMENTS, MANY_COUNTS, Postings, few_documents, group_of
from tests.kernels.scoring import (
    LARGEST,
    LENGTHS,
    OFFSETS,
    SLOPES,
    masks,
    plain_score,
    some_weights,
    weighing_of,
)

NONE_SHORTER = np.zeros(3)
ALL = 0b111


def plain(held: Postings, mask: int, weights: list[float], largest: int) -> dict[int, float]:
    """What the word adds to each document that has it in a zone of the mask."""
    return {
        doc: plain_score(doc, [len(where) for where in zones], mask, weights, LENGTHS[largest])
        for doc, zones in held.items()
        if any(where and mask >> zone & 1 for zone, where in enumerate(zones))
    }


def best_of(
    held: Postings, mask: int, weights: list[float], largest: int, room: int, before: dict
) -> dict[int, float]:
    """What the kernel finds, asked of the list itself and of the postings that count; documents of
    ``before`` have been scored already."""
    wanted = list(plain(held, mask, weights, largest))
    passed = np.zeros((DOCUMENTS + 63) // 64, np.uint64) if before else NO_MARKS
    mark(np.array(sorted(before), np.int32), passed)
    known = np.array(list(before.values())) if before else NO_SCORES
    docs, scores = np.empty(len(held), np.int32), np.empty(len(held))
    with group_of([{5: [[1], [], []]}, held], 2) as group:
        found = group.found(1)
        first = found.list.posting
        order = {doc: first + number for number, doc in enumerate(held)}
        chosen = np.array(wanted, np.int32), np.array([order[doc] for doc in wanted], np.int64)
        nothing = np.empty(0, np.int64), np.empty(0, np.int32)
        ways = [(chosen[1], chosen[0])] if wanted else []
        ways += [nothing, (nothing[0], np.array(list(held), np.int32))] if mask == ALL else []
        of_it = np.zeros(CODES, np.uint8)
        of_it[group.lists.codes[first : first + len(held)]] = 1
        out = []
        for codes in (ANY_CODE, of_it):
            given_ = mask, weighing_of(weights, largest), NONE_SHORTER, codes
            word = Weighed(found.list, *given_)
            for postings, of_them in ways:
                n = best_of_list(word, postings, of_them, passed, known, room, docs, scores)
                out.append(dict(zip(docs[:n].tolist(), scores[:n].tolist(), strict=True)))
    assert all(one == out[0] for one in out)
    return out[0] if out else {}


def check(held: Postings, mask: int, weights: list[float], largest: int, room: int, before: dict):
    """The best are among what is found, whose scores are right; and nothing else is."""
    every = plain(held, mask, weights, largest)
    rest = {doc: score for doc, score in every.items() if doc not in before}
    found = best_of(held, mask, weights, largest, room, before)
    assert found == pytest.approx({doc: rest[doc] for doc in found}, rel=1e-9)
    ordered = sorted([*rest.values(), *before.values()], reverse=True)
    least = ordered[room - 1] if len(ordered) >= room else 0.0
    assert {doc for doc, score in rest.items() if score >= least + MARGIN} <= found.keys()
    return found


@settings(max_examples=examples(60), deadline=None)
@given(
    few_documents,
    masks,
    some_weights,
    st.sampled_from(LARGEST),
    st.integers(1, 12),
    st.dictionaries(st.integers(0, DOCUMENTS - 1), st.floats(0, 30), max_size=9),
)
def test_the_best_of_any_list_are_found(
    held: Postings, mask: int, weights: list[float], largest: int, room: int, before: dict
) -> None:
    check(held, mask, weights, largest, room, before)


@pytest.mark.parametrize("held", [MANY_COUNTS, CROWD], ids=["many counts", "crowd"])
def test_few_of_many_are_scored(held: Postings) -> None:
    found = check(held, ALL, [5.0, 3.0, 1.5], 200, 3, {})
    assert 3 <= len(found) < len(held) / 4


@pytest.mark.parametrize(
    ("before", "count", "reason"),
    [
        ({1: 9.9, 2: 9.8, 3: 9.7}, 0, "better ones are known"),
        ({1: 9.9, 2: 9.8}, 1, "one more is wanted: the shortest"),
        ({1: 0.0, 2: 0.0, 3: 0.0}, 3, "worse ones are known"),
        ({10: 9.9}, 2, "one of them is known"),
    ],
)
def test_what_is_known_is_not_found_again(before: dict, count: int, reason: str) -> None:
    held: Postings = {doc: [[], [], [1]] for doc in (10, 20, 30, 40)}  # each longer, in the body
    assert len(best_of(held, ALL, [1.0] * 3, 200, 3, before)) == count, reason


rows = st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=1, max_size=9)


@given(rows, masks, some_weights, st.integers(0, 50), st.integers(0, 90))
def test_no_document_scores_more_than_its_row_s_bound(
    held: list[list[int]], mask: int, weights: list[float], shortest: int, longer: int
) -> None:
    counts = np.zeros((RARE, 3), np.int32)
    counts[: len(held)] = held
    least = np.full(3, float(shortest))
    codes = ANY_CODE.copy()
    codes[1] = 0
    nothing = np.empty(0, np.int64)
    words, none = nothing.astype(np.uint64), nothing.astype(np.uint8)
    blocks = np.empty((0, 3), np.int64)
    lists = Lists(words, words, none, blocks, counts, nothing, nothing.astype(np.int32))
    planes = np.empty((3, 1, 0), np.uint8)
    weighing = Weighing(np.array(weights), OFFSETS, SLOPES, planes)
    bounds = bound_rows(Weighed(PostingList(lists, 0, 0, 0), mask, weighing, least, codes))
    assert bounds[1] == -1
    lengths = np.full((3, 1), shortest + longer)
    for row, tfs in enumerate(held):
        assert row == 1 or bounds[row] * (1 + 1e-12) >= plain_score(0, tfs, mask, weights, lengths)
    assert bounds[RARE] == pytest.approx(sum(w for z, w in enumerate(weights) if mask >> z & 1))
