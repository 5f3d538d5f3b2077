"""``dateline explain``: what each part of a query finds, and why a story was found."""

from typing import TYPE_CHECKING

import click

from ..errors import DatelineError
from .options import index_option, warn_of
from .search import read_request
from .story import count_stories, name_story
from .terminal import compile_first, open_console, printable

if TYPE_CHECKING:
    from rich.console import Console

    from ..index import Index
    from ..index.explain import Explanation
    from ..query.nodes import Query


@click.command()
@click.argument("query", nargs=-1, required=True)
@click.option("--story", "story_id", metavar="ID", help="Say why this story matches, or does not.")
@index_option
def explain(query: tuple[str, ...], story_id: str | None, index_url: str) -> None:
    """Show how a query is read and how many stories each part of it finds.

    With --story, show whether each part finds that story, and how its score adds up.
    """
    asked = read_request(" ".join(query), []).query
    from ..index import open_index

    compile_first()
    with open_index(index_url) as index:
        if story_id is None:
            _print_counts(open_console(), index, asked, index_url)
        else:
            _print_story(open_console(), index, asked, story_id)


def _print_counts(console: "Console", index: "Index", asked: "Query", index_url: str) -> None:
    from ..query import SearchRequest
    from ..query.nodes import Query
    from ..query.tree import walk

    for depth, node in walk(asked.tree):
        results = index.search(SearchRequest(query=Query(node), limit=1))
        if not depth or results.timed_out:
            warn_of(results, index_url)
        console.print(f"{results.total:>9,}  {_part(depth, str(node), type(node).__name__)}")


def _print_story(console: "Console", index: "Index", asked: "Query", story_id: str) -> None:
    story = index.get(story_id)
    found = index.explain(asked, story_id) if hasattr(index, "explain") else None
    if story is None or found is None:
        raise DatelineError(f"No story has the id “{story_id}”; `dateline search --json` shows ids")
    console.print(printable(name_story(story)), style="bold")
    for verdict in found.verdicts:
        says = "finds it" if verdict.finds else "does not"
        kind = type(verdict.node).__name__
        console.print(f"{says:>9}  {_part(verdict.depth, str(verdict.node), kind)}")
    if found.contributions:
        console.print(_scores(found))


def _part(depth: int, text: str, kind: str) -> str:
    return f"{'  ' * depth}{printable(text) or '(every story)'}  [{kind}]"


def _scores(found: "Explanation") -> str:
    lines = [
        f"{one.score:>9.6f}  {one.field}: {printable(one.term.text)} {one.mentions} times in "
        f"{one.length:,} words, in {count_stories(one.containing)}"
        for one in found.contributions
    ]
    return "\n".join([*lines, f"{found.score:>9.6f}  the score"])
