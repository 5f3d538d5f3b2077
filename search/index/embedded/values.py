"""Values: one number for each facet value over all segments, for as long as the index is open."""

import threading
from collections.abc import Sequence
from weakref import WeakKeyDictionary

import numpy as np

from ...schema import FACETS_OF
from ..row import Value
from .group import Ints
from .rows import Rows


class FacetValues:
    """The values of one facet and their keys, by number; numbers are never taken back."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = threading.Lock()
        self._numbers: dict[Value, int] = {}
        self._keys: dict[str, int] = {}
        self._maps: WeakKeyDictionary[Rows, tuple[Ints, Ints]] = WeakKeyDictionary()
        self.values: list[Value] = []
        self.of_key: list[list[int]] = []  # the values of each key: its spellings

    def maps(self, segment: Rows) -> tuple[Ints, Ints]:
        """For each value of a segment its number, and the number of its key."""
        with self._lock:
            if segment not in self._maps:
                pairs = [self._number(value) for value in segment.facet(self._name).values]
                numbers = np.array([number for number, _ in pairs], np.int32)
                keys = np.array([key for _, key in pairs], np.int32)
                self._maps[segment] = numbers, keys
            return self._maps[segment]

    def flags(self, segment: Rows, keys: Sequence[str]) -> Ints:
        """For each value of a segment whether its key is one of these."""
        held = self.maps(segment)[1]
        wanted = [self._keys[key] for key in keys if key in self._keys]
        return np.isin(held, wanted).astype(np.uint8)

    def _number(self, value: Value) -> tuple[int, int]:
        key = self._keys.setdefault(value.key, len(self._keys))
        if value not in self._numbers:
            self._numbers[value] = len(self.values)
            self.values.append(value)
            if key == len(self.of_key):
                self.of_key.append([])
            self.of_key[key].append(len(self.values) - 1)
        return self._numbers[value], key


class Values:
    """The values of every facet."""

    def __init__(self) -> None:
        self._facets = {name: FacetValues(name) for name in FACETS_OF["statements"]}

    def __getitem__(self, name: str) -> FacetValues:
        return self._facets[name]
