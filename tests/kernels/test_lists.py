"""Posting lists, packed and read back: plainly, each is a list of (document, counts, places)."""

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.effort import examples
from tests.kernels.packed import ZONES, Postings, group_of, postings


@settings(max_examples=examples(60), deadline=None)
@given(
    terms=st.lists(postings(), min_size=1, max_size=4),
    surfaces=st.integers(1, 5),
    asked=st.sets(st.integers(0, 400), max_size=20),
)
@example(terms=[{0: [[], [], [0]]}, {0: [[], [], [1]]}], surfaces=2, asked=set())  # no bits
def test_lists_are_read_as_they_were_packed(
    terms: list[Postings], surfaces: int, asked: set[int]
) -> None:
    with group_of(terms, surfaces) as group:
        for number, held in enumerate(terms):
            found = group.found(number)
            counts = {doc: [len(where) for where in zones] for doc, zones in held.items()}
            docs, read = group.postings(found)
            assert dict(zip(docs.tolist(), read.tolist(), strict=True)) == counts
            wanted = np.array(sorted(asked | set(list(held)[::7])), np.int32)
            expected = [counts.get(doc, [0] * ZONES) for doc in wanted.tolist()]
            assert group.counts_at(found, wanted).tolist() == expected
            occurrences = [
                (doc, zone, place, place % surfaces)
                for doc, zones in held.items()
                for zone, where in enumerate(zones)
                for place in where
            ]
            columns = (column.tolist() for column in group.occurrences(found))
            assert list(zip(*columns, strict=True)) == occurrences
            flags = np.array([n == 0 for n in range(surfaces)], np.uint8)
            some, some_counts = group.counts_of(found, flags)
            kept = {
                doc: [sum(place % surfaces == 0 for place in where) for where in zones]
                for doc, zones in held.items()
            }
            assert dict(zip(some.tolist(), some_counts.tolist(), strict=True)) == {
                doc: row for doc, row in kept.items() if any(row)
            }


def test_counts_beyond_the_table_are_kept_too() -> None:
    """More than 255 different counts: the rest stand behind the table."""
    held = {n: [list(range(n % 300 + 1)), [], list(range(n // 300))] for n in range(900)}
    with group_of([held, held], 2) as group:
        assert group.lists.rare.size > 0
        for number in (0, 1):
            docs, counts = group.postings(group.found(number))
            assert docs.tolist() == list(held)
            assert counts.tolist() == [[len(where) for where in zones] for zones in held.values()]
