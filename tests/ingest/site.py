"""A site on this machine, of real HTTP, that serves what a test puts there."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple


class Answer(NamedTuple):
    """What is at a path; ``write`` writes the body itself."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = {}  # noqa: RUF012 - never written to
    write: Callable[[BaseHTTPRequestHandler], None] | None = None


class Site:
    """Answers by path, and the requests that were made: path and headers."""

    def __init__(self, port: int) -> None:
        self.base = f"http://127.0.0.1:{port}"
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def paths(self) -> list[str]:
        """What was asked for, but for the rules of the site."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


@contextmanager
def open_site() -> Iterator[Site]:
    """A site, until the test is over."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers)))
            answer = site.answers.get(self.path, Answer(status=404))
            etag = answer.headers.get("ETag")
            if etag and self.headers.get("If-None-Match") == etag:
                answer = Answer(status=304, headers={"ETag": etag})
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if answer.write:
                self.end_headers()
                answer.write(self)
                return
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Site(server.server_port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def write_slowly(handler: BaseHTTPRequestHandler) -> None:
    """A byte now and then, for as long as anybody reads."""
    try:
        for _ in range(600):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.05)
    except OSError:
        return


def write_endlessly(handler: BaseHTTPRequestHandler) -> None:
    """More than anybody reads."""
    try:
        for _ in range(2_000):
            handler.wfile.write(b"word " * 20_000)
    except OSError:
        return
