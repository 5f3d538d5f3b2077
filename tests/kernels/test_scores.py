"""What a word adds to documents: plainly, a sum over the zones looked in of
``weight * tf / (tf + offset + slope * length)``."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from search.index.embedded.planes import split_planes
from search.kernels.lists import RARE
from search.kernels.scores import SOME, factor_rows, score_list, score_postings
from tests.effort import examples
from tests.kernels.packed import CROWD, MANY_COUNTS, Postings, few_documents, group_of
from tests.kernels.scoring import (
    LARGEST,
    LENGTHS,
    OFFSETS,
    SLOPES,
    UNSCORED,
    Weighing,
    masks,
    plain_score,
    some_weights,
    weighing_of,
)

ONES = [1.0, 1.0, 1.0]
FIRST = {5: [[1], [], []]}  # a term before the one that is looked for
# of three documents, in each zone
SHORT = np.array([[5, 9, 1], [0, 20, 7], [100, 300, 70_000]])


def plain(held: Postings, mask: int, weights: list[float], lengths: np.ndarray) -> dict[int, float]:
    return {
        doc: plain_score(doc, [len(where) for where in zones], mask, weights, lengths)
        for doc, zones in held.items()
    }


def scores_of(held: Postings, mask: int, weighing: Weighing, chosen: list[int]) -> list[float]:
    """What the kernels add to the postings with these numbers, on top of 0.5 that each has."""
    with group_of([FIRST, held], 2) as group:
        found = group.found(1)
        postings = np.array(chosen, np.int64) + found.list.posting
        docs, out = np.array(list(held), np.int32)[chosen], np.full(len(chosen), 0.5)
        score_postings(group.lists, postings, docs, mask, weighing, out)
        if chosen and chosen == list(range(chosen[0], chosen[-1] + 1)):  # neighbours
            again = np.full(len(chosen), 0.5)
            score_list(group.lists, int(postings[0]), docs, mask, weighing, again)
            assert again.tolist() == out.tolist()
    return (out - 0.5).tolist()


@pytest.mark.parametrize(
    ("doc", "zones", "mask", "weights", "score", "reason"),
    [
        (0, [[3], [], []], 0b001, ONES, 1 / (1 + 0.3 + 0.5), "once, in the zone looked in"),
        (0, [[3, 4], [], []], 0b001, ONES, 2 / (2 + 0.3 + 0.5), "twice: more, not double"),
        (2, [[3], [], []], 0b001, ONES, 1 / (1 + 0.3 + 0.1), "in a shorter text: more"),
        (0, [[3], [], []], 0b111, ONES, 1 / (1 + 0.3 + 0.5), "not in the main zone"),
        (0, [[3], [], []], 0b100, ONES, 0.0, "not where it is looked for"),
        (0, [[3], [], [4]], 0b001, ONES, 1 / (1 + 0.3 + 0.5), "the body is not looked in"),
        (0, [[], [3], [4]], 0b110, ONES, 1 / 1.25 + 1 / (1 + 0.4 + 0.1), "each zone adds"),
        (0, [[], [3], [4]], 0b110, [1.0, 2.0, 0.0], 2 / 1.25, "as much as it weighs"),
        (2, [[], [], [4]], 0b111, ONES, 1 / (1 + 0.4 + 70), "in a text of three bytes' length"),
    ],
)
def test_a_word_scores(
    doc: int,
    zones: list[list[int]],
    mask: int,
    weights: list[float],
    score: float,
    reason: str,
) -> None:
    held = {doc: zones}
    assert plain(held, mask, weights, SHORT) == {doc: pytest.approx(score)}
    planes = split_planes(SHORT, 70_000)
    found = scores_of(held, mask, Weighing(np.array(weights), OFFSETS, SLOPES, planes), [0])
    assert found == [pytest.approx(score)], reason


@settings(max_examples=examples(50), deadline=None)
@given(few_documents, masks, some_weights, st.sampled_from(LARGEST), st.data())
def test_a_word_adds_to_any_documents(
    held: Postings, mask: int, weights: list[float], largest: int, data: st.DataObject
) -> None:
    """To all that have it, and to some of them."""
    expected = list(plain(held, mask, weights, LENGTHS[largest]).values())
    every = range(len(held))
    for chosen in (list(every), sorted(data.draw(st.sets(st.sampled_from(every))))):
        found = scores_of(held, mask, weighing_of(weights, largest), chosen)
        assert found == pytest.approx([expected[n] for n in chosen], rel=1e-9)


@pytest.mark.parametrize("held", [MANY_COUNTS, CROWD], ids=["many counts", "crowd"])
@pytest.mark.parametrize("mask", [0b001, 0b110, 0b111])
@pytest.mark.parametrize("largest", LARGEST)
def test_counts_beyond_the_table_and_many_documents_score(
    held: Postings, mask: int, largest: int
) -> None:
    weights = [5.0, 3.0, 1.5]
    expected = list(plain(held, mask, weights, LENGTHS[largest]).values())
    found = scores_of(held, mask, weighing_of(weights, largest), list(range(len(held))))
    assert found == pytest.approx(expected, rel=1e-9)


def test_these_are_as_many_as_they_should_be() -> None:
    """Counts that are not in the table, and more documents than two goes score."""
    with group_of([MANY_COUNTS], 2) as group:
        assert group.lists.rare.size > 100
    assert len(CROWD) > 2 * SOME


rows = st.lists(st.lists(st.integers(0, 3), min_size=3, max_size=3), min_size=1, max_size=9)


@given(rows, masks, some_weights)
@example([[1, 0, 0]], 0b001, ONES)
def test_the_factors_of_a_row_are_those_of_the_last_zone_looked_in(
    held: list[list[int]], mask: int, weights: list[float]
) -> None:
    """The rows behind the table are one more, which adds nothing and always has more to it."""
    counts = np.zeros((RARE, 3), np.int32)
    counts[: len(held)] = held
    gains, times, has_more, main = factor_rows(counts, mask, np.array(weights))
    assert main == mask.bit_length() - 1
    assert times[: len(held)].tolist() == [row[main] for row in held]
    assert gains[: len(held)].tolist() == [weights[main] * row[main] for row in held]
    assert has_more[: len(held)].tolist() == [
        any(row[zone] and mask >> zone & 1 for zone in range(main)) for row in held
    ]
    assert (gains[RARE], has_more[RARE]) == (0.0, 1)


def test_without_weights_there_are_no_factors() -> None:
    """Nothing is read before or behind the empty array."""
    around = np.full(3, np.nan)
    counts = np.ones((RARE, 3), np.int32)
    for nothing in (around[1:1], UNSCORED.weights):
        gains, _, _, _ = factor_rows(counts, 0b111, nothing)
        assert gains.tolist() == [0.0] * (RARE + 1)
