"""Several words at once: where and how often they stand, in how many stories, and what they add to
scores."""

from collections import Counter
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.index.embedded.group import Group
from search.kernels.adding import add_entries, keep_entries, sum_entries
from search.kernels.entries import Entries, Surfaces, find_entries
from search.kernels.scores import Weighing
from search.kernels.sorting import ZONE_BITS
from tests.effort import examples
from tests.kernels.packed import (
    CROWD,
    DOCUMENTS,
    MANY_COUNTS,
    ZONES,
    Postings,
    few_documents,
    group_of,
    postings,
)
from tests.kernels.scoring import (
    LARGEST,
    LENGTHS,
    UNSCORED,
    masks,
    plain_score,
    some_weights,
    weighing_of,
)

Entry = tuple[int, int, int]  # a document; a word and a zone, its key; how often
WORDS = DOCUMENTS // 64 + 1  # of bits
NO_DOCUMENTS = np.empty(0, np.uint8)


class Printed(NamedTuple):
    """Each term has so many surfaces, and place n is of surface n % so many; these are in turn of
    so many forms, numbered through all terms."""

    surfaces: int
    forms: int

    def of_terms(self, terms: int) -> Surfaces:
        forms = np.arange(self.surfaces) % self.forms + self.forms * np.arange(terms)[:, None]
        return Surfaces(forms.ravel().astype(np.int32), self.surfaces * np.arange(terms + 1))


printed = st.builds(
    lambda few, more: Printed(few + more, few), st.integers(1, 3), st.integers(0, 2)
)


