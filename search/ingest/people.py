"""People: one name for a speaker in every story, by a rule and by a table that users edit.

The rule joins spellings of one name and nothing else: letter case, accents, hyphens and
apostrophes make no difference (``text.slug``), nor does the way in which a given name or a "-sky"
is brought into Latin letters. Initials, further names and last names alone are never joined; what
the rule cannot know, ``speakers.toml`` says.

>>> People().find("Sergei Lavrov"), People().find("Lavrov")
(Filed(name='Sergey Lavrov', why='spelling'), Filed(name='Lavrov', why=None))
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from xxhash import xxh3_64_hexdigest

from ..spelling import read_spelling
from ..text import slug

Why = Literal["spelling", "speakers.toml"]


class Filed(NamedTuple):
    """The name that a speaker is kept under, and what joins the printed name to it: None where it
    is kept as printed."""

    name: str
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class People:
    """The table: the other names of each speaker, as printed, and the names that stay ``apart``."""

    same: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    apart: tuple[str, ...] = ()
    _told: Mapping[str, str] = field(init=False, repr=False, compare=False)
    _apart: frozenset[str] = field(init=False, repr=False, compare=False)

    @property
    def mark(self) -> str:
        """Stands for this table: the same for the same, "" for the empty one."""
        held = json.dumps([dict(self.same), self.apart], sort_keys=True)
        return xxh3_64_hexdigest(held.encode()) if self.same or self.apart else ""

    def __post_init__(self) -> None:
        # whoever is named in one spelling is named in all that the rule joins
        spelled = {slug(read_spelling(one)): to for to, own in self.same.items() for one in own}
        spelled |= {slug(read_spelling(name)): name for name in self.same}
        own = {slug(name): name for name in (*self.same, *self.apart)}
        others = {slug(other): name for name, others in self.same.items() for other in others}
        object.__setattr__(self, "_told", spelled | others | own)
        object.__setattr__(self, "_apart", frozenset(map(slug, self.apart)))

    def find(self, name: str) -> Filed:
        """The name that a speaker printed so is kept under."""
        told = self._told.get(slug(name)) if self._told else None
        if told:
            return Filed(name if slug(told) == slug(name) else told, _why(name, told))
        spelled = read_spelling(name)
        if spelled == name or slug(spelled) in self._apart:
            return Filed(name)
        return Filed(self._told.get(slug(spelled), spelled), "spelling")

    def merge(self, name: str, others: Iterable[str]) -> "People":
        """The table with all these names one speaker's, kept under the first."""
        joined = {slug(other): other for other in others if slug(other) != slug(name)}
        kept = {key: tuple(own) for key, own in self.same.items() if slug(key) not in joined}
        old = (own for key, own in self.same.items() if slug(key) in {*joined, slug(name)})
        every = {slug(one): one for own in old for one in own} | joined
        left = self._without({*every, slug(name)}, kept)
        return People({**left.same, name: tuple(every.values())}, left.apart)

    def part(self, names: Iterable[str]) -> "People":
        """The table with each of these names a speaker of its own."""
        own = {slug(name): name for name in names}
        same = {name: others for name, others in self.same.items() if slug(name) not in own}
        left = self._without(set(own), same)
        return People(left.same, (*left.apart, *own.values()))

    def _without(self, keys: set[str], same: Mapping[str, tuple[str, ...]]) -> "People":
        """``same`` without these names among the others, nor apart."""
        rest = {
            name: kept
            for name, others in same.items()
            if (kept := tuple(one for one in others if slug(one) not in keys))
        }
        return People(rest, tuple(one for one in self.apart if slug(one) not in keys))


def _why(name: str, told: str) -> Why | None:
    if slug(name) == slug(told):
        return None
    same = slug(read_spelling(name)) == slug(read_spelling(told))
    return "spelling" if same else "speakers.toml"
