"""Speakers: whom each mention means, within one story.

A mention is a name ("Foreign Minister Ana Silva", "Silva"), a pronoun ("she") or a description
("the top diplomat"). It is resolved to a full name where one person of the story fits, and only
one; else its own words stand as the name.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from ..article import Speaker, Statement
from ..text import fold
from .attribution import Attribution
from .cast import Person, find_cast, read_person
from .cues import DETERMINERS, SUBJECT_PRONOUNS

# what a description's noun may call someone whose role has one of these words
_CALLED = {
    "diplomat": "foreign ambassador envoy diplomat state consul",
    "minister": "minister premier",
    "premier": "premier prime",
    "president": "president",
    "leader": "president prime premier chancellor leader king chairman chairwoman head chief",
    "head": "president head chief director chairman chairwoman",
    "chief": "chief head director secretary-general secretary commander",
    "senator": "senator sen",
    "lawmaker": "senator sen rep congressman congresswoman representative mp lawmaker deputy",
    "congressman": "congressman rep representative",
    "congresswoman": "congresswoman rep representative",
    "governor": "governor gov",
    "mayor": "mayor",
    "spokesman": "spokesman",
    "spokeswoman": "spokeswoman",
    "spokesperson": "spokesperson spokesman spokeswoman",
    "ambassador": "ambassador",
    "envoy": "envoy ambassador",
    "general": "general gen commander",
    "commander": "commander general admiral",
    "secretary": "secretary",
    "chairman": "chairman chair",
    "chairwoman": "chairwoman chair",
    "candidate": "candidate nominee",
    "nominee": "nominee candidate",
    "coach": "coach manager",
    "economist": "economist",
    "analyst": "analyst",
    "professor": "professor prof",
    "lawyer": "lawyer attorney",
    "attorney": "attorney lawyer",
    "executive": "executive ceo",
    "director": "director",
    "official": "official deputy undersecretary under-secretary",
    "chancellor": "chancellor",
    "king": "king",
    "pope": "pope",
}
_PRONOUN_GENDER = {"he": "male", "she": "female"}
_NEW = ("a ", "an ", "one ", "another ")
_MANY = 20  # more people of one role than this, and a description fits no one
_RELATIVE = re.compile(r" ?[,–—-]* (?:who|which|that)$")  # "Ana Silva, who"
_RELATIVES = ("who", "which", "that")
_KEPT = 10_000  # mentions and names that are looked at once
_ROLE_WORD = re.compile(r"[\w-]+")


class _People:
    """Some people of a story, found by name, by last name and by the words of their roles."""

    def __init__(self, people: Iterable[Person] = ()) -> None:
        self.last: Person | None = None
        self.named: dict[str, Person] = {}
        self._by_last_name: dict[str, list[Person]] = {}
        self._by_first_name: dict[str, list[Person]] = {}
        self._by_role: dict[str, list[Person]] = {}
        for person in people:
            self.add(person)

    def add(self, person: Person) -> None:
        self.last = person
        if person.name in self.named:
            return
        self.named[person.name] = person
        first, last, words = _found_by(person.name, person.role)
        self._by_last_name.setdefault(last, []).append(person)
        self._by_first_name.setdefault(first, []).append(person)
        for word in words:
            self._by_role.setdefault(word, []).append(person)

    def of_last_name(self, name: str) -> list[Person]:
        return self._by_last_name.get(fold(name), [])

    def of_first_name(self, name: str) -> Person | None:
        """The only one whose name starts with this, as family names do in China."""
        same = self._by_first_name.get(fold(name), [])
        return same[0] if len(same) == 1 else None

    def of_roles(self, words: Iterable[str]) -> list[Person]:
        """Those whose role has one of the words, each once; the first few where they are many."""
        found = {p.name: p for word in words for p in self._by_role.get(word, ())[:_MANY]}
        return list(found.values())


@lru_cache(maxsize=_KEPT)
def _found_by(name: str, role: str | None) -> tuple[str, str, frozenset[str]]:
    """First and last name, folded, and the words of the role."""
    words = name.split()
    return fold(words[0]), fold(words[-1]), frozenset(_ROLE_WORD.findall((role or "").lower()))


def name_speakers(text: str, found: Sequence[Attribution]) -> tuple[Statement, ...]:
    """The attributions as statements, each mention resolved where the story makes it plain."""
    cast, spoken = _People(find_cast(text) if found else ()), _People()
    statements = []
    for attribution in found:
        speaker = None
        if attribution.mention:
            printed = text[slice(*attribution.mention)]
            words = _on_one_line(printed)
            person = _resolve(words, cast, spoken)
            if person:
                spoken.add(person)
            elif _is_someone_new(printed):
                spoken.last = None
            speaker = _speaker(attribution.mention, words, person)
        statements.append(_statement(text, attribution, speaker))
    return tuple(statements)


def _is_someone_new(mention: str) -> bool:
    """Whether "she" may mean whom these words bring in: "a villager"."""
    return mention.lower().startswith(_NEW)


def _statement(text: str, found: Attribution, speaker: Speaker | None) -> Statement:
    return Statement(
        start=found.start,
        end=found.end,
        kind=found.kind,
        cue=found.cue,
        speaker=speaker,
        pieces=_parted(text, found.pieces),
    )


def _parted(text: str, pieces: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The pieces that have words between them; those that follow at once are one."""
    apart: list[tuple[int, int]] = []
    for start, end in pieces:
        if apart and not text[apart[-1][1] : start].strip():
            apart[-1] = apart[-1][0], end
        else:
            apart.append((start, end))
    return tuple(apart) if len(apart) > 1 else ()


