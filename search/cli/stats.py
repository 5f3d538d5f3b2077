"""``dateline stats``: what an index holds."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .options import index_option, json_option, warn_of
from .story import count_stories
from .terminal import compile_first, open_console, printable

if TYPE_CHECKING:
    from rich.console import Console

    from ..query import Results

_COUNTED = ("agency", "year", "place", "speaker")
_SIZES = ("bytes", "kB", "MB", "GB", "TB")


@click.command()
@json_option
@index_option
def stats(index_url: str, as_json: bool) -> None:
    """Tell how many stories there are, how well they are dated, and by whom."""
    from ..index import open_index
    from ..query import SearchRequest, parse_query

    request = SearchRequest(query=parse_query(""), facets=_COUNTED, interval="year", limit=1)
    compile_first()
    with open_index(index_url) as index:
        results = index.search(request)
    warn_of(results, index_url)
    size = _folder_size(Path(index_url))
    if as_json:
        _print_record(_stats(results, size))
    else:
        _print_stats(open_console(), results, size)


def _folder_size(folder: Path) -> int | None:
    """The bytes of its files; None where the index is not a folder."""
    if not folder.is_dir():
        return None
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _dated(results: "Results") -> dict[str, int]:
    line = results.timeline
    undated = line.undated if line else results.total
    uncertain = sum(bucket.uncertain for bucket in line.buckets) if line else 0
    dated = results.total - undated
    return {"certain": dated - uncertain, "uncertain": uncertain, "undated": undated}


def _stats(results: "Results", size: int | None) -> dict[str, Any]:
    facets = {
        name: {
            "values": {value.label: value.count for value in facet.values},
            "distinct": facet.distinct,
            "missing": facet.missing,
        }
        for name, facet in results.facets.items()
    }
    return {"stories": results.total, "dates": _dated(results), "bytes": size, "facets": facets}


def _print_record(record: dict[str, Any]) -> None:
    import orjson

    click.echo(orjson.dumps(record, option=orjson.OPT_INDENT_2).decode())


def _print_stats(console: "Console", results: "Results", size: int | None) -> None:
    dates = _dated(results)
    console.print(count_stories(results.total), style="bold")
    console.print(
        f"dates: {dates['certain']:,} certain, {dates['uncertain']:,} uncertain, "
        f"{dates['undated']:,} undated"
    )
    if size is not None:
        console.print(f"size: {_in_words(size)}")
    for name, facet in results.facets.items():
        counts = [f"{printable(value.label)} {value.count:,}" for value in facet.values]
        more = facet.distinct - len(facet.values)
        rest = [f"and {more:,} more"] if more > 0 else []
        none = [f"none {facet.missing:,}"] if facet.missing else []
        console.print(f"{name}: {', '.join([*counts, *rest, *none]) or 'none'}")


def _in_words(size: float) -> str:
    """A size as people say it.

    >>> _in_words(1_530_000)
    '1.5 MB'
    """
    for unit in _SIZES:
        if size < 1_000 or unit == _SIZES[-1]:
            break
        size /= 1_000
    return f"{size:.0f} {unit}" if unit == "bytes" else f"{size:.1f} {unit}"
