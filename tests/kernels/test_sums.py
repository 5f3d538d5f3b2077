"""Sums: plainly, a dictionary of documents and what every list that has them adds."""

from dataclasses import dataclass
from itertools import accumulate

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.index.embedded.group import Group
from search.kernels.sums import add_found, add_list, take_sums
from tests.effort import examples
from tests.kernels.packed import DOCUMENTS, Postings, few_documents, group_of
from tests.kernels.scoring import (
    LARGEST,
    LENGTHS,
    UNSCORED,
    masks,
    plain_score,
    some_weights,
    weighing_of,
)

Scored = dict[int, float]  # documents and their scores
NOTHING = np.empty(0)
WORDS = (DOCUMENTS + 63) // 64


@dataclass(frozen=True)
class Word:
    """A term to add: where it is looked for, and what it weighs; None where it does not score."""

    term: int
    mask: int
    weights: list[float] | None


words = st.lists(
    st.builds(Word, st.integers(0, 2), masks, st.none() | some_weights), min_size=1, max_size=4
)
documents = st.sets(st.integers(0, DOCUMENTS - 1), max_size=20) | st.just(set(range(60, 200)))
found_before = st.none() | documents.map(lambda docs: {doc: doc / 8 for doc in sorted(docs)})


class Sums:
    """The arrays, empty at first."""

    def __init__(self, is_scored: bool) -> None:
        self.marks = np.zeros(WORDS, np.uint64)
        self.sums = np.zeros(DOCUMENTS) if is_scored else NOTHING

    def add(self, group: Group, word: Word, largest: int) -> None:
        weighing = UNSCORED if word.weights is None else weighing_of(word.weights, largest)
        found = group.found(word.term)
        add_list(found.list, word.mask, weighing, self.marks, self.sums)

    def found(self, held: Scored, are_scored: bool = True) -> None:
        scores = np.array(list(held.values()), float) if are_scored else NOTHING
        add_found(np.array(list(held), np.int32), scores, self.marks, self.sums)

    def take(self) -> tuple[list[int], list[float]]:
        """And all are zeros again."""
        room = sum(bits.bit_count() for bits in self.marks.tolist())
        docs, scores = np.empty(room, np.int32), np.empty(room if self.sums.size else 0)
        assert take_sums(self.marks, self.sums, docs, scores) == room
        assert not self.marks.any()
        assert not self.sums.any()
        return docs.tolist(), scores.tolist()


def plain(terms: list[Postings], word: Word, largest: int) -> Scored:
    """What a word adds to the documents that it finds."""
    weights = word.weights or [0.0, 0.0, 0.0]
    counts = {
        doc: [len(where) for where in zones] for doc, zones in terms[word.term % len(terms)].items()
    }
    return {
        doc: plain_score(doc, tfs, word.mask, weights, LENGTHS[largest])
        for doc, tfs in counts.items()
        if any(tf and word.mask >> zone & 1 for zone, tf in enumerate(tfs))
    }


def added_up(parts: list[Scored]) -> Scored:
    total: Scored = {}
    for part in parts:
        for doc, score in part.items():
            total[doc] = total.get(doc, 0.0) + score
    return dict(sorted(total.items()))


A, B = {0: [[1], [], []], 70: [[], [], [1]]}, {70: [[1], [], []], 2_499: [[], [1], [2]]}
EVEN = [1.0, 1.0, 1.0]


@pytest.mark.parametrize(
    ("added", "docs", "reason"),
    [
        ([], [], "nothing was added"),
        ([Word(0, 0b111, EVEN)], [0, 70], "one list"),
        ([Word(0, 0b111, EVEN), Word(1, 0b111, EVEN)], [0, 70, 2_499], "two, one in both"),
        ([Word(0, 0b001, EVEN), Word(1, 0b010, EVEN)], [0, 2_499], "each in a zone of its own"),
        ([Word(0, 0b010, EVEN)], [], "where it does not stand"),
        ([Word(0, 0b111, [0.0] * 3)], [0, 70], "found, though it weighs nothing"),
        ([Word(0, 0b111, None), Word(1, 0b111, EVEN)], [0, 70, 2_499], "one that does not score"),
        ([Word(0, 0b111, EVEN), Word(0, 0b111, EVEN)], [0, 70], "one twice counts twice"),
    ],
)
@pytest.mark.parametrize("is_scored", [True, False])
def test_lists_add_up(added: list[Word], docs: list[int], reason: str, is_scored: bool) -> None:
    expected = added_up([plain([A, B], word, 200) for word in added])
    assert list(expected) == docs
    out = Sums(is_scored)
    with group_of([A, B], 2) as group:
        for word in added:
            out.add(group, word, 200)
    found, scores = out.take()
    assert found == docs, reason
    assert scores == (pytest.approx(list(expected.values())) if is_scored else [])


@settings(max_examples=examples(60), deadline=None)
@given(
    st.lists(few_documents, min_size=1, max_size=3),
    words,
    found_before,
    st.sampled_from(LARGEST),
    st.booleans(),
    st.booleans(),
)
def test_any_lists_add_up(
    terms: list[Postings],
    added: list[Word],
    before: Scored | None,
    largest: int,
    is_scored: bool,
    are_scored: bool,
) -> None:
    """On top of documents that were found already, with scores or without; twice, with the same
    arrays."""
    added = [Word(word.term % len(terms), word.mask, word.weights) for word in added]
    scored = {doc: score if are_scored else 0.0 for doc, score in (before or {}).items()}
    expected = added_up([scored, *(plain(terms, word, largest) for word in added)])
    out = Sums(is_scored)
    with group_of(terms, 2) as group:
        for _ in range(2):
            if before is not None:
                out.found(before, are_scored)
            for word in added:
                out.add(group, word, largest)
            docs, scores = out.take()
            assert docs == list(expected)
            assert scores == (pytest.approx(list(expected.values())) if is_scored else [])


@given(st.integers(0, 2**192 - 1) | st.sampled_from([1 << bit for bit in range(192)]))
def test_bits_are_taken_in_order(bits: int) -> None:
    out = Sums(False)
    out.marks[:3] = np.frombuffer(bits.to_bytes(24, "little"), np.uint64)
    assert out.take() == ([bit for bit in range(192) if bits >> bit & 1], [])


def test_every_bit_is_taken_alone_and_with_those_before_it() -> None:
    alone = [1 << bit for bit in range(64)]
    for bit, bits in enumerate(accumulate(alone)):
        for held, docs in ((1 << bit, [bit]), (bits, list(range(bit + 1)))):
            out = Sums(False)
            out.marks[0] = held
            assert out.take() == (docs, [])
