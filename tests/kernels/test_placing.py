"""Words text by text and sentence by sentence, and their stream, against plain lists."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.kernels.placing import SHORT, Placed, count_words, place_words, read_words

# each text is paragraphs of sentences of words; a word of -1 is none; numbers about where a second
# uint16 is needed, and the largest
words = st.sampled_from([-1, 0, 1, SHORT - 1, SHORT, SHORT + 1, 2**30])
sentences = st.lists(words, max_size=4)
texts = st.lists(st.lists(st.lists(sentences, max_size=3), max_size=3), max_size=4)
Text = list[list[list[int]]]
ZONES = 3


def read(stream: list[int], count: int) -> list[int]:
    """So many numbers in a stream."""
    out = np.empty(count, np.int32)
    read_words(np.array(stream, np.uint16), out)
    return out.tolist()


def place(held: list[Text]) -> tuple[list[int], ...]:
    """What ``place_words`` finds where a word is one character and so is what parts them."""
    bounds, numbers, starts, ends, firsts = [], [], [], [], []
    at = 0
    for text in held:
        starts.append(at)
        for paragraph in text:
            firsts.append(len(ends))
            for sentence in paragraph:
                for word in sentence:
                    bounds.append((at, at + 1))
                    numbers.append(word)
                    at += 2
                ends.append((0, at))
                at += 1
            if firsts[-1] == len(ends):
                firsts.pop()  # a paragraph has a sentence
        at += 2
    size = len(numbers)
    placed = Placed(
        np.empty(2 * size, np.uint16),
        np.empty(size, np.int32),
        np.zeros(len(held), np.int32),
        np.empty((len(ends) + 1, 3), np.int32),
    )
    n, count, rows = place_words(
        np.array(bounds, np.int32).reshape(-1, 2),
        np.arange(size, dtype=np.int32),
        np.array(numbers, np.int32),
        np.array(starts, np.int64),
        np.array(ends, np.int32).reshape(-1, 2),
        np.array(firsts, np.int32),
        placed,
    )
    ends_of = (n, count, len(held), rows)
    stream, *rest = (array[:end].tolist() for array, end in zip(placed, ends_of, strict=True))
    return (read(stream, count), *rest)


@given(held=st.lists(texts, max_size=4).map(lambda some: [text for held in some for text in held]))
def test_words_are_placed_as_they_stand(held: list[Text]) -> None:
    """In order, without those that are none; a sentence without words is left out, and so is a
    paragraph."""
    stream, places, sizes, units = place(held)
    flat = [
        [[[word for word in sentence if word >= 0] for sentence in paragraph] for paragraph in text]
        for text in held
    ]
    assert stream == [w for text in flat for part in text for sentence in part for w in sentence]
    assert sizes == [sum(len(s) for part in text for s in part) for text in flat]
    expected = []
    for number, text in enumerate(flat):
        for paragraph in text:
            spoken = [sentence for sentence in paragraph if sentence]
            expected += [[number, len(sentence), int(n == 0)] for n, sentence in enumerate(spoken)]
    assert units == expected
    assert places == sorted(set(places))
    assert len(places) == len(stream)


@given(held=st.lists(st.sampled_from([0, 3, SHORT - 1, SHORT, SHORT + 1, 2**31 - 1])))
def test_a_stream_is_as_the_module_says(held: list[int]) -> None:
    """A larger number in two parts."""
    stream = []
    for word in held:
        stream += [word] if word < SHORT else [word % SHORT + SHORT, word // SHORT]
    assert read(stream, len(held)) == held


@given(held=st.lists(st.lists(st.sampled_from([0, 3, SHORT, SHORT + 7]), max_size=9), max_size=9))
def test_words_are_counted_with_their_zones(held: list[list[int]]) -> None:
    """Texts are zones in turn."""
    stream = []
    for word in (word for text in held for word in text):
        stream += [word] if word < SHORT else [word % SHORT + SHORT, word // SHORT]
    totals, masks = np.zeros(SHORT + 8, np.int64), np.zeros(SHORT + 8, np.uint8)
    sizes = np.array([len(text) for text in held], np.int32)
    count_words(np.array(stream, np.uint16), sizes, ZONES, totals, masks)
    for word in (0, 3, SHORT, SHORT + 7):
        assert totals[word] == sum(text.count(word) for text in held)
        zones = {number % ZONES for number, text in enumerate(held) if word in text}
        assert masks[word] == sum(1 << zone for zone in zones)
