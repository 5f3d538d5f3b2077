"""Checksums of a file's blocks, so that an altered byte is found before it is used.

XXH3 of 64 bits, a library's and no kernel of ours: an index is opened before any kernel is loaded.
"""

import numpy as np
from numpy.typing import NDArray
from xxhash import xxh3_64_intdigest

BLOCK_BYTES = 1 << 16


def checksum_blocks(words: NDArray[np.uint64], out: NDArray[np.uint64]) -> None:
    """The checksum of each block of 64 KiB, given as 64-bit words; the last may be short."""
    data = words.view(np.uint8).data
    for block in range(out.size):
        out[block] = xxh3_64_intdigest(data[block * BLOCK_BYTES : (block + 1) * BLOCK_BYTES])
