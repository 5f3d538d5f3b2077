"""Names: the words of the fields that hold names, which are folded and never stemmed."""

from collections.abc import Iterator, Sequence

import numpy as np

from ...kernels.sorting import ZONE_BITS, Occurrences
from ...schema import FIELDS
from ...text import find_forms
from .distinct import Distinct
from .runs import Ints, starts_of

VALUE_GAP = 1  # places left free between two values of a field, so that no phrase runs across
NAME_FIELDS = tuple(field for field in FIELDS.values() if not field.is_text)

Values = tuple[str | None, ...]


def sort_names(values: Distinct[Values], rows: Ints) -> tuple[Sequence[str], Occurrences]:
    """The forms of a name field in order of their UTF-8, and where each stands; ``rows`` is the
    number of each story's values."""
    forms: Distinct[str] = Distinct()
    known: dict[str | None, list[int]] = {}  # the forms of each value

    def number(key: Values) -> Iterator[int]:
        place = 0
        for value in key:
            if value not in known:
                known[value] = [forms[form] for form in find_forms(value or "")]
            for form in known[value]:
                yield form
                yield place
                place += 1
            place += VALUE_GAP

    found, sizes = values.expand(rows, number)
    pairs = found.reshape(-1, 2)
    ordered = sorted(forms)
    rank = np.empty(len(ordered), np.int32)
    rank[[forms[form] for form in ordered]] = np.arange(rank.size, dtype=np.int32)
    terms = rank[pairs[:, 0]]
    by_term = np.argsort(terms, kind="stable")
    at = starts_of(np.bincount(terms, minlength=rank.size))
    docs = np.repeat(np.arange(rows.size), sizes // 2)[by_term]
    places = np.ascontiguousarray(pairs[by_term, 1])
    return ordered, Occurrences(at[:-1], at[1:], docs << ZONE_BITS, places, places * 0)
