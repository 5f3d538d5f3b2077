"""Posting lists, packed and read back: plainly, each is a list of (document, counts, places)."""

import io
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from search.index.embedded.columns import Columns, ColumnsWriter
from search.index.embedded.group import Group, Tokens
from search.index.embedded.packing import GroupPacker, write_surfaces
from tests.effort import examples

ZONES = 3
# far apart, side by side, and more than a block of them
documents = st.sets(st.integers(0, 300) | st.integers(0, 2**30), min_size=1, max_size=12)
many = st.integers(129, 400).map(lambda n: set(range(0, 3 * n, 3)))
places = st.sets(st.integers(0, 5_000), max_size=6).map(sorted)


@st.composite
def postings(draw: st.DrawFn) -> dict[int, list[list[int]]]:
    """By document the places in each zone, one at least."""
    numbers = draw(documents | many)
    shapes = draw(st.lists(st.tuples(places, places, places).filter(any), min_size=1, max_size=9))
    return {doc: list(shapes[doc % len(shapes)]) for doc in sorted(numbers)}


def pack(terms: list[dict[int, list[list[int]]]], surfaces: int) -> bytes:
    """A file with one group: terms "a", "b" and so on; each occurrence of surface place % n."""
    rows = [
        (number, doc, zone, place, place % surfaces)
        for number, held in enumerate(terms)
        for doc, zones in held.items()
        for zone, where in enumerate(zones)
        for place in where
    ]
    columns = [np.array(column, np.int32) for column in zip(*rows, strict=True)]
    columns[2] = columns[2].astype(np.uint8)
    texts = [bytes([97 + number]) for number in range(len(terms))]
    packer = GroupPacker("text", ZONES)
    packer.add(texts, np.full(len(terms), surfaces), Tokens(*columns))
    file = io.BytesIO()
    out = ColumnsWriter(file)
    packer.write(out)
    of_terms = np.repeat(np.arange(len(terms)), surfaces)
    forms = [(text.decode(), number, 7) for number, text in enumerate(texts)]
    words = [f"{texts[term].decode()}{n % surfaces}" for n, term in enumerate(of_terms)]
    write_surfaces(out, forms, of_terms, of_terms, words)
    out.finish()
    return file.getvalue()


@settings(max_examples=examples(60), deadline=None)
@given(
    terms=st.lists(postings(), min_size=1, max_size=4),
    surfaces=st.integers(1, 5),
    asked=st.sets(st.integers(0, 400), max_size=20),
)
def test_lists_are_read_as_they_were_packed(
    terms: list[dict[int, list[list[int]]]], surfaces: int, asked: set[int]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.columns"
        path.write_bytes(pack(terms, surfaces))
        group = Group(Columns(path), "text")
        for number, held in enumerate(terms):
            found = group.found(number)
            counts = {doc: [len(where) for where in zones] for doc, zones in held.items()}
            docs, read = group.postings(found)
            assert dict(zip(docs.tolist(), read.tolist(), strict=True)) == counts
            wanted = np.array(sorted(asked | set(list(held)[::7])), np.int32)
            expected = [counts.get(doc, [0] * ZONES) for doc in wanted.tolist()]
            assert group.counts_at(found, wanted).tolist() == expected
            occurrences = [
                (doc, zone, place, place % surfaces)
                for doc, zones in held.items()
                for zone, where in enumerate(zones)
                for place in where
            ]
            columns = (column.tolist() for column in group.occurrences(found))
            assert list(zip(*columns, strict=True)) == occurrences
            flags = np.array([n == 0 for n in range(surfaces)], np.uint8)
            some, some_counts = group.counts_of(found, flags)
            kept = {
                doc: [sum(place % surfaces == 0 for place in where) for where in zones]
                for doc, zones in held.items()
            }
            assert dict(zip(some.tolist(), some_counts.tolist(), strict=True)) == {
                doc: row for doc, row in kept.items() if any(row)
            }


def test_counts_beyond_the_table_are_kept_too() -> None:
    """More than 255 different counts: the rest stand behind the table."""
    held = {n: [list(range(n % 300 + 1)), [], list(range(n // 300))] for n in range(900)}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.columns"
        path.write_bytes(pack([held, held], 2))
        group = Group(Columns(path), "text")
        assert group.lists.rare.size > 0
        for number in (0, 1):
            docs, counts = group.postings(group.found(number))
            assert docs.tolist() == list(held)
            assert counts.tolist() == [[len(where) for where in zones] for zones in held.values()]
