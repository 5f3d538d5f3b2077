"""Leaves: from one word or phrase of a query's text to the node that it is."""

import difflib

from ..errors import QuerySyntaxError
from ..schema import FIELDS
from ..spelling import respell
from ..text import find_forms, find_printed
from .dates import parse_date_range
from .lexer import Token
from .nodes import DateRange, Exact, Fuzzy, Leaf, Or, Phrase, Prefix, Word

MIN_LETTERS = 3  # before a star or a tilde
PLACES = ("hlead", "said", "date")  # names before a colon that are no field of the schema
FIELD_NAMES = (*FIELDS, *PLACES)

_STARS = "*＊"
_TILDES = "~～∼"


def read_leaf(token: Token, field: str | None) -> Leaf | Or | DateRange | None:
    """The node of a word or phrase; None where it has no letter or digit. A speaker's name is
    looked for as typed and as it is filed."""
    if field == "date":
        return parse_date_range(token.text, token.position)
    if token.kind == "word" and any(mark in token.text for mark in _STARS + _TILDES):
        return _read_marked(token, field)
    forms = tuple(find_forms(token.text))
    if not forms:
        return None
    filed = respell(forms) if field == "speaker" else forms
    typed, *others = (_read_forms(some, field) for some in dict.fromkeys((forms, filed)))
    return Or((typed, *others)) if others else typed


def _read_forms(forms: tuple[str, ...], field: str | None) -> Phrase | Word:
    return Phrase(forms, field) if len(forms) > 1 else Word(forms[0], field)


def read_exact(token: Token, field: str | None) -> Leaf | None:
    """The same behind "=": just the forms that are printed."""
    if field == "date" or (token.kind == "word" and token.text[-1] in _STARS + _TILDES):
        raise QuerySyntaxError(
            "“=” asks for one form and this for many", token.position, "take one of the two out"
        )
    forms = tuple(find_printed(token.text))
    if len(forms) > 1:
        return Phrase(forms, field, is_exact=True)
    return Exact(forms[0], field) if forms else None


def read_field_name(token: Token) -> str:
    """The field before a colon; QuerySyntaxError names the nearest where there is none."""
    name = token.text.lower()
    if name in FIELD_NAMES:
        return name
    near = difflib.get_close_matches(name, FIELD_NAMES, n=1, cutoff=0.5)
    known = f"did you mean “{near[0]}:”?" if near else f"the fields are {', '.join(FIELD_NAMES)};"
    raise QuerySyntaxError(
        f"Unknown field “{token.text}:”",
        token.position,
        f"{known} to search for the words themselves, put them in quotation marks",
    )


def _read_marked(token: Token, field: str | None) -> Prefix | Fuzzy:
    """A word with a star or a tilde at its end."""
    marks = _STARS if any(star in token.text for star in _STARS) else _TILDES
    name, example = ("star", "deploy*") if marks == _STARS else ("tilde", "sergei~")
    forms = find_forms(token.text)
    begins = token.text[:-1]
    if token.text[-1] not in marks or any(m in begins for m in _STARS + _TILDES) or len(forms) != 1:
        raise QuerySyntaxError(
            f"A {name} stands only at the end of one word", token.position, f"write {example}"
        )
    if len(forms[0]) < MIN_LETTERS:
        raise QuerySyntaxError(
            f"A {name} needs {MIN_LETTERS} letters before it",
            token.position,
            "type more of the word",
        )
    kind = Prefix if marks == _STARS else Fuzzy
    return kind(forms[0], field, token.position)
