"""The file of a segment: named arrays one after another, mapped when it is opened.

Every 64 KiB have a checksum, kept at the end; ``Columns.check`` compares it before bytes are used
for the first time. docs/index-format.md tells the layout byte by byte.
"""

import json
import mmap
import os
import struct
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from ...errors import IndexDamaged, IndexUnavailable
from .checksums import BLOCK_BYTES, checksum_blocks

MAGIC = b"DATELINE"
VERSION = 2
_HEAD = struct.Struct("<8sIi48x")  # magic, version, spare
_FOOT = struct.Struct(
    "<QQQQ8s"
)  # directory's offset and length, checksums' offset, its own checksum
_ALIGNED = 64

Array = NDArray[Any]


class ColumnsWriter:
    """Writes a segment's file, array by array."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._at = 0
        self._rest = b""
        self._sums: list[Array] = []
        self._directory: dict[str, tuple[str, int, int]] = {}
        self._write(_HEAD.pack(MAGIC, VERSION, 0))

    def add(self, name: str, *parts: Array) -> None:
        """One array, in parts that are joined; all of one type."""
        self._align()
        start, count = self._at, 0
        for part in parts:
            count += part.size
            self._write(np.ascontiguousarray(part).reshape(-1).view(np.uint8).data)
        shape = f"{parts[0].dtype.str}:{parts[0].shape[1] if parts[0].ndim == 2 else 0}"
        self._directory[name] = (shape, start, count)

    def finish(self) -> None:
        """Write what finds and proves the arrays."""
        self._align()
        directory = json.dumps(self._directory).encode()
        directory_at = self._at
        self._write(directory)
        self._write(b"\0" * (-self._at % 8))
        if self._rest:
            self._sums.append(_sums(self._rest))
        sums = np.concatenate(self._sums).tobytes()
        foot = _FOOT.pack(directory_at, len(directory), self._at, 0, MAGIC)
        proof = int(_sums(sums + foot)[0])
        self._file.write(sums + _FOOT.pack(directory_at, len(directory), self._at, proof, MAGIC))

    def _align(self) -> None:
        self._write(b"\0" * (-self._at % _ALIGNED))

    def _write(self, data: bytes | memoryview) -> None:
        self._file.write(data)
        self._at += len(data)
        if len(self._rest) + len(data) < BLOCK_BYTES:
            self._rest += bytes(data)
            return
        first = BLOCK_BYTES - len(self._rest)
        self._sums.append(_sums(self._rest + bytes(data[:first])))
        whole = first + (len(data) - first) // BLOCK_BYTES * BLOCK_BYTES
        if whole > first:
            self._sums.append(_sums(data[first:whole]))
        self._rest = bytes(data[whole:])


class Columns:
    """The arrays of a segment's file, mapped. IndexUnavailable where the file is not whole."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size < _HEAD.size + _FOOT.size:
                raise self._damaged("it is cut short")
            # a copy on write, never written: numba then sees arrays of one kind only
            self._bytes = np.frombuffer(
                mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY), np.uint8
            )
        self._directory = self._read_directory()
        self._places = {
            name: (start, np.dtype(shape.partition(":")[0]).itemsize)
            for name, (shape, start, _) in self._directory.items()
        }

    def __contains__(self, name: str) -> bool:
        return name in self._directory

    def array(self, name: str, checked: bool = True) -> Array:
        """An array by name. It is checked at once unless ``check`` is called on what is used."""
        shape, start, count = self._directory[name]
        dtype, _, width = shape.partition(":")
        kind = np.dtype(dtype)
        if checked:
            self._check_bytes(start, start + count * kind.itemsize)
        whole = self._bytes[start : start + count * kind.itemsize].view(kind)
        return whole.reshape(-1, int(width)) if width != "0" else whole

    def check(self, name: str, first: int, stop: int, width: int = 1) -> None:
        """Check elements of an array, or rows of so many, before they are used: only the first use
        reads them."""
        start, size = self._places[name]
        self._check_bytes(start + first * size * width, start + stop * size * width)

    @property
    def size(self) -> int:
        """The file's bytes."""
        return int(self._bytes.size)

    def check_all(self) -> None:
        """Check every byte."""
        self._check_bytes(0, self._proved * BLOCK_BYTES)

    def _check_bytes(self, first: int, stop: int) -> None:
        low, high = first // BLOCK_BYTES, min((stop - 1) // BLOCK_BYTES + 1, self._proved)
        if stop <= first or self._unproved.find(1, low, high) < 0:
            return
        words = self._words[low * BLOCK_BYTES // 8 : high * BLOCK_BYTES // 8]
        found = np.empty(high - low, np.uint64)
        checksum_blocks(words, found)
        if not np.array_equal(found, self._sums[low:high]):
            raise self._damaged("its content has changed since it was written")
        self._unproved[low:high] = bytes(high - low)

    def _read_directory(self) -> dict[str, tuple[str, int, int]]:
        data = self._bytes
        magic, version, _ = _HEAD.unpack(data[: _HEAD.size].tobytes())
        if magic != MAGIC:
            raise self._damaged("it does not begin as a segment does")
        if version != VERSION:
            raise IndexUnavailable(
                f"{self.path} has format {version}; this Dateline reads format {VERSION}. "
                "Ingest the stories again into another folder"
            )
        end = data.size - _FOOT.size
        at, length, sums_at, proof, magic = _FOOT.unpack(data[end:].tobytes())
        if magic != MAGIC or sums_at > end or (end - sums_at) % 8 or sums_at % 8:
            raise self._damaged("it is cut short")
        tail = data[sums_at:end].tobytes() + _FOOT.pack(at, length, sums_at, 0, MAGIC)
        if int(_sums(tail)[0]) != proof:
            raise self._damaged("its end has changed since it was written")
        self._sums = data[sums_at:end].view(np.uint64)
        self._words = data[:sums_at].view(np.uint64)
        self._proved = self._sums.size
        self._unproved = bytearray(b"\1" * self._proved)
        self._check_bytes(at, at + length)
        found = json.loads(data[at : at + length].tobytes())
        return {name: (shape, start, count) for name, (shape, start, count) in found.items()}

    def _damaged(self, how: str) -> IndexUnavailable:
        return IndexDamaged(f"{self.path} is damaged: {how}")


def _sums(data: bytes | memoryview) -> NDArray[np.uint64]:
    """The checksums of the blocks of some bytes; their number is a multiple of 8, or is filled."""
    whole = bytes(data) + b"\0" * (-len(data) % 8)
    words = np.frombuffer(bytearray(whole), np.uint64)
    out = np.empty((len(whole) + BLOCK_BYTES - 1) // BLOCK_BYTES, np.uint64)
    checksum_blocks(words, out)
    return out


def text_column(texts: Iterable[bytes]) -> tuple[Array, Array]:
    """Texts as one run of bytes, and where each begins and the last ends."""
    held = list(texts)
    starts = np.zeros(len(held) + 1, np.int64)
    np.cumsum(np.fromiter(map(len, held), np.int64, len(held)), out=starts[1:])
    return np.frombuffer(b"".join(held), np.uint8), starts
