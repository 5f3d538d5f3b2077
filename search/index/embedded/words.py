"""The words of a batch of texts: analysed in one go."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...compiled import abbreviations, characters
from ...kernels.placing import Placed, place_words, read_words
from ...kernels.words import code_points, sentence_bounds, word_bounds
from .lexicon import Lexicon
from .runs import Ints, starts_of

_BETWEEN = "\n\n"  # parts the texts: no word, sentence or paragraph runs over it


@dataclass(frozen=True, slots=True)
class Words:
    """``stream`` are the words in order, by their surfaces, as ``kernels.placing`` has them;
    ``sizes`` is how many each text has; ``sentences`` are rows of each sentence with words: its
    text, its words, and whether it opens a paragraph."""

    stream: Ints
    sizes: Ints
    sentences: Ints
    starts: Ints  # of each word, in the texts joined
    text_starts: Ints  # of each text there

    @property
    def numbers(self) -> Ints:
        """The surface of each word."""
        out = np.empty(self.starts.size, np.int32)
        read_words(self.stream, out)
        return out

    def places(self, texts: Ints, offsets: Ints) -> Ints:
        """For each offset in a text the number of the first word there that starts at it or
        behind."""
        firsts = starts_of(self.sizes)
        found = np.searchsorted(self.starts, self.text_starts[texts] + offsets, "left")
        return np.clip(found - firsts[texts], 0, self.sizes[texts])


def find_batch_words(texts: Sequence[str], lexicon: Lexicon) -> Words:
    """The words of all texts, which are read as one."""
    joined = _BETWEEN.join(texts)
    codes = code_points(joined)
    classes = characters().classes(codes)
    bounds = word_bounds(codes, classes)
    sentences, firsts = sentence_bounds(codes, classes, abbreviations())
    found, surfaces = lexicon.number(joined, codes, bounds)
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    text_starts = starts_of(lengths + len(_BETWEEN))[:-1]
    placed = Placed(
        stream=np.empty(2 * len(bounds), np.uint16),
        starts=np.empty(len(bounds), np.int32),
        sizes=np.zeros(len(texts), np.int32),
        units=np.empty((len(sentences) + 1, 3), np.int32),
    )
    length, words, units = place_words(
        bounds, found, surfaces, text_starts, sentences, firsts, placed
    )
    return Words(
        stream=placed.stream[:length].copy(),
        sizes=placed.sizes,
        sentences=placed.units[:units],
        starts=placed.starts[:words],
        text_starts=text_starts,
    )
