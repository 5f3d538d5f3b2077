"""parse_query: from what was typed to the tree of what was asked.

    query  := all ("OR" all)*                       OR binds loosest
    all    := part ("AND"? part)*                   words side by side mean AND
    part   := ("NOT" | "-") part | near
    near   := times (("NEAR/n" | "PRE/n" | "/s" | "/p") times)*
    times  := "ATLEAST/n" times | field ":" item | item
    item   := "(" query ")" | "="? ("phrase" | word) | word* | word~

>>> str(parse_query('headline:(nato OR eu) “red line” -date:2021'))
'(headline:nato OR headline:eu) "red line" NOT date:2021-01-01..2021-12-31'
"""

from collections.abc import Callable, Iterable

from ..errors import QuerySyntaxError, QueryTooExpensive
from .bind import Speech, as_place, as_speech, bind_speech, make_near, misplaced, read_number
from .leaves import FIELD_NAMES, read_exact, read_field_name, read_leaf
from .lexer import Token, find_notes, find_tokens
from .nodes import And, AtLeast, Everything, Node, Not, Or, Phrase, Query, Word
from .tree import find_leaves

MAX_LENGTH = 10_000  # characters; a query this long is refused
MAX_DEPTH = 32  # parentheses, NOTs and operators inside one another
MAX_TERMS = 256  # words, prefixes and words of phrases

_EXACT = ("word", "phrase", "or", "and", "not")  # behind "=", OR is a word
_ENDS = ("or", "and", "near", "close", "end")


def parse_query(text: str) -> Query:
    """The query that ``text`` asks for; "" asks for everything.

    QuerySyntaxError says where it cannot be read, QueryTooExpensive which limit it passes.
    """
    if len(text) >= MAX_LENGTH:
        raise QueryTooExpensive(
            f"The query is {len(text):,} characters long; the limit is {MAX_LENGTH - 1:,}, passed",
            MAX_LENGTH - 1,
            "search for fewer words",
        )
    parser = _Parser(list(find_tokens(text)))
    tree = parser.query(None, 0)
    parser.expect_end()
    if tree is None and parser.dropped:
        raise QuerySyntaxError("Nothing to search for: no letter or digit", 0, "type a word")
    return Query(tree or Everything(), (*find_notes(text), *parser.notes))


