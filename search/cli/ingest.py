"""``dateline ingest``: files into the index, and a tally of what became of them."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import DatelineError
from ..ingest import Interrupted, Plan
from .options import index_option, read_table, speakers_option
from .story import count_stories
from .terminal import INTERRUPTED, compile_first, complain, open_console

if TYPE_CHECKING:
    from rich.console import Console

    from ..ingest import Skipped, Tally

_MOST_NAMED = 20  # skipped files, unless --verbose asks for all


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1)
@click.option("--samples", is_flag=True, help="Ingest the sample stories that come with Dateline.")
@click.option("--dry-run", "is_dry", is_flag=True, help="Read and tell, and keep nothing.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
              help="Leave out stories from before DATE; undated ones stay.")  # fmt: skip
@click.option("--again", is_flag=True,
              help="Read files, too, that have not changed since they were read.")  # fmt: skip
@click.option("--report", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Write what became of each file, a JSON object a line.")  # fmt: skip
@click.option("--allow-private", is_flag=True,
              help="Read pages from this machine's own network, too.")  # fmt: skip
@click.option("--workers", type=click.IntRange(1, 64), metavar="N",
              help="How many processes read; one a core unless told.")  # fmt: skip
@click.option("-v", "--verbose", is_flag=True, help="Name every file that was skipped.")
@speakers_option
@index_option
def ingest(
    paths: tuple[str, ...], samples: bool, verbose: bool, index_url: str, **how: Any
) -> None:
    """Read files, folders, feeds and archives into the index; "-" is standard input, and
    https://… a page.

    Whatever gives no story is skipped with its reason. Files that have not changed since they were
    read are passed over, so that a run that was broken off goes on where it stopped. Exit 1 if
    nothing could be read.
    """
    from .samples import find_samples

    chosen = [*paths, *([str(find_samples())] if samples else [])]
    if not chosen:
        raise click.UsageError("Name a file or a folder to read, or give --samples.")
    ingest_all(chosen, index_url, _plan(how), most_named=None if verbose else _MOST_NAMED)


def _plan(how: dict[str, Any]) -> Plan:
    since: dt.datetime | None = how.pop("since")
    people = read_table(how.pop("table"))
    return Plan(since=since.date() if since else None, people=people, **how)


def ingest_all(
    paths: Sequence[str],
    index_url: str,
    plan: Plan | None = None,
    most_named: int | None = _MOST_NAMED,
) -> None:
    """Ingest, showing progress on a terminal, then the tally; DatelineError if nothing was read,
    and exit 130 where Ctrl-C broke it off."""
    plan = plan or Plan()
    compile_first()
    try:
        tally = _ingest(paths, index_url, plan)
    except Interrupted as stop:
        _name_skipped(stop.tally.skipped, most_named)
        click.echo(_describe(stop.tally, plan))
        complain(_where(stop))
        raise SystemExit(INTERRUPTED) from None
    if not tally.read and not tally.passed and len(tally.skipped) == 1:
        raise DatelineError(f"No story could be read from {_reason(tally.skipped[0])}.")
    _name_skipped(tally.skipped, most_named)
    if not tally.read and not tally.passed:
        raise DatelineError(f"No story could be read from {', '.join(paths)}.")
    click.echo(_describe(tally, plan))


def _where(stop: Interrupted) -> str:
    behind = f"behind {stop.file}" if stop.file else "before the first file was read"
    return f"stopped {behind}; what was read is kept, and the same command goes on from there"


def _describe(tally: "Tally", plan: Plan) -> str:
    """The tally in a sentence; older versions that came late, stories taken out and files that
    were passed over are in few."""
    told = (
        (tally.outdated, "older than what is kept"),
        (tally.removed, "removed"),
    )
    rest = "".join(f", {count:,} {what}" for count, what in told if count)
    many = "file unchanged since it was" if tally.passed == 1 else "files unchanged since they were"
    passed = f"; {tally.passed:,} {many} read" if tally.passed else ""
    end = " Dry run: nothing was kept." if plan.is_dry else ""
    return (
        f"Read {count_stories(tally.read)}: {tally.added:,} added, {tally.unchanged:,} unchanged"
        f"{rest}; {len(tally.skipped):,} skipped{passed}.{end}"
    )


def _ingest(paths: Sequence[str], index_url: str, plan: Plan) -> "Tally":
    from ..index import open_index
    from ..ingest import ingest

    console = open_console(stderr=True)
    with open_index(index_url) as index:
        if not console.is_terminal:
            return ingest(paths, index, plan=plan)
        with _open_bar(console, paths, Path(index_url)) as advance:
            return ingest(paths, index, plan=plan, on_progress=advance)


@contextmanager
def _open_bar(
    console: "Console", paths: Sequence[str], index: Path
) -> "Iterator[Callable[[Tally], None]]":
    """A bar over the files, with how many stories came out of them, how fast, and how long the rest
    will take; gone when it is done."""
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    from ..ingest.online.manners import is_address
    from ..ingest.walk import find_files

    read = TextColumn("files, {task.fields[read]:,} stories, {task.fields[rate]:,.0f} a second")
    columns = (BarColumn(), MofNCompleteColumn(), read, TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        alone = [path for path in paths if path == "-" or is_address(path)]
        files = len(alone) + sum(1 for p in paths if p not in alone for _ in find_files(p, index))
        task = progress.add_task("", total=files, read=0, rate=0.0)

        def advance(tally: "Tally") -> None:
            rate = tally.read / max(progress.tasks[0].elapsed or 0, 0.1)
            progress.update(task, completed=tally.files, read=tally.read, rate=rate)

        yield advance


def _name_skipped(skipped: "Sequence[Skipped]", most: int | None) -> None:
    for item in skipped[:most]:
        complain(f"skipped {_reason(item)}")
    if most is not None and len(skipped) > most:
        complain(f"and {len(skipped) - most:,} more skipped (--verbose names them)")


def _reason(item: "Skipped") -> str:
    return f"{item.source}: {item.reason}"
