"""Posting lists packed as a segment's file holds them, of documents and the places in them."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from hypothesis import strategies as st

from search.index.embedded.columns import Columns, ColumnsWriter
from search.index.embedded.group import Group
from search.index.embedded.packing import GroupPacker
from search.index.embedded.printed import SurfacePacker, write_forms
from search.index.embedded.runs import join_texts, starts_of
from search.kernels.sorting import ZONE_BITS, Occurrences

Postings = dict[int, list[list[int]]]  # by document the places in each zone
ZONES = 3
# far apart, side by side, and more than a block of them
documents = st.sets(st.integers(0, 300) | st.integers(0, 2**30), min_size=1, max_size=12)
many = st.integers(129, 400).map(lambda n: set(range(0, 3 * n, 3)))
near = st.sets(st.integers(0, 1_000), min_size=1, max_size=12)
places = st.sets(st.integers(0, 5_000), max_size=6).map(sorted)


@st.composite
def postings(draw: st.DrawFn, chosen: st.SearchStrategy[set[int]] = documents | many) -> Postings:
    """By document the places in each zone, one at least."""
    numbers = draw(chosen)
    shapes = draw(st.lists(st.tuples(places, places, places).filter(any), min_size=1, max_size=9))
    return {doc: list(shapes[doc % len(shapes)]) for doc in sorted(numbers)}


# more different counts than the table has rows, so that some postings are rare
MANY_COUNTS: Postings = {
    2 * n: [list(range(n % 20)), list(range(n // 20)), [n]] for n in range(400)
}
# more documents than are scored in one go
CROWD: Postings = {
    n: [[7] * (n % 3 == 0), list(range(n % 5)), [0, n % 9 + 1] if n % 2 else []]
    for n in range(3, 2_500)
    if n % 3 == 0 or n % 5 or n % 2
}
# of documents few enough for an array with a place for each
DOCUMENTS = 2_500
few_documents = postings(near | many) | st.sampled_from([MANY_COUNTS, CROWD])


def pack(terms: list[Postings], surfaces: int) -> bytes:
    """A file with one group: terms "a", "b" and so on; each occurrence of surface place % n."""
    rows = [
        (number, doc, zone, place, place % surfaces)
        for number, held in enumerate(terms)
        for doc, zones in held.items()
        for zone, where in enumerate(zones)
        for place in where
    ]
    term, doc, zone, place, which = np.array(rows, np.int64).T
    at = starts_of(np.bincount(term))
    columns = place.astype(np.int32), (term * surfaces + which).astype(np.int32)
    found = Occurrences(at[:-1], at[1:], doc << ZONE_BITS | zone, *columns)
    texts = [bytes([97 + number]) for number in range(len(terms))]
    sizes = np.full(len(terms), surfaces)
    file = io.BytesIO()
    out = ColumnsWriter(file)
    packer = GroupPacker(out, "text", ZONES)
    packer.add(texts, sizes, np.tile(np.arange(surfaces, dtype=np.int32), len(terms)), found)
    packer.write()
    numbers = np.arange(len(terms), dtype=np.int32)
    write_forms(out, join_texts(texts), numbers, np.full(len(terms), 7))
    printed = SurfacePacker(out)
    words = [text + str(n).encode() for text in texts for n in range(surfaces)]
    printed.add(words, np.repeat(numbers, surfaces), sizes)
    printed.write(numbers)
    out.finish()
    return file.getvalue()


@contextmanager
def group_of(terms: list[Postings], surfaces: int) -> Iterator[Group]:
    """The group, opened from its file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.columns"
        path.write_bytes(pack(terms, surfaces))
        yield Group(Columns(path), "text")
