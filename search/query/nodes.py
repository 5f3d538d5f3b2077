"""The tree of a query: what was asked, free of any engine.

Words stand folded (``search.text.word_form``), not stemmed; each index applies the analysis of
the field that it looks in. ``str`` of a node is its canonical text and parses back to it.
"""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Everything:
    """Every story: the empty query."""

    def __str__(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, in any of its inflections; ``field`` None is headline, standfirst and body."""

    form: str
    field: str | None = None

    def __str__(self) -> str:
        return _in_field(self.field, self.form)


@dataclass(frozen=True, slots=True)
class Prefix:
    """Every word that begins so, as it is printed; three letters at least. ``position`` is where
    it stood in the query, for an index that finds it stands for too many words."""

    form: str
    field: str | None = None
    position: int = dataclasses.field(default=0, compare=False, repr=False)

    def __str__(self) -> str:
        return _in_field(self.field, f"{self.form}*")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words next to one another, in this order, within one field; two at least."""

    forms: tuple[str, ...]
    field: str | None = None

    def __str__(self) -> str:
        return _in_field(self.field, f'"{" ".join(self.forms)}"')


@dataclass(frozen=True, slots=True)
class DateRange:
    """Stories whose date lies in it, both days included; None is open. Undated ones never do."""

    since: date | None
    until: date | None

    def __str__(self) -> str:
        if self.since == self.until and self.since:
            return f"date:{self.since}"
        return f"date:{self.since or ''}..{self.until or ''}"


@dataclass(frozen=True, slots=True)
class And:
    """Stories that every part finds; two parts at least."""

    parts: tuple["Node", ...]

    def __str__(self) -> str:
        return " ".join(_grouped(part, Or, And) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Or:
    """Stories that any part finds; two parts at least."""

    parts: tuple["Node", ...]

    def __str__(self) -> str:
        return " OR ".join(_grouped(part, Or) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Not:
    """Stories that the part does not find."""

    part: "Node"

    def __str__(self) -> str:
        return f"NOT {_grouped(self.part, And, Or)}"


Node = Everything | Word | Prefix | Phrase | DateRange | And | Or | Not
Leaf = Word | Prefix | Phrase


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query; ``notes`` tells what was read otherwise than it was typed."""

    tree: Node
    notes: tuple[str, ...] = dataclasses.field(default=(), compare=False)

    def __str__(self) -> str:
        return str(self.tree)


def find_leaves(node: Node) -> Iterator[Leaf]:
    """The words, prefixes and phrases that a story may match by: all but those under NOT."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from find_leaves(part)
        case Word() | Prefix() | Phrase():
            yield node


def _in_field(field: str | None, text: str) -> str:
    return f"{field}:{text}" if field else text


def _grouped(node: Node, *loose: type) -> str:
    return f"({node})" if isinstance(node, loose) else str(node)
