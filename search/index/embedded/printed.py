"""Printed: the words of the text group as they are printed and folded, on their way to a file."""

from collections.abc import Sequence

import numpy as np

from .columns import ColumnsWriter
from .group import TEXT
from .runs import Ints, Texts, join_texts, starts_of


class SurfacePacker:
    """Takes the surfaces of terms in order, in runs."""

    def __init__(self, out: ColumnsWriter) -> None:
        self._out = out
        self._texts = out.spool(np.uint8)
        self._sizes: list[Ints] = []
        self._forms: list[Ints] = []
        self._per_term: list[Ints] = []

    def add(self, printed: Sequence[bytes], forms: Ints, per_term: Ints) -> None:
        """The surfaces of the next terms: as printed, their folded forms' numbers, and how many
        each term has."""
        texts = join_texts(printed)
        self._texts.put(texts.run)
        self._sizes.append(texts.sizes)
        self._forms.append(forms)
        self._per_term.append(per_term)

    def write(self, forms: Ints) -> None:
        """Write the arrays; ``forms`` is the place in the file of each form by its number."""
        out, name = self._out, f"{TEXT}.surfaces"
        out.add_spool(name, self._texts)
        out.pack(f"{name}.at", starts_of(np.concatenate(self._sizes)))
        out.pack(f"{name}.form", forms[np.concatenate(self._forms)].astype(np.int32))
        out.pack(f"{name}.first", starts_of(np.concatenate(self._per_term)))


def write_forms(out: ColumnsWriter, forms: Texts, terms: Ints, zones: Ints) -> None:
    """Write the folded forms, in order of their UTF-8: the term of each, and a bit for each zone
    where it stands."""
    out.add_texts(f"{TEXT}.forms", forms)
    out.pack(f"{TEXT}.forms.term", terms.astype(np.int32))
    out.pack(f"{TEXT}.forms.zones", zones.astype(np.uint8))
