"""Texts kept in one run: some of them are what indexing gives one by one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.index.embedded.runs import join_texts, starts_of
from search.index.embedded.texts import TextColumn
from tests.effort import examples

HELD = ["", "Oslo", "", "Łódź", "Zürich — 7°", "北京", "\U0001f5de"]


def column_of(texts: list[str]) -> TextColumn:
    run, sizes = join_texts(text.encode() for text in texts)
    return TextColumn(run, starts_of(sizes))


@pytest.mark.parametrize(
    ("numbers", "texts", "reason"),
    [
        ([], [], "none"),
        ([1], ["Oslo"], "one"),
        (
            [4, 3, 5],
            ["Zürich — 7°", "Łódź", "北京"],
            "in the order asked for; letters of many bytes",
        ),
        ([0, 2], ["", ""], "empty ones"),
        ([6], ["\U0001f5de"], "the last"),
        ([1, 1], ["Oslo", "Oslo"], "one twice"),
    ],
)
def test_some_texts_are_read(numbers: list[int], texts: list[str], reason: str) -> None:
    assert column_of(HELD).some(np.array(numbers, np.int32)) == texts, reason


@settings(max_examples=examples(40), deadline=None)
@given(st.lists(st.text(max_size=9), min_size=1, max_size=12), st.data())
def test_any_texts_are_read(texts: list[str], data: st.DataObject) -> None:
    """A few or many; by any kind of number."""
    column = column_of(texts)
    chosen = data.draw(st.lists(st.integers(0, len(texts) - 1)))
    expected = [column[number] for number in chosen]
    assert expected == [texts[number] for number in chosen]
    for kind in (np.int32, np.int64):
        numbers = np.array(chosen, kind)
        assert column.some(numbers) == column.take(numbers) == expected
