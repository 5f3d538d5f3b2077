"""Checksums of a file's blocks, so that an altered byte is found before it is used."""

from typing import Any

import numpy as np

from . import kernel

BLOCK_BYTES = 1 << 16
WORDS = BLOCK_BYTES // 8
_PRIME = np.uint64(0x9E3779B97F4A7C15)  # 2**64 divided by the golden ratio, odd
_SEED = np.uint64(0x243F6A8885A308D3)  # the first digits of pi


@kernel
def checksum_blocks(words: Any, out: Any) -> Any:
    """The checksum of each block of 64 KiB, given as 64-bit words; the last may be short.

    Plainly: four lanes take every fourth word each, ``lane = rotate(lane ^ word, 29) * prime``;
    every step can be undone, so that a changed word always changes its lane; the lanes are then
    joined in the same way.
    """
    for block in range(out.size):
        first = block * WORDS
        last = min(first + WORDS, words.size)
        a, b, c, d = _SEED, _SEED + _PRIME, _SEED ^ _PRIME, _PRIME
        i = first
        while i + 4 <= last:
            a = _mix(a, words[i])
            b = _mix(b, words[i + 1])
            c = _mix(c, words[i + 2])
            d = _mix(d, words[i + 3])
            i += 4
        while i < last:
            a = _mix(a, words[i])
            i += 1
        out[block] = _mix(_mix(_mix(a, b), c), d) ^ np.uint64(last - first)


@kernel
def _mix(lane: Any, word: Any) -> Any:
    lane ^= word
    return (lane << np.uint64(29) | lane >> np.uint64(35)) * _PRIME
