"""What kernels take and give, from and to plain lists."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Span = tuple[int, int]
Spans = tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int32]]
GAP = 1 << 28  # the first place of zone 1


def starts_of(sizes: Sequence[int]) -> NDArray[np.int64]:
    """Where each of some runs begins, and the last ends."""
    return np.concatenate([[0], np.cumsum(np.array(sizes, np.int64))]).astype(np.int64)


def spans_of(documents: Sequence[Sequence[Span]]) -> Spans:
    """The spans of each document as a kernel takes them."""
    flat = [span for spans in documents for span in spans]
    starts = np.array([start for start, _ in flat], np.int32)
    stops = np.array([stop for _, stop in flat], np.int32)
    return starts_of([len(spans) for spans in documents]), starts, stops


def room_for(documents: int, spans: int) -> Spans:
    """Arrays for a kernel to fill."""
    at = np.zeros(documents + 1, np.int64)
    return at, np.empty(spans, np.int32), np.empty(spans, np.int32)


def listed(at: Any, starts: Any, stops: Any) -> list[list[Span]]:
    """The spans of each document that a kernel gave."""
    pairs = list(zip(starts.tolist(), stops.tolist(), strict=True))
    return [pairs[first:last] for first, last in pairwise(at)]


def numbers(*held: int) -> NDArray[np.int64]:
    return np.array(held, np.int64)
