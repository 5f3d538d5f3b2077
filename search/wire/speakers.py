"""Speakers: whom each mention means, within one story.

A mention is a name ("Foreign Minister Ana Silva", "Silva"), a pronoun ("she") or a description
("the top diplomat"). It is resolved to a full name where one person of the story fits, and only
one; else its own words stand as the name.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from ..article import Speaker, Statement
from .attribution import Attribution
from .cast import NATIONS, Person, find_cast, read_person
from .cues import DETERMINERS, SAYING, SUBJECT_PRONOUNS
from .institutions import Institutions
from .newcomers import Entrance
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
_PRONOUN_GENDER = {"he": "male", "she": "female"}
_NEAR = 20  # attributions before a pronoun whose words are looked at
_NEW = ("a ", "an ", "one ", "another ")
_OF = re.compile(r" (?:of|at|from) (?:the )?(?=[A-Z])")  # "Ana Silva of the Weather Office"
_RELATIVE = re.compile(r" ?[,–—-]* (?:who|which|that)$")  # "Ana Silva, who"
_RELATIVES = ("who", "which", "that")
_STOP = re.compile(r"[.!?]\s|\n")
_KEPT = 10_000  # mentions that are looked at once


def name_speakers(text: str, found: Sequence[Attribution]) -> tuple[Statement, ...]:
    """The attributions as statements, each mention resolved where the story makes it plain."""
    cast, spoken = People(find_cast(text) if found else ()), People()
    statements, heard, entrance = [], 0, Entrance(text)
    institutions = Institutions(text)
    for number, attribution in enumerate(found):
        speaker = None
        if attribution.mention:
            printed = text[slice(*attribution.mention)]
            words = _on_one_line(printed)
            if words.lower() in _PRONOUN_GENDER:
                near = found[max(0, number - _NEAR) : number + 1]
                said = [(one.start, one.end) for one in near]
                _let_in(entrance.find(attribution.mention, heard, said), cast, spoken)
            person = _resolve(words, cast, spoken)
            if person:
                spoken.add(person)
                heard = attribution.mention[0]
            elif _is_someone_new(printed):
                spoken.last = None
            if words.lower() != "it":
                words = words if person else institutions.of_noun(words) or words
                institutions.hear(words)
            elif institutions.last and number and _is_anew(text, found[number - 1], attribution):
                words = institutions.last
            speaker = _speaker(attribution.mention, words, person)
        statements.append(_statement(text, attribution, speaker))
    return tuple(statements)


def _is_anew(text: str, last: Attribution, found: Attribution) -> bool:
    """Whether a sentence ends between two attributions, and the second says so: "it" of the same
    one may be anything, and so may what "wants" or "agrees"."""
    if found.cue.lower() not in SAYING:
        return False
    end = max(last.end, last.mention[1] if last.mention else 0)
    start = min(found.start, found.mention[0] if found.mention else found.start)
    return bool(_STOP.search(text, end, start))


def _let_in(newcomers: list[str], cast: People, spoken: People) -> None:
    """The only newcomer is whom "she" means next; of several nobody is."""
    people = {name: cast.named.get(name) for name in newcomers}
    if people and not (spoken.last and spoken.last.name in people):
        spoken.last = next(iter(people.values())) if len(people) == 1 else None


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


def _resolve(mention: str, cast: People, spoken: People) -> Person | None:
    words = mention.rpartition(", ")[2]
    low = _SUBJECT_OF.get(words.lower(), words.lower())
    if low in SUBJECT_PRONOUNS:
        return _of_pronoun(low, spoken.last)
    person = _read_mention(words)
    if person:
        return _of_name(person, cast, spoken)
    return None if _is_someone_new(words) else _of_description(words, cast, spoken)


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
    wanted = _PRONOUN_GENDER.get(pronoun)
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
