"""Files under a path: each once, in order, whatever the folder holds."""

import stat
from collections.abc import Iterator
from pathlib import Path

from .tally import Skipped

LARGEST = 20 * 2**20
_DEEPEST = 100
_ABOUT = (".", "README")  # names of what is about a folder, not of what it holds
_LOOP = "the link leads back to a folder that it stands in"
_DEEP = f"folders are read {_DEEPEST} deep and no deeper"


def find_files(path: Path) -> Iterator[Path | Skipped]:
    """The file at ``path``, or every file of the folder there, sorted; hidden ones and
    READMEs are passed over in silence, and what cannot be read comes out with the reason."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield Skipped(str(path), _reason(error))
        return
    if stat.S_ISDIR(mode):
        yield from _find_in_folder(path, ())
    else:
        yield _checked(path, mode)


def read_bytes(path: Path) -> bytes | Skipped:
    """The file's bytes, or why they cannot be had; a file past the limit is never read."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            return Skipped(
                str(path),
                f"the file is {_megabytes(size)} MB; the limit is {_megabytes(LARGEST)} MB",
            )
        return path.read_bytes()
    except OSError as error:
        return Skipped(str(path), _reason(error))


def _find_in_folder(folder: Path, above: tuple[tuple[int, int], ...]) -> Iterator[Path | Skipped]:
    """``above`` are the folders that this one stands in: a link back to one is not followed."""
    try:
        status = folder.stat()
        names = sorted(n.name for n in folder.iterdir() if not n.name.startswith(_ABOUT))
    except OSError as error:
        yield Skipped(str(folder), _reason(error))
        return
    this = (status.st_dev, status.st_ino)
    if this in above or len(above) >= _DEEPEST:
        yield Skipped(str(folder), _LOOP if this in above else _DEEP)
        return
    for name in names:
        yield from _find_at(folder / name, (*above, this))


def _find_at(path: Path, above: tuple[tuple[int, int], ...]) -> Iterator[Path | Skipped]:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield Skipped(str(path), _reason(error))
        return
    if stat.S_ISDIR(mode):
        yield from _find_in_folder(path, above)
    else:
        yield _checked(path, mode)


def _checked(path: Path, mode: int) -> Path | Skipped:
    return path if stat.S_ISREG(mode) else Skipped(str(path), "it is no regular file")


def _reason(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "no such file or folder"
        case PermissionError():
            return "you may not read it"
    return (error.strerror or str(error)).lower()


def _megabytes(size: int) -> int:
    return -(-size // 2**20)
