"""Values: one number for each facet value over all segments, for as long as the index is open."""

import threading
from collections.abc import Sequence
from weakref import WeakKeyDictionary

import numpy as np

from ...schema import FACETS
from ..filters import NONE
from ..row import Value
from .group import Ints
from .segment import Segment


class FacetValues:
    """The values of one facet and their keys, by number; numbers are never taken back. Number 0
    stands for none."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = threading.Lock()
        self._numbers: dict[Value, int] = {}
        self._keys: dict[str, int] = {}
        self._maps: WeakKeyDictionary[Segment, tuple[Ints, Ints]] = WeakKeyDictionary()
        self.shown = [("", "", "")]  # of each value: label, key, value
        self.of_key: list[list[int]] = [[]]  # the values of each key: its spellings

    def maps(self, segment: Segment) -> tuple[Ints, Ints]:
        """For each value of a segment its number, and the number of its key; a last one for
        none."""
        found = self._maps.get(segment)
        if found is None:
            with self._lock:
                pairs = [self._number(value) for value in segment.facet(self._name).values]
                numbers = np.array([*(number for number, _ in pairs), 0], np.int32)
                keys = np.array([*(key for _, key in pairs), 0], np.int32)
                found = self._maps[segment] = numbers, keys
        return found

    def flags(self, segment: Segment, keys: Sequence[str]) -> Ints:
        """For each value of a segment whether its key is one of these; a last flag for none."""
        held = self.maps(segment)[1]
        wanted = np.zeros(len(self.of_key), np.uint8)
        wanted[[self._keys[key] for key in keys if key in self._keys]] = 1
        wanted[0] = NONE in keys
        return np.take(wanted, held)

    def _number(self, value: Value) -> tuple[int, int]:
        key = self._keys.setdefault(value.key, len(self.of_key))
        if value not in self._numbers:
            self._numbers[value] = len(self.shown)
            self.shown.append((value.label, value.key, value.value))
            if key == len(self.of_key):
                self.of_key.append([])
            self.of_key[key].append(len(self.shown) - 1)
        return self._numbers[value], key


class Values:
    """The values of every facet."""

    def __init__(self) -> None:
        self._facets = {name: FacetValues(name) for name in FACETS}

    def __getitem__(self, name: str) -> FacetValues:
        return self._facets[name]
