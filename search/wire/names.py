"""Names: where what may be a name of several words stands in a text, from capital to capital."""

import re
from collections.abc import Iterator

from .titles import TITLE_WORD, is_title

_PARTICLES = "de|da|do|dos|del|della|di|du|la|le|van|von|der|den|bin|ibn|al|el|ben|abu|ter|ten|zu"
PARTICLES = frozenset(_PARTICLES.split("|"))
_CAPITAL = "[A-ZÀ-ÖØ-ÞŁŚŠŽČ]"
_INITIALS = r"[A-Z]\.(?:\s?[A-Z]\.)?"
_LONGER = rf"(?>(?:[OD]['’]|[Aa]l-|[Ee]l-)?{_CAPITAL}[\w’'-]*[\w]\.?)"
_WORD = rf"(?:{_INITIALS}|{_LONGER}|[A-Z])"
# where a name may begin: a text is searched for capitals faster than for whatever else one needs
_BEGIN = re.compile(rf"{_CAPITAL}(?:(?<![\w'’.-].)|(?<=[ae]l-.)(?<![\w'’.-][ae]l-.))")
# a longer word than an initial with a full stop behind it
_SENTENCE_END = re.compile(r"(?<![\w.])[^\W\d_]{3,}[.]\s")
# what a sentence begins with before a name, and is none of it; "So", "To" and "He" are names too
_OPENERS = frozenset(
    """Added After Against Although Among And As Asked At Because Before Between Both But By
    Continued Despite During Either Even Follow Following For From How However If In Instead It
    Its Later Like Mainly Many Meanwhile Most Mostly Neither Nor Now On Once One Only Or Our Over
    Since Some Still Such That Their Then There These They This Those Though Three Through Today
    Two Under Unless Unlike Until We What When Where Whether Which While Who Whose Why With Within
    Without Yesterday Yet""".split()
)
_WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_OWNING = ("'s", "’s")
_INSIDE = re.compile(r"[\w'’.-]")
# "US Secretary of State Antony Blinken" "Ministry spokeswoman Maria Lind" "Ursula von der Leyen"
_NAME = re.compile(
    rf"""{_WORD}
    (?: [ \n] (?: (?: of | for | {_PARTICLES} ) [ \n] ){{0,2}}
        (?: {_WORD} | {TITLE_WORD} ) ){{1,9}}""",
    re.VERBOSE,
)


def find_names(text: str) -> Iterator[tuple[int, int, int]]:
    """What may be names of two words or more: where the one before each ends, where it begins and
    ends."""
    end = 0
    for begin in _BEGIN.finditer(text):
        at = begin.start()
        start = at - len("al-") if text[at - 1 : at] == "-" else at
        name = _NAME.match(text, start) if start >= end else None
        if name:
            yield end, start, name.end()
            end = name.end()


def find_full_names(text: str) -> Iterator[tuple[int, int, int]]:
    """The same without what a sentence begins with ("As Ana Silva"), parted where one ends ("met
    Ana Silva. Bo Ek"), and without a possessive; names of one word are left out."""
    for free, start, end in find_names(text):
        if text.find(".", start, end) >= 0:
            for stop in _SENTENCE_END.finditer(text, start, end):
                if not is_title(stop.group().rstrip()):
                    yield from _trim(text, free, start, stop.end() - 2)
                    free = start = stop.end()
        yield from _trim(text, free, start, end)


def _trim(text: str, free: int, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    space = text.find(" ", start, end)
    if space > 0 and text[start:space] in _OPENERS:
        start = space + 1
    end -= 2 if text.endswith(_OWNING, start, end) else 0
    last = text.rfind(" ", start, end)
    if last > 0 and text[last + 1 : end] in _WEEKDAYS:
        end = last  # "Tony Blair Wednesday set out"
    if text.find(" ", start, end) > 0 or text.find("\n", start, end) > 0:
        yield free, start, end


def find_lead(text: str, first: int, start: int) -> int:
    """Where the word of small letters begins that stands before ``start``, from ``first`` on;
    ``start`` where there is none."""
    at = start - 1
    if at < first or text[at] not in " \n":
        return start
    while at > first and (text[at - 1] == "-" or "a" <= text[at - 1] <= "z"):
        at -= 1
    is_word = at < start - 1 and text[at] != "-"
    return at if is_word and not _INSIDE.match(text[at - 1 : at]) else start
