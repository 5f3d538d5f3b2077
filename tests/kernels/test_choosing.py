"""Choosing a page: plainly, ``sorted`` by score or day, then by rank; cut at the bounds."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.kernels.choosing import STRIDE, choose
from tests.effort import examples

SCALE = 10.0**6  # scores are compared with six digits
FROM_THE_FIRST = (-(1 << 62), -1)
Place = tuple[int, int]  # a document's key and rank


def places_of(scores: list[float], firsts: list[int], ranks: list[int]) -> list[Place]:
    """Where each document is placed."""
    if scores:
        return [(-round(score * SCALE), rank) for score, rank in zip(scores, ranks, strict=True)]
    return list(zip(firsts or [0] * len(ranks), ranks, strict=True))


def plain(places: list[Place], room: int, after: Place) -> list[int]:
    """Which documents, in order."""
    left = (n for n, place in enumerate(places) if place > after)
    return sorted(left, key=places.__getitem__)[:room]


def chosen_of(
    scores: list[float], firsts: list[int], ranks: list[int], room: int, after: Place
) -> tuple[list[int], list[int]]:
    """Which documents, in order, and their keys. They are every second of the segment's, so that
    what belongs to the segment is not mistaken for what belongs to what was found."""
    docs = np.arange(1, 2 * len(ranks), 2, dtype=np.int32)
    of_all = np.full((2, 2 * len(ranks)), -9, np.int32)
    of_all[0, docs], of_all[1, docs] = firsts or 0, ranks
    keys, tails, chosen = (np.empty(min(room, docs.size), np.int64) for _ in range(3))
    given_ = (docs, np.array(scores), of_all[0] if firsts else np.empty(0, np.int32), of_all[1])
    n = choose(*given_, SCALE if scores else 0.0, tuple(after), keys, tails, chosen)
    return chosen[:n].tolist(), keys[:n].tolist()


@pytest.mark.parametrize(
    ("scores", "firsts", "ranks", "room", "after", "chosen", "reason"),
    [
        ([1.0, 3.0, 2.0], [], [0, 1, 2], 2, FROM_THE_FIRST, [1, 2], "the highest scores"),
        ([1.0, 3.0, 2.0], [], [0, 1, 2], 9, FROM_THE_FIRST, [1, 2, 0], "all, in order"),
        ([1.0, 1.0, 1.0], [], [2, 0, 1], 2, FROM_THE_FIRST, [1, 2], "a tie: by rank"),
        ([1.0, 1.0000001], [], [0, 1], 1, FROM_THE_FIRST, [0], "so near is a tie too"),
        ([1.0, 1.000001], [], [0, 1], 1, FROM_THE_FIRST, [1], "the last digit that tells"),
        ([2.0, 2.0, 1.0], [], [0, 1, 2], 9, (-2_000_000, 0), [1, 2], "behind one of a tie"),
        ([2.0, 2.0, 1.0], [], [0, 1, 2], 9, (-2_000_000, 1), [2], "behind the tie"),
        ([2.0, 2.0, 1.0], [], [0, 1, 2], 9, (-1_500_000, 9), [2], "between two scores"),
        ([2.0, 2.0, 1.0], [], [0, 1, 2], 9, (-1_000_000, 2), [], "behind the last"),
        ([], [], [2, 0, 1], 9, FROM_THE_FIRST, [1, 2, 0], "nothing scores: by rank"),
        ([], [], [2, 0, 1], 9, (0, 0), [2, 0], "behind the first of these"),
        ([], [7, 5, 7], [0, 1, 2], 2, FROM_THE_FIRST, [1, 0], "by day, the oldest first"),
        ([], [7, 5, 7], [2, 1, 0], 9, (5, 1), [2, 0], "behind the oldest; a day's by rank"),
        ([1.0], [], [0], 0, FROM_THE_FIRST, [], "no room"),
        ([], [], [], 5, FROM_THE_FIRST, [], "nothing was found"),
        ([0.0, -1.0], [], [0, 1], 2, FROM_THE_FIRST, [0, 1], "a score may be 0, or less"),
    ],
)
def test_a_page_is_chosen(
    scores: list[float],
    firsts: list[int],
    ranks: list[int],
    room: int,
    after: Place,
    chosen: list[int],
    reason: str,
) -> None:
    assert plain(places_of(scores, firsts, ranks), room, after) == chosen
    assert chosen_of(scores, firsts, ranks, room, after)[0] == chosen, reason


@pytest.mark.parametrize(
    ("late", "chosen", "reason"),
    [
        (1.0000004, [0, 1], "no better than the worst, once it is rounded; its rank is worse"),
        (1.0000006, [2 * STRIDE, 0], "better by the last digit"),
        (0.9999996, [0, 1], "as good as the worst, once it is rounded"),
    ],
)
def test_a_score_far_behind_is_compared_as_it_is_rounded(
    late: float, chosen: list[int], reason: str
) -> None:
    """Where the page is full, many scores are passed over at a glance."""
    scores = [1.0, 1.0, *[0.5] * (2 * STRIDE - 2), late]
    assert chosen_of(scores, [], list(range(len(scores))), 2, FROM_THE_FIRST)[0] == chosen, reason


@pytest.mark.parametrize("late", [1.0000004, 0.9999996])
def test_of_a_tie_the_best_rank_is_chosen_wherever_it_stands(late: float) -> None:
    scores = [1.0, 1.0, *[0.5] * (2 * STRIDE - 2), late]
    ranks = list(range(len(scores), 0, -1))
    assert chosen_of(scores, [], ranks, 1, FROM_THE_FIRST)[0] == [2 * STRIDE]


# few different scores, some of which are one when rounded, and any
score = st.sampled_from([0.0, 1.0, 1.0000004, 1.0000005, 0.9999996, 2.5, 30.25]) | st.floats(0, 50)
shapes = st.lists(score, min_size=1, max_size=40)
days = st.lists(st.integers(737_000, 737_004), min_size=1, max_size=9)


@settings(max_examples=examples(80), deadline=None)
@given(shapes, days, st.sampled_from(["scores", "days", "ranks"]), st.data())
def test_any_page_is_chosen(
    scored: list[float], dated: list[int], by: str, data: st.DataObject
) -> None:
    """From the first on or behind another; pages put together are the whole."""
    size = data.draw(st.integers(0, 4 * STRIDE))
    scores = [scored[n % len(scored)] for n in range(size)] if by == "scores" else []
    firsts = [dated[n % len(dated)] for n in range(size)] if by == "days" else []
    ranks = data.draw(st.randoms(use_true_random=False)).sample(range(size), size)
    places = places_of(scores, firsts, ranks)
    room = data.draw(st.integers(0, size + 1))
    whole, keys = chosen_of(scores, firsts, ranks, size, FROM_THE_FIRST)
    assert whole == plain(places, size, FROM_THE_FIRST)
    assert keys == [places[n][0] for n in whole]
    first, _ = chosen_of(scores, firsts, ranks, room, FROM_THE_FIRST)
    last = places[first[-1]] if first else FROM_THE_FIRST
    rest, _ = chosen_of(scores, firsts, ranks, size, last)
    assert first + rest == whole
