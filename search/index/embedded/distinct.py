"""Distinct: a number for each distinct value, so that what many stories share is looked at once."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

import numpy as np

from .runs import Ints, starts_of, take_runs

Key = TypeVar("Key", bound=Hashable)


class Distinct(dict[Key, int]):
    """Values with their numbers, from 0 in the order in which they are first asked for."""

    def __missing__(self, key: Key) -> int:
        number = self[key] = len(self)
        return number

    def numbers(self, keys: Sequence[Key]) -> Ints:
        """The number of each."""
        return np.fromiter(map(self.__getitem__, keys), np.int32, len(keys))

    def expand(self, rows: Ints, read: Callable[[Key], Iterable[int]]) -> tuple[Ints, Ints]:
        """What is read from the values with these numbers, one behind the other, and how much from
        each; each value is read once."""
        found = [list(read(key)) for key in self]
        if not any(found):
            return np.empty(0, np.int32), np.zeros(rows.size, np.int64)
        sizes = np.fromiter(map(len, found), np.int64, len(found))
        flat = np.array([number for numbers in found for number in numbers], np.int32)
        return take_runs(flat, starts_of(sizes), rows)
