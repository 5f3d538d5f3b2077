"""Member: a file to be read, alone or out of an archive, and how much of an archive is read."""

from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from typing import BinaryIO, Protocol, Self

from ..errors import NotAnArticle
from .detect import Format
from .tally import Skipped
from .walk import LARGEST, megabytes

# beyond so many bytes, an archive may unpack to so many times its own size and no more: pages
# shrink to a tenth, a bomb to a thousandth
_FREE = 100 * 2**20
_LARGEST_RATIO = 100


class Source(Protocol):
    """What bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """So many bytes, or those that are left."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file's name, bytes and address, and when it came in where that is known. Of a piece of a
    larger file also the line in it with which it begins, and the file's format."""

    name: str
    data: bytes = b""
    url: str | None = None
    received: datetime | None = None
    line: int = 1
    format: Format | None = None

    def open(self) -> BinaryIO:
        """Its bytes, to be read."""
        return BytesIO(self.data)

    def called(self, name: str) -> Self:
        """The same under another name."""
        return replace(self, name=name)


@dataclass(slots=True)
class Room:
    """How many bytes an archive may yet unpack to."""

    left: int

    @classmethod
    def of(cls, size: int) -> Self:
        """The room of an archive of this size."""
        return cls(max(_FREE, _LARGEST_RATIO * size))

    def take(self, size: int) -> None:
        """NotAnArticle where so many bytes more are past bearing."""
        self.left -= size
        if self.left < 0:
            raise NotAnArticle(
                f"the archive unpacks to more than {_LARGEST_RATIO} times its size; "
                "the rest of it was not read"
            )

    def meter(self, source: Source) -> "Metered":
        """The source, each byte read from it taking room."""
        return Metered(source, self)


@dataclass(slots=True)
class Metered:
    """A source of which every byte takes room."""

    source: Source
    room: Room

    def read(self, size: int = -1, /) -> bytes:
        """So many bytes, or those that are left; NotAnArticle where the room is used up."""
        data = self.source.read(size)
        self.room.take(len(data))
        return data


def read_bounded(source: Source, member: Member) -> Member | Skipped:
    """The member with its bytes, or the reason why it has too many."""
    data = source.read(LARGEST + 1)
    if len(data) > LARGEST:
        return too_large(member.name, None)
    return replace(member, data=data)


def too_large(name: str, size: int | None) -> Skipped:
    """The reason why a file of this size is not read; None: it was not told."""
    told = f"{megabytes(size)} MB" if size else f"more than {megabytes(LARGEST)} MB"
    return Skipped(name, f"the file is {told}; the limit is {megabytes(LARGEST)} MB")
