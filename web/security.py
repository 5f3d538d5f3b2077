"""What every answer carries and every request must keep to, whatever the stories hold."""

import os
from urllib.parse import unquote_to_bytes

from flask import Flask, Response, abort, request

# no script, no frame, nothing from elsewhere; pages need one style sheet, one icon, one form
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",  # an address holds what was searched for
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}
_OVER_TLS = "max-age=31536000; includeSubDomains"
LONGEST_QUERY_STRING = 65_536  # bytes
LARGEST_BODY = 16_384  # bytes; nothing here reads one
_OWN_HOSTS = "localhost,127.0.0.1,[::1]"


def secure(app: Flask) -> None:
    """Limits before each request and headers after it, errors and static files included.

    The environment's DATELINE_HOSTS names the hosts that the server answers to, with commas
    between; "*" is any. Other names are refused, or a page elsewhere could read the index by
    pointing its own name here.
    """
    hosts = os.environ.get("DATELINE_HOSTS") or _OWN_HOSTS
    app.config["TRUSTED_HOSTS"] = None if hosts == "*" else [h.strip() for h in hosts.split(",")]
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    app.before_request(_keep_limits)
    app.after_request(_add_headers)


def _keep_limits() -> None:
    if len(request.query_string) > LONGEST_QUERY_STRING:
        abort(414)
    if b"%" in request.query_string and not _is_text(request.query_string):
        abort(400, "This address is not in UTF-8; what was typed cannot be told.")
    if (request.content_length or 0) > LARGEST_BODY:
        abort(413)


def _is_text(query_string: bytes) -> bool:
    """Whether it is in UTF-8: what is not would be searched for as its escapes."""
    try:
        unquote_to_bytes(query_string).decode()
    except UnicodeDecodeError:
        return False
    return True


def _add_headers(response: Response) -> Response:
    response.headers.update(HEADERS)
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = _OVER_TLS
    return response
