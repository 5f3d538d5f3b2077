"""Values: one number for each facet value over all segments, for as long as the index is open."""

import threading
from collections.abc import Sequence
from weakref import WeakKeyDictionary

import numpy as np

from ...schema import FACETS_OF
from ..filters import NONE
from ..row import Value
from .rows import Rows
from .runs import Ints


class FacetValues:
    """The values of one facet and their keys, by number; numbers are never taken back."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = threading.Lock()
        self._numbers: dict[Value, int] = {}
        self._number_of: dict[str, int] = {}
        self._maps: WeakKeyDictionary[Rows, tuple[Ints, Ints]] = WeakKeyDictionary()
        self.shown: list[tuple[str, str]] = []  # of each value: itself and its label
        self.keys: list[str] = []
        self.of_key: list[list[int]] = []  # the values of each key: its spellings
        self.has_spellings = False  # whether any key has several

    def maps(self, segment: Rows) -> tuple[Ints, Ints]:
        """For each value of a segment its number, and the number of its key."""
        found = self._maps.get(segment)
        if found is None:
            with self._lock:
                pairs = [self._number(value) for value in segment.facet(self._name).values]
                numbers = np.array([number for number, _ in pairs], np.int32)
                keys = np.array([key for _, key in pairs], np.int32)
                found = self._maps[segment] = numbers, keys
        return found

    def flags(self, segment: Rows, keys: Sequence[str]) -> Ints:
        """For each value of a segment whether its key is one of these; a last flag for none."""
        held = self.maps(segment)[1]
        wanted = np.zeros(len(self.keys), np.uint8)
        wanted[[self._number_of[key] for key in keys if key in self._number_of]] = 1
        return np.append(wanted[held], np.uint8(NONE in keys))

    def _number(self, value: Value) -> tuple[int, int]:
        key = self._number_of.setdefault(value.key, len(self.of_key))
        number = self._numbers.setdefault(value, len(self.shown))
        if number == len(self.shown):
            self.shown.append((value.value, value.label))
            if key == len(self.of_key):
                self.keys.append(value.key)
                self.of_key.append([])
            self.of_key[key].append(len(self.shown) - 1)
            self.has_spellings |= len(self.of_key[key]) > 1
        return number, key


class Values:
    """The values of every facet."""

    def __init__(self) -> None:
        self._facets = {name: FacetValues(name) for name in FACETS_OF["statements"]}

    def __getitem__(self, name: str) -> FacetValues:
        return self._facets[name]
