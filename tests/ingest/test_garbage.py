"""While stories are taken in, Python looks for garbage less often, and behind that as before."""

import gc
from collections.abc import Iterator
from contextlib import suppress

import pytest

from search.ingest.garbage import seldom_collected


@pytest.fixture
def _as_it_was() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


@pytest.mark.parametrize(
    ("before", "within", "reason"),
    [
        ((700, 10, 10), (50_000, 10, 10), "seldom"),
        ((90_000, 5, 5), (90_000, 5, 5), "more seldom than that already"),
        ((0, 10, 10), (0, 10, 10), "never: the program wants it so"),
    ],
)
@pytest.mark.usefixtures("_as_it_was")
def test_garbage_is_seldom_looked_for(
    before: tuple[int, int, int], within: tuple[int, int, int], reason: str
) -> None:
    gc.set_threshold(*before)
    with suppress(KeyboardInterrupt), seldom_collected():
        assert gc.get_threshold() == within, reason
        raise KeyboardInterrupt
    assert gc.get_threshold() == before, "as it was, however that ends"


@pytest.mark.usefixtures("_as_it_was")
def test_the_last_of_two_runs_leaves_it_as_it_was() -> None:
    """They end in any order, as in threads of one process."""
    gc.set_threshold(700, 10, 10)
    one, other = seldom_collected(), seldom_collected()
    one.__enter__()
    other.__enter__()
    one.__exit__(None, None, None)
    assert gc.get_threshold() == (50_000, 10, 10), "the other is still within"
    other.__exit__(None, None, None)
    assert gc.get_threshold() == (700, 10, 10)
