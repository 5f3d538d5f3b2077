"""Archives: what is in ZIP, tar, gzip, WARC and mailboxes, or comes with mail, a file at a time;
nothing is written to disk."""

import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Literal

from ..errors import NotAnArticle
from .detect import is_mail, is_saved_page
from .mailbox import is_mailbox, read_mailbox
from .member import Member, Room
from .packed import read_tar, read_zip
from .pieces import read_in_pieces
from .tally import Skipped

Kind = Literal["zip", "gzip", "tar", "warc", "mailbox", "saved page"]

_DEEPEST = 3
_HEAD = 1024
_TAR_MARK = slice(257, 262)
# what the libraries let out on broken archives
_FAILURES = (
    zipfile.BadZipFile,
    tarfile.TarError,
    lzma.LZMAError,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    RuntimeError,
    AttributeError,
    TypeError,
    OverflowError,
    MemoryError,
)
_TOO_DEEP = f"archives are read {_DEEPEST} deep and no deeper"
_BROKEN = "the archive is broken or cut short; what stands before this could be read"
_LOST = "the archive is broken or cut short; nothing in it could be read"
_NOTHING: dict[Kind, str] = {
    "zip": "the archive is empty",
    "tar": "the archive is empty",
    "warc": "the archive (WARC) holds no page that was answered with success",
}


def find_kind(head: bytes) -> Kind | None:
    """Which archive begins like this; None for any other file."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head.startswith((b"WARC/", b"filedesc://")):  # the second is ARC, which came before
        return "warc"
    if is_mailbox(head):
        return "mailbox"
    if is_saved_page(head):
        return "saved page"
    return "tar" if head[_TAR_MARK] == b"ustar" else None


def find_members(file: BinaryIO, whole: Member, size: int) -> Iterator[Member | Skipped]:
    """The files in an archive, and in the archives in it, or the file itself where it is none;
    ``whole`` says what the file is called, ``size`` is its own. What cannot be read comes out with
    the reason."""
    yield from _find(file, whole, Room.of(size), _DEEPEST, size)


def _find(
    file: BinaryIO, whole: Member, room: Room, deepest: int, size: int | None = None
) -> Iterator[Member | Skipped]:
    kind = None if whole.format else find_kind(_peek(file))
    if kind is None:
        for member in read_in_pieces(file, whole, size):
            yield member
            if isinstance(member, Member):
                yield from _find_attached(member, room, deepest)
    elif not deepest:
        yield Skipped(whole.name, _TOO_DEEP)
    else:
        is_empty = True
        try:
            for found in _open(kind, file, whole, room):
                is_empty = False
                if isinstance(found, Skipped):
                    yield found
                else:
                    yield from _find(found.open(), found, room, deepest - 1)
        except NotAnArticle as error:
            yield Skipped(whole.name, str(error))
        except _FAILURES:
            yield Skipped(whole.name, _LOST if is_empty else _BROKEN)
        else:
            if is_empty:
                yield Skipped(whole.name, _NOTHING.get(kind, _NOTHING["zip"]))


def _find_attached(message: Member, room: Room, deepest: int) -> Iterator[Member | Skipped]:
    """The files that a mail message brings along; none of any other file."""
    if message.format or not is_mail(message.data[:_HEAD]):
        return
    from .formats.attached import find_attached

    for name, data, sent in find_attached(message.data):
        whole = Member(name=f"{message.name}/{name}", data=data, received=sent)
        if deepest:
            yield from _find(whole.open(), whole, room, deepest - 1, len(data))
        else:
            yield Skipped(whole.name, _TOO_DEEP)


def _open(kind: Kind, file: BinaryIO, whole: Member, room: Room) -> Iterator[Member | Skipped]:
    match kind:
        case "zip":
            return read_zip(file, whole, room)
        case "tar":
            return read_tar(file, whole)
        case "warc":
            from .warc import read_warc

            return read_warc(file, whole, room)
        case "mailbox":
            return read_mailbox(file, whole)
        case "saved page":
            from .saved import read_saved_page

            return read_saved_page(file, whole)
    return _read_gzip(file, whole, room)


def _read_gzip(file: BinaryIO, whole: Member, room: Room) -> Iterator[Member | Skipped]:
    """What one gzip stream holds: a file, a tar archive, or the records of a WARC."""
    unpacked = gzip.GzipFile(fileobj=file)
    kind = find_kind(unpacked.read(_HEAD))
    file.seek(0)
    if kind == "warc":
        yield from _open("warc", file, whole, room)
    elif kind == "tar":
        yield from read_tar(room.meter(gzip.GzipFile(fileobj=file)), whole)
    else:
        inside = whole.called(whole.name.removesuffix(".gz"))
        yield from read_in_pieces(room.meter(gzip.GzipFile(fileobj=file)), inside)


def _peek(file: BinaryIO) -> bytes:
    head = file.read(_HEAD)
    file.seek(0)
    return head
