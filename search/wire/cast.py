"""Cast: the people whom a story names in full, with the roles it gives them.

>>> [(p.name, p.role, p.organisation) for p in find_cast("NATO chief Ana Silva met Mr. Bo Ek.")]
[('Ana Silva', 'chief', 'NATO'), ('Bo Ek', None, None)]
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from .cues import DAYS
from .given import gender_of
from .institutions import INSTITUTIONS
from .names import PARTICLES, find_full_names, find_lead
from .titles import HONORIFICS, TITLE_WORD, Gender, is_title, plain

_FEMALE = re.compile(r"(?:woman|queen|princess|actress|lady|dame|baroness|sister)$")
_MALE = re.compile(
    r"(?:spokesman|chairman|congressman|councilman|businessman|king|prince|pope|lord|sir|father)$"
)
NATIONS = re.compile(r"(?:an|ish|ese|ch|i|ek|U\.?S\.?|U\.?K\.?|American|Democratic|Republican)$")
# words that make what stands before a name more than a title
_LINKS = frozenset("of for and in at on who which that by to from with as than or but".split())
# ", a spokeswoman for the ministry," after a name
_APPOSITION = re.compile(
    rf"""\s?,\ (?:(?:a|an|the|its|his|her)\ )? (?P<role> (?:[\w’'-]+\ ){{0,4}}? {TITLE_WORD} )
    (?: \ (?:of|for|at)\ (?:the\ )? (?P<organisation> [A-Z][\w’'.-]*
        (?: \ (?:(?:of|for|and)\ )? [A-Z][\w’'.-]* ){{0,5}} ) )?""",
    re.VERBOSE,
)


# "Iowa's" "US-born" "Second-placed" "18-year-old" before a name, and what a desk writes over one
_LEAD = re.compile(
    r"['’]s$|\w-(?:born|old|[a-z]+ed)$|^(?:URGENT|ADDS|UPDATES?|CORRECTS|RECASTS|REPEATS|LEAD)$"
)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone whom the story names; ``nation`` is the "Russian" before a role."""

    name: str
    role: str | None = None
    organisation: str | None = None
    nation: str | None = None
    gender: Gender | None = None


def find_cast(text: str) -> tuple[Person, ...]:
    """Everyone whom the text names in full, in order, each once, with the fullest role given."""
    cast: dict[str, Person] = {}
    for free, start, end in find_full_names(text):
        name = text[start:end]
        lead = find_lead(text, free, start)
        titled = lead < start and is_title(text[lead : start - 1])
        person = read_person(text[lead:end] if titled else name)
        if person is None or " " not in person.name:
            continue
        person = _with_apposition(person, text, end)
        known = cast.get(person.name)
        cast[person.name] = _merged(known, person) if known else person
    return tuple(cast.values())


def _merged(known: Person, again: Person) -> Person:
    return replace(
        known,
        role=known.role or again.role,
        organisation=known.organisation or again.organisation,
        nation=known.nation or again.nation,
        gender=known.gender or again.gender,
    )


def find_apposition(text: str, at: int) -> re.Match[str] | None:
    """The role that stands behind a name, with its organisation."""
    return _APPOSITION.match(text, at)


def _with_apposition(person: Person, text: str, at: int) -> Person:
    match = find_apposition(text, at) if not person.role else None
    if match is None:
        return person
    role = " ".join(match["role"].split())
    return replace(
        person, role=role, organisation=match["organisation"], gender=person.gender or _gender(role)
    )


@lru_cache(maxsize=10_000)
def read_person(mention: str) -> Person | None:
    """The person of a mention that is a name, with what stands before it taken apart:
    "US Foreign Minister Ana Silva". None: no name is left, or it is an institution's."""
    words = mention.split()
    is_role = is_title if _LINKS.intersection(words) else _is_title_or_trade
    cut = max((i + 1 for i, word in enumerate(words) if is_role(word)), default=0)
    cut = _past_lead(words, cut)
    before, name = words[:cut], words[cut:]
    honorific = plain(before[-1]) if before else ""
    if not name or not _is_name(name):
        return None
    titles = [w for w in before if plain(w) not in HONORIFICS]
    first = next((i for i, word in enumerate(titles) if is_role(word)), len(titles))
    lead = [
        word for word in titles[:first] if word.lower() not in DAYS
    ]  # "met Monday author Bo Ek"
    role = " ".join(titles[first:]) or None
    nation = next((w for w in lead if NATIONS.search(w)), None)
    organisation = " ".join(w for w in lead if w != nation and w.lower() != "the") or None
    named = " ".join(name).rstrip(".,")
    gender = HONORIFICS.get(honorific) or _gender(role or "") or gender_of(named)
    return Person(named, role, organisation if role else None, nation, gender)


def _past_lead(words: list[str], first: int) -> int:
    """Where a name begins, past "Iowa's", "US-born" and "URGENT" before it."""
    for i in range(len(words) - 2, first - 1, -1):
        if not words[i + 1][0].isupper() or not words[-1][0].isupper():
            return first
        if _LEAD.search(words[i]) and not _LINKS.intersection(words[first:i]):
            return i + 1
    return first


def _is_title_or_trade(word: str) -> bool:
    """Also the "retired teacher" before a name, which no list could hold."""
    return is_title(word) or (word.isalpha() and word.islower() and word not in PARTICLES)


def _is_name(words: list[str]) -> bool:
    last = plain(words[-1])
    return (
        words[0][0].isupper()
        and last not in INSTITUTIONS
        and words[0].lower() not in ("the", "a", "an", "in", "on", "at")
        and not any(word.lower() in ("of", "for", "from", "at", "with") for word in words)
        and not last.endswith(("'s", "’s"))
    )


def _gender(role: str) -> Gender | None:
    last = role.rsplit(None, 1)[-1].lower() if role else ""
    if _FEMALE.search(last):
        return "female"
    return "male" if _MALE.search(last) else None
