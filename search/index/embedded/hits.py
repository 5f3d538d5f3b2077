"""Hits: the stories of one segment that a node finds."""

from typing import NamedTuple

import numpy as np

from .group import Ints


class Hits(NamedTuple):
    """Numbers of stories, in order, each once, and what each scores."""

    docs: Ints
    scores: Ints


class OutOfTime(Exception):
    """The search has used up its time."""


def no_hits() -> Hits:
    """None at all."""
    return Hits(np.empty(0, np.int32), np.empty(0))
