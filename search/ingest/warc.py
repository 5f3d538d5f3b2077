"""WARC, and ARC before it: the pages that a crawler kept, each with its address and the day on
which it came in."""

import gzip
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any, BinaryIO, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

from ..errors import NotAnArticle
from .encoding import one_line
from .member import Member, Room, read_bounded
from .page.moments import read_moment
from .tally import Skipped

# answers and files kept as such; requests, revisits, metadata and the like hold no page
_KINDS = frozenset(("response", "resource"))
_TYPES = ("html", "xml", "json", "text/plain")
# a record that says it is longer than this is not worth the way through it
_LONGEST = 2**31
_CUT = "the archive is cut short in this record"
_IN_ONE = "non-chunked gzip"  # how warcio says so
_BROKEN = "the archive (WARC) is broken or cut short from here on"
_ENCODINGS = frozenset(("", "gzip", "deflate", "identity"))


def read_warc(file: BinaryIO, whole: Member, room: Room) -> Iterator[Member | Skipped]:
    """Each page kept in a WARC, under its address, or the reason why it cannot be read."""
    count = 0
    try:
        for found in _read_records(file, whole, room):
            yield found
            count += 1
    except ArchiveLoadFailed as error:
        if _IN_ONE not in str(error):
            raise NotAnArticle(_BROKEN) from error
        # packed as one file, not record by record: what the first showed is not told again
        file.seek(0)
        unpacked = cast("BinaryIO", gzip.GzipFile(fileobj=file))
        try:
            yield from islice(_read_records(unpacked, whole, room), count, None)
        except ArchiveLoadFailed as error:
            raise NotAnArticle(_BROKEN) from error


def _read_records(file: BinaryIO, whole: Member, room: Room) -> Iterator[Member | Skipped]:
    records, record = ArchiveIterator(file, arc2warc=True), None  # type: ignore[no-untyped-call]
    records.INC_RECORD = ""  # else it writes of every oddity to the terminal
    try:
        for record in records:
            _refuse_endless(record)
            room.take(record.length or 0)
            if _is_page(record):
                yield _read_record(record, whole)
    except StatusAndHeadersParserException as error:
        raise NotAnArticle(_BROKEN) from error
    is_stream = isinstance(file, gzip.GzipFile)
    is_left = bool(file.read(1)) if is_stream else records.offset < file.seek(0, 2)
    # a page cut short has said so itself
    if is_left or (_is_cut(record) and not _is_page(record)):
        raise NotAnArticle(_BROKEN)


def _is_cut(record: Any) -> bool:
    """Whether the last record of an archive, read to its end, lacks some of it."""
    return record is None or record.length is None or getattr(record.raw_stream, "limit", 0) > 0


def _refuse_endless(record: Any) -> None:
    if (record.length or 0) > _LONGEST:
        raise NotAnArticle("the archive (WARC) has a record without end; the rest was not read")


def _is_page(record: Any) -> bool:
    """Whether the record holds what may be a story: a page, feed or text, answered with success."""
    if record.rec_type not in _KINDS:
        return False
    headers = record.http_headers
    if headers is None:
        return _is_text(record.rec_headers.get_header("Content-Type"))
    return headers.get_statuscode() == "200" and _is_text(headers.get_header("Content-Type"))


def _is_text(kind: str | None) -> bool:
    """Whether what calls itself so may be a story; what has no name is looked at."""
    return not kind or any(part in kind.casefold() for part in _TYPES)


def _read_record(record: Any, whole: Member) -> Member | Skipped:
    address = one_line(record.rec_headers.get_header("WARC-Target-URI")).strip("<>")[:2000]
    name = f"{whole.name}/{address}"
    packing = _header(record, "Content-Encoding").casefold()
    if packing not in _ENCODINGS:
        return Skipped(name, f"it is packed as {packing[:20]!r}, which is not read")
    received = read_moment(record.rec_headers.get_header("WARC-Date"))
    found = read_bounded(
        record.content_stream(), replace(whole, name=name, url=address, received=received)
    )
    return Skipped(name, _CUT) if isinstance(found, Member) and _is_cut(record) else found


def _header(record: Any, name: str) -> str:
    return one_line(record.http_headers.get_header(name)) if record.http_headers else ""
