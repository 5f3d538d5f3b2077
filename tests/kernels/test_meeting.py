"""Meeting: plainly, sets: the documents of one that stand in another, or do not."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.kernels.lists import BLOCK
from search.kernels.meeting import is_in_zones, keep_zones, meet, meet_list, part
from tests.effort import examples
from tests.kernels.packed import MANY_COUNTS, ZONES, Postings, group_of, postings

ALL = 2**ZONES - 1
Scored = dict[int, float]  # documents and their scores
masks = st.integers(0, ALL)
held_postings = postings() | st.just(MANY_COUNTS)


def is_there(zones: list[list[int]], mask: int) -> bool:
    """Whether a term stands in a zone of the mask."""
    return any(where and mask >> zone & 1 for zone, where in enumerate(zones))


@pytest.mark.parametrize(
    ("counts", "mask", "is_found", "reason"),
    [
        ([1, 0, 0], 0b111, True, "in a zone of all"),
        ([0, 0, 2], 0b100, True, "in the zone"),
        ([0, 0, 2], 0b011, False, "in another only"),
        ([1, 0, 2], 0b010, False, "around it"),
        ([3, 3, 3], 0b000, False, "no zone is looked in"),
        ([0, 0, 0], 0b111, False, "nowhere"),
    ],
)
def test_a_term_is_in_zones(counts: list[int], mask: int, is_found: bool, reason: str) -> None:
    assert is_in_zones(np.array([counts], np.int32), 0, mask) == is_found, reason


def meet_by_list(held: Postings, mask: int, asked: list[int]) -> tuple[list[int], list[int]]:
    """The documents kept, and where each stood; their postings are those of the term, which is
    the second of its group."""
    with group_of([{5: [[1], [], []]}, held], 2) as group:
        found = group.found(1)
        docs = np.array(asked, np.int32)
        kept, at = np.empty(docs.size, np.int64), np.empty(docs.size, np.int64)
        n = meet_list(found.list, mask, docs, kept, at)
        order = {doc: found.list.posting + number for number, doc in enumerate(held)}
    assert at[:n].tolist() == [order[doc] for doc in docs[:n].tolist()]
    return docs[:n].tolist(), kept[:n].tolist()


FAR = {n: [[], [], [1]] for n in range(0, 1_000, 2)}  # four blocks
BOTH = {1: [[4], [], []], 2: [[], [], [4]], 3: [[4], [], [7]]}


@pytest.mark.parametrize(
    ("held", "mask", "asked", "kept", "reason"),
    [
        (BOTH, ALL, [0, 1, 3, 4], [1, 3], "those that have the term"),
        (BOTH, 0b001, [1, 2, 3], [1, 3], "in the headline"),
        (BOTH, 0b010, [1, 2, 3], [], "never in the standfirst"),
        (BOTH, ALL, [], [], "none is asked of"),
        (BOTH, ALL, [4, 2**30], [], "all are behind the list's last"),
        ({7: [[1], [], []]}, ALL, [0, 1], [], "all are before its first"),
        (FAR, ALL, [0, 998], [0, 998], "the first and the last, blocks apart"),
        (FAR, ALL, [254, 255, 256], [254, 256], "a block's last, and the next one's first"),
        (FAR, ALL, [255, 257, 600, 601, 998, 999], [600, 998], "beside them; blocks passed over"),
        ({n: [[1], [], []] for n in range(BLOCK)}, ALL, [127, 128], [127], "one block, just full"),
    ],
)
def test_documents_meet_a_list(
    held: Postings, mask: int, asked: list[int], kept: list[int], reason: str
) -> None:
    expected = [doc for doc in asked if doc in held and is_there(held[doc], mask)]
    assert expected == kept
    assert meet_by_list(held, mask, asked) == (kept, [asked.index(doc) for doc in kept]), reason


@settings(max_examples=examples(50), deadline=None)
@given(held_postings, masks, st.data())
def test_any_documents_meet_a_list(held: Postings, mask: int, data: st.DataObject) -> None:
    number = st.integers(0, 2_000) | st.sampled_from(sorted(held))
    asked = sorted(data.draw(st.sets(number) | st.just(set(held))))
    expected = [doc for doc in asked if doc in held and is_there(held[doc], mask)]
    assert meet_by_list(held, mask, asked) == (expected, [asked.index(doc) for doc in expected])


@settings(max_examples=examples(50), deadline=None)
@given(held_postings, masks)
def test_documents_are_kept_that_have_the_term_in_a_zone(held: Postings, mask: int) -> None:
    """The list's own, each with its posting."""
    with group_of([{5: [[1], [], []]}, held], 2) as group:
        first = group.found(1).list.posting
        docs, at = np.array(list(held), np.int32), np.empty(len(held), np.int64)
        n = keep_zones(group.lists, first, docs, mask, at)
        kept = [number for number, zones in enumerate(held.values()) if is_there(zones, mask)]
    assert docs[:n].tolist() == [list(held)[number] for number in kept]
    assert at[:n].tolist() == [first + number for number in kept]


