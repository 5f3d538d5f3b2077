"""Narrowings: the filters beside a query, each a test of one story."""

from dataclasses import dataclass
from datetime import date, datetime

from ..errors import RequestError
from ..query.request import Filter, SearchRequest, Sought
from ..schema import FACETS_OF, NONE
from ..text import slug
from .row import Row


@dataclass(frozen=True, slots=True)
class ValueNarrowing:
    """Keeps what has any of the ``wanted`` keys of a facet, if there are such, and none of the
    ``unwanted``."""

    facet: str
    wanted: frozenset[str]
    unwanted: frozenset[str]

    def keeps(self, row: Row) -> bool:
        """Whether a story or statement stays."""
        keys = {value.key for value in row.values[self.facet]} or {NONE}
        is_wanted = not self.wanted or not keys.isdisjoint(self.wanted)
        return is_wanted and keys.isdisjoint(self.unwanted)


@dataclass(frozen=True, slots=True)
class DateNarrowing:
    """Keeps stories of some days, both included, or only those whose date is proved."""

    since: date | None
    until: date | None
    certain: bool
    facet: str = "date"

    def keeps(self, row: Row) -> bool:
        """Whether a story or statement stays."""
        if self.certain and not row.is_certain:
            return False
        if self.since is None and self.until is None:
            return True
        day = row.day
        return day is not None and (self.since or day) <= day <= (self.until or day)


Narrowing = ValueNarrowing | DateNarrowing


def read_narrowings(request: SearchRequest) -> list[Narrowing]:
    """The request's filters; RequestError where one names no facet, or is none.

    Filters of one facet are one narrowing: any wanted value will do, no unwanted one may stand.
    """
    wanted: dict[str, set[str]] = {}
    unwanted: dict[str, set[str]] = {}
    for one in request.filters:
        _check_filter(one)
        check_facet(one.facet, request.of, one.facet)
        wanted.setdefault(one.facet, set()).update(map(_key, one.wanted))
        unwanted.setdefault(one.facet, set()).update(map(_key, one.unwanted))
    narrowings: list[Narrowing] = [
        ValueNarrowing(name, frozenset(wanted[name]), frozenset(unwanted[name])) for name in wanted
    ]
    if request.since or request.until or request.certain:
        since, until = _day(request.since, "since"), _day(request.until, "until")
        narrowings.append(DateNarrowing(since, until, request.certain))
    return narrowings


def check_facet(name: str, of: Sought, parameter: str) -> None:
    """RequestError where what is sought has no such facet."""
    known = FACETS_OF[of]
    if name not in known:
        raise RequestError(
            f"{of.capitalize()} have no “{name}” to count or filter by; there are "
            f"{', '.join(known)}",
            parameter,
        )


def _check_filter(one: Filter) -> None:
    """RequestError where it is none, or its values would be taken letter by letter."""
    if not isinstance(one, Filter):
        raise RequestError('“filters” are such as Filter("agency", ("AFP",))', "filters")
    for values in (one.wanted, one.unwanted):
        if isinstance(values, str) or not all(isinstance(value, str) for value in values):
            raise RequestError(
                f'A filter has its values as texts in a tuple, as Filter("{one.facet}", ("…",))',
                one.facet,
            )


def _day(value: date | None, name: str) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if value and not isinstance(value, date):
        raise RequestError(f"“{name}” is a day, as datetime.date(2022, 2, 14)", name)
    return value


def _key(value: str) -> str:
    return slug(value) or value
