"""Numbers of few bits, side by side in an array of 64-bit words, lowest bits first.

Plainly: a number of ``width`` bits at bit ``at`` is ``(whole >> at) & (2**width - 1)``, where
``whole`` is the array read as one long little-endian number.
"""

from typing import Any

import numpy as np

from . import kernel, part


@kernel
def read_bits(words: Any, at: Any, width: Any) -> Any:
    """The number of ``width`` bits at bit ``at``; 0 for a width of 0."""
    if width == 0:
        return np.int64(0)
    word = at >> 6
    shift = np.uint64(at & 63)
    value = words[word] >> shift
    if (at & 63) + width > 64:
        value |= words[word + 1] << (np.uint64(64) - shift)
    return np.int64(value & ((np.uint64(1) << np.uint64(width)) - np.uint64(1)))


@kernel
def write_bits(words: Any, at: Any, width: Any, value: Any) -> Any:
    """Set the number at bit ``at``, where there are only zeros so far."""
    if width == 0:
        return
    word = at >> 6
    shift = np.uint64(at & 63)
    words[word] |= np.uint64(value) << shift
    if (at & 63) + width > 64:
        words[word + 1] |= np.uint64(value) >> (np.uint64(64) - shift)


@kernel
def width_of(value: Any) -> Any:
    """How many bits a number takes: ``int.bit_length``."""
    width = 0
    while value > 0:
        value >>= 1
        width += 1
    return width


@part
def count_bits(bits: Any) -> Any:
    """``int.bit_count``: sums of neighbours, then of pairs, and so on."""
    bits -= (bits >> np.uint64(1)) & np.uint64(0x5555555555555555)
    bits = (bits & np.uint64(0x3333333333333333)) + (
        (bits >> np.uint64(2)) & np.uint64(0x3333333333333333)
    )
    bits = (bits + (bits >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return np.int64((bits * np.uint64(0x0101010101010101)) >> np.uint64(56))
