"""Connections that are made to public addresses only.

A name is looked up once, what it leads to is checked, and the connection goes to that very address:
a name that leads elsewhere a moment later gains nothing.
"""

import ipaddress
import socket
from contextlib import suppress
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util.connection import create_connection

from ...errors import DatelineError

# IPv6 that stands for an IPv4 address, which counts: NAT64 (RFC 6052)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class NotFetched(DatelineError):
    """An address that cannot be had; ``status`` is the server's answer, and ``wait`` in how many
    seconds to try again, where it says so. ``is_lasting``: there is no use in asking again."""

    def __init__(
        self,
        reason: str,
        status: int | None = None,
        wait: float | None = None,
        *,
        is_lasting: bool = False,
    ) -> None:
        super().__init__(reason)
        self.status = status
        self.wait = wait
        is_refused = status is not None and status < 500 and status not in (408, 429)
        self.is_lasting = is_lasting or is_refused


class PrivateAddress(NotFetched):
    """An address of this machine's own network, which may not be read."""


def is_public(address: str) -> bool:
    """Whether a numeric address is anybody's to reach: not of this machine, of its network, or of
    none at all.

    >>> is_public("192.0.32.10"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo and found.teredo[1])
        if found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner:
            return is_public(str(inner))
    return found.is_global and not (found.is_multicast or found.is_reserved)


def _connect(host: str, port: int, timeout: Any, allow_private: bool) -> socket.socket:
    """A connection to the first of a host's addresses that may be reached."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotFetched(f"no machine is known under the name {host}") from error
    addresses = list(dict.fromkeys(str(one[4][0]) for one in found))
    allowed = [one for one in addresses if allow_private or is_public(one)]
    if not allowed:
        raise PrivateAddress(
            f"{host} is a private address ({addresses[0]}); --allow-private lets it be read"
        )
    return create_connection((allowed[0], port), timeout)


class _Checked:
    """A connection to an address that was checked, which can be cut from another thread."""

    allow_private = False
    _line: socket.socket | None = None

    def _connect(self, host: str, port: int, timeout: Any) -> socket.socket:
        made = _connect(host, port, timeout, self.allow_private)
        # TLS and HTTP take the socket over; by a copy of it the line can be cut all the same
        self._line = made.dup()
        return made

    def cut(self) -> None:
        """End it: whoever waits for its bytes gets no more."""
        with suppress(OSError):
            if self._line:
                self._line.shutdown(socket.SHUT_RDWR)

    def let_go(self) -> None:
        """Be done with it; it cannot be cut any more."""
        if self._line:
            self._line.close()
        self._line = None


class PlainConnection(_Checked, HTTPConnection):
    """HTTP."""

    def _new_conn(self) -> socket.socket:
        return self._connect(self.host, self.port, self.timeout)


class SecureConnection(_Checked, HTTPSConnection):
    """HTTP over TLS; the certificate is that of the name."""

    def _new_conn(self) -> socket.socket:
        return self._connect(self.host, self.port, self.timeout)
