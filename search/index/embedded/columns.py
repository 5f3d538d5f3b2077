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
from typing import Any, BinaryIO, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...errors import IndexDamaged, IndexUnavailable
from .checksums import BLOCK_BYTES, checksum_blocks
from .narrow import narrow, widen
from .runs import Texts, starts_of
from .spool import Spool

MAGIC = b"DATELINE"
VERSION = 4
_HEAD = struct.Struct("<8sIi48x")  # magic, version, spare
_FOOT = struct.Struct(
    "<QQQQ8s"
)  # directory's offset and length, checksums' offset, its own checksum
_ALIGNED = 64
_CHECKED = 128  # blocks whose memory is given back when they have been checked

Array = NDArray[Any]


class Kept(NamedTuple):
    """An array in the directory: its type and width (``"<i4:3"`` is rows of three), how many
    numbers, where its bytes are, how many, and how they are kept, as ``narrow`` says."""

    shape: str
    numbers: int
    start: int
    size: int
    how: str


class ColumnsWriter:
    """Writes a segment's file, array by array. What waits for its turn waits in ``folder``."""

    def __init__(self, file: BinaryIO, folder: Path | None = None) -> None:
        self._file = file
        self.folder = folder
        self._at = 0
        self._rest = b""
        self._sums: list[Array] = []
        self._directory: dict[str, Kept] = {}
        self._write(_HEAD.pack(MAGIC, VERSION, 0))

    def add(self, name: str, array: Array) -> None:
        """An array as it is: it can be read in parts."""
        flat = np.ascontiguousarray(array).reshape(-1)
        self._put(name, _shape(array), flat.size, array.dtype.str, [flat.view(np.uint8).data])

    def pack(self, name: str, array: Array) -> None:
        """An array of numbers in few bytes: it is read as a whole."""
        how, kept = narrow(array)
        self._put(name, _shape(array), array.size, how, [kept.view(np.uint8).data])

    def add_spool(self, name: str, spool: Spool) -> None:
        """An array as it is, from where it waited."""
        self._put(name, f"{spool.kind.str}:0", spool.size, spool.kind.str, spool.pieces())

    def add_texts(self, name: str, texts: Texts) -> None:
        """Texts: their bytes, and where each begins and the last ends."""
        self.add(name, texts.run)
        self.pack(f"{name}.at", starts_of(texts.sizes))

    def spool(self, kind: Any) -> Spool:
        """Where numbers of a type may wait."""
        return Spool(kind, self.folder)

    def _put(
        self, name: str, shape: str, count: int, how: str, pieces: Iterable[bytes | memoryview]
    ) -> None:
        if self._at % _ALIGNED:
            self._write(bytes(-self._at % _ALIGNED))
        start = self._at
        for piece in pieces:
            self._write(piece)
        self._directory[name] = Kept(shape, count, start, self._at - start, how)

    def finish(self) -> None:
        """Write what finds and proves the arrays."""
        self._write(b"\0" * (-self._at % _ALIGNED))
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

    def _write(self, data: bytes | memoryview) -> None:
        self._file.write(data)
        self._at += len(data)
        if len(self._rest) + len(data) < BLOCK_BYTES:
            self._rest += bytes(data)
            return
        data, first = memoryview(data), BLOCK_BYTES - len(self._rest)
        self._sums.append(_sums(self._rest + bytes(data[:first])))
        whole = first + (len(data) - first) // BLOCK_BYTES * BLOCK_BYTES
        if whole > first:
            self._sums.append(_sums(data[first:whole]))
        self._rest = bytes(data[whole:])


class Columns:
    """The arrays of a segment's file, mapped. IndexUnavailable where the file is not whole, or
    where another ``proof`` is wanted than it has: the checksum of its checksums."""

    def __init__(self, path: Path, proof: int = 0) -> None:
        self.path = path
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size < _HEAD.size + _FOOT.size:
                raise self._damaged("it is cut short")
            # a copy on write, never written: numba then sees arrays of one kind only
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY)
            self._bytes = np.frombuffer(self._map, np.uint8)
        self._directory = self._read_directory()
        if proof and proof != self.proof:
            raise self._damaged("it is not the file that was written under this name")

    def __contains__(self, name: str) -> bool:
        return name in self._directory

    def array(self, name: str, checked: bool = True) -> Array:
        """An array by name. It is checked at once unless ``check`` is called on what is used,
        which is for arrays that are kept as they are."""
        kept = self._directory[name]
        kind, _, width = kept.shape.partition(":")
        if checked or kept.how != kind:
            self._check_bytes(kept.start, kept.start + kept.size)
        held = self._bytes[kept.start : kept.start + kept.size]
        whole = (
            held.view(kind)
            if kept.how == kind
            else widen(kept.how, held, np.dtype(kind), kept.numbers)
        )
        return whole.reshape(-1, int(width)) if width != "0" else whole

    def check(self, name: str, first: int, stop: int) -> None:
        """Check elements of an array before they are used: only the first use reads them."""
        kept = self._directory[name]
        size = kept.size // kept.numbers if kept.numbers else 0
        self._check_bytes(kept.start + first * size, kept.start + stop * size)

    def release(self) -> None:
        """Let the system have the memory that was read to; it is read again when it is used."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)

    @property
    def size(self) -> int:
        """The file's bytes."""
        return int(self._bytes.size)

    def check_all(self) -> None:
        """Check every byte, some megabytes at a time."""
        for first in range(0, self._proved, _CHECKED):
            self._check_bytes(first * BLOCK_BYTES, (first + _CHECKED) * BLOCK_BYTES)
            self.release()

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

    def _read_directory(self) -> dict[str, Kept]:
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
        self.proof = proof
        self._sums = data[sums_at:end].view(np.uint64)
        self._words = data[:sums_at].view(np.uint64)
        self._proved = self._sums.size
        self._unproved = bytearray(b"\1" * self._proved)
        self._check_bytes(at, at + length)
        found = json.loads(data[at : at + length].tobytes())
        return {name: Kept(*kept) for name, kept in found.items()}

    def _damaged(self, how: str) -> IndexUnavailable:
        return IndexDamaged(f"{self.path} is damaged: {how}")


def _shape(array: Array) -> str:
    return f"{array.dtype.str}:{array.shape[1] if array.ndim == 2 else 0}"


def _sums(data: bytes | memoryview) -> NDArray[np.uint64]:
    """The checksums of the blocks of some bytes; their number is a multiple of 8, or is filled."""
    whole = bytes(data) + bytes(-len(data) % 8) if len(data) % 8 else data
    out = np.empty((len(whole) + BLOCK_BYTES - 1) // BLOCK_BYTES, np.uint64)
    checksum_blocks(np.frombuffer(whole, np.uint64), out)
    return out
