"""Numbers as ``search.kernels.planes`` has them, made and read as whole arrays."""

import numpy as np

from .runs import Ints


def split_planes(numbers: Ints, largest: int) -> Ints:
    """(..., planes, n): (..., n) numbers as bytes, so many planes as the largest takes."""
    count = max(1, (largest.bit_length() + 7) // 8)
    return np.stack([(numbers >> 8 * k).astype(np.uint8) for k in range(count)], axis=-2)


def join_planes(planes: Ints) -> Ints:
    """(..., n) numbers."""
    out = np.zeros((*planes.shape[:-2], planes.shape[-1]), np.int32)
    for k in range(planes.shape[-2]):
        out |= planes[..., k, :].astype(np.int32) << 8 * k
    return out
