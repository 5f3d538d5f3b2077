"""Checksums: any altered bit is found, and a file says which it is."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.errors import IndexUnavailable
from search.index.embedded.checksums import BLOCK_BYTES, checksum_blocks
from search.index.embedded.columns import Columns, ColumnsWriter

WORDS = BLOCK_BYTES // 8
MASK = 2**64 - 1
words = st.lists(st.integers(0, MASK), min_size=1, max_size=30)


def test_a_checksum_is_xxh3() -> None:
    """Of no bytes, as its specification gives it."""
    out = np.empty(1, np.uint64)
    checksum_blocks(np.empty(0, np.uint64), out)
    assert int(out[0]) == 0x2D06800538D394C2


def test_each_block_has_a_checksum_and_the_last_may_be_short() -> None:
    held = np.arange(WORDS + 5, dtype=np.uint64)
    out, alone = np.empty(2, np.uint64), np.empty(1, np.uint64)
    checksum_blocks(held, out)
    for block, part in enumerate((held[:WORDS], held[WORDS:])):
        checksum_blocks(part, alone)
        assert out[block] == alone[0]


@given(words, st.data())
def test_an_altered_bit_alters_the_checksum(held: list[int], data: st.DataObject) -> None:
    at, bit = data.draw(st.integers(0, len(held) - 1)), data.draw(st.integers(0, 63))
    out = np.empty(2, np.uint64)
    checksum_blocks(np.array(held, np.uint64), out[:1])
    held[at] ^= 1 << bit
    checksum_blocks(np.array(held, np.uint64), out[1:])
    assert out[0] != out[1]


def write(path: Path) -> None:
    with path.open("wb") as file:
        out = ColumnsWriter(file)
        out.add("small", np.arange(10, dtype=np.int32))
        out.add("large", np.arange(3 * WORDS, dtype=np.int64))
        out.finish()


def test_every_altered_byte_of_a_file_is_found(tmp_path: Path) -> None:
    path = tmp_path / "x.columns"
    write(path)
    whole = path.read_bytes()
    Columns(path).check_all()
    for at in range(0, len(whole), 4_099):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 16]) + whole[at + 1 :])
        with pytest.raises(IndexUnavailable, match=r"x\.columns"):
            Columns(path).check_all()


@pytest.mark.parametrize("length", [0, 10, 63, 200, 70_000])
def test_a_file_cut_short_is_named(tmp_path: Path, length: int) -> None:
    path = tmp_path / "x.columns"
    write(path)
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(IndexUnavailable, match=r"x\.columns is damaged"):
        Columns(path)


def test_only_what_is_used_is_read(tmp_path: Path) -> None:
    """An array far from the damage is still read."""
    path = tmp_path / "x.columns"
    write(path)
    damaged = bytearray(path.read_bytes())
    damaged[2 * WORDS * 8] ^= 1
    path.write_bytes(damaged)
    columns = Columns(path)
    assert columns.array("small").tolist() == list(range(10))
    with pytest.raises(IndexUnavailable, match="changed"):
        columns.array("large")
