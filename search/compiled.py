"""The analysis of ``text`` as the compiled kernels ask for it, for texts that are long."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from .kernels.characters import Characters, pack_abbreviations
from .kernels.words import code_points, word_bounds
from .text import (
    ABBREVIATIONS,
    APOSTROPHES,
    CJK,
    CLOSERS,
    INNER,
    LETTER,
    OPENERS,
    OPENINGS,
    OTHER,
    STOPS,
    VOICING,
)

# of each character the compiled kernels know which of these it is, in their order
_CLASSES = (
    *(LETTER, r"\d", f"[{CJK}]", f"[{VOICING}]", OTHER, f"[{INNER}]", f"[{APOSTROPHES}]"),
    *(r"\w", r"\s", f"[{STOPS}]", f"[{CLOSERS}]", f"[{OPENERS}]"),
)


def find_long_spans(text: str) -> list[tuple[int, int]]:
    """Where each word of the text stands."""
    codes = code_points(text)
    starts, ends = word_bounds(codes, characters().classes(codes)).T.tolist()
    return list(zip(starts, ends, strict=True))


@lru_cache(maxsize=1)
def characters() -> Characters:
    """What each character is."""
    return Characters(_CLASSES)


@lru_cache(maxsize=1)
def abbreviations() -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """What a full stop may stand behind within a sentence, and what opens the next one even
    behind initials."""
    return pack_abbreviations(sorted(ABBREVIATIONS)), pack_abbreviations(sorted(OPENINGS))