class _Parser:
    """Reads tokens from left to right. Each method gives the node it read, or None where what
    stood there has no word in it (a lone dash, an ampersand)."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.at = 0
        self.terms = 0
        self.width = 0  # how many parts the last `all` had side by side
        self.dropped = False
        self.notes: list[str] = []

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def take(self) -> Token:
        token = self.token
        self.at += 1
        return token

    def expect_end(self) -> None:
        if self.token.kind == "close":
            raise QuerySyntaxError(
                "Closing parenthesis without an opening one", self.token.position, "take it out"
            )

    def query(self, field: str | None, depth: int) -> Node | None:
        start = self.at
        parts = [self.all(field, depth)]
        mixed = self.width > 1
        while self.token.kind == "or":
            self.require_operand(self.take(), self.at > start + 1)
            parts.append(self.all(field, depth))
            mixed |= self.width > 1
        found = _flat(Or, parts)
        if len(found) > 1 and mixed:
            groups = (f"({part})" if isinstance(part, And) else str(part) for part in found)
            self.notes.append(f"read as {' OR '.join(groups)}")
        return _join(Or, found)

    def all(self, field: str | None, depth: int) -> Node | None:
        parts: list[Node | Speech | None] = []
        while self.token.kind not in ("or", "close", "end"):
            if self.token.kind == "and":
                self.require_operand(self.take(), bool(parts))
            parts.append(self.part(field, depth))
        self.width = len(parts)
        return _join(And, _flat(And, bind_speech(parts)))

    def part(self, field: str | None, depth: int) -> Node | Speech | None:
        if depth > MAX_DEPTH:
            raise QueryTooExpensive(
                f"The query is more than {MAX_DEPTH} parentheses or operators deep",
                self.token.position,
                "ask with fewer groups inside one another",
            )
        if self.token.kind == "not":
            operator = self.take()
            self.require_operand(operator, True)
            part = _join(And, bind_speech([self.part(field, depth + 1)]))
            return Not(part) if part else None
        return self.near(field, depth)

    def near(self, field: str | None, depth: int) -> Node | Speech | None:
        start, links = self.token, 0
        first = self.times(field, depth)
        while self.token.kind == "near":
            operator, links = self.take(), links + 1
            if links > MAX_DEPTH:
                raise QueryTooExpensive(
                    f"More than {MAX_DEPTH} operators in a row", operator.position, "ask for fewer"
                )
            self.require_operand(operator, first is not None)
            at = self.token
            second = self.times(field, depth)
            first = make_near(operator, as_place(first, start), as_place(second, at))
        return first

    def times(self, field: str | None, depth: int) -> Node | Speech | None:
        if self.token.kind != "atleast":
            return self.fielded(field, depth)
        operator = self.take()
        times = read_number(operator)
        self.require_operand(operator, True)
        at = self.token
        return AtLeast(as_place(self.fielded(field, depth), at), times)

    def fielded(self, outer: str | None, depth: int) -> Node | Speech | None:
        if self.token.kind != "field":
            return self.item(outer, depth)
        token = self.take()
        is_apart = self.token.position > token.position + len(token.text) + 1
        if is_apart and token.text.lower() not in FIELD_NAMES:
            return self.count(read_leaf(token, outer), token)  # "Lavrov: talks go on"
        name = read_field_name(token)
        if outer:
            raise QuerySyntaxError(
                f"“{name}:” stands inside “{outer}:( … )”", token.position, "close the group first"
            )
        if self.token.kind not in ("word", "phrase", "open", "exact"):
            raise QuerySyntaxError(
                f"“{name}:” without a word after it", token.position, f"type {name}:something"
            )
        item = self.item(name, depth)
        return as_speech(item) if name == "said" and item else item

    def item(self, field: str | None, depth: int) -> Node | None:
        token = self.take()
        match token.kind:
            case "open":
                return self.group(token, field, depth)
            case "exact":
                word = self.take()
                if word.kind not in _EXACT or not word.text.strip("-−–—－"):
                    raise QuerySyntaxError("“=” without a word after it", token.position, "add one")
                return self.count(read_exact(word, field), word)
            case "phrase" | "word":
                return self.count(read_leaf(token, field), token)
        raise misplaced(token)

    def group(self, opening: Token, field: str | None, depth: int) -> Node | None:
        inner = self.query(field, depth + 1)
        if self.token.kind != "close":
            raise QuerySyntaxError("Unclosed parenthesis", opening.position, "add the closing one")
        self.take()
        self.dropped |= inner is None
        return inner

    def count(self, node: Node | None, token: Token) -> Node | None:
        leaves = find_leaves(node) if isinstance(node, Or) else [node]
        self.terms += sum(len(one.forms) if isinstance(one, Phrase) else 1 for one in leaves)
        if self.terms > MAX_TERMS:
            raise QueryTooExpensive(
                f"The query has more than {MAX_TERMS} words", token.position, "search for fewer"
            )
        if node is None:
            self.dropped = True
            self.notes.append(f"“{token.text}” left out: it has no letter or digit")
        return node

    def require_operand(self, operator: Token, has_left: bool) -> None:
        if not has_left:
            raise misplaced(operator)
        if self.token.kind in _ENDS:
            raise QuerySyntaxError(
                f"{operator.text} without a word after it", operator.position, "add one"
            )


def _flat(kind: type[And] | type[Or], parts: Iterable[Node | None]) -> tuple[Node, ...]:
    """The parts that hold something, those of the same kind opened: (a b) c is a b c. A speaker's
    name that is asked for twice, in another spelling too, is asked for once."""
    found: list[Node] = []
    for part in parts:
        for one in part.parts if isinstance(part, kind) else [part] if part else []:
            is_name = isinstance(one, Word | Phrase) and one.field == "speaker"
            if not (kind is Or and is_name and one in found):
                found.append(one)
    return tuple(found)


def _join(kind: Callable[[tuple[Node, ...]], Node], parts: tuple[Node, ...]) -> Node | None:
    return kind(parts) if len(parts) > 1 else parts[0] if parts else None
