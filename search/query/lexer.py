"""Tokens: the words and marks of a query's text, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ..errors import QuerySyntaxError
from .foreign import find_foreign

TokenKind = Literal[
    "word",
    "phrase",
    "field",
    "or",
    "and",
    "not",
    "open",
    "close",
    "exact",
    "near",
    "atleast",
    "end",
]

_OPERATORS: dict[str, TokenKind] = {"OR": "or", "AND": "and", "NOT": "not"}
_QUOTES = '"“”„‟«»‹›＂「」『』'
_MINUS = "-−–—－"
_CURLY = re.compile(f"[{_QUOTES[1:]}]")
_PHRASE = re.compile(f"[{_QUOTES}][^{_QUOTES}]*[{_QUOTES}]")
_HINTS = {"NEAR": "NEAR/5", "PRE": "PRE/5", "ATLEAST": "ATLEAST/3"}

# body:"red line"  (nato OR eu)  -date:2022..2023  deploy*  a NEAR/5 b  a /s b  =US
_TOKEN = re.compile(
    rf"""
      (?P<space> \s+ )
    | (?P<open> [(（] )
    | (?P<close> [)）] )
    | (?P<exact> [=＝] (?= [^\s=＝)）] ) )
    | (?P<phrase> [{_QUOTES}] (?P<quoted> [^{_QUOTES}]* ) (?P<closing> [{_QUOTES}]? ) )
    | (?P<minus> [{_MINUS}] (?= [^\s)）] ) )
    | (?P<near> (?: NEAR | PRE ) / [^\s()（）]* | (?i: near | pre ) / [0-9]+ (?! [^\s()（）] )
              | / [spSP] (?! [^\s()（）{_QUOTES}] ) )
    | (?P<atleast> ATLEAST / [^\s()（）]* | (?i: atleast ) / [0-9]+ (?! [^\s()（）] ) )
    | (?P<field> [A-Za-z]+ ) [:：]
    | (?P<word> [^\s()（）{_QUOTES}]+ )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """``text`` is what stands there (a phrase without its marks); ``position`` counts from 0."""

    kind: TokenKind
    text: str
    position: int


def find_tokens(text: str) -> Iterator[Token]:
    """The tokens of a query, then one of kind "end"; an unclosed quotation mark is an error."""
    for match in _TOKEN.finditer(text):
        start = match.start()
        match match.lastgroup:
            case "phrase" | "closing":
                if not match["closing"]:
                    raise QuerySyntaxError("Unclosed quotation mark", start, "add the closing one")
                yield Token("phrase", match["quoted"], start)
            case "minus":
                yield Token("not", match.group(), start)
            case "word":
                yield Token(_OPERATORS.get(match.group(), "word"), match.group(), start)
            case "open" | "close" | "field" | "exact" | "near" | "atleast" as kind:
                yield Token(kind, match[kind], start)
    yield Token("end", "", len(text))


def find_notes(text: str) -> Iterator[str]:
    """What a person should know of how the typed characters were read."""
    if _CURLY.search(text):
        yield "curly quotes read as straight"
    apart = _PHRASE.sub('""', text)  # in quotation marks all are words, and meant for such
    for word in ("or", "and", "not"):
        if re.search(rf"\S\s+{word}\s+\S", apart):
            yield f"“{word}” is searched as a word; write {word.upper()} for the operator"
    for word, operator in _HINTS.items():
        if re.search(rf"(?:^|\s){word}(?:\s|$)", apart):
            yield f"“{word}” is searched as a word; write {operator} for the operator"
    yield from find_foreign(apart)