# documents that were found already


def arrays(held: Scored, is_scored: bool) -> tuple[np.ndarray, np.ndarray]:
    scores = np.array(list(held.values()), float) if is_scored else np.empty(0)
    return np.array(list(held), np.int32), scores


@pytest.mark.parametrize(
    ("held", "others", "kept", "reason"),
    [
        ({1: 0.5, 3: 1.0}, {1: 2.0, 2: 9.0, 3: 4.0}, {1: 2.5, 3: 5.0}, "in both, with both scores"),
        ({1: 0.5}, {2: 1.0}, {}, "in none of both"),
        ({}, {2: 1.0}, {}, "there are none"),
        ({2: 1.0}, {}, {}, "or no others"),
        ({9: 1.0}, {n: n / 10 for n in range(10)}, {9: 1.9}, "the last of many"),
        ({5: 1.0, 6: 1.0}, dict.fromkeys(range(0, 90, 5), 0.5), {5: 1.5}, "no leap goes too far"),
        (dict.fromkeys(range(70), 1.0), {0: 1.0, 69: 2.0}, {0: 2.0, 69: 3.0}, "few among many"),
    ],
)
def test_documents_meet_others(held: Scored, others: Scored, kept: Scored, reason: str) -> None:
    docs, scores = arrays(held, True)
    n = meet(docs, scores, *arrays(others, True))
    assert dict(zip(docs[:n].tolist(), scores[:n].tolist(), strict=True)) == kept, reason


numbers = st.integers(0, 60) | st.integers(0, 2**31 - 1)
scored = st.dictionaries(numbers, st.floats(0, 9), max_size=40).map(
    lambda held: dict(sorted(held.items()))
)
crowd = st.integers(0, 300).map(lambda n: {3 * doc: doc / 7 for doc in range(n)})


@given(scored | crowd, scored | crowd, st.booleans(), st.booleans())
def test_any_documents_meet_others(
    held: Scored, others: Scored, is_scored: bool, are_scored: bool
) -> None:
    """Others that do not score add nothing; without scores of their own none are worked out."""
    docs, scores = arrays(held, is_scored)
    n = meet(docs, scores, *arrays(others, are_scored))
    both = [doc for doc in held if doc in others]
    assert docs[:n].tolist() == both
    expected = [held[doc] + (others[doc] if are_scored else 0.0) for doc in both]
    assert scores[:n].tolist() == (expected if is_scored else [])


@given(scored | crowd, scored | crowd)
def test_documents_part_from_others(held: Scored, others: Scored) -> None:
    (docs, _), (unwanted, _) = arrays(held, False), arrays(others, False)
    kept = np.empty(docs.size, np.int64)
    n = part(docs, unwanted, kept)
    assert docs[kept[:n]].tolist() == [doc for doc in held if doc not in others]
