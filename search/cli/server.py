"""Gunicorn, as a library: the server under ``dateline serve``."""

from contextlib import suppress
from typing import Any, NoReturn

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.http import message

from ..errors import IndexUnavailable
from ..index import open_index

Options = dict[str, Any]

# bytes; gunicorn's own 8,190 would answer a long query with a bare 400, ours says what is wrong
MAX_REQUEST_LINE = 128 * 1024
message.MAX_REQUEST_LINE = MAX_REQUEST_LINE

_ALWAYS: Options = {
    "worker_class": "gthread",  # an idle connection must not keep others waiting
    "loglevel": "warning",
    "limit_request_line": MAX_REQUEST_LINE,
    "graceful_timeout": 3,  # seconds that Ctrl-C waits for answers under way
    "control_socket_disable": True,
}


def run(options: Options, index_url: str) -> NoReturn:
    """Serve until the process is told to stop, and end it."""
    Server(_ALWAYS | options, index_url).run()
    raise SystemExit(0)


class Server(BaseApplication):
    """Serves one index; each worker process opens it for itself."""

    def __init__(self, options: Options, index_url: str) -> None:
        self._options = options
        self._index_url = index_url
        super().__init__()

    def load_config(self) -> None:
        assert self.cfg is not None  # gunicorn has made it by now
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        from web import create_app

        index = open_index(self._index_url)
        with suppress(IndexUnavailable):  # whoever asks is told
            index.get("")  # a look: an index that goes from now on is not taken for an empty one
        return create_app(index)
