"""Expansions: what a prefix or a fuzzy word stands for in each segment, found and weighed at once
for all of its words."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from ...kernels import forms as kernels
from ...query.nodes import Fuzzy, Prefix
from ...schema import TEXT_FIELDS, Field
from ..expansion import expand, fields_of
from .group import TEXT, Group, Ints
from .view import Leaf, View


class Expansion(NamedTuple):
    """The words in order, each with a bit for each zone to look in; for each segment the documents
    that have them, the words' counts there, and where each word's documents start."""

    forms: list[str]
    masks: Ints
    found: list[tuple[Ints, Ints, Ints]]

    def stories(self, leaves: Iterable[Leaf]) -> Ints:
        """(words, zones): how many living stories have each word in each zone."""
        total: Ints = np.zeros((len(self.forms), 1), np.int64)
        for leaf, (docs, counts, at) in zip(leaves, self.found, strict=True):
            has = counts > 0
            if leaf.dead.size:
                has[np.isin(docs, leaf.dead)] = False
            total = total + _sums(has, at)
        return total


class Lexicon:
    """The words of a view, looked up once for each prefix or fuzzy word."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._known: dict[tuple[str, str, bool], dict[str, int]] = {}

    def forms(self, field: Field, begins: str) -> Iterable[str]:
        return self._of_field(field, begins, is_near=False)

    def near_forms(self, field: Field, form: str) -> Iterable[str]:
        return self._of_field(field, form, is_near=True)

    def expansion(self, node: Prefix | Fuzzy) -> Expansion:
        """What the node stands for."""
        fields = fields_of(node)
        masks: dict[str, int] = {}
        for field in fields:
            for form in expand(node, field, self):
                masks[form] = masks.get(form, 0) | _bit(field)
        groups = [leaf.segment.groups[_group_name(fields[0])] for leaf in self._view.leaves]
        found = [_find(group, list(masks)) for group in groups]
        return Expansion(list(masks), np.array(list(masks.values()), np.int64), found)

    def _of_field(self, field: Field, text: str, is_near: bool) -> Iterable[str]:
        key = (_group_name(field), text, is_near)
        if key not in self._known:
            self._known[key] = self._look_up(*key)
        bit = _bit(field)
        return (form for form, zones in self._known[key].items() if zones & bit)

    def _look_up(self, name: str, text: str, is_near: bool) -> dict[str, int]:
        """The forms that begin so, or are near, with a bit for each zone they stand in."""
        found: dict[str, int] = {}
        for leaf in self._view.leaves:
            group = leaf.segment.groups[name]
            if not group.is_empty:
                texts = group.forms.texts
                for number, form in texts.near(text) if is_near else texts.starting(text):
                    found[form] = found.get(form, 0) | group.forms.zones(number)
        return found


def _find(group: Group, forms: list[str]) -> tuple[Ints, Ints, Ints]:
    """The documents that have each form, the forms' counts there, and where each form's start."""
    zones = len(TEXT_FIELDS) if group.name == TEXT else 1
    if group.is_empty or not forms:
        return (
            np.empty(0, np.int32),
            np.zeros((0, zones), np.int32),
            np.zeros(len(forms) + 1, np.int64),
        )
    numbers = [group.forms.texts.find(form) for form in forms]
    terms = np.array([group.forms.term(n) if n >= 0 else -1 for n in numbers], np.int64)
    flags, flags_at = group.forms.flags(np.array(numbers, np.int64), terms)
    size = group.check_terms(terms[terms >= 0])
    docs = np.empty(size + 1, np.int32)
    counts = np.empty((size + 1, zones), np.int32)
    at = np.empty(len(forms) + 1, np.int64)
    arrays = (group.lists, group.table, group.form_bits, terms, flags, flags_at)
    n = kernels.find_forms(*arrays, docs, counts, at)
    return docs[:n], counts[:n], at


def _sums(has: Ints, at: Ints) -> Ints:
    """Sums of rows over runs; a run may be empty."""
    total = np.zeros((has.shape[0] + 1, has.shape[1]), np.int64)
    np.cumsum(has, axis=0, out=total[1:])
    return np.asarray(total[at[1:]] - total[at[:-1]])


def _group_name(field: Field) -> str:
    return TEXT if field.is_text else field.name


def _bit(field: Field) -> int:
    return 1 << TEXT_FIELDS.index(field) if field.is_text else 1
