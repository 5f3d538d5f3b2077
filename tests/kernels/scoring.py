"""What words add to scores, in plain Python: BM25 with its constants multiplied out."""

from collections.abc import Sequence

import numpy as np
from hypothesis import strategies as st

from search.index.embedded.planes import split_planes
from search.kernels.scores import Weighing
from tests.kernels.packed import DOCUMENTS, ZONES

LARGEST = (200, 60_000, 9_000_000)  # lengths that take one, two and three bytes


OFFSETS, SLOPES = np.array([0.3, 0.25, 0.4]), np.array([0.1, 0.02, 0.001])
UNSCORED = Weighing(*[np.empty(0)] * 3, np.empty((0, 0, 0), np.uint8))


def lengths_up_to(largest: int) -> np.ndarray:
    """(zones, documents): anything from 0 on."""
    zones, docs = np.arange(ZONES)[:, None], np.arange(DOCUMENTS)
    return (docs * (7_919 + zones) % (largest + 1)).astype(np.int32)


LENGTHS = {largest: lengths_up_to(largest) for largest in LARGEST}
PLANES = {largest: split_planes(lengths, largest) for largest, lengths in LENGTHS.items()}


def weighing_of(weights: Sequence[float], largest: int) -> Weighing:
    return Weighing(np.array(weights), OFFSETS, SLOPES, PLANES[largest])


def plain_score(
    doc: int, tfs: Sequence[int], mask: int, weights: Sequence[float], lengths: np.ndarray
) -> float:
    """What a word adds to a document in which it stands so often in each zone."""
    return sum(
        weights[zone] * tf / (tf + OFFSETS[zone] + SLOPES[zone] * int(lengths[zone, doc]))
        for zone, tf in enumerate(tfs)
        if mask >> zone & 1
    )


masks = st.integers(1, 2**ZONES - 1)
some_weights = st.lists(st.just(0.0) | st.floats(0, 9), min_size=ZONES, max_size=ZONES)
