"""Stamp: by what a file is known to be the one that was read before."""

import time
from pathlib import Path
from typing import BinaryIO, NamedTuple

from xxhash import xxh3_128

_BLOCK = 2**16  # more at a time costs more for a small file than reading it
_LARGEST = 2**30  # bytes of a file of which the content is looked at
# a file changed so few ns before it was read may change again under the same time
_TOO_FRESH = 2 * 10**9


class Stamp(NamedTuple):
    """A file's bytes, when they last changed (in ns; 0: too lately to tell by it), and the XXH3 of
    its content, b"" where that would take too long."""

    size: int
    changed: int
    digest: bytes


def read_stamp(path: Path) -> Stamp | None:
    """The stamp of a file as it is now; None for what is no file that can be read."""
    try:
        with path.open("rb") as file:
            status = path.stat()
            digest = _read_digest(file) if status.st_size <= _LARGEST else b""
    except OSError:
        return None
    is_fresh = time.time_ns() - status.st_mtime_ns < _TOO_FRESH
    return Stamp(status.st_size, 0 if is_fresh else status.st_mtime_ns, digest)


def _read_digest(file: BinaryIO) -> bytes:
    digest = xxh3_128()
    while block := file.read(_BLOCK):
        digest.update(block)
    return digest.digest()


def still_holds(stamp: Stamp, path: Path) -> Stamp | None:
    """The stamp as it is to be kept from now on, if the file is still the one it was taken of:
    of its size, and of its time or else its content. None for one that has changed."""
    try:
        status = path.stat()
    except OSError:
        return None
    if status.st_size != stamp.size:
        return None
    if status.st_mtime_ns == stamp.changed:
        return stamp
    now = read_stamp(path) if stamp.digest else None
    if now is None or now.digest != stamp.digest:
        return None
    return stamp._replace(changed=now.changed)
