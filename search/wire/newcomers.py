"""Newcomers: who is brought in by a paragraph before "she" speaks in it.

>>> text = 'Bo Ek said it rained.\\n\\nAna Silva lit her oven. "It is warm," she said.'
>>> find_newcomers(text, (23, 61), "she", [(48, 60)])
['Ana Silva']
"""

import re
from collections.abc import Iterable

from .cast import find_apposition, read_person
from .cues import DETERMINERS
from .names import find_full_names
from .tokens import Range

_THEIRS = {
    "he": re.compile(r"\b(?:he|his|himself)\b"),
    "she": re.compile(r"\b(?:she|her|herself)\b"),
}
_STOP = re.compile(r"[.!?]\s")
# what stands before a subject: nothing, the end of a sentence, or a comma
_BEFORE = re.compile(r"(?:^|[.!?:;,—–”\"])\s*$")
# "Her opponent, "
_ROLE = re.compile(r"(?P<first>\w+) (?:[\w-]+ ){0,3}[\w-]+,\s$")
_AGE = re.compile(r", \d\d?,")
_LOOKED_AT = 60  # characters before a name
_LONGEST = 1_000  # characters of a paragraph before a pronoun
_APART = 200  # characters between pronouns of one long paragraph


class Entrance:
    """Who comes in before the pronouns of a text, in order; hardly any of it is looked at twice."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._paragraph, self._at = -1, -_APART

    def find(self, pronoun: Range, heard: int, said: Iterable[Range]) -> list[str]:
        """Whom a pronoun's paragraph brings in before it, where the last speaker was ``heard``
        before that began."""
        at, lower = pronoun[0], max(0, pronoun[0] - _LONGEST)
        start = self._text.rfind("\n\n", lower, at)
        is_new = start != self._paragraph if start >= 0 else at - self._at >= _APART
        if not is_new or heard > max(start, lower):
            return []
        self._paragraph, self._at = start, at
        word = self._text[slice(*pronoun)].lower()
        return find_newcomers(self._text, (max(start, lower), at), word, said)


def find_newcomers(text: str, within: Range, pronoun: str, said: Iterable[Range]) -> list[str]:
    """The full names of those who do something in a stretch of text and are plainly people whom
    the pronoun may mean; not within what is ``said``."""
    first, stop = within
    taken = list(said)
    found: list[str] = []
    for _, start, end in find_full_names(text[first:stop]):
        begin, behind = first + start, first + end
        if any(a < behind and begin < b for a, b in taken):
            continue
        person = read_person(text[begin:behind])
        if person is None or " " not in person.name or person.name in found:
            continue
        if _is_subject(text, begin, behind) and (
            person.role or person.gender or _is_person(text, begin, behind, pronoun)
        ):
            found.append(person.name)
    return found


def _is_subject(text: str, start: int, end: int) -> bool:
    """Whether a name opens a sentence or what follows a comma, and a verb or a comma follows it."""
    after = text[end : end + 2]
    is_followed = after[:1] == "," or (after[:1] in " \n" and after[1:].islower())
    return is_followed and bool(_BEFORE.search(text[max(0, start - _LOOKED_AT) : start]))


def _is_person(text: str, start: int, end: int, pronoun: str) -> bool:
    """Whether the rest of the sentence, an age or a role tells."""
    stop = _STOP.search(text, end)
    rest = text[end : stop.start() if stop else end + 200]
    if _THEIRS[pronoun].search(rest) or _AGE.match(text, end) or find_apposition(text, end):
        return True
    role = _ROLE.search(text[max(0, start - _LOOKED_AT) : start])
    return role is not None and role["first"].lower() in DETERMINERS
