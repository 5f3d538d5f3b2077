"""A statement found, for people: who says it, its words, and the story that it stands in."""

from typing import TYPE_CHECKING

from .story import describe_date, describe_speaker, join, name_story
from .terminal import mark, print_indented

if TYPE_CHECKING:
    from rich.console import Console

    from ..article import Statement
    from ..query.request import Hit

_NOBODY = "(the story does not make plain who)"


def print_statement(console: "Console", number: str, hit: "Hit") -> None:
    """The statement behind the number of its hit, "2."."""
    story, said = hit.article, hit.statement
    if said is not None:
        console.print(f"{number} {_name_speaker(said)}", style="bold cyan")
    for snippet in hit.snippets:
        print_indented(console, mark(snippet.text, snippet.marks))
    place = story.dateline.place if story.dateline else None
    print_indented(console, name_story(story))
    print_indented(console, join(story.agency, place, describe_date(story.date)))
    print_indented(console, join(story.url or story.source), style="dim")


def _name_speaker(said: "Statement") -> str:
    speaker = describe_speaker(said.speaker) if said.speaker else _NOBODY
    return f"{speaker} · {said.kind}"
