"""What comes with a mail message: files, and other messages."""

import datetime as dt
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message
from typing import NamedTuple

from ...errors import NotAnArticle
from ..encoding import one_line
from .mail import FAILURES, is_attached, read_header, refuse_endless
from .stamps import read_stamp

# nothing of these is a story, and every second message brings its sender's picture
_NO_STORIES = frozenset(("image", "audio", "video", "font"))
_MOST = 200
_LONGEST_NAME = 200


class Attached(NamedTuple):
    """A file's name and bytes, and when the message was sent that brought it."""

    name: str
    data: bytes
    sent: dt.datetime | None


def find_attached(data: bytes) -> Iterator[Attached]:
    """Each file that a message brings along, and each message that is passed on in it; nothing of
    what is too broken to be read."""
    try:
        refuse_endless(data)
        message = message_from_bytes(data, policy=policy.compat32)
        parts = list(_find_parts(message))
    except (NotAnArticle, *FAILURES):
        return
    sent = read_stamp(read_header(message, "Date"))
    for number, part in enumerate(parts[:_MOST], start=1):
        try:
            content = _content(part)
        except FAILURES:
            continue
        if content:
            yield Attached(_name(part, number), content, sent)


def _find_parts(message: Message) -> Iterator[Message]:
    """The attached parts, in order; what is in these is theirs."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part is not message and is_attached(part):
            if part.get_content_maintype() not in _NO_STORIES:
                yield part
        elif part.is_multipart():
            waiting += reversed([one for one in part.get_payload() if isinstance(one, Message)])


def _content(part: Message) -> bytes:
    inner = _inner(part)
    if inner is not None:
        return inner.as_bytes()
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _inner(part: Message) -> Message | None:
    """The message that is passed on in this part."""
    held = part.get_payload()
    first = held[0] if isinstance(held, list) and held else None
    return first if isinstance(first, Message) else None


def _name(part: Message, number: int) -> str:
    """The file's own name, else the subject of a message, else its number."""
    inner = _inner(part)
    subject = read_header(inner, "Subject") if inner else ""
    named = one_line(part.get_filename() or "") or subject or str(number)
    return named.replace("/", "_")[:_LONGEST_NAME]
