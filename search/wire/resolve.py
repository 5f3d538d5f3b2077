"""Resolve: whom a mention means among the people of a story.

A mention is a name ("Foreign Minister Ana Silva", "Silva"), a pronoun ("she") or a description
("the top diplomat"). It is resolved to a full name where one person of the story fits, and only
one.
"""

import re
from dataclasses import replace
from functools import lru_cache

from .cast import NATIONS, Person, read_person
from .cues import DETERMINERS, SUBJECT_PRONOUNS
from .people import People

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
_SUBJECT_OF = {"him": "he", "his": "he", "her": "she", "them": "they", "their": "they"}
PRONOUN_GENDER = {"he": "male", "she": "female"}
_NEW = ("a ", "an ", "one ", "another ")
_OF = re.compile(r" (?:of|at|from) (?:the )?(?=[A-Z])")  # "Ana Silva of the Weather Office"
_KEPT = 10_000  # mentions that are looked at once


def is_someone_new(mention: str) -> bool:
    """Whether "she" may mean whom these words bring in: "a villager"."""
    return mention.lower().startswith(_NEW)


def resolve(mention: str, cast: People, spoken: People) -> Person | None:
    """The person whom it means, of those named in the story or of those who have spoken."""
    words = mention.rpartition(", ")[2]
    low = _SUBJECT_OF.get(words.lower(), words.lower())
    if low in SUBJECT_PRONOUNS:
        return _of_pronoun(low, spoken.last)
    person = _read_mention(words)
    if person:
        return _of_name(person, cast, spoken)
    return None if is_someone_new(words) else _of_description(words, cast, spoken)


@lru_cache(maxsize=_KEPT)
def _read_mention(words: str) -> Person | None:
    """The person of a name, also of "Ana Silva of the Weather Office", "its head Ana Silva"."""
    first, _, rest = words.partition(" ")
    if first.lower() in DETERMINERS:
        person = read_person(rest)
        is_led = person is not None and (person.role or rest.endswith(f"s {person.name}"))
        return person if person and is_led and " " in person.name else None
    person = read_person(words)
    parts = _OF.split(words, maxsplit=1)
    if person or len(parts) < 2:
        return person
    name, organisation = parts
    person = read_person(name)
    if person is None or " " not in person.name:
        return None
    return replace(person, organisation=organisation)


def _of_pronoun(pronoun: str, last: Person | None) -> Person | None:
    """The last speaker, if the pronoun may be theirs."""
    wanted = PRONOUN_GENDER.get(pronoun)
    return last if last and wanted and last.gender in (None, wanted) else None


def _of_name(person: Person, cast: People, spoken: People) -> Person | None:
    """The one whom the story names in full by this name; the name itself where it has more
    words than one or a role before it; None where two share it, or it may be a town's."""
    if " " in person.name:
        return cast.in_full(person.name) or cast.named.get(person.name, person)
    same = [one for one in cast.of_last_name(person.name) if not cast.in_full(one.name)]
    if len(same) == 1:
        return same[0]
    if same:
        return None
    known = spoken.of_first_name(person.name) or cast.of_family_name(person.name)
    return known or (person if person.role else None)


def _of_description(words: str, cast: People, spoken: People) -> Person | None:
    """The only speaker so far, else the only one named in the story, whom the words describe."""
    kinds = _CALLED.get(words.rsplit(None, 1)[-1].lower(), "").split()
    for people in (spoken, cast):
        fitting = [person for person in people.of_roles(kinds) if _may_be_of(person, words)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def _may_be_of(person: Person, words: str) -> bool:
    """Whether a description names no other nation, place or house than the person's: "the Faro
    senator" is nobody of whom the story does not say so."""
    known = f"{person.organisation or ''} {person.role or ''} {person.nation or ''}".split()
    for word in words.split()[1:]:
        if word[0].isupper() and word not in known and (person.nation or not NATIONS.search(word)):
            return False
    return True
