"""Runs: arrays of different lengths kept one behind the other, and where each begins."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[Any]


class Texts(NamedTuple):
    """Texts in UTF-8, one behind the other, and the bytes of each."""

    run: Ints
    sizes: Ints

    @property
    def nbytes(self) -> int:
        """Bytes of memory."""
        return int(self.run.nbytes + self.sizes.nbytes)


def join_texts(texts: Iterable[bytes]) -> Texts:
    """Texts as a run."""
    held = list(texts)
    sizes = np.fromiter(map(len, held), np.int32, len(held))
    return Texts(np.frombuffer(b"".join(held), np.uint8), sizes)


def starts_of(sizes: Ints) -> Ints:
    """Where each of some runs starts, and the last ends."""
    at = np.zeros(sizes.size + 1, np.int64)
    np.cumsum(sizes, out=at[1:])
    return at


def take_runs(values: Ints, at: Ints, rows: Ints) -> tuple[Ints, Ints]:
    """Some of the runs that start at ``at``, in this order, and their sizes."""
    sizes = (at[1:] - at[:-1])[rows]
    starts = np.cumsum(sizes) - sizes
    chosen = np.repeat(at[:-1][rows] - starts, sizes) + np.arange(int(sizes.sum()))
    return values[chosen], sizes


def keep_runs(values: Ints, at: Ints, kept: Ints) -> tuple[Ints, Ints]:
    """The runs whose flag is set, and their sizes."""
    sizes = np.diff(at)
    return values[np.repeat(kept, sizes)], sizes[kept]
