"""Articles on their way from one process to another: pickled by their fields alone.

A frozen dataclass with slots is pickled with the names of its fields looked up for every object;
of a story with its statements and speakers that takes longer than all the rest.
"""

import copyreg
from collections.abc import Callable
from dataclasses import fields
from functools import cache, partial
from operator import attrgetter
from typing import Any

from ..article import Article, Dateline, Earlier, Heading, Speaker, Statement

_KINDS: tuple[type, ...] = (Article, Dateline, Earlier, Heading, Speaker, Statement)


def pack_by_fields() -> None:
    """From now on, pickle the values of a story so in this process; any other can read them."""
    for kind in _KINDS:
        names = [field.name for field in fields(kind)]
        copyreg.pickle(kind, partial(_pack, _KINDS.index(kind), attrgetter(*names)))


def _pack(number: int, read: Callable[[Any], tuple[Any, ...]], value: Any) -> tuple[Any, ...]:
    return _unpack, (number, *read(value))


def _unpack(number: int, *values: Any) -> Any:
    """The value of the kind with this number."""
    kind, setters = _setters(number)
    made: Any = object.__new__(kind)
    for write, value in zip(setters, values, strict=True):
        write(made, value)
    return made


@cache
def _setters(number: int) -> tuple[type, tuple[Callable[[Any, Any], None], ...]]:
    """A kind, and what writes each of its fields: the slot itself, which frozen values guard."""
    kind = _KINDS[number]
    return kind, tuple(vars(kind)[field.name].__set__ for field in fields(kind))
