"""Blocks: the stories themselves, as JSON, some of them compressed together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from pathlib import Path
from typing import Any

import numpy as np
import orjson
import zstandard

from ...article import Article
from ...record import article_to_record, read_record
from .columns import ColumnsWriter
from .runs import starts_of
from .spool import Spool

SIZE = 16_384  # bytes of stories that are compressed together
LEVEL = 3  # of zstandard
# a story's JSON has the values of these, in the order in which they came to be known; ids and
# headlines are kept in columns of their own
NAMES = tuple(f.name for f in fields(Article) if f.name not in {"id", "headline"})
_values = attrgetter(*NAMES)


@dataclass(frozen=True, slots=True)
class StoryBlock:
    """Some stories, compressed together: so many lines of JSON."""

    count: int
    packed: bytes

    def unpack(self) -> list[bytes]:
        """The lines."""
        return zstandard.decompress(self.packed).split(b"\n")


class Blocks:
    """Stories on their way to a segment's file. What is packed waits in ``spool``."""

    def __init__(self, folder: Path | None = None) -> None:
        self._spool = Spool(np.uint8, folder)
        self._packer = zstandard.ZstdCompressor(LEVEL)
        self._counts: list[int] = []
        self._sizes: list[int] = []
        self._waiting: list[bytes] = []

    def add(self, lines: Iterable[bytes]) -> None:
        """The next stories."""
        size = sum(map(len, self._waiting))
        for line in lines:
            if size >= SIZE:
                self._pack()
                size = 0
            self._waiting.append(line)
            size += len(line)

    def add_packed(self, block: StoryBlock) -> None:
        """The next stories, packed already."""
        self._pack()
        self._put(block)

    def write(self, out: ColumnsWriter) -> None:
        """Write the arrays."""
        self._pack()
        out.pack("stories.names", np.frombuffer(orjson.dumps(NAMES), np.uint8))
        out.add_spool("stories", self._spool)
        out.pack("stories.at", starts_of(np.array(self._sizes, np.int64)))
        firsts = starts_of(np.array(self._counts, np.int64))
        out.pack("stories.first", firsts.astype(np.int32))

    def _pack(self) -> None:
        if self._waiting:
            packed = self._packer.compress(b"\n".join(self._waiting))
            self._put(StoryBlock(len(self._waiting), packed))
            self._waiting = []

    def _put(self, block: StoryBlock) -> None:
        self._spool.put_bytes(block.packed)
        self._counts.append(block.count)
        self._sizes.append(len(block.packed))


def write_line(article: Article) -> tuple[Article, bytes]:
    """The article as it will be read back, and its line; only lone surrogates differ."""
    try:
        (article.id + article.headline).encode()
        return article, orjson.dumps(_values(article))
    except (TypeError, UnicodeEncodeError):
        record = orjson.loads(orjson.dumps(article_to_record(article)))
        return read_record(record), orjson.dumps([record[name] for name in NAMES])


def read_line(line: bytes, names: Sequence[str], **rest: Any) -> Article:
    """The article of a line; ``rest`` is what stands in no line. One that was written before the
    last of these names were known has no values for them."""
    return read_record(dict(zip(names, orjson.loads(line), strict=False)) | rest)
