"""Filters: plainly, each is a test of one document; a document is stopped by none of them, by one,
or by several."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.kernels.counting import NONES
from search.kernels.filtering import MANY, fail_by_day, fail_by_value, find_days, passing
from tests.effort import examples
from tests.kernels.columns import Documents, columns, some_of, table_of

Days = list[tuple[int, bool]]  # of each document, and whether it is proved
Wanted = tuple[set[int], set[int]]  # values wanted, and unwanted; the last stands for none


def plain_value(values: list[int], every: int, wanted: set[int], unwanted: set[int]) -> bool:
    """Whether a document passes."""
    held = set(values) or {every}
    return (not wanted or bool(held & wanted)) and not held & unwanted


def plain_day(day: int, is_certain: bool, bounds: tuple[int, int, bool]) -> bool:
    since, until, only_certain = bounds
    if only_certain and not is_certain:
        return False
    return not (since or until) or (day > 0 and since <= day <= (until or day))


def plain_failed(passed: list[bool], number: int, failed: list[int]) -> list[int]:
    """What each document is marked with when filter ``number`` has passed some."""
    return [
        before if passes else (MANY if before else number)
        for passes, before in zip(passed, failed, strict=True)
    ]


def flags(chosen: set[int], every: int) -> np.ndarray:
    """A flag for each number that stands in a slot; those that fill slots up stand for nothing."""
    out = np.zeros(every + 2 * NONES, np.uint8)
    out[[value for value in chosen if value < every]] = 1
    out[every : every + NONES] = every in chosen
    return out


def by_value(docs: np.ndarray, documents: Documents, every: int, one: Wanted) -> list[bool]:
    """Which documents pass, by the kernel."""
    failed = np.zeros(docs.size, np.uint8)
    held = (flags(one[0], every), flags(one[1], every), bool(one[0]))
    fail_by_value(docs, table_of((every, documents)).table, 0, *held, 1, failed)
    return (failed == 0).tolist()


@pytest.mark.parametrize(
    ("every", "documents", "wanted", "unwanted", "passed", "reason"),
    [
        (3, [[0], [1], []], {0}, set(), [True, False, False], "the wanted value"),
        (3, [[0], [1], [2]], {0, 2}, set(), [True, False, True], "either will do"),
        (3, [[0], [1], []], set(), {0}, [False, True, True], "all but the unwanted"),
        (3, [[0], [1], []], {3}, set(), [False, False, True], "those without any"),
        (3, [[0], [1], []], set(), {3}, [True, True, False], "those with some"),
        (3, [[0], [1], []], {0, 3}, set(), [True, False, True], "one value, or none"),
        (3, [[0], [1], []], {0}, {0}, [False, False, False], "unwanted tells"),
        (3, [[0], [1], []], set(), set(), [True, True, True], "nothing is asked"),
        (3, [[1, 0], [2, 1], [2]], {0}, set(), [True, False, False], "its second value will do"),
        (3, [[1, 0], [2, 1], [2]], set(), {1}, [False, False, True], "none of its values may be"),
        (3, [[1, 0], [0], []], {0}, {1}, [False, True, False], "wanted and unwanted at once"),
        (3, [[1, 0], [], [2]], {3}, set(), [False, True, False], "none beside some with several"),
        (256, [[255], [0], []], {255, 256}, set(), [True, False, True], "in two bytes"),
        (65_536, [[256], [0], []], {256}, set(), [True, False, False], "in three"),
        (0, [[], []], set(), {0}, [False, False], "a property that nobody has"),
    ],
)
def test_values_pass(
    every: int,
    documents: Documents,
    wanted: set[int],
    unwanted: set[int],
    passed: list[bool],
    reason: str,
) -> None:
    assert [plain_value(values, every, wanted, unwanted) for values in documents] == passed
    docs = np.arange(len(documents), dtype=np.int32)
    assert by_value(docs, documents, every, (wanted, unwanted)) == passed, reason


@pytest.mark.parametrize("documents", [[[0], [1], []], [[0, 1], [1], []]])  # one each, or several
def test_a_wanted_value_that_no_document_has_stops_all(documents: Documents) -> None:
    """No flag is set then, for the column does not have the value; it is wanted all the same."""
    failed, nothing = np.zeros(3, np.uint8), flags(set(), 2)
    docs = np.arange(3, dtype=np.int32)
    fail_by_value(docs, table_of((2, documents)).table, 0, nothing, nothing, True, 1, failed)
    assert failed.tolist() == [1, 1, 1]


@pytest.mark.parametrize(
    ("day", "is_certain", "bounds", "passes", "reason"),
    [
        (5, True, (5, 0, False), True, "the first day is included"),
        (4, True, (5, 0, False), False, "before it"),
        (5, True, (0, 5, False), True, "the last is too"),
        (6, True, (0, 5, False), False, "behind it"),
        (5, True, (5, 5, False), True, "one day"),
        (0, False, (5, 0, False), False, "no bound lets the undated pass"),
        (0, False, (0, 5, False), False, "nor is undated before any day"),
        (0, False, (0, 0, False), True, "without bounds they pass"),
        (5, False, (0, 0, True), False, "only what is proved"),
        (5, True, (0, 0, True), True, "and this is"),
        (5, False, (5, 5, True), False, "the day alone will not do"),
        (4, True, (5, 5, True), False, "nor the proof alone"),
    ],
)
def test_days_pass(
    day: int, is_certain: bool, bounds: tuple[int, int, bool], passes: bool, reason: str
) -> None:
    assert plain_day(day, is_certain, bounds) == passes
    failed, doc = np.zeros(1, np.uint8), np.zeros(1, np.int32)
    days, certain = np.array([day], np.int32), np.array([is_certain], np.uint8)
    fail_by_day(doc, days, certain, *bounds, 1, failed)
    assert failed.tolist() == [0 if passes else 1], reason
    assert find_days(days, certain, *bounds, np.empty(2, np.int32)) == passes


@st.composite
def filters(draw: st.DrawFn, every: int, documents: Documents) -> list[Wanted]:
    """Some filters, of values that the documents have mostly."""
    held = {value for values in documents for value in values}
    value = st.sampled_from([*sorted(held), every]) | st.integers(0, every)
    return draw(st.lists(st.tuples(*[st.sets(value, max_size=3)] * 2), max_size=3))


day = st.just(0) | st.integers(1, 9)
days = st.lists(st.tuples(day, st.booleans()), min_size=1, max_size=9)


@settings(max_examples=examples(60), deadline=None)
@given(columns(), days, st.tuples(day, day, st.booleans()), st.data())
def test_filters_stop_documents_one_by_one(
    drawn: tuple[int, Documents],
    dated: Days,
    bounds: tuple[int, int, bool],
    data: st.DataObject,
) -> None:
    """Some by value and one by day; of what they stop each can be taken back."""
    every, documents = drawn
    docs = data.draw(some_of(documents))
    held = [dated[doc % len(dated)] for doc in range(len(documents))]
    asked = data.draw(filters(every, documents))
    failed, expected = np.zeros(docs.size, np.uint8), [0] * docs.size
    table = table_of(drawn).table
    for number, (wanted, unwanted) in enumerate(asked, start=1):
        chosen = (flags(wanted, every), flags(unwanted, every), bool(wanted))
        fail_by_value(docs, table, 0, *chosen, number, failed)
        passed = [plain_value(documents[doc], every, wanted, unwanted) for doc in docs]
        expected = plain_failed(passed, number, expected)
    number = len(asked) + 1
    kinds = (np.array([n for n, _ in held], np.int32), np.array([p for _, p in held], np.uint8))
    fail_by_day(docs, *kinds, *bounds, number, failed)
    expected = plain_failed([plain_day(*held[doc], bounds) for doc in docs], number, expected)
    assert failed.tolist() == expected


@given(days, st.tuples(day, day, st.booleans()))
def test_the_documents_of_some_days_are_found(dated: Days, bounds: tuple[int, int, bool]) -> None:
    """Those that the filter by day lets pass, of all."""
    kinds = np.array([n for n, _ in dated], np.int32), np.array([p for _, p in dated], np.uint8)
    docs = np.empty(len(dated) + 1, np.int32)
    n = find_days(*kinds, *bounds, docs)
    assert docs[:n].tolist() == [doc for doc, one in enumerate(dated) if plain_day(*one, bounds)]


@pytest.mark.parametrize(
    ("failed", "own", "kept", "reason"),
    [
        ([0, 1, 2, MANY], 0, [10], "what no filter stops"),
        ([0, 1, 2, MANY], 1, [10, 11], "and what filter 1 alone stops"),
        ([0, 1, 2, MANY], 3, [10], "a filter that stops nothing"),
        ([1, 1, 1, 1], 0, [], "all are stopped"),
        ([0, 0, 0, 0], 1, [10, 11, 12, 13], "none is"),
    ],
)
@pytest.mark.parametrize("scores", [[], [0.5, 1.5, 2.5, 3.5]])
def test_documents_pass_with_their_scores(
    failed: list[int], own: int, kept: list[int], reason: str, scores: list[float]
) -> None:
    assert passed_by([10, 11, 12, 13], scores, failed, own) == (
        kept,
        [scores[doc - 10] for doc in kept if scores],
    ), reason


found = st.lists(
    st.tuples(st.floats(0, 9), st.sampled_from([0, 1, 2, 3, MANY])), min_size=1, max_size=200
)


@given(found, st.integers(0, 3), st.booleans())
def test_any_documents_pass(held: list[tuple[float, int]], own: int, is_scored: bool) -> None:
    docs = list(range(5, 5 + len(held)))
    scores = [score for score, _ in held] if is_scored else []
    expected = [n for n, (_, failed) in enumerate(held) if failed in (0, own)]
    assert passed_by(docs, scores, [failed for _, failed in held], own) == (
        [docs[n] for n in expected],
        [scores[n] for n in expected if is_scored],
    )


def passed_by(
    docs: list[int], scores: list[float], failed: list[int], own: int
) -> tuple[list[int], list[float]]:
    room = len(docs) + 1
    kept, kept_scores = np.empty(room, np.int32), np.empty(room if scores else 0)
    filled = failed + [MANY] * (-len(failed) % 8)
    given_ = (np.array(docs, np.int32), np.array(scores), np.array(filled, np.uint8))
    n = passing(*given_, own, kept, kept_scores)
    return kept[:n].tolist(), kept_scores[:n].tolist()
