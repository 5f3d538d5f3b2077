"""Finding a text among sorted texts, kept as one run of bytes and where each begins."""

from typing import Any

import numpy as np

from . import kernel


@kernel
def find_text(run: Any, starts: Any, wanted: Any) -> Any:
    """The number of the first text that is not before ``wanted``: ``bisect_left``."""
    low, high = 0, starts.size - 1
    while low < high:
        middle = (low + high) >> 1
        if _is_before(run, starts[middle], starts[middle + 1], wanted):
            low = middle + 1
        else:
            high = middle
    return low


@kernel
def _is_before(run: Any, start: Any, stop: Any, wanted: Any) -> Any:
    n = min(stop - start, wanted.size)
    for i in range(n):
        if run[start + i] != wanted[i]:
            return run[start + i] < wanted[i]
    return stop - start < wanted.size


@kernel
def find_neighbours(run: Any, starts: Any, wanted: Any, out: Any) -> Any:
    """The numbers of the texts at most one edit from ``wanted``: a letter put in, left out or
    changed, or two neighbours swapped; how many. All in UTF-8; ``wanted`` as code points.

    ``search.query.spans.is_one_edit`` is the plain meaning.
    """
    found = 0
    letters = np.empty(wanted.size + 2, np.int32)
    for number in range(starts.size - 1):
        size = starts[number + 1] - starts[number]
        if size + 1 < wanted.size or size > 4 * (wanted.size + 1):
            continue
        n = _read_letters(run, starts[number], starts[number + 1], letters)
        if n >= 0 and _is_one_edit(letters[:n], wanted):
            out[found] = number
            found += 1
    return found


@kernel
def _read_letters(run: Any, at: Any, stop: Any, letters: Any) -> Any:
    """UTF-8 as code points; how many, or -1 where there is no room for them."""
    n = 0
    while at < stop:
        if n == letters.size:
            return -1
        first = np.int32(run[at])
        more = 0 if first < 0x80 else 1 if first < 0xE0 else 2 if first < 0xF0 else 3
        letter = first if more == 0 else first & (0x3F >> more)
        for i in range(more):
            letter = letter << 6 | np.int32(run[at + 1 + i]) & 0x3F
        letters[n] = letter
        n += 1
        at += 1 + more
    return n


@kernel
def _is_one_edit(one: Any, other: Any) -> Any:
    if abs(one.size - other.size) > 1:
        return False
    at = 0
    while at < min(one.size, other.size) and one[at] == other[at]:
        at += 1
    if one.size == other.size:
        if _same(one[at + 1 :], other[at + 1 :]):
            return True
        is_swap = at + 1 < one.size and one[at] == other[at + 1] and one[at + 1] == other[at]
        return is_swap and _same(one[at + 2 :], other[at + 2 :])
    if one.size > other.size:
        return _same(one[at + 1 :], other[at:])
    return _same(one[at:], other[at + 1 :])


@kernel
def _same(one: Any, other: Any) -> Any:
    if one.size != other.size:
        return False
    for i in range(one.size):  # noqa: SIM110  # compiled as it stands
        if one[i] != other[i]:
            return False
    return True
