"""``dateline speakers``: who is one speaker across stories and why; to merge names or part them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import DatelineError
from ..schema import NONE
from ..text import slug
from .options import index_option, speakers_option, warn_of
from .story import count_stories
from .terminal import compile_first, open_console, printable

if TYPE_CHECKING:
    from ..index import Index
    from ..ingest import People

_MOST_READ = 1_000  # stories that are read to show a speaker's names
_PAGE = 100
_LISTED = 20
_LETTERS = "letter case, accents or marks"  # what makes no difference between names
_LONGEST = 80  # characters of a name that an error repeats


@click.command()
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option("--merge", is_flag=True, help="Make these names one speaker's, kept under the first.")
@click.option("--part", is_flag=True, help="Make each of these names a speaker of its own.")
@speakers_option
@index_option
def speakers(names: tuple[str, ...], merge: bool, part: bool, table: Path, index_url: str) -> None:
    """List who speaks most; of the speakers NAMEd, tell which names are theirs, and why.

    Names are joined by a rule for spellings and by a table, which --merge and --part write; they
    file the stories in the index anew as well.
    """
    from ..index import open_index
    from ..ingest import read_people

    _check_names(names, merge, part)
    people = read_people(table)
    compile_first()
    with open_index(index_url) as index:
        if merge or part:
            changed = people.merge(names[0], names[1:]) if merge else people.part(names)
            filed = {one.find(name).name for name in names for one in (people, changed)}
            _change(index, table, changed, {slug(name) for name in (*names, *filed)})
        elif names:
            for name in names:
                _show(index, people, name)
        else:
            _list(index, index_url)


def _check_names(names: Sequence[str], merge: bool, part: bool) -> None:
    if merge and part:
        raise click.UsageError("Give --merge or --part, not both.")
    if merge and len({slug(name) for name in names}) < 2:
        raise click.UsageError("--merge needs two names: the one to keep, and another.")
    if part and not names:
        raise click.UsageError("--part needs a name.")
    for name in names:
        if slug(name) in ("", NONE) or not name.isprintable():
            raise click.UsageError(f"“{printable(name)}” is not a name.")


def _list(index: "Index", index_url: str) -> None:
    from ..query import SearchRequest, parse_query

    request = SearchRequest(query=parse_query(""), facets=("speaker",), facet_size=_LISTED, limit=1)
    results = index.search(request)
    warn_of(results, index_url)
    found = results.facets["speaker"]
    console = open_console()
    for value in found.values:
        console.print(f"{value.count:9,}  {printable(value.label)}  ({value.value})")
    if found.distinct > len(found.values):
        console.print(f"and {found.distinct - len(found.values):,} more")


def _show(index: "Index", people: "People", name: str) -> None:
    """The names that stories print of a speaker, how many stories, and what joins them."""
    from ..ingest import find_printed

    filed = people.find(name).name
    ids = _find_stories(index, {slug(filed)})
    if not ids:
        asked = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
        raise DatelineError(f"No story has a speaker “{asked}”; `dateline speakers` lists them.")
    printed: Counter[str] = Counter()
    for story in filter(None, map(index.get, ids[:_MOST_READ])):
        names = find_printed(story)
        printed.update(one for one in names if slug(people.find(one).name) == slug(filed))
    shown = (
        people.find(max(printed, key=lambda one: (printed[one], one))).name if printed else filed
    )
    console = open_console()
    console.print(f"{printable(shown)}  ({slug(filed)}): {count_stories(len(ids))}", style="bold")
    for one, count in printed.most_common():
        why = people.find(one).why or (_LETTERS if one != shown else None)
        console.print(f"{count:9,}  {printable(one)}{f'  joined by {why}' if why else ''}")
    if len(ids) > _MOST_READ:
        console.print(f"Names are those in {_MOST_READ:,} of the stories.")


def _find_stories(index: "Index", keys: set[str]) -> list[str]:
    """The ids of the stories in which one of these speaks, newest first."""
    from ..query import SearchRequest, parse_query
    from ..query.request import Filter

    chosen = (Filter("speaker", wanted=tuple(sorted(keys))),)
    request = SearchRequest(query=parse_query(""), filters=chosen, sort="newest", limit=_PAGE)
    ids: list[str] = []
    while True:
        results = index.search(request)
        ids += (hit.id for hit in results.hits)
        if results.cursor is None:
            return ids
        request = replace(request, cursor=results.cursor)


def _change(index: "Index", table: Path, people: "People", keys: set[str]) -> None:
    """Write the table, and file anew every story in which one of these speakers speaks."""
    from ..ingest import read_again, write_people

    ids = _find_stories(index, keys)
    write_people(table, people)
    count = 0
    for start in range(0, len(ids), _PAGE):
        kept = [story for story in map(index.get, ids[start : start + _PAGE]) if story]
        changed = [new for old in kept if (new := read_again(old, people)) != old]
        count += index.add(changed) if changed else 0
    click.echo(f"{table} was written; {count_stories(count)} filed anew.")
