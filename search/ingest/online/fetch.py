"""One address read over HTTP, in bounded time and memory, wherever it leads."""

import re
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import cache
from http.client import HTTPException
from urllib.parse import quote, urljoin, urlsplit

from urllib3 import BaseHTTPResponse
from urllib3.exceptions import HTTPError

from ..walk import megabytes
from .address import NotFetched, PlainConnection, SecureConnection
from .manners import Manners

AGENT = "Dateline"
_ACCEPTED = "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5"
_SILENCE = 10.0  # seconds without a byte
_MOST_REDIRECTS = 5
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_BLOCK = 2**16
_LONGEST_WAIT = 24 * 3600.0
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_MEANINGS = {
    401: "it asks for a password",
    403: "it may not be read",
    404: "there is nothing at this address",
    410: "it is gone",
    429: "it asks to be read less often",
}
# what may stand in an address as it is
_SAFE = "%/:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address gave: its bytes, the address in the end, and the marks by which to ask for
    it again; its charset, if the server tells. ``is_same`` where it has not changed since, and then
    there are no bytes."""

    url: str
    data: bytes = b""
    etag: str = ""
    modified: str = ""
    charset: str = ""
    is_same: bool = False


def fetch(url: str, manners: Manners, marks: Fetched | None = None) -> Fetched:
    """What is at this address, or at the one that it leads to; with the ``marks`` of the last time
    only if it has changed. NotFetched says why it cannot be had."""
    until = time.monotonic() + manners.seconds
    headers = _headers(marks)
    for _ in range(_MOST_REDIRECTS + 1):
        manners.check(url)
        with _ask(url, headers, manners, until) as response:
            if response.status not in _REDIRECTS or not response.headers.get("Location"):
                return _read(response, url, manners, until)
            url = urljoin(url, response.headers["Location"])
    raise NotFetched(f"it leads on more than {_MOST_REDIRECTS} times")


def _headers(marks: Fetched | None) -> dict[str, str]:
    headers = {"User-Agent": AGENT, "Accept": _ACCEPTED, "Accept-Encoding": "gzip"}
    if marks and marks.etag:
        headers["If-None-Match"] = marks.etag
    if marks and marks.modified:
        headers["If-Modified-Since"] = marks.modified
    return headers


@contextmanager
def _ask(
    url: str, headers: Mapping[str, str], manners: Manners, until: float
) -> Iterator[BaseHTTPResponse]:
    """The answer of one address, its body not yet read; the connection is cut when time is up."""
    connection, target = _open(url, manners)
    timer = threading.Timer(max(until - time.monotonic(), 0), connection.cut)
    timer.daemon = True
    timer.start()
    try:
        with closing(connection):
            connection.request("GET", target, headers=headers, preload_content=False)
            with closing(connection.getresponse()) as response:
                _refuse_late(until)  # an answer that was cut may look like a whole one
                yield response
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        raise NotFetched(_explain(error, manners, until)) from error
    finally:
        timer.cancel()
        connection.let_go()


def _open(url: str, manners: Manners) -> tuple[PlainConnection | SecureConnection, str]:
    """A connection for the address, not yet made, and what to ask for over it."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        host = host if host.isascii() else host.encode("idna").decode()
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        target = quote(target, safe=_SAFE)
        if parts.scheme not in ("http", "https") or not host:
            raise NotFetched("only http and https are read")
        connection = (
            PlainConnection(host, port or 80, timeout=_SILENCE)
            if parts.scheme == "http"
            else SecureConnection(host, port or 443, timeout=_SILENCE, ssl_context=_trusted())
        )
    except (ValueError, HTTPException, HTTPError) as error:
        raise NotFetched("it is no web address") from error
    connection.allow_private = manners.allow_private
    return connection, target


@cache
def _trusted() -> ssl.SSLContext:
    """The certificates that this machine trusts."""
    return ssl.create_default_context()


def _read(response: BaseHTTPResponse, url: str, manners: Manners, until: float) -> Fetched:
    etag, modified = (response.headers.get(name, "") for name in ("ETag", "Last-Modified"))
    if response.status == 304:
        return Fetched(url=url, etag=etag, modified=modified, is_same=True)
    if response.status != 200:
        raise NotFetched(_describe(response.status), response.status, _read_wait(response))
    blocks, size = [], 0
    while block := response.read(_BLOCK, decode_content=True):
        blocks.append(block)
        size += len(block)
        if size > manners.largest and manners.is_cut:
            break
        if size > manners.largest:
            told = f"it has more than {megabytes(manners.largest)} MB"
            raise NotFetched(told, is_lasting=True)
    _refuse_late(until)
    return Fetched(
        url=url,
        data=b"".join(blocks)[: manners.largest],
        etag=etag[:500],
        modified=modified[:100],
        charset=_charset(response),
    )


def _refuse_late(until: float) -> None:
    if time.monotonic() >= until:
        raise TimeoutError


def _charset(response: BaseHTTPResponse) -> str:
    match = _CHARSET.search(response.headers.get("Content-Type", ""))
    return match[1] if match else ""


def _describe(status: int) -> str:
    broken = "its server failed" if status >= 500 else "it was not given"
    return f"{_MEANINGS.get(status, broken)} (HTTP {status})"


def _read_wait(response: BaseHTTPResponse) -> float | None:
    """The seconds of Retry-After, a number or a date; None where there is none."""
    told = response.headers.get("Retry-After", "").strip()
    try:
        wait = float(told) if told.isdigit() else parsedate_to_datetime(told).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(wait if told.isdigit() else wait - time.time(), 0.0), _LONGEST_WAIT)


def _explain(error: Exception, manners: Manners, until: float) -> str:
    if time.monotonic() >= until:
        return f"reading it took more than {manners.seconds:g} seconds"
    if isinstance(error, ssl.SSLCertVerificationError) or "certificate" in str(error).casefold():
        return "its certificate is not valid"
    if isinstance(error, TimeoutError) or "timed out" in str(error):
        return f"its server was silent for {_SILENCE:g} seconds"
    if isinstance(error, ConnectionRefusedError):
        return "its server does not answer"
    return f"it cannot be read over HTTP: {str(error)[:120] or type(error).__name__}"
