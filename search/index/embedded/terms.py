"""Terms: the words of one field as Whoosh sees them, in order, and the stories that have each.

Stories are numbered as Whoosh does: the living ones, from 0.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple, Protocol

import numpy as np

from ...schema import TEXT_FIELDS
from .group import Group, Ints
from .mapping import FORM
from .matching import Postings
from .segment import Segment

ZONE_OF = {field.name: zone for zone, field in enumerate(TEXT_FIELDS)}


class Living(NamedTuple):
    """The stories of a segment that live: their numbers in the file; the place of each of the
    file's stories among them, -1 where it is dead."""

    segment: Segment
    numbers: Ints
    places: Ints

    @property
    def is_whole(self) -> bool:
        """Whether none is dead."""
        return self.numbers.size == self.places.size


def find_living(segment: Segment, numbers: Ints) -> Living:
    """The stories of a segment that have these numbers, in order."""
    places = np.full(segment.stories, -1, np.int32)
    places[numbers] = np.arange(numbers.size, dtype=np.int32)
    return Living(segment, numbers, places)


class Lengths:
    """How many words each living story has in each field."""

    def __init__(self, living: Living) -> None:
        self._living = living
        self._known: dict[str, Ints] = {}

    def of(self, field: str) -> Ints:
        """One number a story; all 0 for a field without words."""
        name = field.removesuffix(FORM)
        if name not in self._known:
            self._known[name] = self._read(name)
        return self._known[name]

    def _read(self, name: str) -> Ints:
        segment, numbers = self._living.segment, self._living.numbers
        out: Ints = np.zeros(segment.stories, np.int32)
        if name in ZONE_OF:
            out = segment.lengths[ZONE_OF[name]]
        elif name in segment.groups:
            group = segment.groups[name]
            for term in range(len(group.terms)):
                docs, counts = group.postings(group.found(term))
                out[docs] += counts[:, 0]
        return np.take(out, numbers)


class Terms(Protocol):
    """The terms of a field by their keys. Some may be of the dead alone: they are not living."""

    @property
    def keys(self) -> Sequence[int]:
        """All keys, in order of the terms' UTF-8."""

    def text(self, key: int) -> bytes: ...

    def find(self, text: bytes) -> int:
        """The key of a term; -1 where there is none."""

    def is_living(self, key: int) -> bool: ...

    def postings(self, key: int) -> Postings: ...


class ZoneTerms:
    """The terms of one zone of a group."""

    def __init__(self, living: Living, group: Group, zone: int) -> None:
        self._living, self._group, self._zone = living, group, zone
        self.keys: Sequence[int] = range(len(group.terms))

    def text(self, key: int) -> bytes:
        return self._group.terms.raw(key)

    def find(self, text: bytes) -> int:
        word = _decode(text)
        found = None if word is None else self._group.find(word)
        return found.term if found else -1

    def is_living(self, key: int) -> bool:
        if not self._group.found(key).with_zone[self._zone]:
            return False
        return self._living.is_whole or self.postings(key).docs.size > 0

    def postings(self, key: int) -> Postings:
        docs, counts = self._group.postings(self._group.found(key))
        places, counts = self._living.places[docs], counts[:, self._zone]
        kept = (places >= 0) & (counts > 0)
        return Postings(places[kept], counts[kept], lambda: self._places(key))

    def _places(self, key: int) -> Ints:
        found = self._group.occurrences(self._group.found(key))
        kept = (self._living.places[found.docs] >= 0) & (found.zones == self._zone)
        places: Ints = found.places[kept]
        return places


class FormTerms:
    """The folded forms that stand in one zone of the text group."""

    def __init__(self, living: Living, group: Group, zone: int) -> None:
        self._living, self._group, self._zone = living, group, zone

    @property
    def keys(self) -> Sequence[int]:
        return range(len(self._texts))

    def text(self, key: int) -> bytes:
        return self._texts[key]

    def find(self, text: bytes) -> int:
        form = _decode(text)
        return -1 if form is None else self._group.forms.texts.find(form)

    def is_living(self, key: int) -> bool:
        if not int(self._group.forms.zones(np.array([key]))[0]) >> self._zone & 1:
            return False
        return self._living.is_whole or self.postings(key).docs.size > 0

    def postings(self, key: int) -> Postings:
        term = int(self._group.forms.terms(np.array([key]))[0])
        found = self._group.occurrences(self._group.found(term))
        places = self._living.places[found.docs]
        forms = self._group.forms.of_surfaces(term)[found.forms]
        kept = (places >= 0) & (found.zones == self._zone) & (forms == key)
        docs, counts = np.unique(places[kept], return_counts=True)
        return Postings(docs, counts, lambda: found.places[kept])

    @cached_property
    def _texts(self) -> Sequence[bytes]:
        """All forms, read when they are first walked through."""
        if self._group.is_empty:
            return ()
        return list(self._group.forms.texts.walk())


class IdTerms:
    """The ids, whole; a story's key is its number."""

    def __init__(self, living: Living) -> None:
        self._living = living

    @cached_property
    def keys(self) -> Sequence[int]:
        return sorted(range(self._living.numbers.size), key=self.text)

    def text(self, key: int) -> bytes:
        return self._living.segment.id(int(self._living.numbers[key])).encode()

    def find(self, text: bytes) -> int:
        story_id = _decode(text)
        if story_id is None or not self._living.numbers.size:
            return -1
        number = int(self._living.segment.find_ids([story_id])[0])
        return -1 if number < 0 else int(self._living.places[number])

    def is_living(self, key: int) -> bool:
        return key >= 0

    def postings(self, key: int) -> Postings:
        one = np.ones(1, np.int32)
        return Postings(one * key, one, lambda: one * 0)


def _decode(text: bytes) -> str | None:
    try:
        return text.decode()
    except UnicodeDecodeError:
        return None
