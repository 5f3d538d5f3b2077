"""Spool: numbers that wait until all of them are there; many wait on disk, not in memory."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any
from weakref import finalize

import numpy as np
from numpy.typing import NDArray

HELD = 1 << 20  # bytes that wait in memory
_PIECE = 1 << 22  # bytes that are read back at once


class Spool:
    """Parts of one array, put in order. More than HELD bytes go to a file without a name in
    ``folder``, which is gone when this is, whatever happens."""

    def __init__(self, kind: Any, folder: Path | None = None) -> None:
        self.kind = np.dtype(kind)
        self.nbytes = 0
        self._folder = folder
        self._parts: list[bytes] = []
        self._file: IO[bytes] | None = None

    @property
    def size(self) -> int:
        """How many numbers there are."""
        return self.nbytes // int(self.kind.itemsize)

    def put(self, part: NDArray[Any]) -> None:
        """The next numbers, all of the type."""
        self.put_bytes(np.ascontiguousarray(part).reshape(-1).view(np.uint8).data)

    def put_bytes(self, part: bytes | memoryview) -> None:
        """The same from bytes."""
        self.nbytes += len(part)
        if self._file:
            self._file.write(part)
        elif self.nbytes > HELD:
            self._file = TemporaryFile(dir=self._folder)  # noqa: SIM115  # as this lives
            finalize(self, self._file.close)
            self._file.writelines([*self._parts, part])
            self._parts = []
        else:
            self._parts.append(bytes(part))

    def pieces(self) -> Iterator[bytes]:
        """All that was put."""
        if not self._file:
            yield b"".join(self._parts)
            return
        self._file.seek(0)
        while piece := self._file.read(_PIECE):
            yield piece
