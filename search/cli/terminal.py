"""How text reaches a terminal: coloured where there is one, and never able to command it."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

INTERRUPTED = 130  # as shells tell of a program that Ctrl-C has ended
# controls that a story could move the cursor, clear the screen or turn the line around with
_COMMANDS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_MARK = "bold yellow"
_INDENT = 3
_NARROWEST = 40  # columns; rich shows nothing of a table that has no room, nor anything in none


def printable(text: str) -> str:
    """The text with a space for each control character, so that offsets still hold.

    >>> printable("safe\\x1b[2J text")
    'safe [2J text'
    """
    return _COMMANDS.sub(" ", text)


def open_console(*, stderr: bool = False) -> "Console":
    """A console that takes stories' text as it is; whole lines where its output is piped."""
    from rich.console import Console

    console = Console(stderr=stderr, highlight=False, markup=False, emoji=False)
    console.soft_wrap = not console.is_terminal
    console.width = max(console.width, _NARROWEST)
    return console


def mark(text: str, marks: Iterable[tuple[int, int]]) -> "Text":
    """The text with these parts standing out."""
    from rich.text import Text

    shown = Text(printable(text))
    for start, end in marks:
        shown.stylize(_MARK, start, end)
    return shown


def print_indented(console: "Console", text: "Text | str", style: str = "") -> None:
    """Print a paragraph set in from the margin; as one line where output is piped."""
    from rich.padding import Padding

    if console.is_terminal:
        console.print(Padding(text, (0, 0, 0, _INDENT), style=style, expand=False))
    else:
        console.print(" " * _INDENT, text, sep="")


def complain(sentence: str) -> None:
    """One line on standard error, under the program's name."""
    click.echo(f"dateline: {printable(sentence)}", err=True)


def compile_first() -> None:
    """Compile what searching and writing need, if it never was on this machine, and say so."""
    from ..index.embedded.compiling import compile_kernels

    compile_kernels(lambda line: click.echo(line, err=True))
