"""Values: one number for each facet value over all segments, for as long as the index is open."""

import threading
from collections.abc import Sequence
from weakref import WeakKeyDictionary

import numpy as np

from ...schema import FACETS
from ..row import Value
from .group import Ints
from .segment import Segment


class FacetValues:
    """The values of one facet; numbers are never taken back."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = threading.Lock()
        self._numbers: dict[Value, int] = {}
        self._keys: dict[str, int] = {}
        self._maps: WeakKeyDictionary[Segment, Ints] = WeakKeyDictionary()
        self.values: list[Value] = []
        self.key_of: list[int] = []  # the number of each value's key
        self.of_key: list[list[int]] = []  # the values of each key

    def numbers(self, segment: Segment) -> Ints:
        """For each value of a segment its number here."""
        with self._lock:
            if segment not in self._maps:
                found = [self._number(value) for value in segment.facet(self._name).values]
                self._maps[segment] = np.array(found, np.int64)
            return self._maps[segment]

    def flags(self, segment: Segment, keys: Sequence[str]) -> Ints:
        """For each value of a segment whether its key is one of these."""
        numbers = self.numbers(segment)
        known = [self._keys[key] for key in keys if key in self._keys]
        wanted = [number for key in known for number in self.of_key[key]]
        return np.isin(numbers, wanted).astype(np.uint8)

    def _number(self, value: Value) -> int:
        if value not in self._numbers:
            self._numbers[value] = len(self.values)
            key = self._keys.setdefault(value.key, len(self._keys))
            self.values.append(value)
            self.key_of.append(key)
            if key == len(self.of_key):
                self.of_key.append([])
            self.of_key[key].append(len(self.values) - 1)
        return self._numbers[value]


class Values:
    """The values of every facet."""

    def __init__(self) -> None:
        self._facets = {name: FacetValues(name) for name in FACETS}

    def __getitem__(self, name: str) -> FacetValues:
        return self._facets[name]
