"""``dateline serve``: the pages and the JSON, over HTTP."""

import os
import socket

import click

from ..errors import DatelineError
from .options import find_table, index_option, read_table
from .story import count_stories
from .terminal import compile_first

_THREADS = 4  # in each worker; a connection that idles holds one
# hosts that mean "every address of this machine"
_EVERYWHERE = {"0.0.0.0", "::", ""}
_OWN_HOSTS = ("localhost", "127.0.0.1", "[::1]")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to serve on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True,
              help="The port; 0 takes any that is free.")  # fmt: skip
@click.option("--workers", type=click.IntRange(1, 64), default=2, show_default=True,
              help="How many processes answer.")  # fmt: skip
@click.option("--ingest", "paths", metavar="PATH", multiple=True,
              help="Read these files and folders into the index first.")  # fmt: skip
@index_option
def serve(host: str, port: int, workers: int, paths: tuple[str, ...], index_url: str) -> None:
    """Serve the index to browsers and programs until Ctrl-C."""
    with _listen(host, port) as listener:
        compile_first()
        if paths:
            from ..ingest import Plan
            from .ingest import ingest_all

            ingest_all(paths, index_url, Plan(people=read_table(find_table())))
        stories = _count(index_url)
        _trust(host)
        address = f"http://{_bracketed(host)}:{listener.getsockname()[1]}"
        descriptor = listener.detach()
    from .server import run

    options = {
        "bind": f"fd://{descriptor}",
        "workers": workers,
        "threads": _THREADS,
        "when_ready": lambda _: click.echo(f"Dateline serves {stories} on {address}"),
    }
    run(options, index_url)


def _listen(host: str, port: int) -> socket.socket:
    """A socket that holds the port from now on; DatelineError says why it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=512)
    except OSError as error:
        raise DatelineError(_refusal(host, port, error)) from error


def _refusal(host: str, port: int, error: OSError) -> str:
    import errno

    if error.errno == errno.EADDRINUSE:
        other = port + 1 if port < 65535 else 8000
        return (
            f"Port {port} is taken by another program: choose another, "
            f"as --port {other} (for make, PORT={other})."
        )
    if error.errno == errno.EACCES:
        return f"Port {port} may not be used by this user: choose one from 1024 up."
    return f"Dateline cannot serve on {host}, port {port}: {error.strerror or error}."


def _count(index_url: str) -> str:
    """How many stories the index holds, in words; DatelineError if it cannot be read."""
    from ..index import open_index
    from ..query import SearchRequest, parse_query

    with open_index(index_url) as index:
        total = index.search(SearchRequest(query=parse_query(""), limit=1)).total
    return count_stories(total)


def _trust(host: str) -> None:
    """Let the pages answer to the name they are served under, unless DATELINE_HOSTS tells."""
    own = "*" if host in _EVERYWHERE else ",".join((*_OWN_HOSTS, _bracketed(host)))
    os.environ.setdefault("DATELINE_HOSTS", own)


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
