"""Values: one number for each facet value over all segments, for as long as the index is open."""

import threading
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from ...schema import FACETS_OF, NONE
from ..row import Value
from .rows import Rows
from .runs import Ints


class Numbered(NamedTuple):
    """A segment's values: for each its number, the number of its key, and itself and its label."""

    numbers: Ints
    keys: Ints
    shown: list[tuple[str, str]]


class FacetValues:
    """The values of one facet and their keys, by number; numbers are never taken back."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = threading.Lock()
        self._numbers: dict[Value, int] = {}
        self._number_of: dict[str, int] = {}
        self._order = np.empty(0, np.int32)
        self.shown: list[tuple[str, str]] = []  # of each value: itself and its label
        self.keys: list[str] = []
        self.of_key: list[list[int]] = []  # the values of each key: its spellings
        self.has_spellings = False  # whether any key has several

    def of(self, segment: Rows) -> Numbered:
        """The values of a segment."""
        found = segment.numbered.get(self._name)
        if found is None:
            with self._lock:
                values = segment.facet(self._name).values
                pairs = [self._number(value) for value in values]
                numbers, keys = np.array(pairs, np.int32).reshape(-1, 2).T.copy()
                shown = [(value.value, value.label) for value in values]
                found = segment.numbered[self._name] = Numbered(numbers, keys, shown)
        return found

    def order(self) -> Ints:
        """For each key its place in the order of keys."""
        order = self._order
        if order.size != len(self.keys):
            order = self._order = order_of(self.keys.copy())  # others may be adding to them
        return order

    def numbers_of(self, segment: Rows, keys: Iterable[str]) -> list[int]:
        """A segment's own numbers of the values whose key is one of these."""
        wanted = [self._number_of[key] for key in keys if key in self._number_of]
        held = self.of(segment).keys
        return np.flatnonzero(np.isin(held, wanted)).tolist() if wanted else []

    def flags(self, segment: Rows, keys: Sequence[str]) -> Ints:
        """For each number in the slots of a segment's column whether its key is one of these."""
        from ...kernels.counting import NONES

        held = self.of(segment).keys
        wanted = np.zeros(len(self.keys), np.uint8)
        wanted[[self._number_of[key] for key in keys if key in self._number_of]] = 1
        nothing = np.repeat(np.array([NONE in keys, False], np.uint8), NONES)
        return np.append(wanted[held], nothing)

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


def order_of(keys: Sequence[str]) -> Ints:
    """For each of some texts its place in their order."""
    order = np.empty(len(keys), np.int32)
    order[sorted(range(len(keys)), key=keys.__getitem__)] = np.arange(len(keys), dtype=np.int32)
    return order
