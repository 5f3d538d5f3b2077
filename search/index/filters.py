"""Narrowings: the filters beside a query, each a test of one story."""

from collections.abc import Callable
from dataclasses import dataclass

from ..errors import RequestError
from ..query.request import Filter, SearchRequest
from ..schema import FACETS
from ..text import slug
from .row import Row

NONE = "none"  # the value that stands for stories without one


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Keeps some stories; ``facet`` is whose counts leave it out, "date" for the dates'."""

    facet: str
    keeps: Callable[[Row], bool]


def read_narrowings(request: SearchRequest) -> list[Narrowing]:
    """The request's filters; RequestError where one names no facet.

    Filters of one facet are one narrowing: any wanted value will do, no unwanted one may stand.
    """
    wanted: dict[str, set[str]] = {}
    unwanted: dict[str, set[str]] = {}
    for one in request.filters:
        _check(one)
        wanted.setdefault(one.facet, set()).update(map(_key, one.wanted))
        unwanted.setdefault(one.facet, set()).update(map(_key, one.unwanted))
    narrowings = [Narrowing(name, _by_facet(name, wanted[name], unwanted[name])) for name in wanted]
    if request.since or request.until or request.certain:
        narrowings.append(Narrowing("date", _by_date(request)))
    return narrowings


def _check(one: Filter) -> None:
    if one.facet not in FACETS:
        known = ", ".join(FACETS)
        raise RequestError(f"There is no filter “{one.facet}”; there are {known}", one.facet)


def _key(value: str) -> str:
    return slug(value) or value


def _by_facet(name: str, wanted: set[str], unwanted: set[str]) -> Callable[[Row], bool]:
    def keeps(row: Row) -> bool:
        keys = {value.key for value in row.values[name]} or {NONE}
        return (not wanted or not keys.isdisjoint(wanted)) and keys.isdisjoint(unwanted)

    return keeps


def _by_date(request: SearchRequest) -> Callable[[Row], bool]:
    since, until = request.since, request.until

    def keeps(row: Row) -> bool:
        if request.certain and not row.is_certain:
            return False
        if since is None and until is None:
            return True
        day = row.day
        return day is not None and (not since or day >= since) and (not until or day <= until)

    return keeps
