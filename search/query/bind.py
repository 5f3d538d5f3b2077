"""How parts of a query bind to one another: proximity to its two sides, speech to its speaker."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import QuerySyntaxError
from .lexer import Token
from .nodes import And, Near, Node, Said, Same, Unit, with_field
from .tree import find_fields, is_place

MAX_NUMBER = 1_000  # words apart, or times


@dataclass(frozen=True, slots=True)
class Speech:
    """A ``said:`` as it stands, not yet bound to the ``speaker:`` beside it."""

    part: Node


def as_speech(part: Node) -> Speech:
    """What stands behind ``said:``."""
    return Speech(with_field(part, None))


def bind_speech(parts: Sequence[Node | Speech | None]) -> tuple[Node, ...]:
    """The parts of an AND; the ``said:`` and ``speaker:`` among them are one statement's."""
    speeches = [part.part for part in parts if isinstance(part, Speech)]
    others = [part for part in parts if part is not None and not isinstance(part, Speech)]
    if not speeches:
        return tuple(others)
    speakers = [part for part in others if find_fields(part) == {"speaker"}]
    said = Said(_both(speeches), _both(speakers) if speakers else None)
    return (said, *(part for part in others if part not in speakers))


def as_place(node: Node | Speech | None, token: Token) -> Node:
    """The side of a proximity; QuerySyntaxError where it stands nowhere in a text."""
    if node is None:
        raise QuerySyntaxError(
            f"“{token.text}” has no letter or digit to be near to", token.position, "type a word"
        )
    if isinstance(node, Speech):
        raise QuerySyntaxError(
            "“said:” goes round the whole of it", token.position, "write said:(a NEAR/5 b)"
        )
    if len(find_fields(node)) > 1:
        raise QuerySyntaxError(
            "Words of different fields stand nowhere together",
            token.position,
            "write the field once: headline:(a OR b)",
        )
    if not is_place(node):
        raise QuerySyntaxError(
            "Only words, phrases and groups of them joined by OR can be near or counted",
            token.position,
            "write (a OR b) NEAR/5 c",
        )
    return node


def make_near(operator: Token, first: Node, second: Node) -> Near | Same:
    """The node of a proximity; QuerySyntaxError where its sides are in different fields."""
    fields = find_fields(first) | find_fields(second)
    if len(fields) > 1:
        raise QuerySyntaxError(
            f"{operator.text} joins words of different fields",
            operator.position,
            f"write the field once: headline:(a {operator.text} b)",
        )
    if operator.text.startswith("/"):
        unit: Unit = "s" if operator.text in ("/s", "/S") else "p"
        return Same(first, second, unit)
    return Near(first, second, read_number(operator), operator.text[:3].upper() == "PRE")


def read_number(operator: Token) -> int:
    """The n of NEAR/n, PRE/n or ATLEAST/n."""
    name, _, digits = operator.text.partition("/")
    number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None
    if number is None or not 1 <= number <= MAX_NUMBER:
        raise QuerySyntaxError(
            f"{operator.text}: the number goes from 1 to {MAX_NUMBER:,}",
            operator.position,
            f"write {name.upper()}/5",
        )
    return number


def misplaced(token: Token) -> QuerySyntaxError:
    """The error for an operator that has nothing before it."""
    if token.kind == "not":
        return QuerySyntaxError(
            f"{token.text} cannot follow another operator", token.position, "take one of them out"
        )
    return QuerySyntaxError(
        f"{token.text} without a word before it",
        token.position,
        "put it between two words, or in quotation marks to search for it",
    )


def _both(parts: Sequence[Node]) -> Node:
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, And) else (part,))]
    return And(tuple(flat)) if len(flat) > 1 else flat[0]
