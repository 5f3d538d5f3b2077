"""Sought: one thing to look up in a group: a term, a folded form of it, or a word as printed."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

import numpy as np

from ...query.nodes import Exact, Leaf, Phrase, Word
from ...schema import FIELDS, TEXT_FIELDS, Field
from ...text import is_printed_as, stem, word_form
from ..scoring import Term
from .runs import Ints

TEXT = "text"  # the group of headline, standfirst and body


class Sought(NamedTuple):
    """``form`` None: the term in all its surfaces; else those of this form, or so printed."""

    group: str
    term: str
    kind: Literal["term", "form", "printed"] = "term"
    form: str | None = None

    def flags(self, surfaces: Iterable[tuple[str, str]]) -> Ints:
        """Which of a term's surfaces, each a form and a word as printed, are sought."""
        wanted = self.form or ""
        if self.kind == "form":
            return np.array([form == wanted for form, _ in surfaces], np.uint8)
        return np.array([is_printed_as(printed, wanted) for _, printed in surfaces], np.uint8)


def sought_of(term: Term, field: Field) -> Sought:
    """What to look up for a term of scoring."""
    if not field.is_text:
        return Sought(field.name, word_form(term.text) if term.kind == "printed" else term.text)
    if term.kind == "term":
        return Sought(TEXT, term.text)
    form = term.text if term.kind == "form" else word_form(term.text)
    return Sought(TEXT, stem(form), term.kind, term.text)


def words_of(leaf: Leaf) -> list[Sought]:
    """The words of a leaf that is neither prefix nor fuzzy word, in order."""
    if isinstance(leaf, Phrase) and leaf.field in FIELDS and not FIELDS[leaf.field].is_text:
        return [Sought(leaf.field, form) for form in leaf.forms]
    match leaf:
        case Word(form):
            terms = [Term("term", stem(form))]
        case Exact(form):
            terms = [Term("printed", form)]
        case Phrase(forms, _, True):
            terms = [Term("printed", form) for form in forms]
        case Phrase(forms):
            terms = [Term("term", stem(form)) for form in forms]
        case _:
            raise TypeError(f"{leaf} stands for more than one word")
    return [sought_of(term, TEXT_FIELDS[0]) for term in terms]
