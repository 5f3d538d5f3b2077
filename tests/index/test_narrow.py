"""Numbers in few bytes are read back as they were, and arrays that wait as they were put."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.index.embedded.narrow import FEW, narrow, widen
from search.index.embedded.spool import HELD, Spool

RISING = np.arange(0, 4 * FEW, 2)


@pytest.mark.parametrize(
    ("numbers", "how"),
    [
        (np.arange(FEW - 1), "<i8"),  # few: as they are
        (np.random.default_rng(1).integers(0, 250, FEW), "|u1"),  # all small
        (np.random.default_rng(1).integers(0, 60_000, FEW).cumsum(), "+<u2"),  # near each other
        (np.zeros(FEW, np.int32), "|u1z"),  # all alike
        (RISING, "+|u1z"),
        (np.random.default_rng(1).integers(-(10**6), 10**6, FEW), "<i4"),  # some below zero
        (np.random.default_rng(1).integers(0, 2**64, FEW, np.uint64), "<u8"),  # hashes
    ],
)
def test_how_numbers_are_kept(numbers: np.ndarray, how: str) -> None:
    found, kept = narrow(numbers)
    assert found == how
    assert widen(found, kept.view(np.uint8), numbers.dtype, numbers.size).tolist() == (
        numbers.tolist()
    )


kinds = st.sampled_from(["<i4", "<i8", "<u2", "|u1", "<u8"])


@given(data=st.data(), kind=kinds, size=st.integers(0, 3 * FEW), is_sorted=st.booleans())
def test_numbers_are_read_back_as_they_were(
    data: st.DataObject, kind: str, size: int, is_sorted: bool
) -> None:
    limits = np.iinfo(kind)
    few = data.draw(st.lists(st.integers(limits.min, limits.max), min_size=1, max_size=20))
    numbers = np.resize(np.array(few, kind), size)
    numbers = np.sort(numbers) if is_sorted else numbers
    how, kept = narrow(numbers)
    found = widen(how, kept.view(np.uint8), numbers.dtype, size)
    assert found.dtype == numbers.dtype
    assert found.tolist() == numbers.tolist()
    assert found.flags.writeable or how == kind  # kernels take arrays of one kind


@pytest.mark.parametrize("size", [0, 10, HELD - 1, HELD, HELD + 1, 3 * HELD])
def test_what_waits_is_read_back_and_leaves_nothing(tmp_path: Path, size: int) -> None:
    spool = Spool(np.uint8, tmp_path)
    numbers = np.random.default_rng(1).integers(0, 256, size, np.uint8)
    for part in np.array_split(numbers, 7):
        spool.put(part)
    assert spool.size == size
    assert b"".join(spool.pieces()) == numbers.tobytes()
    assert list(tmp_path.iterdir()) == []
