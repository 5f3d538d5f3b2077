"""Planes: numbers as bytes, the lowest of all first, then the next of all: a search over many
documents waits for memory, so that small numbers should lie close together.

Plainly: number n of ``planes`` is ``sum(planes[k, n] << 8 * k for k in range(len(planes)))``.
"""

from typing import Any

import numpy as np

from . import kernel


@kernel
def number_of(planes: Any, row: Any, n: Any) -> Any:
    """One number of a row of several planes."""
    number = np.int64(planes[row, 0, n])
    for k in range(1, planes.shape[1]):
        number |= np.int64(planes[row, k, n]) << 8 * k
    return number


@kernel
def read_numbers(planes: Any, places: Any, out: Any) -> Any:
    """The numbers at some places into ``out``."""
    low = planes[0]
    if planes.shape[0] == 2:
        high = planes[1]
        for i in range(places.size):
            place = np.uint32(places[i])
            out[i] = np.int32(low[place]) | np.int32(high[place]) << 8
        return
    for i in range(places.size):
        out[i] = low[places[i]]
    for k in range(1, planes.shape[0]):
        high, shift = planes[k], 8 * k
        for i in range(places.size):
            out[i] |= np.int32(high[places[i]]) << shift
