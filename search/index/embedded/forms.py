"""Forms: the words as printed that the terms of a group stand for.

In the text group every term has its surfaces, each a word as printed and its folded form; in the
groups of name fields terms are forms, and there are no surfaces.
"""

from functools import cached_property

import numpy as np

from ...kernels.entries import Surfaces
from .columns import Array, Columns
from .texts import TextColumn


class Forms:
    """The folded forms of a group, by number, and the surfaces of its terms."""

    def __init__(self, columns: Columns, name: str, terms: TextColumn) -> None:
        self._columns = columns
        self._name = name
        self._has_surfaces = f"{name}.forms" in columns
        self.texts = self._texts("forms") if self._has_surfaces else terms

    def zones(self, forms: Array) -> Array:
        """For each form a bit for each zone in which it stands somewhere."""
        return self._zones[forms] if self._has_surfaces else np.ones(forms.size, np.uint8)

    def terms(self, forms: Array) -> Array:
        """The number of the term that each form belongs to."""
        return self._terms[forms] if self._has_surfaces else forms

    @cached_property
    def of_terms(self) -> Surfaces:
        """The surfaces of all terms."""
        if self._has_surfaces:
            return Surfaces(self._surface_forms, self.starts)
        return Surfaces(np.empty(0, np.int32), self.starts)

    def surfaces(self, term: int) -> list[tuple[str, str]]:
        """What a term's occurrences may be: the form, and the word as printed."""
        first, last = self.starts[term : term + 2].tolist()
        return [self.surface(number) for number in range(first, last)]

    def surface(self, number: int) -> tuple[str, str]:
        """A surface's form and word."""
        return self.texts[int(self._surface_forms[number])], self._surfaces[number]

    def of_surfaces(self, term: int) -> Array:
        """The number of the form of each surface of a term."""
        return self._surface_forms[self.starts[term] : self.starts[term + 1]]

    def printed(self, surfaces: Array) -> list[str]:
        """Some surfaces as printed."""
        return self._surfaces.some(surfaces)

    def forms_of(self, surfaces: Array) -> Array:
        """The number of the form of each of some surfaces."""
        return self._surface_forms[surfaces]

    @property
    def count(self) -> int:
        """How many surfaces all terms have together; 0 where terms have none."""
        return int(self._surface_forms.size) if self._has_surfaces else 0

    @cached_property
    def starts(self) -> Array:
        """The number of each term's first surface."""
        if self._has_surfaces:
            return self._array("surfaces.first")
        return np.zeros(len(self.texts) + 1, np.int64)

    def _array(self, name: str) -> Array:
        return self._columns.array(f"{self._name}.{name}")

    def _texts(self, name: str) -> TextColumn:
        return TextColumn(self._array(name), self._array(f"{name}.at"))

    @cached_property
    def _terms(self) -> Array:
        return self._array("forms.term")

    @cached_property
    def _zones(self) -> Array:
        return self._array("forms.zones")

    @cached_property
    def _surfaces(self) -> TextColumn:
        return self._texts("surfaces")

    @cached_property
    def _surface_forms(self) -> Array:
        return self._array("surfaces.form")
