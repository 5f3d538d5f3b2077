"""The options that several commands share."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import DatelineError
from .terminal import complain

if TYPE_CHECKING:
    from ..ingest import People
    from ..query import Results

INDEX_URL: dict[str, Any] = {
    "envvar": "DATELINE_INDEX",
    "metavar": "URL",
    "help": "The folder of the index.",
}

_TABLE = "speakers.toml"


def index_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--index`` after the command's name as well as before it; passed as ``index_url``."""
    return click.option("--index", "index_url", callback=_or_of_group, **INDEX_URL)(command)


def find_table() -> Path:
    """The file of the table that says who is who among speakers, where no option names one."""
    return Path(os.environ.get("DATELINE_SPEAKERS") or _TABLE)


def read_table(path: Path) -> "People":
    """Who is who among speakers; DatelineError where a table is named that is not there."""
    from ..ingest import read_people

    if path != Path(_TABLE) and not path.exists():
        raise DatelineError(f"There is no table of speakers in {path}.")
    return read_people(path)


def speakers_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--speakers``, the file of the table that says who is who; passed as ``table``."""
    return click.option(
        "--speakers",
        "table",
        metavar="FILE",
        type=click.Path(dir_okay=False, path_type=Path),
        default=find_table,
        show_default=_TABLE,
        help="The table of who is who among speakers.",
    )(command)


def json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--json``, passed as ``as_json``."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")(
        command
    )


def warn_of(results: "Results", index_url: str) -> None:
    """Tell that it is the index that holds nothing, or that not all of it was searched, lest that
    be taken for an answer."""
    if not results.indexed:
        warn_of_nothing(index_url)
    if results.timed_out:
        complain("the search ran out of time: there may be more than was found")


def warn_of_nothing(index_url: str) -> None:
    """Tell that the index has no story."""
    complain(f"the index {index_url} is empty; `dateline ingest` adds stories to it")


def _or_of_group(ctx: click.Context, _: click.Parameter, value: str | None) -> str:
    return value or str(ctx.obj)
