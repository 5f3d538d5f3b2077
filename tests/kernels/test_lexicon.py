"""Finding a text among sorted texts: ``bisect``, and all that are one edit away."""

from bisect import bisect_left

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.index.embedded.runs import join_texts, starts_of
from search.kernels.lexicon import find_neighbours, find_text
from search.query.spans import is_one_edit

# letters of one to four bytes
words = st.text("ab\u00e9\u0436\u7c73\U0001f5de", max_size=5)
lexicons = st.sets(words, max_size=12)


def place_of(texts: list[bytes], wanted: bytes) -> int:
    run, sizes = join_texts(texts)
    at = starts_of(sizes)
    return int(find_text(np.array(run), at, np.frombuffer(bytearray(wanted), np.uint8)))


@pytest.mark.parametrize(
    ("texts", "wanted", "place"),
    [
        ([], b"a", 0),
        ([b"a"], b"", 0),  # nothing is before everything
        ([b"a", b"c"], b"b", 1),
        ([b"a", b"c"], b"c", 1),  # itself
        ([b"a", b"c"], b"d", 2),  # behind the last
        ([b"ab", b"abc"], b"abb", 1),
        ([b"ab", b"abc"], b"a", 0),  # a beginning is before what it begins
        ([b"z", "é".encode()], "é".encode(), 1),  # in order of bytes
    ],
)
def test_a_text_is_found(texts: list[bytes], wanted: bytes, place: int) -> None:
    assert place_of(texts, wanted) == place


@given(lexicons, words)
def test_a_text_is_where_bisect_finds_it(held: set[str], wanted: str) -> None:
    texts = sorted(text.encode() for text in held)
    assert place_of(texts, wanted.encode()) == bisect_left(texts, wanted.encode())


@given(lexicons, words)
def test_neighbours_are_those_one_edit_away(held: set[str], wanted: str) -> None:
    ordered = sorted(held, key=str.encode)
    run, sizes = join_texts(text.encode() for text in ordered)
    at = starts_of(sizes)
    out = np.empty(len(ordered), np.int32)
    letters = np.array([ord(letter) for letter in wanted], np.int32)
    n = find_neighbours(np.array(run), at, letters, out)
    assert [ordered[number] for number in out[:n].tolist()] == [
        text for text in ordered if is_one_edit(text, wanted)
    ]
