"""The tree of a query: what was asked, free of any engine.

Words stand folded (``search.text.word_form``), not stemmed; each index applies the analysis of
the field that it looks in. ``str`` of a node is its canonical text and parses back to it.
``field`` None is headline, standfirst and body; "hlead" is the headline and the body's first
paragraph.
"""

import dataclasses
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

Unit = Literal["s", "p"]  # a sentence, a paragraph


@dataclass(frozen=True, slots=True)
class Everything:
    """Every story: the empty query."""

    def __str__(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, in any of its inflections."""

    form: str
    field: str | None = None

    def __str__(self) -> str:
        return _in_field(self.field, self.form)


@dataclass(frozen=True, slots=True)
class Exact:
    """A word in just the form printed: its accents, its ending, and its capitals if it has any
    (``search.text.printed_form``)."""

    form: str
    field: str | None = None

    def __str__(self) -> str:
        return _in_field(self.field, f"={self.form}")


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
class Fuzzy:
    """Every word at most one letter from this one: put in, left out, changed, or two neighbours
    swapped; three letters at least."""

    form: str
    field: str | None = None
    position: int = dataclasses.field(default=0, compare=False, repr=False)

    def __str__(self) -> str:
        return _in_field(self.field, f"{self.form}~")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words next to one another, in this order; two at least. ``is_exact``: each as Exact."""

    forms: tuple[str, ...]
    field: str | None = None
    is_exact: bool = False

    def __str__(self) -> str:
        mark = "=" if self.is_exact else ""
        return _in_field(self.field, f'{mark}"{" ".join(self.forms)}"')


@dataclass(frozen=True, slots=True)
class Near:
    """Two places (``is_place``) at most ``distance`` words apart, not overlapping; neighbours are
    1 apart. ``is_ordered``: the first before the second."""

    first: "Node"
    second: "Node"
    distance: int
    is_ordered: bool = False

    def __str__(self) -> str:
        operator = f"{'PRE' if self.is_ordered else 'NEAR'}/{self.distance}"
        return f"{_operand(self.first)} {operator} {_operand(self.second, True)}"


@dataclass(frozen=True, slots=True)
class Same:
    """Two places, not overlapping, in one sentence or one paragraph."""

    first: "Node"
    second: "Node"
    unit: Unit

    def __str__(self) -> str:
        return f"{_operand(self.first)} /{self.unit} {_operand(self.second, True)}"


@dataclass(frozen=True, slots=True)
class AtLeast:
    """Stories in which the part, a place, stands so many times or more, over all its fields."""

    part: "Node"
    times: int

    def __str__(self) -> str:
        return f"ATLEAST/{self.times} {_operand(self.part, True)}"


@dataclass(frozen=True, slots=True)
class Said:
    """Stories with a statement that the part finds and whose speaker the other part finds; the
    part looks only at the statement's words, in the body."""

    part: "Node"
    speaker: "Node | None" = None

    def __str__(self) -> str:
        said = f"said:({self.part})"
        return f"{said} speaker:({with_field(self.speaker, None)})" if self.speaker else said


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
        return " ".join(_grouped(part, Or, And, Said) for part in self.parts)


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
        return f"NOT {_grouped(self.part, And, Or, Said)}"


Leaf = Word | Exact | Prefix | Fuzzy | Phrase
Node = Everything | Leaf | Near | Same | AtLeast | Said | DateRange | And | Or | Not


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query; ``notes`` tells what was read otherwise than it was typed."""

    tree: Node
    notes: tuple[str, ...] = dataclasses.field(default=(), compare=False)

    def __str__(self) -> str:
        return str(self.tree)


def with_field(node: Node, field: str | None) -> Node:
    """The same node, looking in another field."""
    match node:
        case And(parts) | Or(parts):
            return type(node)(tuple(with_field(part, field) for part in parts))
        case Near() | Same():
            first, second = with_field(node.first, field), with_field(node.second, field)
            return replace(node, first=first, second=second)
        case Not(part) | AtLeast(part):
            return replace(node, part=with_field(part, field))
        case Word() | Exact() | Prefix() | Fuzzy() | Phrase():
            return replace(node, field=field)
    return node


def _in_field(field: str | None, text: str) -> str:
    return f"{field}:{text}" if field else text


def _grouped(node: Node, *loose: type) -> str:
    return f"({node})" if isinstance(node, loose) else str(node)


def _operand(node: Node, is_right: bool = False) -> str:
    """A side of a proximity; chains group from the left, so only a right side needs marks."""
    loose = (Or, Near, Same) if is_right else (Or,)
    return _grouped(node, *loose)
