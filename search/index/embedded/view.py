"""View: one commit of the index, as a search sees it; any number of threads may share it."""

from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from ...article import Article
from ...schema import TEXT_FIELDS, Field
from .. import ranking
from ..scoring import Term
from .codec import ColumnSegment
from .hits import Hits
from .runs import Ints
from .segment import Segment
from .sought import TEXT, Sought, sought_of
from .stories import hash_ids
from .values import Values

if TYPE_CHECKING:
    from .group import Found
    from .statements import StatementLeaf
    from .weights import Weights

Listed = tuple["Found", Ints | None]  # a term's list and, unless all are sought, surfaces' flags


class Leaf:
    """Segment ``number`` of a commit: some of its stories are dead. In the whole index they are
    numbered from ``base`` on."""

    def __init__(self, held: ColumnSegment, segment: Segment, number: int, base: int) -> None:
        self.segment = segment
        self.number = number
        self.base = base
        self.size = held.written
        self.dead = held.dead
        self.stories = self.size - self.dead.size

    @cached_property
    def living(self) -> Ints:
        """The numbers of the stories that live, in order."""
        return np.delete(np.arange(self.size, dtype=np.int32), self.dead)

    @cached_property
    def dead_marks(self) -> Ints:
        """A bit for each dead story, as ``search.kernels.marks`` has them."""
        from ...kernels.marks import mark

        marks = np.zeros((self.size + 63) // 64, np.uint64)
        mark(self.dead, marks)
        return marks

    def living_of(self, hits: Hits) -> Hits:
        """Those hits that live."""
        if not self.dead.size:
            return hits
        from ...kernels.marks import part_marks

        kept = np.empty(hits.docs.size, np.int64)
        n = part_marks(self.dead_marks, hits.docs, kept)
        scores = hits.scores[kept[:n]] if hits.scores.size else hits.scores
        return Hits(hits.docs[kept[:n]], scores)

    @cached_property
    def alive(self) -> Ints:
        """For each story whether it lives; empty where all do."""
        if not self.dead.size:
            return np.empty(0, np.uint8)
        alive = np.ones(self.size, np.uint8)
        alive[self.dead] = 0
        return alive

    @cached_property
    def words(self) -> Ints:
        """The words of each text field, over the living."""
        lengths = self.segment.lengths
        total: Ints = lengths.sum(axis=1, dtype=np.int64)
        return np.asarray(total - lengths[:, self.dead].sum(axis=1, dtype=np.int64))

    def find(self, sought: Sought) -> Listed | None:
        """Where a word stands, if it does: its term's list and, unless all of the term's surfaces
        are sought, a flag for each."""
        group = self.segment.groups[sought.group]
        found = group.find(sought.term)
        if found is None or sought.form is None:
            return (found, None) if found else None
        flags = sought.flags(group.forms.surfaces(found.term))
        if flags.all():
            return found, None
        return (found, flags) if flags.any() else None

    def with_zone(self, sought: Sought, listed: Listed | None) -> Ints:
        """How many living stories have the word in each zone of its group; ``listed`` is what
        ``find`` says of it."""
        if listed is None:
            return np.zeros(1 if sought.group != TEXT else len(TEXT_FIELDS), np.int64)
        found, flags = listed
        group = self.segment.groups[sought.group]
        if flags is not None:
            docs, counts = group.counts_of(found, flags)
            counts = counts[~np.isin(docs, self.dead)] if self.dead.size else counts
            return np.asarray((counts > 0).sum(axis=0))
        if not self.dead.size:
            return found.with_zone
        dead = (group.counts_at(found, self.dead) > 0).sum(axis=0)
        return np.asarray(found.with_zone - dead)


class View:
    """The segments of a commit, by its number. It is the Statistics of its stories. ``damage`` says
    why it is not the newest commit, where it is not."""

    def __init__(
        self,
        opened: Sequence[tuple[ColumnSegment, Segment]],
        commit: int,
        last: "View | None" = None,
        damage: str = "",
    ) -> None:
        self.damage = damage
        self.opened = tuple(opened)
        self.commit = commit
        self.values: Values = last.values if last else Values()
        self.leaves: list[Leaf] = []
        base = 0
        for number, (held, segment) in enumerate(opened):
            self.leaves.append(Leaf(held, segment, number, base))
            base += held.written

    @cached_property
    def generation(self) -> str:
        """A name that no other commit has, nor one of an index made anew, which counts its commits
        anew: segments are named at random."""
        last = [held.segid for held, _ in self.opened[-1:]]
        return "-".join([str(self.commit), *last])

    @cached_property
    def stories(self) -> int:
        """How many stories live."""
        return sum(leaf.stories for leaf in self.leaves)

    @cached_property
    def averages(self) -> Ints:
        """Words a story has in each text field."""
        total = sum((leaf.words for leaf in self.leaves), np.zeros(len(TEXT_FIELDS), np.int64))
        return total / (self.stories or 1)

    @cached_property
    def scales(self) -> tuple[Ints, Ints]:
        """BM25's constants for each text field, multiplied out: what is added to a word's count,
        and for each word of the field."""
        averages = np.where(self.averages > 0, self.averages, 1.0)
        offsets = np.full(len(TEXT_FIELDS), ranking.K1 * (1 - ranking.B))
        return offsets, ranking.K1 * ranking.B / averages

    @cached_property
    def weights(self) -> "Weights":
        """What words weigh."""
        from .weights import Weights

        return Weights(self.leaves, self.stories, self.scales)

    @cached_property
    def spoken(self) -> "list[StatementLeaf]":
        """The segments, of whose statements each is a row."""
        from .statements import StatementLeaf

        sizes = [0, *accumulate(leaf.segment.statements.docs.size for leaf in self.leaves)]
        return [StatementLeaf(leaf, base) for leaf, base in zip(self.leaves, sizes, strict=False)]

    @cached_property
    def statement_length(self) -> float:
        """Words a statement has in the mean."""
        counts, words = np.array([one.measure for one in self.spoken]).reshape(-1, 2).sum(axis=0)
        return float(words / (counts or 1))

    def statement(self, number: int) -> tuple[int, int]:
        """Of the statement with this number in the whole index, the number of its story there,
        and its place in it."""
        spoken = next(one for one in reversed(self.spoken) if one.base <= number)
        doc = int(spoken.segment.docs[number - spoken.base])
        return spoken.leaf.base + doc, number - spoken.base - int(spoken.segment.speech.at[doc])

    def average_length(self, field: Field) -> float:
        return float(self.averages[TEXT_FIELDS.index(field)])

    def containing(self, term: Term, field: Field) -> int:
        zone = TEXT_FIELDS.index(field) if field.is_text else 0
        sought = sought_of(term, field)
        with_zone = (leaf.with_zone(sought, leaf.find(sought)) for leaf in self.leaves)
        return sum(int(stories[zone]) for stories in with_zone)

    def number(self, article_id: str) -> tuple[Leaf, int] | None:
        """The story with this id."""
        for leaf in self.leaves:
            doc = int(leaf.segment.find_ids([article_id])[0])
            if doc >= 0 and not np.isin(doc, leaf.dead):
                return leaf, doc
        return None

    def held(self, ids: Sequence[str]) -> set[str]:
        """Those of these ids that living stories have."""
        found: set[str] = set()
        hashes = hash_ids(ids)
        for leaf in self.leaves:
            docs = leaf.segment.find_ids(ids, hashes)
            living = (docs >= 0) & ~np.isin(docs, leaf.dead)
            found.update(ids[at] for at in np.flatnonzero(living).tolist())
        return found

    def article(self, number: int) -> Article:
        """The story with this number in the whole index."""
        leaf = next(leaf for leaf in reversed(self.leaves) if leaf.base <= number)
        return leaf.segment.article(number - leaf.base)
