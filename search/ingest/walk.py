"""Files under a path: each once, in order, whatever the folder holds."""

import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import BinaryIO, cast

from .tally import Skipped

# the path that stands for standard input
STANDARD_INPUT = Path("-")
# bytes of one file, and of what is given to standard input (an archive, then)
LARGEST = 20 * 2**20
_LONGEST_INPUT = 8 * 2**30
_DEEPEST = 100
ABOUT = (".", "README")  # names of what is about a folder, not of what it holds
_LOOP = "the link leads back to a folder that it stands in"
_NAME = attrgetter("name")
_OUT = "the link leads out of the folder that is read; give what it leads to by its own name"
_DEEP = f"folders are read {_DEEPEST} deep and no deeper"


def find_files(path: str | Path, index: Path | None = None) -> Iterator[Path | Skipped]:
    """The file at ``path``, or every file of the folder there, sorted; hidden ones, READMEs and the
    folder of the ``index`` are passed over in silence, and what cannot be read comes out with the
    reason. "-" is standard input, and "./-" a file of that name."""
    if str(path) == str(STANDARD_INPUT):
        yield STANDARD_INPUT if path in ("-", STANDARD_INPUT) else Path.cwd() / path
        return
    if not str(path):  # it would be the folder that the program runs in
        yield Skipped('""', "it is no name of a file or folder")
        return
    path = Path(path)
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield Skipped(str(path), explain(error))
        return
    if stat.S_ISDIR(mode):
        yield from _Folder(path.resolve(), index and index.resolve()).find(path, ())
    else:
        yield _checked(path, mode)


def name_of(path: Path) -> str:
    """What a file is called when it is told of."""
    return "standard input" if path == STANDARD_INPUT else str(path)


def open_file(path: Path) -> BinaryIO | Skipped:
    """The file's bytes, to be read from any place in them, or why they cannot be had."""
    try:
        return _keep_input() if path == STANDARD_INPUT else path.open("rb")
    except OSError as error:
        return Skipped(name_of(path), explain(error))


def file_size(file: BinaryIO) -> int:
    """How many bytes it has; it is left at its beginning."""
    size = file.seek(0, 2)
    file.seek(0)
    return size


def _keep_input() -> BinaryIO | Skipped:
    """Standard input, kept beside: an archive is read from its end."""
    import tempfile

    file = tempfile.SpooledTemporaryFile(max_size=LARGEST)  # noqa: SIM115 - given away open
    copied = 0
    while data := sys.stdin.buffer.read(2**20):
        copied += file.write(data)
        if copied > _LONGEST_INPUT:
            file.close()
            reason = f"it has more than {megabytes(_LONGEST_INPUT):,} MB"
            return Skipped(name_of(STANDARD_INPUT), reason)
    file.seek(0)
    return cast("BinaryIO", file)


@dataclass(frozen=True, slots=True)
class _Folder:
    """The folder that is read; what links lead to is read if it is in there too, but for an index
    that stands in it."""

    root: Path
    index: Path | None

    def find(self, folder: Path, above: tuple[tuple[int, int], ...]) -> Iterator[Path | Skipped]:
        """The files of a folder in it. ``above`` are the folders that this one stands in: a link
        back to one is not followed."""
        try:
            status = folder.stat()
            inside = [path for path in folder.iterdir() if not path.name.startswith(ABOUT)]
        except OSError as error:
            yield Skipped(str(folder), explain(error))
            return
        this = (status.st_dev, status.st_ino)
        if this in above or len(above) >= _DEEPEST:
            yield Skipped(str(folder), _LOOP if this in above else _DEEP)
            return
        for path in sorted(inside, key=_NAME):
            yield from self._find_at(path, (*above, this))

    def _find_at(self, path: Path, above: tuple[tuple[int, int], ...]) -> Iterator[Path | Skipped]:
        try:
            mode = path.stat().st_mode
            is_out = path.is_symlink() and not path.resolve().is_relative_to(self.root)
        except OSError as error:
            yield Skipped(str(path), explain(error))
            return
        if is_out:
            yield Skipped(str(path), _OUT)
        elif not stat.S_ISDIR(mode):
            yield _checked(path, mode)
        elif self.index is None or path.name != self.index.name or path.resolve() != self.index:
            yield from self.find(path, above)


def _checked(path: Path, mode: int) -> Path | Skipped:
    return path if stat.S_ISREG(mode) else Skipped(str(path), "it is no regular file")


def explain(error: OSError) -> str:
    """Why a file cannot be read, in words."""
    match error:
        case FileNotFoundError():
            return "no such file or folder"
        case PermissionError():
            return "you may not read it"
    return (error.strerror or str(error)).lower()


def megabytes(size: int) -> int:
    """A size in megabytes, rounded up."""
    return -(-size // 2**20)
