"""A segment is read by docs/index-format.md alone."""

import datetime as dt
import json
import struct
from pathlib import Path

import numpy as np
import pytest
import zstandard
from xxhash import xxh3_64_intdigest

from search import Article, open_index

BODY = "Oil rose. Oil’s price fell.\n\nIt rained."


def read(path: Path) -> dict[str, np.ndarray]:
    """Every array of a segment's file."""
    data = path.read_bytes()
    assert data[:8] == b"DATELINE"
    assert struct.unpack_from("<I", data, 8) == (4,)
    at, length, sums, _, magic = struct.unpack("<QQQQ8s", data[-40:])
    assert magic == b"DATELINE"
    blocks = [data[first : min(first + 65_536, sums)] for first in range(0, sums, 65_536)]
    checksums = np.frombuffer(data[sums:-40], "<u8").tolist()
    assert [xxh3_64_intdigest(block) for block in blocks] == checksums
    arrays = {}
    for name, (shape, count, start, size, how) in json.loads(data[at : at + length]).items():
        kind, width = shape.split(":")
        flat = unpack(data[start : start + size], how).astype(kind)
        assert flat.size == count
        arrays[name] = flat.reshape(-1, int(width)) if width != "0" else flat
    return arrays


def unpack(kept: bytes, how: str) -> np.ndarray:
    """The numbers of an array, by how they are kept."""
    if how.endswith("z"):
        kept = zstandard.decompress(kept)
    numbers = np.frombuffer(kept, how.strip("+z"))
    return np.cumsum(numbers, dtype=np.int64) if how.startswith("+") else numbers


def texts(arrays: dict[str, np.ndarray], name: str) -> list[str]:
    run, at = arrays[name].tobytes(), arrays[f"{name}.at"]
    return [run[at[n] : at[n + 1]].decode() for n in range(len(at) - 1)]


def bits(words: np.ndarray, at: int, width: int) -> int:
    whole = int.from_bytes(words.tobytes(), "little")
    return whole >> at & (1 << width) - 1


@pytest.fixture
def arrays(tmp_path: Path) -> dict[str, np.ndarray]:
    with open_index(str(tmp_path)) as index:
        index.add(
            [
                Article(id="b", headline="Oil", body=BODY, agency="AFP"),
                Article(id="a", headline="Rain", published=dt.datetime(2020, 1, 2)),
            ]
        )
    [path] = tmp_path.glob("*.columns")
    return read(path)


def test_stories_are_as_the_document_says(arrays: dict[str, np.ndarray]) -> None:
    assert texts(arrays, "ids") == ["b", "a"]
    assert arrays["days"].tolist() == [0, dt.date(2020, 1, 2).toordinal()]
    assert arrays["rank"].tolist() == [1, 0]
    assert arrays["lengths"].tolist() == [*(1, 1), *(0, 0), *(7, 0)]
    first, last = arrays["sentences.at"][:2]
    assert arrays["sentences"][first:last].tolist() == [128 + 1, 128 + 2, 3, 128 + 2]
    assert json.loads(arrays["facet.agency.values"].tobytes()) == [["afp", "AFP", "AFP"]]
    assert arrays["facet.agency.first"].tolist() == [0, 1]  # 1: none of the one value
    block = zstandard.decompress(arrays["stories"].tobytes())
    names = json.loads(arrays["stories.names"].tobytes())
    lines = [dict(zip(names, json.loads(line), strict=True)) for line in block.split(b"\n")]
    assert [line["body"] for line in lines] == [BODY, ""]
    assert texts(arrays, "headlines") == ["Oil", "Rain"]


def test_words_are_as_the_document_says(arrays: dict[str, np.ndarray]) -> None:
    term = texts(arrays, "text.terms").index("oil")
    assert arrays["text.sizes"][:term].max() <= 128  # so that each has one block
    posting, block = int(arrays["text.sizes"][:term].sum()), term
    assert arrays["text.sizes"][term] == 1
    assert arrays["text.with_zone"][term].tolist() == [1, 0, 1]
    assert arrays["text.lasts"][block] == 0
    widths = arrays["text.widths"].astype(int)
    docs = int((arrays["text.sizes"][:term] * widths[:block, 0]).sum())
    assert bits(arrays["text.docs"], docs, widths[block, 0]) == 0
    assert arrays["text.counts"][arrays["text.codes"][posting]].tolist() == [1, 0, 2]
    width, form_bits = int(widths[block, 1]), int(arrays["text.form_bits"][term])
    assert arrays["text.words"][block] == 3
    places = int((arrays["text.words"][:block] * widths[:block, 1]).sum())
    values = [bits(arrays["text.places"], places + n * width, width) for n in range(3)]
    assert [value >> form_bits for value in values] == [0, 0, 2]
    first = arrays["text.surfaces.first"][term]
    surfaces = texts(arrays, "text.surfaces")
    assert {surfaces[first + (value & (1 << form_bits) - 1)] for value in values} == {"Oil"}
    assert texts(arrays, "agency.terms") == ["afp"]
