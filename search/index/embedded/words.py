"""The words of a batch of texts: analysed in one go, each distinct word looked at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ...text import find_paragraphs, find_sentences, find_word_spans, printed_form, stem, word_form
from .group import Ints


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
    starts: Ints  # of each word, in the texts joined by one character
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
    """The words of all texts."""
    known: dict[str, int] = {}
    surfaces: dict[Surface, int] = {}
    numbers: list[int] = []
    sizes, starts, sentence_ends, paragraph_ends = [], [], [], []
    text_starts = []
    base = 0
    for text in texts:
        text_starts.append(base)
        spans, forms = find_word_spans(text)
        for (start, end), form in zip(spans, forms):
            word = text[start:end]
            number = known.get(word)
            if number is None:
                surface = Surface(printed_form(word), form, stem(form))
                number = known[word] = surfaces.setdefault(surface, len(surfaces))
            numbers.append(number)
            starts.append(start + base)
        sizes.append(len(spans))
        stop = base + len(text)
        sentence_ends += [base + end for _, end in find_sentences(text)][:-1] + [stop]
        paragraph_ends += [base + end for _, end in find_paragraphs(text)][:-1] + [stop]
        base = stop + 1
    word_starts = np.array(starts, np.int64)
    word_sizes = np.array(sizes, np.int64)
    word_texts = np.repeat(np.arange(len(texts)), word_sizes)
    sentence = np.searchsorted(np.array(sentence_ends), word_starts, "right")
    paragraph = np.searchsorted(np.array(paragraph_ends), word_starts, "right")
    opens = np.flatnonzero(np.diff(sentence, prepend=-1))
    opened = np.diff(paragraph, prepend=-1)[opens] != 0
    return Words(
        list(surfaces),
        np.array(numbers, np.int32),
        word_sizes,
        word_starts,
        np.array(text_starts, np.int64),
        word_texts[opens],
        np.diff(opens, append=word_starts.size),
        opened,
    )