def plain(terms: list[Postings], words: list[int], how: Printed, mask: int) -> Counter[Entry]:
    """Word n is form ``words[n]``. Every entry once."""
    found: Counter[Entry] = Counter()
    for n, form in enumerate(words):
        for doc, zones in terms[form // how.forms].items():
            for zone, places in enumerate(zones):
                surfaces = [place % how.surfaces for place in places]
                times = sum(surface % how.forms == form % how.forms for surface in surfaces)
                if times and mask >> zone & 1:
                    found[doc, n << ZONE_BITS | zone, times] = 1
    return found


def found(
    group: Group, how: Printed, words: list[int], mask: int, alive: np.ndarray
) -> tuple[Counter[Entry], list[int]]:
    """The entries that the kernel finds, and by key how many stories."""
    rows = sorted((form // how.forms, form, n) for n, form in enumerate(words))
    held = np.array(rows, np.int32).reshape(-1, 3)
    stories = np.zeros(len(words) << ZONE_BITS, np.int64)
    room = 1 + int(group.totals[np.unique(held[:, 0])].sum())
    entries = Entries(*(np.empty(room, np.int32) for _ in range(3)))
    arrays = (group.lists, group.table, group.form_bits, group.with_zone)
    given_ = (*arrays, how.of_terms(len(group.terms)), held)
    n = find_entries(*given_, mask, alive, stories, entries)
    rows = zip(*(column[:n].tolist() for column in entries), strict=True)
    return Counter(rows), stories.tolist()


def counted(entries: Counter[Entry], keys: int, alive: np.ndarray) -> list[int]:
    living = Counter(key for doc, key, _ in entries if not alive.size or alive[doc])
    return [living[key] for key in range(keys)]


lists = st.lists(postings(), min_size=1, max_size=3)


@settings(max_examples=examples(60), deadline=None)
@given(lists, printed, masks, st.data())
def test_words_are_found_where_they_stand(
    terms: list[Postings], how: Printed, mask: int, data: st.DataObject
) -> None:
    """One of a term's forms, some or all; of several terms at once."""
    forms = st.integers(0, len(terms) * how.forms - 1)
    words = data.draw(st.lists(forms, max_size=8, unique=True))
    with group_of(terms, how.surfaces) as group:
        entries, stories = found(group, how, words, mask, NO_DOCUMENTS)
    expected = plain(terms, words, how, mask)
    assert entries == expected
    assert stories == counted(expected, len(words) << ZONE_BITS, NO_DOCUMENTS)


@settings(max_examples=examples(30), deadline=None)
@given(few_documents, printed, masks, st.integers(2, 9))
def test_stories_are_counted_that_live(held: Postings, how: Printed, mask: int, dying: int) -> None:
    """The dead have entries too: they are left out of what is found in the end."""
    alive = (np.arange(DOCUMENTS) % dying > 0).astype(np.uint8)
    words = list(range(how.forms))
    with group_of([held], how.surfaces) as group:
        entries, stories = found(group, how, words, mask, alive)
    expected = plain([held], words, how, mask)
    assert entries == expected
    assert stories == counted(expected, how.forms << ZONE_BITS, alive)


@pytest.mark.parametrize("held", [MANY_COUNTS, CROWD], ids=["many counts", "many documents"])
@pytest.mark.parametrize("words", [[0], [1], [1, 0]], ids=["one of two forms", "the other", "both"])
def test_counts_may_be_rare_and_documents_many(held: Postings, words: list[int]) -> None:
    how = Printed(surfaces=2, forms=2)
    with group_of([held], how.surfaces) as group:
        entries, _ = found(group, how, words, 7, NO_DOCUMENTS)
    assert entries == plain([held], words, how, 7)


some_entries = st.dictionaries(
    st.tuples(st.integers(0, DOCUMENTS - 1), st.integers(0, 3), st.integers(0, ZONES - 1)),
    st.integers(1, 9),
    max_size=12,
)


@given(
    some_entries,
    st.lists(some_weights, min_size=4, max_size=4),
    st.sampled_from(LARGEST),
    st.booleans(),
)
def test_entries_add_up(
    held: dict[tuple[int, int, int], int],
    weights: list[list[float]],
    largest: int,
    is_scored: bool,
) -> None:
    """To what the word weighs in the zone; unscored, documents are marked alone."""
    by_key = np.array([[*row, 0.0] for row in weights]).ravel() if is_scored else np.empty(0)
    marks, sums = np.zeros(WORDS, np.uint64), np.zeros(DOCUMENTS)
    _, *scales = weighing_of(weights[0], largest) if is_scored else UNSCORED
    weighing = Weighing(by_key, *scales)
    add_entries(as_entries(held), weighing, marks, sums)
    expected: dict[int, float] = {}
    for (doc, word, zone), tf in held.items():
        tfs = [tf if n == zone else 0 for n in range(ZONES)]
        score = plain_score(doc, tfs, 7, weights[word], LENGTHS[largest]) if is_scored else 0.0
        expected[doc] = expected.get(doc, 0.0) + score
    assert marks.tolist() == bits_of(set(expected)).tolist()
    assert sums.tolist() == pytest.approx([expected.get(doc, 0.0) for doc in range(DOCUMENTS)])
    summed = summed_up(as_entries(held), weighing, len(expected) if is_scored else 0)
    assert summed[0] == sorted(expected)
    assert summed[1] == pytest.approx([expected[doc] for doc in summed[0]] if is_scored else [])


@given(some_entries, st.sets(st.integers(0, DOCUMENTS - 1)))
def test_entries_of_some_documents_are_kept(
    held: dict[tuple[int, int, int], int], others: set[int]
) -> None:
    entries, wanted = as_entries(held), {doc for doc, _, _ in list(held)[::2]} | others
    kept = Entries(*(np.empty(len(held) + 1, np.int32) for _ in range(3)))
    n = keep_entries(entries, bits_of(wanted), kept)
    rows = [row for row in zip(*as_rows(entries), strict=True) if row[0] in wanted]
    assert list(zip(*as_rows(kept.first(n)), strict=True)) == rows


def summed_up(entries: Entries, weighing: Weighing, scored: int) -> tuple[list[int], list[float]]:
    """The documents and their sums by themselves, with room for so many sums."""
    docs, scores = np.empty(entries.docs.size, np.int32), np.full(scored, 9.0)
    marks, before = np.zeros(WORDS, np.uint64), np.empty(WORDS, np.int32)
    n = sum_entries(entries, weighing, marks, before, docs, scores)
    assert not marks.any()
    return docs[:n].tolist(), scores.tolist()


def as_entries(held: dict[tuple[int, int, int], int]) -> Entries:
    rows = [(doc, word << ZONE_BITS | zone, tf) for (doc, word, zone), tf in held.items()]
    return Entries(*np.array(rows, np.int32).reshape(-1, 3).T.copy())


def as_rows(entries: Entries) -> list[list[int]]:
    return [column.tolist() for column in entries]


def bits_of(docs: set[int]) -> np.ndarray:
    """A bit for each document."""
    bits = np.zeros(WORDS, np.uint64)
    for doc in docs:
        bits[doc >> 6] |= np.uint64(1 << (doc & 63))
    return bits
