"""Scratch: what is lent is as if it were new, whoever had it before and however that ended."""

import threading
from collections.abc import Iterator
from contextlib import suppress

import numpy as np
import pytest

from search.index.embedded import scratch
from search.index.embedded.scratch import SMALL, Arena, borrow_arena, borrow_counts, borrow_sums

LARGE = SMALL  # so many numbers of more than a byte are worth keeping


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    """As in a thread that has not searched yet."""
    held = dict(scratch._threads.__dict__)
    scratch._threads.__dict__.clear()
    yield
    scratch._threads.__dict__.clear()
    scratch._threads.__dict__.update(held)


class Spoiled(Exception):
    pass


@pytest.fixture(params=["new", "used"])
def _thread(request: pytest.FixtureRequest) -> None:
    """A thread that has nothing to lend yet, or something of everything."""
    if request.param == "used":
        with borrow_arena(), borrow_counts(200), borrow_sums(200):
            pass


def test_counts_are_lent_again() -> None:
    with borrow_counts(100) as first:
        assert first.tolist() == [0] * 100
    with borrow_counts(60) as second:
        assert second.size == 60
        assert np.shares_memory(first, second)


def test_counts_that_are_too_few_are_made_anew() -> None:
    with borrow_counts(100) as first:
        pass
    with borrow_counts(101) as second:
        assert second.tolist() == [0] * 101
        assert not np.shares_memory(first, second)
    with borrow_counts(101) as third:
        assert np.shares_memory(second, third)  # the larger ones are kept


@pytest.mark.usefixtures("_thread")
def test_counts_within_counts_are_others() -> None:
    with borrow_counts(100) as outer, borrow_counts(100) as inner:
        outer[:] = 1
        assert not np.shares_memory(outer, inner)
        assert not inner.any()
        outer[:] = 0  # as it is given back


@pytest.mark.usefixtures("_thread")
def test_counts_left_dirty_by_an_error_are_not_lent_again() -> None:
    with suppress(Spoiled), borrow_counts(100) as counts:
        counts[7] = 1
        raise Spoiled
    with borrow_counts(100) as counts:
        assert not counts.any()


@pytest.mark.parametrize(("documents", "words"), [(0, 0), (1, 1), (64, 1), (65, 2), (1_000, 16)])
def test_sums_have_a_bit_and_a_number_for_each_document(documents: int, words: int) -> None:
    with borrow_sums(documents) as (marks, sums):
        assert (marks.size, sums.size) == (words, documents)
        assert (marks.dtype, sums.dtype) == (np.uint64, float)
        assert not marks.any()
        assert not sums.any()


def test_sums_are_lent_again_and_grow() -> None:
    with borrow_sums(128) as first:
        pass
    with borrow_sums(100) as second:
        assert all(map(np.shares_memory, first, second))
    with borrow_sums(120) as third:  # as many words; the sums of the first still do
        assert all(map(np.shares_memory, first, third))
    with borrow_sums(129) as fourth:
        assert not any(map(np.shares_memory, first, fourth))


@pytest.mark.usefixtures("_thread")
def test_sums_within_sums_are_others() -> None:
    """A query may have alternatives within alternatives."""
    with borrow_sums(100) as outer:
        outer[0][0], outer[1][9] = 1, 2.5
        with borrow_sums(100) as inner:
            assert not inner[0].any()
            assert not inner[1].any()
        with borrow_sums(100) as again:
            assert all(map(np.shares_memory, inner, again))
        outer[0][0], outer[1][9] = 0, 0.0


@pytest.mark.usefixtures("_thread")
def test_sums_left_dirty_by_an_error_are_not_lent_again() -> None:
    with suppress(Spoiled), borrow_sums(100) as (marks, sums):
        marks[0], sums[3] = 8, 1.0
        raise Spoiled
    with borrow_sums(100) as (marks, sums):
        assert not marks.any()
        assert not sums.any()


def test_threads_do_not_share() -> None:
    found: list[np.ndarray] = []

    def borrow() -> None:
        with borrow_counts(100) as counts:
            found.append(counts)

    borrow()
    other = threading.Thread(target=borrow)
    other.start()
    other.join()
    assert not np.shares_memory(*found)


# the arena


def is_part(array: np.ndarray, arena: Arena) -> bool:
    return np.shares_memory(array, arena._memory)


def test_an_arena_gives_arrays_that_do_not_overlap() -> None:
    with borrow_arena() as arena:
        kinds = (np.int32, np.int64, float, np.uint16, np.int64)
        arrays = [arena.empty(LARGE + n, kind) for n, kind in enumerate(kinds)]
        for number, array in enumerate(arrays):
            array[:] = number
        for number, (array, kind) in enumerate(zip(arrays, kinds, strict=True)):
            assert (array.size, array.dtype) == (LARGE + number, kind)
            assert is_part(array, arena)
            assert (array == number).all()


@pytest.mark.parametrize("count", [0, 1, SMALL])
def test_small_arrays_are_not_of_the_arena(count: int) -> None:
    with borrow_arena() as arena:
        assert arena.empty(count, np.uint8).size == count
        assert not is_part(arena.empty(count, np.uint8), arena)


def test_an_arena_is_lent_again_from_its_beginning() -> None:
    with borrow_arena() as arena:
        first = arena.empty(LARGE, np.int64)
    with borrow_arena() as again:
        assert again is arena
        assert np.shares_memory(first, again.empty(LARGE, np.int64))


@pytest.mark.usefixtures("_thread")
def test_an_arena_within_an_arena_is_another() -> None:
    with borrow_arena() as outer:
        held = outer.empty(LARGE, np.int64)
        held[:] = 7
        with borrow_arena() as inner:
            assert inner is not outer
            inner.empty(LARGE, np.int64)[:] = 8
        assert (held == 7).all()


@pytest.mark.usefixtures("_thread")
def test_an_arena_in_an_error_is_let_go() -> None:
    with suppress(Spoiled), borrow_arena() as arena:
        raise Spoiled
    with borrow_arena() as other:
        assert other is not arena


def test_an_arena_that_was_too_small_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it has no room for is given all the same; the next search finds room for all."""
    monkeypatch.setattr(scratch, "FIRST", 4 * SMALL)
    for is_enough in (False, True):
        with borrow_arena() as arena:
            first, second = arena.empty(LARGE, np.int16), arena.empty(LARGE, np.int64)
            first[:], second[:] = 1, 2
            assert (first == 1).all()
            assert is_part(first, arena)
            assert is_part(second, arena) == is_enough
    with borrow_arena() as last:
        assert last is arena  # it grows no further


@pytest.mark.parametrize(
    ("most", "sizes", "kept", "reason"),
    [
        (40 * SMALL, [8], 10 * SMALL, "a quarter more than was wanted"),
        (40 * SMALL, [8, 4], 10 * SMALL, "less is wanted the next time"),
        (40 * SMALL, [36], 40 * SMALL, "but not more than the most"),
        (40 * SMALL, [41], 4 * SMALL, "what is too much is not kept"),
        (40 * SMALL, [4], 4 * SMALL, "there was just enough"),
    ],
)
def test_an_arena_keeps_what_is_worth_it(
    monkeypatch: pytest.MonkeyPatch, most: int, sizes: list[int], kept: int, reason: str
) -> None:
    monkeypatch.setattr(scratch, "FIRST", 4 * SMALL)
    monkeypatch.setattr(scratch, "MOST", most)
    for size in sizes:
        with borrow_arena() as arena:
            arena.empty(size * SMALL, np.uint8)
    with borrow_arena() as arena:
        assert arena._memory.size == kept, reason
