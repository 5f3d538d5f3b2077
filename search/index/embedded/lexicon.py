"""Lexicon: every word met so far as it is printed, folded and indexed; each is looked at once."""

from collections.abc import Sequence

import numpy as np

from ...kernels.numbering import WordTable
from ...text import printed_form, stem, word_form
from .runs import Ints

FIRST_WORDS = 1 << 13  # slots of the table of words at first
WEIGHT = 800  # bytes of memory that a word takes, about, when it is written too


class Lexicon:
    """Words as printed have numbers, the surfaces; so have the folded forms, and the terms that
    these are indexed as. All are numbered in the order in which they are met."""

    def __init__(self) -> None:
        self._table = WordTable(FIRST_WORDS)
        self._of_word = np.empty(0, np.int32)
        self._surfaces: dict[tuple[str, str], int] = {}
        self._forms: dict[str, int] = {}
        self._terms: dict[str, int] = {}
        self._form_of: list[int] = []  # of each surface
        self._term_of: list[int] = []  # of each form

    def number(self, joined: str, codes: Ints, bounds: Ints) -> tuple[Ints, Ints]:
        """The number of each word in the table, and the surface of each of the table's words: -1
        where nothing is left of a word when it is folded."""
        numbers, new = self._table.number(codes, bounds)
        words = [joined[start:end] for start, end in bounds[new].tolist()]
        surfaces = np.fromiter(map(self._surface, words), np.int32, len(words))
        self._of_word = np.concatenate([self._of_word, surfaces])
        return numbers, self._of_word

    @property
    def nbytes(self) -> int:
        """Bytes of memory, about."""
        return self._of_word.size * WEIGHT

    @property
    def printed(self) -> Sequence[str]:
        """Each surface as it is printed."""
        return [printed for printed, _ in self._surfaces]

    @property
    def forms(self) -> Sequence[str]:
        """The forms."""
        return list(self._forms)

    @property
    def terms(self) -> Sequence[str]:
        """The terms."""
        return list(self._terms)

    @property
    def form_of(self) -> Ints:
        """The form of each surface."""
        return np.array(self._form_of, np.int32)

    @property
    def term_of(self) -> Ints:
        """The term of each form."""
        return np.array(self._term_of, np.int32)

    def _surface(self, word: str) -> int:
        form = word_form(word)
        if not form:
            return -1
        number = self._surfaces.setdefault((printed_form(word), form), len(self._surfaces))
        if number == len(self._form_of):
            self._form_of.append(self._form(form))
        return number

    def _form(self, form: str) -> int:
        number = self._forms.setdefault(form, len(self._forms))
        if number == len(self._term_of):
            self._term_of.append(self._terms.setdefault(stem(form), len(self._terms)))
        return number
