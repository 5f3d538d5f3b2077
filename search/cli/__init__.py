"""The ``dateline`` command: what every command shares, and the edge where errors become sentences.

Each command imports what it needs when it runs, so that ``dateline --help`` answers at once.
"""

import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import NoReturn

import click

from ..errors import DatelineError, QueryError, RequestError
from .explain import explain
from .ingest import ingest
from .optimize import check, optimize
from .options import INDEX_URL
from .parse import parse
from .search import search
from .serve import serve
from .speakers import speakers
from .stats import stats
from .terminal import INTERRUPTED, complain
from .watch import watch

_ASKED_WRONGLY = 2  # as for an unknown option
_FAILED = 1


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("dateline")
    except PackageNotFoundError:
        return "(not installed)"


def _show_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(f"dateline {_version()}")
        ctx.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--index", "index_url", **INDEX_URL, default="indexdir", show_default=True)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False,
              callback=_show_version, help="Show the version and exit.")  # fmt: skip
@click.pass_context
def dateline(ctx: click.Context, index_url: str) -> None:
    """Search the news stories you hold: by words, speaker, agency, place and true date."""
    ctx.obj = index_url


for _command in (ingest, watch, serve, search, explain, parse, stats, speakers, optimize, check):
    dateline.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command; exit 0 done, 1 failed, 2 asked wrongly, each failure in one sentence, and
    130 without one where Ctrl-C ended it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        sys.exit(dateline(arguments, standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(INTERRUPTED)
    except DatelineError as error:
        complain(str(error))
        sys.exit(_ASKED_WRONGLY if isinstance(error, QueryError | RequestError) else _FAILED)
    except OSError as error:
        complain(": ".join(filter(None, (error.strerror or str(error), error.filename))))
        sys.exit(_FAILED)
