"""ZIP and tar: their files one at a time, in memory."""

import stat
import struct
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from ..errors import NotAnArticle
from .encoding import one_line
from .member import Member, Room, Source
from .pieces import read_in_pieces
from .tally import Skipped
from .walk import ABOUT

_MOST_FILES = 1_000_000
# a ZIP's list of its files is read whole; so long a list has about 400,000
_LONGEST_LIST = 40 * 2**20
_LIST_END = b"PK\x05\x06"
_LIST_SIZE = struct.Struct("<12xI")
# documents of programs are ZIP archives too, and hold one of these
_OFFICE = frozenset(("[Content_Types].xml", "mimetype"))


def read_zip(file: BinaryIO, whole: Member, room: Room) -> Iterator[Member | Skipped]:
    """Each file of a ZIP archive, or the reason why it is not read."""
    _refuse_endless_list(file)
    with zipfile.ZipFile(file) as archive:
        files = [info for info in archive.infolist() if not info.is_dir()]
        if _OFFICE & {info.filename for info in files}:
            raise NotAnArticle("it is an office document or a book, not text")
        for info in files:
            if not _is_about(info.filename):
                yield from _read_zipped(archive, info, whole, room)


def read_tar(source: Source, whole: Member) -> Iterator[Member | Skipped]:
    """Each file of a tar archive, read as a stream, or the reason why it is not read."""
    count = 0
    # read as a stream, it needs no more of a file than read()
    with tarfile.open(fileobj=cast("BinaryIO", source), mode="r|") as archive:
        for info in archive:
            archive.members = []  # type: ignore[attr-defined]  # else every header is kept
            count += 1
            if count > _MOST_FILES:
                raise NotAnArticle(f"only the first {_MOST_FILES:,} files of the archive were read")
            if not info.isdir() and not _is_about(info.name):
                yield from _read_tarred(archive, info, whole)


def _read_zipped(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, whole: Member, room: Room
) -> Iterator[Member | Skipped]:
    name = _name_inside(whole, info.filename)
    reason = _why_not(info.filename, is_link=stat.S_ISLNK(info.external_attr >> 16))
    if info.flag_bits & 1:
        reason = "it is encrypted"
    if reason:
        yield Skipped(name, reason)
        return
    try:
        with archive.open(info) as packed:
            yield from read_in_pieces(room.meter(packed), whole.called(name), info.file_size)
    except (zipfile.BadZipFile, NotImplementedError) as error:
        yield Skipped(name, f"it cannot be unpacked: {one_line(str(error))[:80]}")


def _read_tarred(
    archive: tarfile.TarFile, info: tarfile.TarInfo, whole: Member
) -> Iterator[Member | Skipped]:
    name = _name_inside(whole, info.name)
    reason = _why_not(info.name, is_link=info.islnk() or info.issym())
    if not reason and (not info.isfile() or info.issparse()):
        reason = "it is no regular file"
    packed = None if reason else archive.extractfile(info)
    if packed is None:
        yield Skipped(name, reason or "it has no data")
    else:
        yield from read_in_pieces(packed, whole.called(name), info.size)


def _name_inside(whole: Member, inner: str) -> str:
    return f"{whole.name}/{one_line(inner)[:500]}"


def _is_about(inner: str) -> bool:
    """Whether it is hidden, or about the archive rather than a file of it."""
    return any(part.startswith((*ABOUT, "__MACOSX")) and part != ".." for part in _parts(inner))


def _why_not(inner: str, *, is_link: bool) -> str | None:
    if is_link:
        return "it is a link; links in archives are not followed"
    if inner.startswith(("/", "\\")) or ".." in _parts(inner) or inner[1:2] == ":":
        return "its name leads out of the archive"
    return None


def _parts(inner: str) -> tuple[str, ...]:
    return PurePosixPath(inner.replace("\\", "/")).parts


def _refuse_endless_list(file: BinaryIO) -> None:
    """NotAnArticle where the list of files is so long that it alone would fill the memory."""
    file.seek(0, 2)
    file.seek(max(file.tell() - 2**16 - 22, 0))
    tail = file.read()
    file.seek(0)
    at = tail.rfind(_LIST_END)
    if 0 <= at <= len(tail) - 22 and _LIST_SIZE.unpack_from(tail, at)[0] > _LONGEST_LIST:
        raise NotAnArticle("the archive's list of files is too long")
