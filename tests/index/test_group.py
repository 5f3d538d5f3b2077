"""Before some words are read at once their lists are checked, as runs of neighbours."""

import numpy as np
import pytest

from search.index.embedded.group import Group


class Checked(Group):
    """A group of terms that occur twice each; it keeps what was checked."""

    def __init__(self) -> None:
        self.runs: list[tuple[int, int]] = []
        self.totals = np.full(1_000, 2)

    def check_run(self, first: int, stop: int) -> None:
        self.runs.append((first, stop))


@pytest.mark.parametrize(
    ("terms", "runs", "occurrences"),
    [
        ([], [], 0),
        ([3], [(3, 4)], 2),
        ([3, 3, 4], [(3, 5)], 4),  # two words of one term: it occurs no more often for that
        ([0, 9, 12], [(0, 13)], 6),  # to leave out what lies between would cost more
        ([0, 1, 500], [(0, 2), (500, 501)], 6),  # a stem far from what it is printed as
        ([7, 300, 301, 999], [(7, 8), (300, 302), (999, 1_000)], 8),
    ],
)
def test_lists_are_checked_in_runs(
    terms: list[int], runs: list[tuple[int, int]], occurrences: int
) -> None:
    group = Checked()
    assert group.check_terms(np.array(terms, np.int32)) == occurrences
    assert group.runs == runs
