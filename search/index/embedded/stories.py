"""What a segment keeps of each story beside its words: as arrays to write, and the way to write
them. ``Segment`` reads them back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise

import numpy as np
import orjson
import zstandard

from ...schema import FACETS
from .columns import ColumnsWriter, text_column
from .facet_column import FacetColumn
from .group import Ints
from .planes import split_planes

STORY_BLOCK = 16_384  # characters of stories that are compressed together
LEVEL = 3  # of zstandard
LONG = 127  # words of a sentence that one byte cannot say: another byte follows
KINDS = ("direct", "mixed", "indirect")  # of statements


@dataclass(frozen=True, slots=True)
class Speech:
    """The statements of all stories: those of story n are numbers ``at[n]`` up to ``at[n + 1]``;
    places are words of the body."""

    at: Ints
    first: Ints
    stop: Ints
    speaker: Ints  # number of the name, -1 for nobody's
    kind: Ints  # number in KINDS
    names: Sequence[str]


@dataclass(frozen=True, slots=True)
class Stories:
    """One row a story in all of these; ``hashes`` is what ids are sought by.
    ``days`` are ordinals, 0 undated; ``lengths`` (zones,
    stories) words; ``sentences`` the words of each sentence, zone after zone: a byte each, or more
    where it is long, the highest bit set for a paragraph's first."""

    ids: Sequence[str]
    headlines: Sequence[str]
    hashes: Ints
    days: Ints
    certain: Ints
    lengths: Ints
    sentences: Ints
    sentences_at: Ints
    speech: Speech
    facets: dict[str, FacetColumn]


@dataclass(frozen=True, slots=True)
class StoryBlock:
    """Some stories, compressed together: so many JSON records, parted by line ends."""

    count: int
    packed: bytes

    def unpack(self) -> list[bytes]:
        """The records."""
        return zstandard.decompress(self.packed).split(b"\n")


def pack_block(records: Sequence[bytes]) -> StoryBlock:
    """The block that holds these records."""
    return StoryBlock(len(records), zstandard.compress(b"\n".join(records), LEVEL))


def write_stories(out: ColumnsWriter, stories: Stories, blocks: Iterable[StoryBlock]) -> None:
    """Write the arrays of all stories, and the stories themselves in ``blocks``."""
    _write_ids(out, stories)
    out.add("days", stories.days)
    out.add("certain", stories.certain)
    out.add("lengths", split_planes(stories.lengths, int(stories.lengths.max())).reshape(-1))
    out.add("sentences", stories.sentences)
    out.add("sentences.at", stories.sentences_at)
    _write_speech(out, stories.speech)
    for name in FACETS:
        _write_facet(out, f"facet.{name}", stories.facets[name])
    _write_blocks(out, blocks)


def hash_ids(ids: Sequence[str]) -> Ints:
    """What each id is sought by."""
    digests = b"".join(blake2b(story_id.encode(), digest_size=8).digest() for story_id in ids)
    return np.frombuffer(bytearray(digests), np.uint64)


def encode_sentences(words: Ints, is_paragraph: Ints) -> tuple[Ints, Ints]:
    """The sentences' bytes, and how many each sentence takes."""
    sizes = 1 + words // LONG
    out = np.full(int(sizes.sum()), LONG, np.uint8)
    stops = np.cumsum(sizes)
    out[stops - 1] = words % LONG
    out[stops - sizes] |= (is_paragraph.astype(np.uint8) << 7).astype(np.uint8)
    return out, sizes


def starts_of(sizes: Ints) -> Ints:
    """Where each of some runs starts, and the last ends."""
    at = np.zeros(sizes.size + 1, np.int64)
    np.cumsum(sizes, out=at[1:])
    return at


def _write_ids(out: ColumnsWriter, stories: Stories) -> None:
    ids = stories.ids
    _write_texts(out, "ids", ids)
    _write_texts(out, "headlines", stories.headlines)
    by_hash = np.argsort(stories.hashes, kind="stable").astype(np.int32)
    out.add("ids.hash", stories.hashes[by_hash])
    out.add("ids.doc", by_hash)
    rank = np.empty(len(ids), np.int32)
    rank[_newest_first(stories.days, ids)] = np.arange(len(ids), dtype=np.int32)
    out.add("rank", rank)


def _write_texts(out: ColumnsWriter, name: str, texts: Iterable[str]) -> None:
    run, at = text_column(text.encode() for text in texts)
    out.add(name, run)
    out.add(f"{name}.at", at)


def _newest_first(days: Ints, ids: Sequence[str]) -> Ints:
    """The stories by day, newest first, undated last, then by id."""
    order = np.argsort(-days, kind="stable")
    edges = np.flatnonzero(np.diff(days[order])) + 1
    for start, stop in pairwise([0, *edges.tolist(), len(ids)]):
        order[start:stop] = sorted(order[start:stop].tolist(), key=ids.__getitem__)
    return order


def _write_speech(out: ColumnsWriter, speech: Speech) -> None:
    out.add("said.at", speech.at)
    for name in ("first", "stop", "speaker", "kind"):
        out.add(f"said.{name}", getattr(speech, name))
    _write_texts(out, "said.names", speech.names)


def _write_facet(out: ColumnsWriter, name: str, facet: FacetColumn) -> None:
    values = [(value.key, value.value, value.label) for value in facet.values]
    out.add(f"{name}.values", np.frombuffer(orjson.dumps(values), np.uint8))
    for part, array in facet.column._asdict().items():
        out.add(f"{name}.{part}", array.reshape(-1))


def pack_records(records: Iterable[bytes]) -> Iterator[StoryBlock]:
    """Records in blocks of about one size."""
    held: list[bytes] = []
    size = 0
    for record in records:
        if size >= STORY_BLOCK:
            yield pack_block(held)
            held, size = [], 0
        held.append(record)
        size += len(record)
    if held:
        yield pack_block(held)


def _write_blocks(out: ColumnsWriter, blocks: Iterable[StoryBlock]) -> None:
    held = list(blocks)
    out.add("stories", *(np.frombuffer(block.packed, np.uint8) for block in held))
    out.add("stories.at", starts_of(np.array([len(block.packed) for block in held], np.int64)))
    firsts = starts_of(np.array([block.count for block in held], np.int64))
    out.add("stories.first", firsts.astype(np.int32))
