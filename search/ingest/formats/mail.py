"""A mail message: the story in its text, its subject the headline where the text prints none."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from ...article import Article
from ...errors import NotAnArticle
from ..encoding import clean, one_line, read_characters
from ..page.fragment import read_fragment
from ..paragraphs import join_paragraphs
from .credits import find_provider
from .forwarded import Passed, find_story
from .signals import gravest, read_note
from .stamps import read_stamp
from .text import NO_HEADLINE, read_plain

# what the standard library lets out on headers and parts that are not as they should be
FAILURES = (
    MessageError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    RecursionError,
)
_MOST_PARTS = 1000
# a header of a part with more than 4,000 bytes; a head of more than 10,000 lines
_HUGE_HEADER = re.compile(
    rb"^(?:content-[a-z-]{4,30}|subject|from|date):(?:[^\n]|\n[ \t]){4000}",
    re.IGNORECASE | re.MULTILINE,
)
_HUGE_HEAD = re.compile(rb"(?:[^\r\n]++\r?\n){10000}")
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_PASSED_ON = re.compile(r"(?:(?:fwd?|re|wg|tr|aw)\s?:\s*)+", re.IGNORECASE)


def read_mail(data: bytes) -> Article:
    """The story of a message, without its wire facts; NotAnArticle where it has no text."""
    refuse_endless(data)
    try:
        message = message_from_bytes(data, policy=policy.compat32)
        story, passed = _read_text(message)
    except FAILURES as error:
        raise NotAnArticle("the message is too broken to be read") from error
    subject = _PASSED_ON.sub("", passed.subject or read_header(message, "Subject"), count=1)
    printed = NO_HEADLINE not in story.notes
    name, address = parseaddr(passed.sender or read_header(message, "From"))
    sent = read_stamp(passed.sent) or read_stamp(read_header(message, "Date"))
    return replace(
        story,
        headline=story.headline if printed or not subject else subject,
        notes=tuple(note for note in story.notes if not subject or note != NO_HEADLINE),
        published=sent,
        agency=find_provider(name, address.rpartition("@")[2]),
        signal=gravest((story.signal, read_note(subject))),
    )


def refuse_endless(data: bytes) -> None:
    """NotAnArticle for what a person's message never has, and what makes a reader of it choke."""
    if data.count(b"\n--") > _MOST_PARTS:
        raise NotAnArticle(f"the message has more than {_MOST_PARTS:,} parts")
    if _HUGE_HEADER.search(data) or _HUGE_HEAD.match(data):
        raise NotAnArticle("the message's headers are longer than any person's")


def read_header(message: Message, name: str) -> str:
    """A header on one line, decoded; "" for one that is missing or cannot be read."""
    with suppress(*FAILURES):
        return one_line(str(make_header(decode_header(str(message.get(name) or "")))))
    return ""


def _read_text(message: Message) -> tuple[Article, Passed]:
    """The story of the first part that has one, plain text before a page; and what it is passed on
    from."""
    refused = NotAnArticle("the message has no text")
    for kind, text in _texts(message):
        try:
            passed = find_story(_read_page(text) if kind == "html" else text)
            return read_plain(passed.text), passed
        except NotAnArticle as error:
            refused = error
    raise refused


def _texts(message: Message) -> Iterator[tuple[str, str]]:
    parts = [part for part in _parts(message) if part.get_content_maintype() == "text"]
    for kind in ("plain", "html"):
        for part in parts:
            if part.get_content_subtype() == kind and (text := _decode(part)).strip():
                yield kind, text


def _parts(message: Message) -> Iterator[Message]:
    """The message's own parts, without those that are attached to it and what is in these."""
    yield message
    inside = message.get_payload() if message.is_multipart() else ()
    for part in inside:
        if isinstance(part, Message) and not is_attached(part):
            yield from _parts(part)


def is_attached(part: Message) -> bool:
    """Whether a part of a message is a file, or a message, of its own."""
    is_message = part.get_content_type() == "message/rfc822"
    return is_message or part.get_content_disposition() == "attachment"


def _decode(part: Message) -> str:
    """A part's text, its signature left out; by its declared charset where that is one it has."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return ""
    try:
        text = clean(data.decode(part.get_content_charset() or ""))
    except (LookupError, ValueError):
        text = read_characters(data)
    return _SIGNATURE.split(text)[0]


def _read_page(markup: str) -> str:
    return join_paragraphs(read_fragment(markup)).text
