"""Text cut where something is marked in it: data for the templates, which do the escaping."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

_AROUND = 60  # characters of a long query shown on each side of the place at fault


class Part(NamedTuple):
    """A run of text, and whether it is marked."""

    text: str
    is_marked: bool


class Caret(NamedTuple):
    """A query around the place where reading stopped; ``at`` is empty at its end."""

    before: str
    at: str
    after: str


def cut(text: str, marks: Iterable[tuple[int, int]]) -> Iterator[Part]:
    """The text in runs, marked and not, in order; marks that overlap or leave the text are cut.

    >>> [part.text for part in cut("the dam held", [(4, 7)]) if part.is_marked]
    ['dam']
    """
    done = 0
    for start, end in sorted(marks):
        begin, stop = max(start, done), min(end, len(text))
        if begin >= stop:
            continue
        if begin > done:
            yield Part(text[done:begin], False)
        yield Part(text[begin:stop], True)
        done = stop
    if done < len(text):
        yield Part(text[done:], False)


def point_at(query: str, at: int) -> Caret:
    """What stands before, at and after a place of a query, cut short on both sides."""
    left, right = max(0, at - _AROUND), at + 1 + _AROUND
    before = ("…" if left else "") + query[left:at]
    after = query[at + 1 : right] + ("…" if right < len(query) else "")
    return Caret(before, query[at : at + 1], after)
