"""What is asked of a query's tree: its words, its fields, its parts."""

from collections.abc import Iterator

from .nodes import (
    And,
    AtLeast,
    DateRange,
    Everything,
    Exact,
    Fuzzy,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Said,
    Same,
    Word,
)


def find_leaves(node: Node) -> Iterator[Leaf]:
    """The words and phrases that a story may match by: all but those under NOT."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from find_leaves(part)
        case Near(first, second) | Same(first, second):
            yield from find_leaves(first)
            yield from find_leaves(second)
        case AtLeast(part) | Said(part):
            yield from find_leaves(part)
        case Word() | Exact() | Prefix() | Fuzzy() | Phrase():
            yield node


def is_place(node: Node) -> bool:
    """Whether the node stands somewhere in a text, so that nearness can be asked of it."""
    match node:
        case Word() | Exact() | Prefix() | Fuzzy() | Phrase() | Near() | Same():
            return True
        case Or(parts):
            return all(is_place(part) for part in parts)
    return False


def find_fields(node: Node) -> set[str | None]:
    """The fields in which the node looks, those under NOT too; "date" for a date."""
    match node:
        case And(parts) | Or(parts):
            return set().union(*map(find_fields, parts))
        case Near(first, second) | Same(first, second):
            return find_fields(first) | find_fields(second)
        case Not(part) | AtLeast(part):
            return find_fields(part)
        case Said():
            return {"said"}
        case DateRange():
            return {"date"}
        case Everything():
            return set()
    return {node.field}


def walk(node: Node, depth: int = 0) -> Iterator[tuple[int, Node]]:
    """The node and those under it that are queries themselves, with their depth."""
    yield depth, node
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from walk(part, depth + 1)
        case Near(first, second) | Same(first, second):
            yield from walk(first, depth + 1)
            yield from walk(second, depth + 1)
        case Not(part) | AtLeast(part):
            yield from walk(part, depth + 1)
