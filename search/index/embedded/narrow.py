"""Numbers kept in as few bytes as they need, for arrays that are read as a whole.

How they are kept is told by a word such as "+|u1z", to be undone from its end: "z", they are
compressed by zstandard; "|u1", they are of this type; "+", each but the first is the difference
from the one before it.
"""

from typing import Any

import numpy as np
import zstandard
from numpy.typing import NDArray

Array = NDArray[Any]

LEVEL = 3  # of zstandard
FEW = 256  # numbers: fewer are kept as they are
_WORTH = 0.8  # of their bytes: compressed to less, they are kept so


def narrow(numbers: Array) -> tuple[str, Array]:
    """How whole numbers are kept, and so: an array of fewer bytes, or bytes."""
    flat = np.ascontiguousarray(numbers).reshape(-1)
    if flat.size < FEW:
        return flat.dtype.str, flat
    steps = np.diff(flat, prepend=flat[:1] * 0)
    kind, kind_of_steps = _smallest(flat), _smallest(steps)
    is_stepped = kind_of_steps.itemsize < kind.itemsize
    kept = steps.astype(kind_of_steps) if is_stepped else flat.astype(kind)
    name = "+" * is_stepped + kept.dtype.str
    packed = zstandard.compress(kept.view(np.uint8).data, LEVEL)
    if len(packed) < kept.nbytes * _WORTH:
        return name + "z", np.frombuffer(packed, np.uint8)
    return name, kept


def widen(how: str, kept: Array, kind: np.dtype[Any], count: int) -> Array:
    """The numbers, of a type, that ``narrow`` made this of."""
    held = np.dtype(how.strip("+z"))
    if how.endswith("z"):
        plain = zstandard.decompress(kept.data, max_output_size=count * held.itemsize)
        kept = np.frombuffer(plain, np.uint8)
    numbers = kept.view(held)
    if how.startswith("+"):
        return np.cumsum(numbers, dtype=kind)
    return numbers.astype(kind)


def _smallest(numbers: Array) -> np.dtype[Any]:
    """The smallest type that can hold them."""
    if numbers.dtype == np.uint64:
        return numbers.dtype
    low, high = int(numbers.min()), int(numbers.max())
    return np.min_scalar_type(min(low, -high - 1) if low < 0 else high)
