"""The words of a batch of texts: analysed in one go, each distinct word looked at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from ...compiled import abbreviations, characters
from ...kernels.numbering import WordTable
from ...kernels.words import code_points, sentence_bounds, word_bounds
from ...text import printed_form, stem, word_form
from .group import Ints

_BETWEEN = "\n\n"  # parts the texts: no word, sentence or paragraph runs over it


class Surface(NamedTuple):
    """A word as printed, folded, and as it is indexed."""

    printed: str
    form: str
    term: str


@dataclass(frozen=True, slots=True)
class Words:
    """``numbers`` are the words in order: rows of ``surfaces``; ``sizes`` is how many each text
    has. Each sentence with words: its text, its words, and whether it opens a paragraph."""

    surfaces: Sequence[Surface]
    numbers: Ints
    sizes: Ints
    starts: Ints  # of each word, in the texts joined
    text_starts: Ints  # of each text there
    sentence_texts: Ints
    sentence_sizes: Ints
    is_paragraph: Ints

    def place_finder(self, text: int) -> Callable[[int], int]:
        """For one text: from an offset to the number of the first word that starts there or
        behind."""
        first = int(self.sizes[:text].sum())
        starts = self.starts[first : first + int(self.sizes[text])] - self.text_starts[text]
        return lambda offset: int(np.searchsorted(starts, offset, "left"))


def find_batch_words(texts: Sequence[str]) -> Words:
    """The words of all texts, which are read as one."""
    joined = _BETWEEN.join(texts)
    codes = code_points(joined)
    classes = characters().classes(codes)
    bounds = word_bounds(codes, classes)
    surfaces, numbers = _number_words(joined, codes, bounds)
    has_form = numbers >= 0
    numbers, starts = numbers[has_form], bounds[has_form, 0].astype(np.int64)
    text_starts = np.cumsum([0, *(len(text) + len(_BETWEEN) for text in texts)])[:-1]
    word_texts = np.searchsorted(text_starts, starts, "right") - 1
    sentences, firsts = sentence_bounds(codes, classes, abbreviations())
    sentence = np.searchsorted(sentences[:, 1], starts, "right")
    paragraph = np.searchsorted(firsts, sentence, "right")
    opens = np.flatnonzero(np.diff(sentence, prepend=-1))
    return Words(
        surfaces=surfaces,
        numbers=numbers,
        sizes=np.bincount(word_texts, minlength=len(texts)),
        starts=starts,
        text_starts=text_starts,
        sentence_texts=word_texts[opens],
        sentence_sizes=np.diff(opens, append=starts.size),
        is_paragraph=np.diff(paragraph[opens], prepend=-1) != 0,
    )


def _number_words(joined: str, codes: Ints, bounds: Ints) -> tuple[list[Surface], Ints]:
    """The distinct words, and which of them each word is; -1 where a word has no form."""
    numbers, new = WordTable().number(codes, bounds)
    known: dict[Surface, int] = {}
    of_word = []
    for start, end in bounds[new].tolist():
        surface = _surface(joined[start:end])
        of_word.append(known.setdefault(surface, len(known)) if surface.form else -1)
    return list(known), np.array(of_word, np.int32)[numbers]


@lru_cache(maxsize=200_000)
def _surface(word: str) -> Surface:
    form = word_form(word)
    return Surface(printed_form(word), form, stem(form))
