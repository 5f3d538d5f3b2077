"""Cast: the people whom a story names in full, with the roles it gives them.

>>> [(p.name, p.role, p.organisation) for p in find_cast("NATO chief Ana Silva met Mr. Bo Ek.")]
[('Ana Silva', 'chief', 'NATO'), ('Bo Ek', None, None)]
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from .alternatives import any_of

Gender = Literal["male", "female"]

# words that stand before a name and say what someone is
_TITLES = frozenset(
    """president vice prime foreign deputy minister premier chancellor secretary general secretary-
    general senator sen rep gov governor mayor king queen prince princess pope sheikh sultan
    emir ambassador envoy spokesman spokeswoman spokesperson chairman chairwoman chairperson
    chair chief head director leader commissioner judge justice attorney lawyer prosecutor
    clerk engineer teacher driver farmer lawmaker professor prof dr doctor lt lieutenant col
    colonel major maj capt captain sgt sergeant adm admiral commander congressman
    congresswoman congressmember representative coach manager economist analyst strategist
    candidate nominee adviser advisor aide officer official executive ceo cfo coo founder
    co-founder editor columnist reporter author actor actress singer rapper comedian host
    speaker whip counsel inspector superintendent sir lord lady dame baroness imam rabbi
    bishop archbishop cardinal rev reverend father sister brother former acting interim
    first senior top finance defense defence interior health education trade labour labor
    home shadow economy energy transport environment agriculture culture opposition treasury
    affairs state staff negotiator trustee activist researcher scientist undersecretary
    under-secretary assistant mp mep councillor councilman councilwoman businessman
    businesswoman billionaire diplomat veteran writer director- general midfielder striker
    defender goalkeeper teammate""".split()
)
_HONORIFICS: dict[str, Gender] = {
    "mr": "male",
    "messrs": "male",
    "mrs": "female",
    "ms": "female",
    "miss": "female",
    "mme": "female",
}
_FEMALE = re.compile(r"(?:woman|queen|princess|actress|lady|dame|baroness|sister)$")
_MALE = re.compile(
    r"(?:spokesman|chairman|congressman|councilman|businessman|king|prince|pope|lord|sir|father)$"
)
_NATIONS = re.compile(r"(?:an|ish|ese|ch|i|ek|U\.?S\.?|U\.?K\.?|American|Democratic|Republican)$")
# what cannot end a person's name
_INSTITUTIONS = frozenset(
    """house ministry party times post journal department committee council court university union
    bank group inc corp co ltd company agency news press senate congress parliament commission
    association institute office bureau army force forces police states kingdom nations republic
    campaign foundation organization organisation network team club street center centre federation
    government administration service fund board network television tv radio magazine herald tribune
    guardian telegraph reuters convention hall square act agreement treaty accord war day week year
    monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december sea ocean river island islands county city state
    north south east west america europe africa asia""".split()
)
# words that make what stands before a name more than a title
_LINKS = frozenset("of for and in at on who which that by to from with as than or but".split())
_PARTICLES = "de|da|do|dos|del|della|di|du|la|le|van|von|der|den|bin|ibn|al|el|ben|abu|ter|ten|zu"
_PARTICLE_WORDS = frozenset(_PARTICLES.split("|"))
_CAPITAL = "[A-ZÀ-ÖØ-ÞŁŚŠŽČ]"
_WORD = rf"(?:[A-Z]\.(?:\s?[A-Z]\.)?|(?:[OD]['’]|[Aa]l-|[Ee]l-)?{_CAPITAL}[\w’'-]*[\w]\.?|[A-Z])"
# where a name may begin: a text is searched for capitals faster than for whatever else one needs
_BEGIN = re.compile(rf"{_CAPITAL}(?:(?<![\w'’.-].)|(?<=[ae]l-.)(?<![\w'’.-][ae]l-.))")
# a longer word than an initial with a full stop behind it
_SENTENCE_END = re.compile(r"(?<![\w.])[^\W\d_]{3,}[.]\s")
# what a sentence begins with before a name, and is none of it; "So", "To" and "He" are names too
_OPENERS = frozenset(
    """Added After Against Although Among And As Asked At Because Before Between Both But By
    Continued Despite During Either Even Follow Following For From How However If In Instead It
    Its Later Like Many Meanwhile Most Neither Nor Now On Once One Only Or Our Over Since Some
    Still Such That Their Then There These They This Those Though Three Through Today Two Under
    Unless Unlike Until We What When Where Whether Which While Who Whose Why With Within Without
    Yesterday Yet""".split()
)
_OWNING = ("'s", "’s")
_INSIDE = re.compile(r"[\w'’.-]")
_TITLE_WORD = any_of(_TITLES) + r"\.?"
# "US Secretary of State Antony Blinken" "Ministry spokeswoman Maria Lind" "Ursula von der Leyen"
_NAME = re.compile(
    rf"""{_WORD}
    (?: [ \n] (?: (?: of | for | {_PARTICLES} ) [ \n] ){{0,2}}
        (?: {_WORD} | {_TITLE_WORD} ) ){{0,9}}""",
    re.VERBOSE,
)
# ", a spokeswoman for the ministry," after a name
_APPOSITION = re.compile(
    rf"""\s?,\ (?:(?:a|an|the|its|his|her)\ )? (?P<role> (?:[\w’'-]+\ ){{0,4}}? {_TITLE_WORD} )
    (?: \ (?:of|for|at)\ (?:the\ )? (?P<organisation> [A-Z][\w’'.-]*
        (?: \ (?:(?:of|for|and)\ )? [A-Z][\w’'.-]* ){{0,5}} ) )?""",
    re.VERBOSE,
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
    for free, start, end in find_names(text):
        start, end = trim_name(text, start, end)
        name = text[start:end]
        if len(name.split(None, 1)) < 2:
            continue  # no first name and last name
        lead = find_lead(text, free, start)
        titled = lead < start and _is_title(text[lead : start - 1])
        person = read_person(text[lead:end] if titled else name)
        if person is None or " " not in person.name:
            continue
        person = _with_apposition(person, text, end)
        known = cast.get(person.name)
        cast[person.name] = _merged(known, person) if known else person
    return tuple(cast.values())


def trim_name(text: str, start: int, end: int) -> tuple[int, int]:
    """A name without what a sentence begins with ("As Ana Silva") or the end of one before it
    ("Sunday. Ana Silva"), and without a possessive."""
    space = text.find(" ", start, end)
    if space > 0 and text[start:space] in _OPENERS:
        start = space + 1
    if text.find(".", start, end) >= 0:
        for stop in _SENTENCE_END.finditer(text, start, end):
            if not _is_title(stop.group().rstrip()):
                start = stop.end()
    return start, end - 2 if text.endswith(_OWNING, start, end) else end


def find_names(text: str) -> Iterator[tuple[int, int, int]]:
    """What may be names and what stands in them: where the one before it ends, where it begins
    and ends."""
    end = 0
    for begin in _BEGIN.finditer(text):
        at = begin.start()
        start = at - len("al-") if text[at - 1 : at] == "-" else at
        name = _NAME.match(text, start) if start >= end else None
        if name:
            yield end, start, name.end()
            end = name.end()


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
    is_role = _is_title if _LINKS.intersection(words) else _is_title_or_trade
    cut = max((i + 1 for i, word in enumerate(words) if is_role(word)), default=0)
    before, name = words[:cut], words[cut:]
    honorific = _plain(before[-1]) if before else ""
    if not name or not _is_name(name):
        return None
    titles = [w for w in before if _plain(w) not in _HONORIFICS]
    first = next((i for i, word in enumerate(titles) if is_role(word)), len(titles))
    lead, role = titles[:first], " ".join(titles[first:]) or None
    nation = next((w for w in lead if _NATIONS.search(w)), None)
    organisation = " ".join(w for w in lead if w != nation and w.lower() != "the") or None
    gender = _HONORIFICS.get(honorific) or _gender(role or "")
    return Person(" ".join(name).rstrip(".,"), role, organisation if role else None, nation, gender)


def _plain(word: str) -> str:
    return word.rstrip(".,").lower()


def _is_title(word: str) -> bool:
    plain = _plain(word)
    if plain in _TITLES or plain in _HONORIFICS:
        return True
    parts = plain.split("-")  # "secretary-general"
    return len(parts) > 1 and _TITLES.issuperset(parts)


def _is_title_or_trade(word: str) -> bool:
    """Also the "retired teacher" before a name, which no list could hold."""
    return _is_title(word) or (word.isalpha() and word.islower() and word not in _PARTICLE_WORDS)


def _is_name(words: list[str]) -> bool:
    last = _plain(words[-1])
    return (
        words[0][0].isupper()
        and last not in _INSTITUTIONS
        and words[0].lower() not in ("the", "a", "an", "in", "on", "at")
        and not any(word.lower() in ("of", "for") for word in words)
        and not last.endswith(("'s", "’s"))
    )


def _gender(role: str) -> Gender | None:
    last = role.rsplit(None, 1)[-1].lower() if role else ""
    if _FEMALE.search(last):
        return "female"
    return "male" if _MALE.search(last) else None
