"""Alternatives: a pattern of any of many words that is quick where none of them stands."""

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A pattern of these words, those of one first letter together, longer ones first.

    >>> any_of(["chief", "chair", "mayor", "chairman"])
    '(?:c(?:hief|hairman|hair)|m(?:ayor))\\\\b'
    """
    own: dict[str, list[str]] = {}
    for word in sorted(set(words), reverse=True):
        own.setdefault(word[0], []).append(re.escape(word[1:]))
    groups = (f"{first}(?:{'|'.join(own[first])})" for first in sorted(own))
    return rf"(?:{'|'.join(groups)})\b"
