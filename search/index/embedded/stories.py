"""What a segment keeps of each story beside its words: as arrays to write, and the way to write
them. ``Segment`` reads them back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np
import orjson

from ...schema import FACETS
from .blocks import Blocks
from .columns import ColumnsWriter
from .fieldnames import write_names
from .planes import split_planes
from .runs import Ints, Texts, join_texts, starts_of

if TYPE_CHECKING:
    from .facet_column import FacetColumn

LONG = 127  # words of a sentence that one byte cannot say: another byte follows
KINDS = ("direct", "mixed", "indirect")  # of statements


class Rows(Protocol):
    """One row a story in all of these. ``hashes`` is what ids are sought by; ``days`` are
    ordinals, 0 undated; ``lengths`` (zones, stories) words; ``sentences`` the words of each
    sentence, zone after zone: a byte each, or more where it is long, the highest bit set for a
    paragraph's first; ``sentence_sizes`` how many of these bytes each story has."""

    @property
    def ids(self) -> Texts: ...
    @property
    def headlines(self) -> Texts: ...
    @property
    def hashes(self) -> Ints: ...
    @property
    def days(self) -> Ints: ...
    @property
    def certain(self) -> Ints: ...
    @property
    def lengths(self) -> Ints: ...
    @property
    def sentences(self) -> Ints: ...
    @property
    def sentence_sizes(self) -> Ints: ...


class Speech(NamedTuple):
    """The statements of all stories: those of story n are numbers ``at[n]`` up to ``at[n + 1]``;
    places are words of the body. Number ``aside_of[i]``, in order, has the reporter's words from
    ``aside_first[i]`` up to ``aside_stop[i]``."""

    at: Ints
    first: Ints
    stop: Ints
    speaker: Ints  # number of the name, -1 for nobody's
    kind: Ints  # number in KINDS
    aside_of: Ints
    aside_first: Ints
    aside_stop: Ints
    names: Sequence[str]


@dataclass(frozen=True, slots=True)
class Stories:
    """``rows`` are those of some of the stories at a time. What is made when it is asked for is
    large, and is not kept."""

    rows: Sequence[Rows]
    speech: Callable[[], Speech]
    facet: "Callable[[str], FacetColumn]"
    blocks: Callable[[], Blocks]


def write_stories(out: ColumnsWriter, stories: Stories) -> None:
    """Write the arrays of all stories, and the stories themselves."""
    _write_ids(out, stories)
    for name in ("days", "certain"):
        out.pack(name, _joined(stories, name))
    lengths = _joined(stories, "lengths")
    out.pack("lengths", split_planes(lengths, int(lengths.max())).reshape(-1))
    _write_runs(out, "sentences", stories, "sentence_sizes")
    _write_speech(out, stories.speech())
    for name in FACETS:
        _write_facet(out, f"facet.{name}", stories.facet(name))
    stories.blocks().write(out)
    write_names(out)


def hash_ids(ids: Sequence[str]) -> Ints:
    """What each id is sought by."""
    digests = b"".join(
        [blake2b(one.encode(errors="replace"), digest_size=8).digest() for one in ids]
    )
    return np.frombuffer(bytearray(digests), np.uint64)


def encode_sentences(words: Ints, is_paragraph: Ints) -> tuple[Ints, Ints]:
    """The sentences' bytes, and how many each sentence takes."""
    sizes = 1 + words // LONG
    out = np.full(int(sizes.sum()), LONG, np.uint8)
    stops = np.cumsum(sizes)
    out[stops - 1] = words % LONG
    out[stops - sizes] |= (is_paragraph.astype(np.uint8) << 7).astype(np.uint8)
    return out, sizes


def _joined(stories: Stories, name: str) -> Ints:
    return np.concatenate([getattr(rows, name) for rows in stories.rows], axis=-1)


def _write_ids(out: ColumnsWriter, stories: Stories) -> None:
    ids = _write_texts(out, "ids", stories)
    rank = np.empty(ids.sizes.size, np.int32)
    rank[_newest_first(_joined(stories, "days"), ids)] = np.arange(rank.size, dtype=np.int32)
    out.add("rank", rank)
    _write_texts(out, "headlines", stories)
    hashes = _joined(stories, "hashes")
    by_hash = np.argsort(hashes, kind="stable").astype(np.int32)
    out.add("ids.hash", hashes[by_hash])
    out.add("ids.doc", by_hash)


def _write_texts(out: ColumnsWriter, name: str, stories: Stories) -> Texts:
    parts = [getattr(rows, name) for rows in stories.rows]
    texts = Texts(*(np.concatenate(arrays) for arrays in zip(*parts, strict=True)))
    out.add_texts(name, texts)
    return texts


def _write_runs(out: ColumnsWriter, name: str, stories: Stories, sizes: str) -> None:
    spool = out.spool(np.uint8)
    for rows in stories.rows:
        spool.put(getattr(rows, name))
    out.add_spool(name, spool)
    out.pack(f"{name}.at", starts_of(_joined(stories, sizes)))


def _newest_first(days: Ints, ids: Texts) -> Ints:
    """The stories by day, newest first, undated last, then by id."""
    order = np.argsort(-days, kind="stable")
    edges = np.flatnonzero(np.diff(days[order])) + 1
    run, at = ids.run.tobytes(), starts_of(ids.sizes)
    for start, stop in pairwise([0, *edges.tolist(), days.size]):
        if stop - start > 1:
            held = order[start:stop]
            bounds = zip(at[held].tolist(), at[held + 1].tolist(), strict=True)
            names = [run[first:last] for first, last in bounds]
            by_name = sorted(range(stop - start), key=names.__getitem__)
            order[start:stop] = held[by_name]
    return order


def _write_speech(out: ColumnsWriter, speech: Speech) -> None:
    for name, array in speech._asdict().items():
        if name != "names":
            out.pack(f"said.{name}", array)
    out.add_texts("said.names", join_texts(map(str.encode, speech.names)))


def _write_facet(out: ColumnsWriter, name: str, facet: "FacetColumn") -> None:
    values = [(value.key, value.value, value.label) for value in facet.values]
    out.pack(f"{name}.values", np.frombuffer(orjson.dumps(values), np.uint8))
    for part, array in facet.kept._asdict().items():
        out.pack(f"{name}.{part}", array.reshape(-1))
