"""Where what a cue gives may end: the short look at a token agrees with the long one."""

from itertools import product

import pytest

from search.wire.attribution import Cue
from search.wire.ends import may_stop, stops
from search.wire.extents import read_words
from search.wire.sentence import read_sentence

_WORDS = """the rain fell he Ana , ; ( ) - -- — and but while as by on at in during after until when
said adding praised plan to U.S. would according interview Red red 's lasted Tuesday over him that
«\x01,» «\x02»""".split()


@pytest.mark.parametrize("first", ["", "him", "«\x01,»", "to"])
@pytest.mark.parametrize(
    "lead",
    [
        "Ana said",  # a clause
        "Ana praised",  # a thing
        "Those who praised",  # a clause inside another, with its verb to come
        "Ek , backing",
    ],
)
def test_no_words_end_where_none_may(lead: str, first: str) -> None:
    at = len(lead.split()) - 1
    for one, two in product(_WORDS, repeat=2):
        text = f"{lead} {first} {one} {two} Ana ."
        sentence = read_sentence(text, 0, len(text), 0)
        words = read_words(Cue(sentence, at), at + 1)
        ends = [i for i in range(at + 1, len(sentence.tokens) - 1) if stops(words, i)]
        assert all(may_stop(sentence.tokens[i]) for i in ends), text
