"""Marks: plainly, a set of documents, and the place of each in order."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.index.embedded.hot import CODES, NO_MARKS, SHARE, Marked
from search.kernels.marks import (
    mark,
    mark_list,
    meet_marks,
    part_marks,
    postings_in,
    take_marks,
)
from tests.effort import examples
from tests.kernels.packed import DOCUMENTS, Postings, few_documents, group_of

WORDS = (DOCUMENTS + 63) // 64
some = st.sets(st.integers(0, DOCUMENTS - 1), max_size=20) | st.just(set(range(60, 200)))


def bits_of(docs: set[int]) -> np.ndarray:
    marks = np.zeros(WORDS, np.uint64)
    mark(np.array(sorted(docs), np.int32), marks)
    return marks


@given(some)
def test_documents_are_marked(docs: set[int]) -> None:
    """Others stay so."""
    marks = np.zeros(WORDS, np.uint64)
    marks[1] = 1
    mark(np.array(sorted(docs), np.int32), marks)
    assert int.from_bytes(marks.tobytes(), "little") == sum(1 << doc for doc in docs | {64})


@settings(max_examples=examples(50), deadline=None)
@given(few_documents, some)
def test_a_list_is_marked(held: Postings, asked: set[int]) -> None:
    """Which of some documents it has, which not, and where those it has stand in it."""
    marks, before = np.zeros(WORDS, np.uint64), np.zeros(WORDS, np.int32)
    with group_of([{5: [[1], [], []]}, held], 2) as group:
        found = group.found(1)
        codes = np.zeros(CODES, np.uint8)
        mark_list(found.list, marks, before, codes)
        first = found.list.posting
        held_codes = group.lists.codes[first : first + len(held)]
    assert set(np.flatnonzero(codes)) == set(held_codes)
    docs, kept = np.array(sorted(asked), np.int32), np.empty(len(asked), np.int64)
    n = part_marks(marks, docs, kept)
    assert docs[kept[:n]].tolist() == sorted(asked - held.keys())
    n = meet_marks(marks, docs, kept)
    assert docs[:n].tolist() == sorted(asked & held.keys())
    assert [sorted(asked)[at] for at in kept[:n].tolist()] == docs[:n].tolist()
    order = {doc: first + number for number, doc in enumerate(held)}
    postings_in(marks, before, first, docs[:n], kept)
    assert kept[:n].tolist() == [order[doc] for doc in docs[:n].tolist()]


@given(some, some | st.none())
def test_marks_are_taken(one: set[int], other: set[int] | None) -> None:
    """With those of another list, which stay there; or alone."""
    marks, others = bits_of(one), NO_MARKS if other is None else bits_of(other)
    held, out = others.copy(), np.empty(DOCUMENTS, np.int32)
    n = take_marks(marks, others, out)
    assert out[:n].tolist() == sorted(one | (other or set()))
    assert not marks.any()
    assert (others == held).all()


@pytest.mark.parametrize(
    ("size", "stories", "is_marked", "reason"),
    [
        (4, 4 * SHARE, True, "one story in so many has it"),
        (4, 4 * SHARE + 1, False, "fewer do"),
        (4, 4, True, "all have it"),
    ],
)
def test_common_words_are_marked(size: int, stories: int, is_marked: bool, reason: str) -> None:
    held: Postings = {doc: [[1], [], []] for doc in range(size)}
    with group_of([held], 2) as group:
        found = group.found(0)
        marked = Marked(stories)
        marks = marked.of(found.list)
        assert (marks is not None) == is_marked, reason
        assert marked.of(found.list) is marks


def test_marks_take_a_bounded_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of longest ago are made again."""
    monkeypatch.setattr("search.index.embedded.hot.MEMORY", 12)  # of one list of 64 stories
    held: Postings = {doc: [[1], [], []] for doc in range(8)}
    with group_of([held, held, held], 2) as group:
        marked = Marked(64)
        lists = [group.found(term).list for term in range(3)]
        first = marked.of(lists[0])
        assert marked.of(lists[0]) is first
        for one in (*lists[1:], *lists[1:]):
            assert marked.of(one).bits.tolist() == first.bits.tolist()
        assert marked.of(lists[0]) is not first
