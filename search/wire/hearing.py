"""Hearing: who has spoken in a story so far, and whom the next mention means by that."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from .attribution import Attribution
from .cast import Person, find_cast
from .cues import PLURALS, SAYING
from .institutions import Institutions
from .newcomers import Entrance
from .people import People
from .resolve import PRONOUN_GENDER, is_someone_new, resolve
from .titles import TITLES

_NEAR = 20  # attributions before a pronoun whose words are looked at
_RELATIVE = re.compile(r" ?[,–—-]* (?:who|which|that)$")  # "Ana Silva, who"
_RELATIVES = ("who", "which", "that")
_BEHIND = re.compile(r",? (?:with|of|at|for|in|from|to|near|on|close|familiar) ")
_NO_NAMES = ("it", "they")
_HUMANS = frozenset("source witness expert resident student doctor refugee voter".split())
_HUMAN_ENDS = ("man", "woman", "ist", "er", "or", "eur", "ian")
_STOP = re.compile(r"[.!?]\s|\n")


class Heard(NamedTuple):
    """Who speaks: the words for them, and the person where it is plain."""

    words: str
    person: Person | None


class Hearing:
    """The attributions of a text, heard one after the other."""

    def __init__(self, text: str, found: Sequence[Attribution]) -> None:
        self._text, self._found = text, found
        self._cast, self._spoken = People(find_cast(text) if found else ()), People()
        self._entrance, self._institutions = Entrance(text), Institutions(text)
        self._since = 0  # where the last person was named
        self._stranger: str | None = None  # "a villager" who spoke last
        self._crowd: str | None = None  # "the villagers" who did
        self._last: Heard | None = None

    def hear(self, number: int) -> Heard | None:
        """Who speaks in an attribution; None where nobody is told."""
        mention = self._found[number].mention
        if mention is None:
            return None
        if number and mention == self._found[number - 1].mention and self._last:
            return self._last
        printed = self._text[slice(*mention)]
        words = _on_one_line(printed)
        low = words.lower()
        if low in PRONOUN_GENDER:
            self._let_in(number, mention)
        person = resolve(words, self._cast, self._spoken)
        if person:
            self._spoken.add(person)
            self._since = mention[0]
        words = self._words_of(number, words, person)
        if low not in PRONOUN_GENDER and low not in _NO_NAMES:
            self._remember(number, printed, words, person)
        self._last = Heard(words, person)
        return self._last

    def _let_in(self, number: int, mention: tuple[int, int]) -> None:
        """The only newcomer is whom "she" means next; of several nobody is."""
        near = self._found[max(0, number - _NEAR) : number + 1]
        said = [(one.start, one.end) for one in near]
        newcomers = self._entrance.find(mention, self._since, said)
        people = {name: self._cast.named.get(name) for name in newcomers}
        last = self._spoken.last
        if people and not (last and last.name in people):
            self._spoken.last = next(iter(people.values())) if len(people) == 1 else None
            self._stranger = None

    def _words_of(self, number: int, words: str, person: Person | None) -> str:
        """The words for who speaks: for "it", "they" and a stranger's "he" those of before, for
        "the ministry" its name."""
        low = words.lower()
        if person:
            return words
        if low in PRONOUN_GENDER:
            is_plain = self._spoken.last is None and self._found[number].cue.lower() in SAYING
            return (self._stranger if is_plain else None) or words
        if low in _NO_NAMES:
            before = self._institutions.last if low == "it" else self._crowd
            return before if before and self._is_anew(number) else words
        return self._institutions.of_noun(words) or words

    def _remember(self, number: int, printed: str, words: str, person: Person | None) -> None:
        """Whom "it", "they", "he" and "she" may mean next."""
        self._institutions.hear(words)
        is_new = person is None and is_someone_new(printed)
        if is_new:
            self._spoken.last = None
        is_told = self._found[number].cue.lower() in SAYING
        self._stranger = words if is_new and is_told and _is_human(words) else None
        self._crowd = words if person is None and _are_many(words) else None

    def _is_anew(self, number: int) -> bool:
        """Whether a sentence ends between two attributions, and the second says so: "it" of the
        same one may be anything, and so may what "wants" or "agrees"."""
        found, last = self._found[number], self._found[number - 1] if number else None
        if last is None or found.cue.lower() not in SAYING:
            return False
        end = max(last.end, last.mention[1] if last.mention else 0)
        start = min(found.start, found.mention[0] if found.mention else found.start)
        return bool(_STOP.search(self._text, end, start))


def _is_human(words: str) -> bool:
    """Whether "he" may mean such words: "a local fisherman", "an official with the board"."""
    last = _BEHIND.split(words, maxsplit=1)[0].rpartition(" ")[2]
    return last in TITLES or last in _HUMANS or (last.islower() and last.endswith(_HUMAN_ENDS))


def _are_many(words: str) -> bool:
    """Whether "they" may mean them: "the villagers", "police"."""
    last = words.rpartition(" ")[2]
    return last.islower() and (last in PLURALS or (last.endswith("s") and not last.endswith("ss")))


def _on_one_line(mention: str) -> str:
    """The mention with single spaces, without the "who" after it."""
    words = " ".join(mention.split())
    return _RELATIVE.sub("", words) if words.endswith(_RELATIVES) else words
