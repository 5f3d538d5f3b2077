"""Expansions: the words that a prefix or a fuzzy word stands for, found in each segment and weighed
all at once."""

import weakref
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ...kernels.adding import add_entries, keep_entries, sum_entries
from ...kernels.entries import Entries, find_entries
from ...kernels.marks import mark
from ...kernels.scores import Weighing
from ...kernels.sorting import ZONE_BITS
from ...query.nodes import Fuzzy, Prefix
from ...schema import TEXT_FIELDS, Field
from ..expansion import fields_of
from .group import TEXT, Group, Ints
from .hits import Hits
from .scratch import borrow_sums
from .view import Leaf, View

if TYPE_CHECKING:
    from .search import Search

_UNWEIGHED = np.empty(0)


class Forms(NamedTuple):
    """Some forms of a group, in order: (segments, forms) the number of each, -1 where a segment
    does not have it, and a bit for each zone in which it stands anywhere."""

    numbers: Ints
    zones: Ints


class Lexicon:
    """The forms of a view, looked up once for each prefix or fuzzy word."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._known: dict[tuple[str, str, bool], Forms] = {}

    def count(self, node: Prefix | Fuzzy) -> int:
        """The most words that the node stands for in one of its fields."""
        fields = fields_of(node)
        zones = self._forms(node, _group_name(fields[0])).zones
        return max(int(np.count_nonzero(zones & _bit(field))) for field in fields)

    def find(self, node: Prefix | Fuzzy) -> tuple[Ints, str, int]:
        """The numbers of the words that the node stands for, as in ``Forms``; their group; and a
        bit for each zone that they are looked for in."""
        fields = fields_of(node)
        name, mask = _group_name(fields[0]), sum(map(_bit, fields))
        numbers, zones = self._forms(node, name)
        return numbers[:, np.flatnonzero(zones & mask)], name, mask

    def _forms(self, node: Prefix | Fuzzy, name: str) -> Forms:
        key = (name, node.form, isinstance(node, Fuzzy))
        if key not in self._known:
            groups = [leaf.segment.groups[name] for leaf in self._view.leaves]
            found = [_numbers(group, node) for group in groups]
            self._known[key] = _united(groups, found)
        return self._known[key]


class Expansion:
    """The words that a node stands for; what is asked of them is found once."""

    def __init__(self, search: "Search", node: Prefix | Fuzzy) -> None:
        self._search: Search = weakref.proxy(search)  # which keeps this one
        numbers, name, self._mask = search.lexicon.find(node)
        self._numbers = numbers
        self._groups = [leaf.segment.groups[name] for leaf in search.view.leaves]
        self._is_text = name == TEXT
        self._entries: dict[int, Entries] = {}
        self._stories = np.zeros(numbers.shape[1] << ZONE_BITS, np.int64)  # by key

    @cached_property
    def words(self) -> list[str]:
        """The words, folded."""
        leaves = (self._numbers >= 0).argmax(axis=0).tolist()
        return [
            self._groups[leaf].forms.texts[numbers[leaf]]
            for leaf, numbers in zip(leaves, self._numbers.T.tolist(), strict=True)
        ]

    @cached_property
    def weights(self) -> Ints:
        """What each word weighs in each zone, by key; none where they are of a name field."""
        if not self._is_text:
            return _UNWEIGHED
        for leaf in self._search.view.leaves:
            self.entries(leaf)
        return self._search.weights.of_stories(self._stories.reshape(-1, 1 << ZONE_BITS)).ravel()

    def entries(self, leaf: Leaf) -> Entries:
        """Where the words stand in a segment."""
        if leaf.number not in self._entries:
            self._entries[leaf.number] = self._find(leaf)
        return self._entries[leaf.number]

    def add(self, leaf: Leaf, within: Ints | None, marks: Ints, sums: Ints) -> int:
        """Mark the stories of a segment that have the words and, where there are sums, add what
        these score; with ``within``, of these stories only. How many at most."""
        entries = self._of(leaf, within)
        add_entries(entries, self._weighing(leaf, sums.size > 0), marks, sums)
        return int(entries.docs.size)

    def hits(self, leaf: Leaf, within: Ints | None, is_scored: bool) -> Hits:
        """The stories of a segment that have the words; with ``within``, of these only."""
        entries, empty = self._of(leaf, within), self._search.arena.empty
        room = min(entries.docs.size, leaf.size)
        has_scores = is_scored and self._is_text
        hits = Hits(empty(room, np.int32), empty(room if has_scores else 0, float))
        with borrow_sums(leaf.size) as (marks, _):
            before = empty(marks.size, np.int32)
            weighing = self._weighing(leaf, has_scores)
            return hits.first(sum_entries(entries, weighing, marks, before, *hits))

    def _weighing(self, leaf: Leaf, is_scored: bool) -> Weighing:
        weights = self.weights if is_scored else _UNWEIGHED
        return Weighing(weights, *self._search.weights.parts(leaf))

    def _of(self, leaf: Leaf, within: Ints | None) -> Entries:
        """The entries of all stories, or of some."""
        entries = self.entries(leaf)
        if within is None:
            return entries
        wanted = np.zeros((leaf.size + 63) // 64, np.uint64)
        mark(within, wanted)
        kept = self._room(entries.docs.size)
        return kept.first(keep_entries(entries, wanted, kept))

    def _find(self, leaf: Leaf) -> Entries:
        group = self._groups[leaf.number]
        words = _by_term(group, self._numbers[leaf.number])
        entries = self._room(group.check_terms(words[:, 0]))
        if not words.size:
            return entries.first(0)
        held = (group.lists, group.table, group.form_bits, group.with_zone)
        arrays = (*held, group.forms.of_terms, words)
        n = find_entries(*arrays, self._mask, leaf.alive, self._stories, entries)
        return entries.first(n)

    def _room(self, count: int) -> Entries:
        """Room for so many, and for one that is not kept."""
        return Entries(*self._search.arena.empty(3 * (count + 1), np.int32).reshape(3, -1))


def _numbers(group: Group, node: Prefix | Fuzzy) -> Ints:
    """The numbers of the forms in a group that the node stands for."""
    if group.is_empty:
        return np.empty(0, np.int64)
    texts = group.forms.texts
    if isinstance(node, Fuzzy):
        return texts.near(node.form)
    found = texts.starting(node.form)
    return np.arange(found.start, found.stop)


def _united(groups: Sequence[Group], found: Sequence[Ints]) -> Forms:
    """The forms that were found in each segment, each once."""
    zones = [group.forms.zones(numbers) for group, numbers in zip(groups, found, strict=True)]
    if len(found) == 1:
        return Forms(found[0][np.newaxis], zones[0])
    texts = [group.forms.texts.some(numbers) for group, numbers in zip(groups, found, strict=True)]
    columns = {text: n for n, text in enumerate(sorted({text for some in texts for text in some}))}
    united = Forms(
        np.full((len(found), len(columns)), -1, np.int64), np.zeros(len(columns), np.uint8)
    )
    for leaf, some in enumerate(texts):
        at = [columns[text] for text in some]
        united.numbers[leaf, at] = found[leaf]
        united.zones[at] |= zones[leaf]
    return united


def _by_term(group: Group, numbers: Ints) -> Ints:
    """Of the words that a group has, (words, 3): term, form and number of each, in order of
    term."""
    held = np.flatnonzero(numbers >= 0)
    forms = numbers[held]
    terms = group.forms.terms(forms)
    order = terms.argsort(kind="stable")
    words = np.empty((held.size, 3), np.int32)
    for column, values in enumerate((terms, forms, held)):
        words[:, column] = values[order]
    return words


def _group_name(field: Field) -> str:
    return TEXT if field.is_text else field.name


def _bit(field: Field) -> int:
    return 1 << TEXT_FIELDS.index(field) if field.is_text else 1
