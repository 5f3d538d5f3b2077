"""DurableStorage: the folder of a Whoosh index, each file on disk before the commit names it.

Whoosh itself never calls fsync. Here a file is synced as it is closed and the folder after each
rename, so that the table of contents, renamed last, never names bytes that a power cut may lose.
"""

import os
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile


class DurableStorage(FileStorage):
    """A FileStorage whose files and names survive a power cut once they are visible."""

    def create_file(
        self, name: str, excl: bool = False, mode: str = "wb", **kwargs: Any
    ) -> StructFile:
        file: StructFile = super().create_file(name, excl, mode, onclose=_sync, **kwargs)
        return file

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        super().rename_file(oldname, newname, safe=safe)
        sync_folder(Path(self.folder))


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync(file: StructFile) -> None:
    file.flush()
    os.fsync(file.fileno())
