"""People: some people of a story, and by what they are found."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from ..text import fold
from .cast import Person
from .names import PARTICLES

_MANY = 20  # more people of one role than this, and a description fits no one
_FIRST_AND_LAST = 2  # words of "Ana Silva"
_KEPT = 10_000  # names that are looked at once
# "Yoo Min-jae", "Lee Teng-hui": the family name comes first
_EASTERN = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+")
# so does it in "Tang Jiaxuan": common family names of China, Korea and Vietnam
_FAMILIES = frozenset(
    """ahn bai ban bui cai cao chang chen cheng cho choi chung cui dai dang deng ding do dong du
    duan fan fang feng fu gao gong gu guo han hao he ho hong hou hu huang hwang jang jia jiang jin
    jung kang kim kong kwon lai le lee lei li liang liao lim lin liu long lu luo ma mao meng moon
    ngo nguyen oh pan park peng pham phan qian qin qiu ren roh seo shao shen shi shin song su sun
    tan tang tian tran vu wan wang wei wen wu xia xiao xie xiong xu xue yan yang yao ye yin yoo
    yoon yu yuan zeng zhang zhao zheng zhong zhou zhu zou""".split()
)
_ORDER = frozenset("I II III IV V VI VII VIII X XII XIII XIV XVI Jr Jr. Sr Sr.".split())
_ROLE_WORD = re.compile(r"[\w-]+")


class People:
    """Found by name, by last name and by the words of their roles; ``last`` was added last."""

    def __init__(self, people: Iterable[Person] = ()) -> None:
        self.last: Person | None = None
        self.named: dict[str, Person] = {}
        self._by_last_name: dict[str, list[Person]] = {}
        self._by_first_name: dict[str, list[Person]] = {}
        self._by_middle_name: dict[str, list[Person]] = {}
        self._by_role: dict[str, list[Person]] = {}
        for person in people:
            self.add(person)

    def add(self, person: Person) -> None:
        self.last = person
        if person.name in self.named:
            return
        self.named[person.name] = person
        first, middle, last, words = _found_by(person.name, person.role)
        self._by_last_name.setdefault(last, []).append(person)
        self._by_first_name.setdefault(first, []).append(person)
        for name in middle:
            self._by_middle_name.setdefault(name, []).append(person)
        for word in words:
            self._by_role.setdefault(word, []).append(person)

    def of_last_name(self, name: str) -> list[Person]:
        """Those who have this last name, each once."""
        same = self._by_last_name.get(fold(name), [])
        return _apart(same) if 1 < len(same) < _MANY else same

    def of_first_name(self, name: str) -> Person | None:
        """The only one whose name starts with this, as family names do in China."""
        return _only(self._by_first_name.get(fold(name), []))

    def of_family_name(self, name: str) -> Person | None:
        """The only one who plainly has this family name before another name: "Quispe" of "Rosa
        Quispe Arandia", "Yoo" of "Yoo Min-jae", "Tang" of "Tang Jiaxuan"."""
        first = self._by_first_name.get(fold(name), [])
        is_family = fold(name) in _FAMILIES
        eastern = [one for one in first if is_family or _EASTERN.fullmatch(one.name)]
        return _only([*eastern, *self._by_middle_name.get(fold(name), [])])

    def in_full(self, name: str) -> Person | None:
        """The only one whose name ends with this one, which a particle tells to be no first and
        last name: "João Brandão de Sá" of "Brandão de Sá"."""
        if not any(word.islower() for word in name.split()):
            return None
        same = self.of_last_name(name.rsplit(None, 1)[-1])
        return _only([one for one in same if one.name.endswith(f" {name}")])

    def of_roles(self, words: Iterable[str]) -> list[Person]:
        """Those whose role has one of the words, each once; the first few where they are many."""
        found = {p.name: p for word in words for p in self._by_role.get(word, ())[:_MANY]}
        return list(found.values())


@lru_cache(maxsize=_KEPT)
def _found_by(name: str, role: str | None) -> tuple[str, tuple[str, ...], str, frozenset[str]]:
    """First, middle and last names, folded, and the words of the role."""
    named = [word for word in name.split() if word not in _ORDER] or [name]
    first, *middle, last = named if len(named) > 1 else ("", named[0])
    names = tuple(fold(word) for word in middle if word[0].isupper() and len(word) > 2)
    return fold(first), names, fold(last), frozenset(_ROLE_WORD.findall((role or "").lower()))


def _apart(people: Sequence[Person]) -> list[Person]:
    """The people without those whose name is but another's, said at less or more length."""
    return [
        one
        for one in people
        if not any(_is_again(one, other) for other in people if other is not one)
    ]


def _is_again(person: Person, other: Person) -> bool:
    """Whether it is another's name once more: "Abu Reis" of "Rui Abu Reis", "Democrat Ana Silva"
    of "Ana Silva", "Ana Silva" of "Ana P. Silva", who holds what she held."""
    words, others = person.name.split(" "), other.name.split(" ")
    if other.name.endswith(f" {person.name}"):
        return _is_family(words)
    if person.name.endswith(f" {other.name}"):
        return not _is_family(others)
    if len(words) != _FIRST_AND_LAST or (others[0], others[-1]) != (words[0], words[-1]):
        return False
    is_initials = len(others) > _FIRST_AND_LAST and all(w.endswith(".") for w in others[1:-1])
    return is_initials and _is_former(person) == _is_former(other)


def _is_former(person: Person) -> bool:
    return "former" in (person.role or "").lower()


def _is_family(words: list[str]) -> bool:
    """Whether a name is no first and last name, as a particle tells: "Abu Reis", "Sá de Melo"."""
    return words[0].lower() in PARTICLES or any(word.islower() for word in words)


def _only(people: Sequence[Person]) -> Person | None:
    return people[0] if len(people) == 1 else None