def _speaker(mention: tuple[int, int], words: str, person: Person | None) -> Speaker:
    start, end = mention
    if person is None:
        return Speaker(start=start, end=end, name=_without_article(words))
    return Speaker(
        start=start,
        end=end,
        name=person.name,
        role=person.role,
        organisation=person.organisation,
    )


def _on_one_line(mention: str) -> str:
    """The mention with single spaces, without the "who" after it."""
    words = " ".join(mention.split())
    return _RELATIVE.sub("", words) if words.endswith(_RELATIVES) else words


def _without_article(mention: str) -> str:
    """The mention's own words, without the article of a name: "The White House"."""
    words = mention.split()
    if len(words) > 1 and words[0].lower() == "the" and all(w[0].isupper() for w in words[1:]):
        words = words[1:]
    return " ".join(words)


def _resolve(mention: str, cast: _People, spoken: _People) -> Person | None:
    words = mention.rpartition(", ")[2]
    low = words.lower()
    if low in SUBJECT_PRONOUNS:
        return _of_pronoun(low, spoken.last)
    person = _read_mention(words)
    return _of_name(person, cast, spoken) if person else _of_description(words, cast, spoken)


@lru_cache(maxsize=_KEPT)
def _read_mention(words: str) -> Person | None:
    """The person of a name, also of "Ana Silva of the Weather Office", "its head Ana Silva"."""
    first, _, rest = words.partition(" ")
    if first.lower() in DETERMINERS:
        person = read_person(rest)
        return person if person and person.role and " " in person.name else None
    person = read_person(words)
    name, of, organisation = words.partition(" of ")
    if person or not of or not organisation.removeprefix("the ")[:1].isupper():
        return person
    person = read_person(name)
    if person is None or " " not in person.name:
        return None
    return replace(person, organisation=organisation.removeprefix("the "))


def _of_pronoun(pronoun: str, last: Person | None) -> Person | None:
    """The last speaker, if the pronoun may be theirs."""
    wanted = _PRONOUN_GENDER.get(pronoun)
    return last if last and wanted and last.gender in (None, wanted) else None


def _of_name(person: Person, cast: _People, spoken: _People) -> Person | None:
    """The one whom the story names in full by this name; the name itself where it has more
    words than one or a role before it; None where two share it, or it may be a town's."""
    if " " in person.name:
        return cast.named.get(person.name, person)
    same = cast.of_last_name(person.name)
    if len(same) == 1:
        return same[0]
    if same:
        return None
    return spoken.of_first_name(person.name) or (person if person.role else None)


def _of_description(words: str, cast: _People, spoken: _People) -> Person | None:
    """The only speaker so far, else the only one named in the story, whom the words describe."""
    kinds = _CALLED.get(words.rsplit(None, 1)[-1].lower(), "").split()
    for people in (spoken, cast):
        fitting = [person for person in people.of_roles(kinds) if _may_be_of(person, words)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def _may_be_of(person: Person, words: str) -> bool:
    """Whether a description names no other nation than the person's."""
    nations = {word for word in words.split()[1:] if word[0].isupper()}
    return not (person.nation and nations and person.nation not in nations)
