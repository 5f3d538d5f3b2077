"""Planes: plainly, ``sum(planes[k][n] << 8 * k for k in range(len(planes)))`` is number n."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.index.embedded.planes import join_planes, split_planes
from search.kernels.planes import number_of, read_numbers

MOST = (0, 255, 256, 65_535, 65_536, 2**24 - 1, 2**31 - 1)


@pytest.mark.parametrize(
    ("largest", "count", "reason"),
    [
        (0, 1, "one plane at least"),
        (255, 1, "the largest that a byte holds"),
        (256, 2, "and the next"),
        (65_535, 2, "the largest that two hold"),
        (65_536, 3, "and the next"),
        (2**31 - 1, 4, "the largest of all"),
    ],
)
def test_numbers_take_as_many_planes_as_the_largest_needs(
    largest: int, count: int, reason: str
) -> None:
    held = np.array([0, largest, largest // 2], np.int32)
    planes = split_planes(held, largest)
    assert planes.shape == (count, 3), reason
    assert planes.dtype == np.uint8
    assert plain(planes) == held.tolist()


def plain(planes: np.ndarray) -> list[int]:
    return [
        sum(int(plane[n]) << 8 * k for k, plane in enumerate(planes))
        for n in range(planes.shape[1])
    ]


@st.composite
def rows(draw: st.DrawFn) -> tuple[int, np.ndarray]:
    """How large numbers may be, and some rows of them."""
    largest = draw(st.sampled_from(MOST))
    number = st.integers(0, largest) | st.just(largest)
    count = draw(st.integers(0, 5))
    row = st.lists(number, min_size=count, max_size=count)
    held = draw(st.lists(row, min_size=1, max_size=3))
    return largest, np.array(held, np.int32).reshape(len(held), count)


@given(rows(), st.data())
def test_numbers_are_read_from_planes(drawn: tuple[int, np.ndarray], data: st.DataObject) -> None:
    """One at a time, of a row, at some places, and all."""
    largest, held = drawn
    planes = split_planes(held, largest)
    assert join_planes(planes).tolist() == held.tolist()
    size = held.shape[1]
    places = data.draw(st.lists(st.integers(0, size - 1), max_size=8)) if size else []
    for row, numbers in enumerate(held.tolist()):
        assert plain(planes[row]) == numbers
        assert [number_of(planes, row, n) for n in range(size)] == numbers
        out = np.full(len(places), -1, np.int32)
        read_numbers(planes[row], np.array(places, np.int32), out)
        assert out.tolist() == [numbers[place] for place in places]
