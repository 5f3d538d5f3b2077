"""The facets beside the results, and the filters that are on, as links."""

from dataclasses import dataclass

from search.query.request import Facet, Results
from search.text import slug

from .urls import Asked

# the facets of the page, in order, with their headings and what to call having none
SHOWN = {
    "agency": ("Agency", "no agency"),
    "speaker": ("Speaker", "nobody quoted"),
    "place": ("Place", "no place"),
    "year": ("Year", "undated"),
}
_ALSO = {
    "country": ("Country", "no country"),
    "section": ("Section", "no section"),
    "language": ("Language", "no language"),
}
NAMES = SHOWN | _ALSO
MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: ``state`` is "wanted", "unwanted" or ""."""

    label: str
    count: int
    state: str
    toggle: str
    exclude: str


@dataclass(frozen=True, slots=True)
class Group:
    """One facet: its heading, its choices, and the way to more of them where there are more."""

    name: str
    heading: str
    choices: tuple[Choice, ...]
    distinct: int
    more: str | None


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is on, and the address without it."""

    heading: str
    label: str
    is_unwanted: bool
    drop: str


def find_groups(asked: Asked, results: Results) -> tuple[Group, ...]:
    """The facets that have something to choose."""
    groups = (_group(asked, name, facet) for name, facet in results.facets.items())
    return tuple(group for group in groups if group.choices)


def find_chips(asked: Asked, results: Results) -> tuple[Chip, ...]:
    """The filters that are on, days and certainty among them."""
    chips = [
        Chip(NAMES[f.facet][0], _label(results, f.facet, value), unwanted, drop)
        for f in asked.request.filters
        for values, unwanted in ((f.wanted, False), (f.unwanted, True))
        for value in values
        for drop in (asked.drop(f.facet, value),)
    ]
    return (*chips, *_day_chips(asked))


def _day_chips(asked: Asked) -> list[Chip]:
    since, until = asked.request.since, asked.request.until
    first = {"page": 1, "cursor": None}
    chips = []
    if since:
        chips.append(Chip("From", since.isoformat(), False, asked.url(since=None, **first)))
    if until:
        chips.append(Chip("To", until.isoformat(), False, asked.url(until=None, **first)))
    if asked.request.certain:
        chips.append(Chip("Date", "proved only", False, asked.url(certain=False, **first)))
    return chips


def _group(asked: Asked, name: str, facet: Facet) -> Group:
    heading, none = NAMES[name]
    counted = [(one.value, one.label, one.count) for one in facet.values]
    if name == "year":
        counted.sort(reverse=True)
    if facet.missing:
        counted.append(("none", none, facet.missing))
    choices = tuple(_choice(asked, name, *one) for one in counted)
    is_cut = facet.distinct > len(facet.values) and len(facet.values) < MOST_SHOWN
    more = asked.url(facet_size=MOST_SHOWN) if is_cut else None
    return Group(name, heading, choices, facet.distinct, more)


def _choice(asked: Asked, name: str, value: str, label: str, count: int) -> Choice:
    state = asked.state(name, value)
    return Choice(label, count, state, asked.toggle(name, value), asked.exclude(name, value))


def _label(results: Results, facet: str, value: str) -> str:
    """The value as people read it: as the facet or a story found has it, else as it was given."""
    if value == "none":
        return NAMES[facet][1]
    counted = results.facets[facet].values if facet in results.facets else ()
    labels = {slug(one.value): one.label for one in counted}
    if facet == "speaker":
        labels |= {slug(s.name): s.name for hit in results.hits for s in hit.article.speakers}
    return labels.get(slug(value), value)
