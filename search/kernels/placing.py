"""Words that were found and numbered, text by text and sentence by sentence.

The words of many texts are kept as one stream of uint16: a number below 32,768 is itself; a larger
one is its lowest 15 bits with the 16th set, then the bits above. Common words are met early and
have small numbers. ``tests/kernels/test_placing.py`` holds the plain meaning: a list of numbers.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from . import kernel

SHORT_BITS = 15
SHORT = 1 << SHORT_BITS


class Placed(NamedTuple):
    """What ``place_words`` fills."""

    stream: NDArray[np.uint16]
    starts: NDArray[np.int32]  # of each word
    sizes: NDArray[np.int32]  # for each text, zero to begin with: its words
    units: NDArray[np.int32]  # for each sentence with words: its text; its words; is it the first
    # with words in its paragraph


@kernel
def place_words(
    bounds: Any, found: Any, numbers: Any, texts: Any, sentences: Any, firsts: Any, placed: Any
) -> Any:
    """Word i stands at ``bounds[i]`` and has number ``numbers[found[i]]``, or, where that is
    negative, is none. Texts begin at ``texts``, sentences are as ``sentence_bounds`` has them. How
    many uint16, words and sentences were placed."""
    stream, starts, sizes, units = placed
    out = words = rows = sentence = paragraph = 0
    text, last_sentence, last_paragraph = -1, -1, -1
    for i in range(len(bounds)):
        number, start = numbers[found[i]], bounds[i, 0]
        if number < 0:
            continue
        while text + 1 < len(texts) and texts[text + 1] <= start:
            text += 1
        while sentence < len(sentences) and sentences[sentence, 1] <= start:
            sentence += 1
        if sentence != last_sentence:
            while paragraph < len(firsts) and firsts[paragraph] <= sentence:
                paragraph += 1
            units[rows, 0], units[rows, 1] = text, 0
            units[rows, 2] = paragraph != last_paragraph
            rows += 1
            last_sentence, last_paragraph = sentence, paragraph
        units[rows - 1, 1] += 1
        sizes[text] += 1
        starts[words] = start
        words += 1
        out = _put(stream, out, number)
    return out, words, rows


@kernel
def _put(stream: Any, at: Any, number: Any) -> Any:
    if number < SHORT:
        stream[at] = number
        return at + 1
    stream[at] = number & (SHORT - 1) | SHORT
    stream[at + 1] = number >> SHORT_BITS
    return at + 2


@kernel
def read_words(stream: Any, out: Any) -> None:
    """The numbers of so many words as there is room for."""
    at = 0
    for n in range(out.size):
        out[n] = stream[at]
        at += 1
        if out[n] & SHORT:
            out[n] = out[n] & (SHORT - 1) | int(stream[at]) << SHORT_BITS
            at += 1


@kernel
def count_words(stream: Any, sizes: Any, zones: Any, totals: Any, masks: Any) -> None:
    """Add to ``totals`` how often each word occurs, and set in ``masks`` a bit for each zone it
    stands in; ``sizes`` are the words of each text, and texts are zones in turn."""
    at = 0
    for text in range(sizes.size):
        bit = 1 << text % zones
        for _ in range(sizes[text]):
            number = int(stream[at])
            at += 1
            if number & SHORT:
                number = number & (SHORT - 1) | int(stream[at]) << SHORT_BITS
                at += 1
            totals[number] += 1
            masks[number] |= bit
