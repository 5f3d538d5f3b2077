"""``dateline parse``: what was read from a story, and how sure it is."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from .options import json_option
from .story import (
    describe_date,
    describe_dateline,
    describe_moment,
    describe_speaker,
    join,
    name_story,
)
from .terminal import complain, open_console, printable

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from ..article import Article, Statement


@click.command()
@click.argument("paths", metavar="FILE...", nargs=-1, required=True)
@json_option
def parse(paths: tuple[str, ...], as_json: bool) -> None:
    """Show what is read from each story: headline, dateline, true date, who said what.

    Nothing is kept. Exit 1 if there was no story to read.
    """
    console, count = open_console(), 0
    for article in _read(paths):
        count += 1
        if as_json:
            _print_record(article)
        else:
            _print_story(console, article)
    if not count:
        raise SystemExit(1)


def _read(paths: tuple[str, ...]) -> Iterator["Article"]:
    from ..article import Article
    from ..ingest import read_articles

    for path in paths:
        for item in read_articles(path):
            if isinstance(item, Article):
                yield item
            else:
                complain(f"{item.source}: {item.reason}")


def _print_record(article: "Article") -> None:
    import orjson

    from ..record import article_to_record

    click.echo(orjson.dumps(article_to_record(article)).decode())


def _print_story(console: "Console", article: "Article") -> None:
    console.print(name_story(article), style="bold cyan")
    for name, value in _facts(article):
        if value:
            console.print(f"  {name + ':':<12}{printable(value)}")
    if article.statements:
        console.print(_statements(article))
    console.print()


def _facts(article: "Article") -> Iterator[tuple[str, str | None]]:
    """What to show of a story, by name; None where the story does not tell."""
    line = article.dateline
    yield "kicker", article.kicker
    yield "standfirst", article.standfirst
    yield "byline", article.byline
    yield "authors", join(*article.authors)
    yield "agency", article.agency
    yield "dateline", describe_dateline(line)
    yield "date", describe_date(article.date)
    yield "published", describe_moment(article.published)
    yield "slug", article.slug
    yield "version", str(article.version) if article.version is not None else None
    yield "urgency", str(article.urgency) if article.urgency else None
    yield "embargo", describe_moment(article.embargo)
    yield "signal", article.signal
    yield "section", article.section
    yield "keywords", join(*article.keywords)
    yield "language", article.language
    yield "headings", join(*(heading.text for heading in article.headings))
    yield "speakers", join(*(describe_speaker(speaker) for speaker in article.speakers))
    for note in article.notes:
        yield "note", note
    yield "url", article.url
    yield "source", article.source
    yield "id", article.id


def _statements(article: "Article") -> "Table":
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("speaker", max_width=24)
    table.add_column("cue")
    table.add_column("kind")
    table.add_column("statement", ratio=1)
    for statement in article.statements:
        table.add_row(*_row(article, statement))
    return table


def _row(article: "Article", statement: "Statement") -> tuple[str, str, str, str]:
    speaker = statement.speaker
    said = " ".join(printable(article.body[statement.start : statement.end]).split())
    name = printable(speaker.name) if speaker else "(not plain)"
    return name, printable(statement.cue or ""), statement.kind, said
