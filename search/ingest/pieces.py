"""Pieces: of a file that is too large to be read at once, and in which story stands after story.

It is read a few megabytes at a time, and each piece is cut where a story ends.
"""

import codecs
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from ..errors import NotAnArticle
from .detect import Format, find_format
from .encoding import read_characters
from .member import Member, Source, too_large
from .tally import Skipped
from .walk import LARGEST, megabytes
from .wide import find_wide

_PIECE = 4 * 2**20
_SMALL = 2**16  # asked for twenty megabytes, the system makes room for them, whatever there is
_HEAD = 6000  # bytes that show how a story opens
_LONGEST_LOST = 10 * LARGEST  # bytes passed over in which no story ends
ENDLESS = "what stands behind that story was not read: it seems to have no end"
_MOST_TRIED = 50  # rules of which it is looked whether a story opens behind them

_LINE_END = re.compile(rb"\n")
_DOCUMENT = re.compile(rb"(?=<(?:REUTERS|DOC)[\s>])", re.IGNORECASE)
# before "ZCZC", behind "NNNN"
_MESSAGE = re.compile(rb"^(?=[ \t]*ZCZC\b)|^[ \t]*NNNN[ \t]*\r?\n", re.MULTILINE)
# the line that opens a message in a mailbox: "From a@b.example Mon May  6 10:00:00 2024"
MAILBOX = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))(?=From \S+ [^\n]{0,60}\d\d:\d\d[^\n]{0,40}\n)")


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a file of some format may be cut: at an end that ``ends`` finds, if ``is_end``."""

    ends: re.Pattern[bytes]
    is_end: Callable[[bytes, int], bool] = lambda _data, _at: True

    def find(self, data: bytes, start: int = 0, *, first: bool = False) -> int:
        """The last place to cut behind ``start``, or the first; 0 where there is none."""
        places = [match.end() for match in self.ends.finditer(data, start) if match.end()]
        ordered = places if first else reversed(places)
        tried = islice(ordered, _MOST_TRIED)
        return next((at for at in tried if self.is_end(data, at)), 0)


def split(source: Source, head: bytes, cut: Cut) -> Iterator[bytes | None]:
    """The pieces of a source that begins with ``head``; None for a story that is too large, of
    which the rest is passed over. Where that seems to have no end an empty one comes last, and what
    follows is not read."""
    data, is_lost, seen, lost = head, False, 0, 0
    while lost < _LONGEST_LOST:
        # what was looked through is not looked through again, but for what its end may open
        at = cut.find(data, max(seen - 2 * _HEAD, 0), first=is_lost)
        if at and not is_lost:
            yield data[:at]
        if at:
            data, is_lost, lost = data[at:], False, 0
        elif len(data) > LARGEST:
            if not is_lost:
                yield None
            data, is_lost = data[-_HEAD:], True
        seen = 0 if at else len(data)
        more = source.read(_PIECE)
        if not more:
            break
        data += more
        lost += len(more) if is_lost else 0
    if lost >= _LONGEST_LOST:
        yield b""
    elif data and not is_lost:
        yield data


def read_in_pieces(
    source: Source, member: Member, size: int | None = None
) -> Iterator[Member | Skipped]:
    """The member with its bytes; of one that has too many, one after the other the pieces that it
    can be read in, or the reason why it cannot. ``size`` is told if it is known."""
    head = source.read(_SMALL)
    if len(head) == _SMALL:
        head += source.read(LARGEST + 1 - _SMALL)
    if len(head) <= LARGEST:
        yield replace(member, data=head)
        return
    if wide := find_wide(head):
        source, head = _narrow(source, head, wide)
    kind = _find_format(head, member.name)
    cut = _CUTS.get(kind) if kind else None
    if cut is None:
        yield too_large(member.name, size)
        return
    line = 1
    for number, piece in enumerate(split(source, head, cut)):
        if piece is None:
            yield too_large(member.name, size) if not number else _too_large_inside(member, line)
        elif not piece:
            yield from [Skipped(member.name, ENDLESS)] if line > 1 else []
        else:
            yield replace(member, data=piece, line=line, format=kind)
            line += piece.count(b"\n")


def _find_format(head: bytes, name: str) -> Format | None:
    """The file's format, if it is one of story after story."""
    try:
        kind = find_format(head, name)
    except NotAnArticle:
        return None
    return None if kind == "jsonl" and not _is_object(head.partition(b"\n")[0]) else kind


def _is_object(line: bytes) -> bool:
    """Whether the line is a JSON object and no beginning of one."""
    try:
        return isinstance(json.loads(line.decode("utf-8-sig", "replace")), dict)
    except (ValueError, RecursionError):
        return False


def _narrow(source: Source, head: bytes, charset: str) -> tuple[Source, bytes]:
    """A source of UTF-16 or UTF-32 as one of UTF-8."""
    decode = codecs.getincrementaldecoder(charset)("replace").decode
    narrow = _Narrowed(source, decode)
    return narrow, decode(head).encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class _Narrowed:
    source: Source
    decode: Callable[..., str]

    def read(self, size: int, /) -> bytes:
        """UTF-8 of about so many bytes; none at the end."""
        return self.decode(self.source.read(size)).encode("utf-8", "replace")


def _too_large_inside(member: Member, line: int) -> Skipped:
    most = megabytes(LARGEST)
    return Skipped(member.name, f"a story behind line {line:,} has more than {most} MB")


def _opens_story(data: bytes, at: int) -> bool:
    """Whether what stands behind a rule opens as a story does."""
    from .formats.text import opens_as_story

    try:
        return opens_as_story(read_characters(data[at : at + _HEAD]))
    except NotAnArticle:
        return False


class _TextCut(Cut):
    """At what a teleprinter marks, else at a rule behind which a story opens."""

    def find(self, data: bytes, start: int = 0, *, first: bool = False) -> int:
        if data.find(b"\n", start) < 0:
            return 0
        has_marks = any(data.find(mark, start) >= 0 for mark in (b"ZCZC", b"NNNN"))
        marked = Cut(_MESSAGE).find(data, start, first=first) if has_marks else 0
        return marked or Cut(_find_rule(), _opens_story).find(data, start, first=first)


@cache
def _find_rule() -> re.Pattern[bytes]:
    """A rule with the line's end before it: a letter to look for first is five times as quick."""
    from .formats.takes import RULE, RULE_LINE

    return re.compile(rb"\n" + RULE_LINE.encode(), RULE.flags & ~re.UNICODE)


_CUTS: dict[Format, Cut] = {
    "jsonl": Cut(_LINE_END),
    "sgml": Cut(_DOCUMENT),
    "text": _TextCut(_MESSAGE),
}
