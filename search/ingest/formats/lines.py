"""Lines of plain text put together again as the paragraphs they were."""

import re
from collections.abc import Iterator, Sequence

from ...wire.agencies import is_printed

# "    Net 23.1 mln     vs 18.2 mln", "Wheat   4.10\t4.20": columns
_COLUMNS = re.compile(r"\S(?:[ ]{3,}|[ ]*\t[ \t]*)\S")
_INDENTED = re.compile(r"[ ]{2,}|[ ]?\t")
_BULLET = re.compile(r"\s*[*•]\s")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
# hard-wrapped copy keeps to a screen's or a teleprinter's width
_WRAP = 100


def find_blocks(text: str) -> list[list[str]]:
    """The runs of lines that blank lines part; each line keeps its indent."""
    blocks: list[list[str]] = [[]]
    for line in text.expandtabs(8).split("\n"):
        if line.strip():
            blocks[-1].append(line.rstrip())
        elif blocks[-1]:
            blocks.append([])
    return blocks if blocks[-1] else blocks[:-1]


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether these lines were broken to a width, rather than one being a paragraph."""
    return max(map(len, lines), default=0) <= _WRAP


def find_paragraphs(block: Sequence[str], wrapped: bool) -> list[str]:
    """The paragraphs of a block: each line one, or, where lines are wrapped, begun by an indent
    or after a sentence that ends well short of the width. Lines of a table stay lines."""
    if not wrapped:
        return [line.strip() for line in block]
    width = max(map(len, block))
    return ["\n".join(part) for part in _tables_joined(_grouped(block, width))]


def _grouped(block: Sequence[str], width: int) -> Iterator[list[str]]:
    """Each paragraph's lines: running text as one line, a table's lines as they are."""
    part: list[str] = []
    for line in block:
        if part and (_starts_anew(line, part[-1], width)):
            yield _flowed(part)
            part = []
        part.append(line)
    if part:
        yield _flowed(part)


def _starts_anew(line: str, before: str, width: int) -> bool:
    if is_row(line) or is_row(before) or _BULLET.match(line):
        return True
    if _INDENTED.match(line):
        return not _INDENTED.match(before) or _ends_short(before, width) or not _hangs(line, before)
    # a credit under a story is set in by one space
    if line[0].isspace() and is_printed(line):
        return True
    is_apart = line[0].isspace() or _ends_short(before, width)
    return is_apart and bool(_SENTENCE_END.search(before))


def _hangs(line: str, before: str) -> bool:
    """Whether both lines stand at one indent, as where a whole block is set in."""
    return _indent(line) == _indent(before) and len(before) > 55


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _ends_short(line: str, width: int) -> bool:
    return len(line) < 0.75 * width


def _flowed(lines: list[str]) -> list[str]:
    if len(lines) == 1 and is_row(lines[0]):
        return [lines[0].strip()]
    return [" ".join(line.strip() for line in lines)]


def _tables_joined(parts: Iterator[list[str]]) -> Iterator[list[str]]:
    """Rows of one table, one paragraph."""
    table: list[str] = []
    for part in parts:
        if is_row(part[0]):
            table += part
            continue
        if table:
            yield table
            table = []
        yield part
    if table:
        yield table


def is_row(line: str) -> bool:
    """Whether the line is of a table: its parts stand in columns."""
    if "   " not in line and "\t" not in line:
        return False
    return bool(_COLUMNS.search(line.strip()))
