"""A page that a browser saved as one file with its pictures (MHTML): the page, its address, and the
day on which it was saved."""

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import Message

from .encoding import one_line
from .formats.mail import FAILURES, read_header, refuse_endless
from .formats.stamps import read_stamp
from .member import Member, Source, read_bounded
from .tally import Skipped

_NO_PAGE = "it is a page saved as MHTML that is too broken to be read"


def read_saved_page(source: Source, whole: Member) -> Iterator[Member | Skipped]:
    """The page, to be read as from its address; the day of saving settles a year and no more."""
    found = read_bounded(source, whole)
    if isinstance(found, Skipped):
        yield found
        return
    refuse_endless(found.data)
    try:
        message = message_from_bytes(found.data, policy=policy.compat32)
        part = next((one for one in message.walk() if one.get_content_type() == "text/html"), None)
        data = _content(part) if part is not None else b""
    except FAILURES:
        part, data = None, b""
    if part is None or not data:
        yield Skipped(whole.name, _NO_PAGE)
        return
    address = one_line(message.get("Snapshot-Content-Location") or part.get("Content-Location"))
    url = address if address.startswith(("http://", "https://")) else None
    received = read_stamp(read_header(message, "Date"))
    yield replace(whole, data=data, url=url, received=received, format="html")


def _content(part: Message) -> bytes:
    """The page's bytes; as UTF-8 where the file says in what they are, and they are that."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return b""
    try:
        return data.decode(part.get_content_charset() or "").encode()
    except (LookupError, ValueError):
        return data
