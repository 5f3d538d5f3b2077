"""``dateline ingest``: files into the index, and a tally of what became of them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import DatelineError
from .options import index_option, speakers_option
from .story import count_stories
from .terminal import compile_first, complain, open_console

if TYPE_CHECKING:
    from rich.console import Console

    from ..ingest import People, Skipped, Tally

_MOST_NAMED = 20  # skipped files, unless --verbose asks for all


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1)
@click.option("--samples", is_flag=True, help="Ingest the sample stories that come with Dateline.")
@click.option("-v", "--verbose", is_flag=True, help="Name every file that was skipped.")
@speakers_option
@index_option
def ingest(
    paths: tuple[str, ...], samples: bool, verbose: bool, table: Path, index_url: str
) -> None:
    """Read files, folders, feeds and archives into the index; "-" is standard input.

    Whatever gives no story is skipped with its reason. Stories that are kept already are not
    kept twice. Exit 1 if nothing could be read.
    """
    from .samples import find_samples

    chosen = [*paths, *([str(find_samples())] if samples else [])]
    if not chosen:
        raise click.UsageError("Name a file or a folder to read, or give --samples.")
    ingest_all(chosen, index_url, table, most_named=None if verbose else _MOST_NAMED)


def ingest_all(
    paths: Sequence[str], index_url: str, table: Path, most_named: int | None = _MOST_NAMED
) -> None:
    """Ingest, showing progress on a terminal, then the tally; DatelineError if nothing was read."""
    from ..ingest import read_people

    people = read_people(table)
    compile_first()
    tally = _ingest(paths, index_url, people)
    if not tally.read and len(tally.skipped) == 1:
        raise DatelineError(f"No story could be read from {_reason(tally.skipped[0])}.")
    _name_skipped(tally.skipped, most_named)
    if not tally.read:
        raise DatelineError(f"No story could be read from {', '.join(paths)}.")
    click.echo(
        f"Read {count_stories(tally.read)}: {tally.added:,} added, {tally.unchanged:,} unchanged"
        f"{_describe_rest(tally)}; {len(tally.skipped):,} skipped."
    )


def _describe_rest(tally: "Tally") -> str:
    """What few runs have: older versions that came late, and stories taken out."""
    told = ((tally.outdated, "older than what is kept"), (tally.removed, "removed"))
    return "".join(f", {count:,} {what}" for count, what in told if count)


def _ingest(paths: Sequence[str], index_url: str, people: "People") -> "Tally":
    from ..index import open_index
    from ..ingest import ingest

    console = open_console(stderr=True)
    with open_index(index_url) as index:
        if not console.is_terminal:
            return ingest(paths, index, people=people)
        with _open_bar(console, paths) as advance:
            return ingest(paths, index, people=people, on_progress=advance)


@contextmanager
def _open_bar(console: "Console", paths: Sequence[str]) -> "Iterator[Callable[[Tally], None]]":
    """A bar over the files, with how many stories came out of them; gone when it is done."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from ..ingest.walk import find_files

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("files, {task.fields[read]} stories"))
    with Progress(*columns, console=console, transient=True) as progress:
        files = sum(1 for path in paths for _ in find_files(path))
        task = progress.add_task("", total=files, read=0)
        yield lambda tally: progress.update(task, completed=tally.files, read=tally.read)


def _name_skipped(skipped: "Sequence[Skipped]", most: int | None) -> None:
    for item in skipped[:most]:
        complain(f"skipped {_reason(item)}")
    if most is not None and len(skipped) > most:
        complain(f"and {len(skipped) - most:,} more skipped (--verbose names them)")


def _reason(item: "Skipped") -> str:
    return f"{item.source}: {item.reason}"
