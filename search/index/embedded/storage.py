"""DurableStorage: the folder of a Whoosh index, each file on disk before the commit names it.

Whoosh itself never calls fsync. Here a file is synced as it is closed and the folder after each
rename, so that the table of contents, renamed last, never names bytes that a power cut may lose.
That table holds a pickle: ours ends in a checksum, and what is read back are segments and nothing
else that a pickle could make.
"""

import builtins
import codecs
import copyreg
import io
import os
import pickle
from hashlib import blake2b
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile

from ...errors import IndexDamaged
from .codec import ColumnSegment

CONTENTS = ".toc"
_MAGIC = b"DATELINE"
_PROOF = 16  # bytes of a checksum


class _Unpickler(pickle.Unpickler):
    """Makes segments, and nothing else that a pickle may ask for."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == (ColumnSegment.__module__, ColumnSegment.__name__):
            return ColumnSegment
        if (module, name) in {("copyreg", "_reconstructor"), ("copy_reg", "_reconstructor")}:
            return copyreg._reconstructor  # type: ignore[attr-defined]
        if module in {"builtins", "__builtin__"} and name in {"object", "set"}:
            return getattr(builtins, name)
        if (module, name) == ("_codecs", "encode"):
            return codecs.encode
        raise pickle.UnpicklingError(f"the table of contents asks for {module}.{name}")


class ContentsFile(StructFile):
    """A table of contents, read without running what it says."""

    def read_pickle(self) -> Any:
        return _Unpickler(self.file).load()


class DurableStorage(FileStorage):
    """A FileStorage whose files and names survive a power cut once they are visible."""

    def create_file(
        self, name: str, excl: bool = False, mode: str = "w+b", **kwargs: Any
    ) -> StructFile:
        closing = _prove if CONTENTS in name else _sync
        file: StructFile = super().create_file(
            name, excl, mode.replace("wb", "w+b"), onclose=closing, **kwargs
        )
        return file

    def open_file(self, name: str, **kwargs: Any) -> StructFile:
        if name.endswith(CONTENTS):
            contents = read_contents(Path(self.folder) / name)
            return ContentsFile(io.BytesIO(contents), name=name, **kwargs)
        file: StructFile = super().open_file(name, **kwargs)
        return file

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """The last step of a commit, after which Whoosh removes the one before it: what was written
        is read back first, and what may not last is taken back."""
        if newname.endswith(CONTENTS):
            read_contents(Path(self.folder) / oldname)
        super().rename_file(oldname, newname, safe=safe)
        try:
            sync_folder(Path(self.folder))
        except OSError:
            self.delete_file(newname)
            raise

    def names(self) -> list[str]:
        """The files in the folder; none where it is not there. Whoosh's own ``list`` takes a folder
        that cannot be read for an empty one."""
        try:
            return os.listdir(self.folder)  # noqa: PTH208  # names, as Whoosh matches them
        except FileNotFoundError:
            return []


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def read_contents(path: Path) -> bytes:
    """A table of contents and its checksum; IndexDamaged where it is not as Dateline wrote it."""
    data = path.read_bytes()
    end = len(data) - _PROOF - len(_MAGIC)
    if data[max(end, 0) : len(data) - _PROOF] != _MAGIC:
        raise IndexDamaged(
            f"The index in {path.parent} was made by another version of Dateline or by another "
            f"program, or {path.name} is damaged"
        )
    if blake2b(data[:end], digest_size=_PROOF).digest() != data[-_PROOF:]:
        raise IndexDamaged(
            f"The index in {path.parent} is damaged: {path.name} has changed since it was written"
        )
    return data


def _prove(file: StructFile) -> None:
    """End a table of contents in its checksum, which Whoosh does not read."""
    file.flush()
    file.seek(0)
    proof = blake2b(file.read(), digest_size=_PROOF).digest()
    file.seek(0, io.SEEK_END)
    file.write(_MAGIC + proof)
    _sync(file)


def _sync(file: StructFile) -> None:
    file.flush()
    os.fsync(file.fileno())
