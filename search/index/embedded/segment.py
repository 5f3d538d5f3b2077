"""Segment: a segment's file, opened: its stories and the words they have.

A segment is never changed. Which of its stories are dead is told beside it, by the commit.
"""

import threading
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise, starmap
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import orjson
import zstandard

from ...article import Article
from ...schema import FACETS, FIELDS, TEXT_FIELDS
from ..row import Value
from .blocks import StoryBlock, read_line
from .columns import Columns
from .planes import join_planes
from .runs import Ints
from .sought import TEXT
from .stories import Speech, hash_ids
from .texts import TextColumn

if TYPE_CHECKING:
    from .facet_column import FacetColumn
    from .facet_table import FacetTable
    from .group import Group
    from .hot import Marked
    from .statements import Statements
    from .values import Numbered

_threads = threading.local()


class Segment:
    """The arrays of one segment by name; each is checked when it is first used. What calls kernels
    is imported then: an index is opened, and a story read, without them."""

    def __init__(self, path: Path, proof: int = 0) -> None:
        self.columns = Columns(path, proof)
        self.numbered: dict[str, Numbered] = {}

    @cached_property
    def groups(self) -> "dict[str, Group]":
        """The words, by group."""
        from .group import Group

        names = [field.name for field in FIELDS.values() if not field.is_text]
        return {name: Group(self.columns, name) for name in (TEXT, *names)}

    @cached_property
    def stories(self) -> int:
        """How many stories it holds, the dead included."""
        return int(self.days.size)

    @cached_property
    def days(self) -> Ints:
        """Each story's day as an ordinal, 0 where undated."""
        return self.columns.array("days")

    @cached_property
    def certain(self) -> Ints:
        """1 for each story whose date is proved."""
        return self.columns.array("certain")

    @cached_property
    def rank(self) -> Ints:
        """Each story's place by day, newest first, then by id."""
        return self.columns.array("rank")

    @cached_property
    def by_rank(self) -> Ints:
        """The stories in order of rank."""
        return np.argsort(self.rank).astype(np.int32)

    @property
    def lengths(self) -> Ints:
        """(text fields, stories): words of each."""
        return join_planes(self.length_planes)

    @cached_property
    def length_planes(self) -> Ints:
        """(text fields, planes, stories): the same as kernels read it."""
        return self.columns.array("lengths").reshape(len(TEXT_FIELDS), -1, self.stories)

    @cached_property
    def shortest(self) -> Ints:
        """Of each text field the fewest words that a story has, of those that have any."""
        lengths = self.lengths
        held = np.where(lengths > 0, lengths, lengths.max() + 1)
        return np.asarray(held.min(axis=1).astype(float))

    @cached_property
    def sentences(self) -> tuple[Ints, Ints]:
        """The bytes of all sentences, and where each story's start."""
        return self.columns.array("sentences"), self.columns.array("sentences.at")

    @cached_property
    def speech(self) -> Speech:
        """The statements."""
        array = self.columns.array
        columns = {name: array(f"said.{name}") for name in Speech._fields[:-1]}
        return Speech(**columns, names=TextColumn(array("said.names"), array("said.names.at")))

    @cached_property
    def statements(self) -> "Statements":
        """The same as rows, for a search over them."""
        from .statements import Statements

        return Statements(self)

    def marked(self, name: str) -> "Marked":
        """Which stories have a word of a group, of words that many have."""
        if name not in self._marked:
            from .hot import Marked

            self._marked[name] = Marked(self.stories)
        return self._marked[name]

    @cached_property
    def _marked(self) -> "dict[str, Marked]":
        return {}

    def facet(self, name: str) -> "FacetColumn":
        """The values of a facet."""
        if name not in self._facets:
            self._facets[name] = self._read_facet(f"facet.{name}")
        return self._facets[name]

    @cached_property
    def facets(self) -> "FacetTable":
        """The values of all facets, story by story."""
        from .facet_table import FacetTable

        return FacetTable({name: self.facet(name) for name in FACETS})

    def id(self, doc: int) -> str:
        """A story's id."""
        return self.ids[doc]

    def tie(self, doc: int) -> tuple[str]:
        """What decides between stories of one score and day."""
        return (self.id(doc),)

    def ties(self, docs: Ints) -> list[tuple[str]]:
        """The same for a few of them."""
        return [(story_id,) for story_id in self.ids.some(docs)]

    def headlines_of(self, docs: Ints) -> list[str]:
        """The headlines of a few stories."""
        return self.headlines.some(docs)

    @cached_property
    def ids(self) -> TextColumn:
        """All ids, in order of the stories."""
        return TextColumn(self.columns.array("ids"), self.columns.array("ids.at"))

    @cached_property
    def headlines(self) -> TextColumn:
        """All headlines, so that a page of hits need not read its stories."""
        return TextColumn(self.columns.array("headlines"), self.columns.array("headlines.at"))

    def find_ids(self, ids: Sequence[str], wanted: Ints | None = None) -> Ints:
        """The stories that have these ids, -1 for an id that none has; ``wanted`` are the ids'
        hashes, where they are known."""
        wanted = hash_ids(ids) if wanted is None else wanted
        hashes, docs = self._hashes
        first = np.searchsorted(hashes, wanted)
        out = np.full(len(ids), -1, np.int64)
        for number in np.flatnonzero(hashes[np.minimum(first, hashes.size - 1)] == wanted):
            at = int(first[number])
            while at < hashes.size and hashes[at] == wanted[number]:
                if self.id(int(docs[at])) == ids[int(number)]:
                    out[number] = docs[at]
                at += 1
        return out

    def article(self, doc: int) -> Article:
        """A story, read back."""
        block = int(np.searchsorted(self._block_firsts, np.int32(doc), "right")) - 1
        place = doc - int(self._block_firsts[block])
        data = _unpacker().decompress(self._packed(block))
        line = data.split(b"\n", place + 1)[place]
        return read_line(line, self._names, id=self.ids[doc], headline=self.headlines[doc])

    def story_blocks(self) -> Iterator[tuple[int, StoryBlock]]:
        """The stories as they are kept: the number of each block's first, and the block."""
        firsts = self._block_firsts.tolist()
        for block, (first, stop) in enumerate(pairwise(firsts)):
            yield first, StoryBlock(stop - first, self._packed(block))

    def _packed(self, block: int) -> bytes:
        first, stop = self._block_starts[block : block + 2].tolist()
        self.columns.check("stories", first, stop)
        return self._blocks[first:stop].tobytes()

    def _read_facet(self, name: str) -> "FacetColumn":
        from .facet_column import FacetColumn, Kept

        array = self.columns.array
        values = list(starmap(Value, orjson.loads(array(f"{name}.values").tobytes())))
        first = array(f"{name}.first").reshape(-1, self.stories)
        rest = (array(f"{name}.{part}") for part in Kept._fields[1:])
        return FacetColumn(values, Kept(first, *rest))

    @cached_property
    def _facets(self) -> "dict[str, FacetColumn]":
        return {}

    @property
    def id_hashes(self) -> Ints:
        """What each story's id is sought by."""
        hashes, docs = self._hashes
        found = np.empty_like(hashes)
        found[docs] = hashes
        return found

    @cached_property
    def _hashes(self) -> tuple[Ints, Ints]:
        return self.columns.array("ids.hash"), self.columns.array("ids.doc")

    @cached_property
    def _blocks(self) -> Ints:
        return self.columns.array("stories", checked=False)

    @cached_property
    def _names(self) -> list[str]:
        """What stands in a story's line."""
        names: list[str] = orjson.loads(self.columns.array("stories.names").tobytes())
        return names

    @cached_property
    def _block_starts(self) -> Ints:
        return self.columns.array("stories.at")

    @cached_property
    def _block_firsts(self) -> Ints:
        return self.columns.array("stories.first")


def _unpacker() -> zstandard.ZstdDecompressor:
    """This thread's own."""
    if not hasattr(_threads, "unpacker"):
        _threads.unpacker = zstandard.ZstdDecompressor()
    return _threads.unpacker  # type: ignore[no-any-return]
