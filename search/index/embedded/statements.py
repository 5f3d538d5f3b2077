"""Statements: the statements of a segment as rows of their own, with what counting and ordering
ask of stories; worked out of the segment's arrays when first asked for, and kept."""

import weakref
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ...kernels.units import Units, units_of
from ...schema import FACETS_OF, STATEMENT_FACETS, speaker_value
from ..row import Value, make_values
from .facet_column import FacetColumn, facet_values, make_facet
from .facet_table import FacetTable
from .hits import Hits
from .runs import Ints, starts_of
from .speaker_names import Names
from .stories import KINDS

if TYPE_CHECKING:
    from .segment import Segment
    from .values import Numbered
    from .view import Leaf


class Statements:
    """The statements of one segment, numbered as its file has them."""

    def __init__(self, segment: "Segment") -> None:
        self._segment: Segment = weakref.proxy(segment)  # which keeps this one
        self.speech = segment.speech
        self.numbered: dict[str, Numbered] = {}
        self._facets: dict[str, FacetColumn] = {}

    @cached_property
    def docs(self) -> Ints:
        """The story of each."""
        stories = np.arange(self._segment.stories, dtype=np.int32)
        return np.repeat(stories, np.diff(self.speech.at))

    @cached_property
    def lengths(self) -> Ints:
        """The words of each, without the reporter's own."""
        speech = self.speech
        lengths = np.maximum(speech.stop - speech.first, 0)
        np.subtract.at(lengths, speech.aside_of, speech.aside_stop - speech.aside_first)
        return np.asarray(lengths)

    @cached_property
    def units(self) -> Units:
        """The statements as kernels know them."""
        return Units(*self.speech[:3], *self.speech[5:8])

    @cached_property
    def words(self) -> Ints:
        """The words of all statements of each story."""
        return np.diff(starts_of(self.lengths)[self.speech.at])

    @cached_property
    def names(self) -> Names:
        """The speakers' names."""
        return Names(self.speech.names)

    @cached_property
    def days(self) -> Ints:
        """The day of each, its story's."""
        return np.take(self._segment.days, self.docs)

    @cached_property
    def certain(self) -> Ints:
        """1 for each whose day is proved."""
        return np.take(self._segment.certain, self.docs)

    @cached_property
    def by_rank(self) -> Ints:
        """The statements in order of their stories' rank, then of their place."""
        out = np.empty(self.docs.size, np.int32)
        units_of(self._segment.by_rank, self.speech.at, out)
        return out

    @cached_property
    def rank(self) -> Ints:
        """The place of each in that order."""
        out = np.empty(self.docs.size, np.int32)
        out[self.by_rank] = np.arange(out.size, dtype=np.int32)
        return out

    def ties(self, numbers: Ints) -> list[tuple[str, int]]:
        """The same for a few of them."""
        docs = self.docs[numbers]
        places = (numbers - self.speech.at[docs]).tolist()
        return list(zip(self._segment.ids.some(docs), places, strict=True))

    def headlines_of(self, numbers: Ints) -> list[str]:
        """The headlines of their stories."""
        return self._segment.headlines.some(self.docs[numbers])

    def tie(self, number: int) -> tuple[str, int]:
        """What decides between statements of one score and day: story, place in it."""
        doc = int(self.docs[number])
        return self._segment.id(doc), number - int(self.speech.at[doc])

    def facet(self, name: str) -> FacetColumn:
        """The values of a facet: its own, or its story's."""
        if name not in self._facets:
            self._facets[name] = self._own(name) if name in STATEMENT_FACETS else self._story(name)
        return self._facets[name]

    @cached_property
    def facets(self) -> FacetTable:
        """The values of all facets, statement by statement."""
        return FacetTable({name: self.facet(name) for name in FACETS_OF["statements"]})

    def _story(self, name: str) -> FacetColumn:
        held = self._segment.facet(name)
        return make_facet(held.values, *facet_values(held, self.docs))

    def _own(self, name: str) -> FacetColumn:
        if name == "kind":
            values, numbers = [make_values([(kind, kind)])[0] for kind in KINDS], self.speech.kind
        else:
            values, numbers = self._speakers(), self.speech.speaker
        has = numbers >= 0
        return make_facet(values, has.astype(np.int64), numbers[has])

    def _speakers(self) -> list[Value]:
        return [make_values([speaker_value(name)])[0] for name in self.speech.names]


class StatementLeaf:
    """The statements of segment ``leaf`` of a commit, some of dead stories among them; in the
    whole index they are numbered from ``base`` on."""

    def __init__(self, leaf: "Leaf", base: int) -> None:
        self.leaf = leaf
        self.segment = leaf.segment.statements
        self.base = base
        self.size = int(self.segment.docs.size)

    @property
    def measure(self) -> tuple[int, int]:
        """How many statements living stories have, and how many words."""
        sizes, words = np.diff(self.segment.speech.at), self.segment.words
        dead = self.leaf.dead
        return self.size - int(sizes[dead].sum()), int(words.sum()) - int(words[dead].sum())

    def living(self, hits: Hits) -> Hits:
        """Those of living stories."""
        if not self.leaf.dead.size:
            return hits
        is_dead = np.zeros(self.leaf.size, bool)
        is_dead[self.leaf.dead] = True
        kept = ~is_dead[self.segment.docs[hits.docs]]
        return Hits(hits.docs[kept], hits.scores[kept])
