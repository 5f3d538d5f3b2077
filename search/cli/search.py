"""``dateline search``: hits with their marked passages, or the API's JSON."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from ..errors import QueryError
from .options import index_option, json_option, warn_of
from .statement import print_statement
from .story import count_stories, describe_date, join, name_story
from .terminal import compile_first, complain, mark, open_console, print_indented, printable

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from ..article import Speaker
    from ..query import Results, SearchRequest
    from ..query.request import Facet, Hit, Sought, Timeline

# every parameter of a search but its query, as search/query/parameters.py reads them
OPTIONS = {
    "speaker": "Only stories in which NAME speaks; -NAME leaves them out, none asks for nobody.",
    "agency": "Only stories of this agency (or -agency, or none).",
    "place": "Only stories with this dateline place.",
    "country": "Only stories from this country, by its ISO code.",
    "section": "Only stories of this section.",
    "language": "Only stories in this language.",
    "year": "Only stories of this year.",
    "kind": "Only statements of this kind, direct, mixed or indirect (with --statements).",
    "from": "From this day on: 2022, 2022-02, 2022-02-14 or now-7d.",
    "to": "Up to this day, it included.",
    "certain": "Only stories whose date is proved.",
    "sort": "relevance (unless told), newest or oldest.",
    "facets": "Count by these: agency, speaker, place, country, section, language, year; kind.",
    "facet_size": "How many values of each facet (10).",
    "interval": "Count by day, week, month or year.",
    "snippets": "How many passages of each story (1; in JSON 0).",
    "limit": "How many stories, or statements (10; in JSON 20).",
    "page": "Which page of them.",
    "cursor": "Go on from an earlier answer's cursor.",
}
_REPEATED = {
    "speaker",
    "agency",
    "place",
    "country",
    "section",
    "language",
    "year",
    "kind",
    "facets",
}
_FOR_PEOPLE = {"limit": "10", "snippets": "1"}
_MOST_SPEAKERS = 5  # named under a hit
_WINDOW = 70  # characters of a long query shown about a mistake


def _parameters(command: Callable[..., Any]) -> Callable[..., Any]:
    for name, text in reversed(OPTIONS.items()):
        option = f"--{name.replace('_', '-')}"
        if name == "certain":
            command = click.option(option, name, is_flag=True, help=text)(command)
        else:
            many = name in _REPEATED
            command = click.option(option, name, multiple=many, help=text)(command)
    return command


@click.command()
@click.argument("query", nargs=-1)
@click.option("--statements", is_flag=True, help="Find statements, one by one: who said what.")
@_parameters
@json_option
@index_option
def search(
    query: tuple[str, ...], statements: bool, index_url: str, as_json: bool, **given: Any
) -> None:
    """Find stories: words, "a phrase", OR, -word, (groups), word*, speaker:name, date:2022-02.

    Without a query, finds every story that the options let through.
    """
    q = " ".join(query)
    pairs = ([] if as_json else _unless_given(given)) + list(_pairs(given))
    request = read_request(q, pairs, "statements" if statements else "stories")
    from ..index import open_index
    from ..query.values import settle

    compile_first()
    with open_index(index_url) as index:
        request = settle(request, index.search)
        results = index.search(request)
    warn_of(results, index_url)
    if as_json:
        _print_record(request, results, q)
    else:
        _print_results(open_console(), request, results)


def _unless_given(given: dict[str, Any]) -> list[tuple[str, str]]:
    return [(name, value) for name, value in _FOR_PEOPLE.items() if not given[name]]


def _pairs(given: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in given.items():
        if value is True:
            yield name, "yes"
        elif isinstance(value, tuple):
            yield from ((name, one) for one in value)
        elif value:
            yield name, value


def read_request(q: str, pairs: list[tuple[str, str]], of: "Sought" = "stories") -> "SearchRequest":
    """What is asked; exit 2 under the query with its mistake pointed at, if it has one."""
    from ..query.parameters import read_parameters

    try:
        return read_parameters([("q", q), *pairs], of=of)
    except QueryError as error:
        complain(str(error))
        for line in _point_at(q, error.position):
            click.echo(f"  {line}", err=True)
        if error.hint:
            click.echo(f"  {printable(error.hint)}", err=True)
        raise SystemExit(2) from error


def _point_at(q: str, position: int) -> tuple[str, str]:
    """The query, or the part of it about the position, and a caret to stand under it.

    >>> _point_at('dam "holds', 4)
    ('dam "holds', '    ^')
    """
    from rich.cells import cell_len

    first = max(0, min(position, len(q)) - _WINDOW // 2)
    start = "…" if first else ""
    before = start + printable(q[first:position])
    rest = printable(q[position : first + _WINDOW])
    return before + rest + ("…" if first + _WINDOW < len(q) else ""), " " * cell_len(before) + "^"


def _print_record(request: "SearchRequest", results: "Results", q: str) -> None:
    import orjson

    from ..query.answer import results_to_record

    record = results_to_record(request, results, q)
    click.echo(orjson.dumps(record, option=orjson.OPT_INDENT_2).decode())


def _print_results(console: "Console", request: "SearchRequest", results: "Results") -> None:
    found = _count_found(request, results)
    asked = str(request.query)
    console.print(f"{found} for {asked}" if asked else found, style="bold")
    for note in request.query.notes:
        console.print(f"({printable(note)})", style="dim")
    for number, hit in enumerate(results.hits, start=(request.page - 1) * request.limit + 1):
        console.print()
        show = _print_hit if hit.place is None else print_statement
        show(console, "·" if request.cursor else f"{number}.", hit)
    for name, facet in results.facets.items():
        console.print(*_facet_lines(name, facet), sep="\n")
    if results.timeline:
        console.print(*_timeline_lines(results.timeline), sep="\n")
    if results.cursor:
        console.print(f"\n{_next_page(request, results.cursor)} shows the next.", style="dim")
    elif results.total and not results.hits:
        console.print(f"({_name_page(request)} is past the end)", style="dim")


def _next_page(request: "SearchRequest", cursor: str) -> str:
    """The option that asks for it: a page has a number only from the start and up to a limit."""
    from ..query.parameters import MOST_PAGED

    is_numbered = not request.cursor and (request.page + 1) * request.limit <= MOST_PAGED
    return f"--page {request.page + 1}" if is_numbered else f"--cursor {cursor}"


def _name_page(request: "SearchRequest") -> str:
    return "this" if request.cursor else f"page {request.page:,}"


def _count_found(request: "SearchRequest", results: "Results") -> str:
    """ "2 of 73 stories", "1 statement in 73 stories"."""
    stories = count_stories(results.indexed)
    if request.of == "stories":
        return f"{results.total:,} of {stories}"
    return f"{results.total:,} {'statement' if results.total == 1 else 'statements'} in {stories}"


def _print_hit(console: "Console", number: str, hit: "Hit") -> None:
    story = hit.article
    console.print(f"{number} {name_story(story)}", style="bold cyan")
    place = story.dateline.place if story.dateline else None
    print_indented(console, join(story.agency, place, describe_date(story.date)))
    if story.speakers:
        print_indented(console, f"speaking: {_name_speakers(story.speakers)}")
    for snippet in hit.snippets:
        print_indented(console, mark(snippet.text, snippet.marks))
    print_indented(console, join(story.url or story.source), style="dim")


def _name_speakers(speakers: "Sequence[Speaker]") -> str:
    more = len(speakers) - _MOST_SPEAKERS
    rest = [f"and {more} more"] if more > 0 else []
    return join(*(speaker.name for speaker in speakers[:_MOST_SPEAKERS]), *rest)


def _facet_lines(name: str, facet: "Facet") -> "list[RenderableType]":
    values = [f"  {value.count:>7,}  {printable(value.label)}" for value in facet.values]
    more = facet.distinct - len(facet.values)
    rest = [f"           and {more:,} more"] if more > 0 else []
    none = [f"  {facet.missing:>7,}  (none)"] if facet.missing else []
    return [f"\nby {name}", *values, *rest, *none]


def _timeline_lines(timeline: "Timeline") -> "list[RenderableType]":
    lines = [f"\nby {timeline.interval}"]
    for bucket in timeline.buckets:
        doubt = f"  ({bucket.uncertain:,} uncertain)" if bucket.uncertain else ""
        lines.append(f"  {bucket.count:>7,}  {bucket.since}{doubt}")
    if timeline.undated:
        lines.append(f"  {timeline.undated:>7,}  undated")
    return list(lines)
