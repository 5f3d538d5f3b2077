"""Addresses: a request read from one, and links from a search to its neighbours.

Every link is a path on this server; none is built from the Host header.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, urlencode

from flask import request
from werkzeug.datastructures import MultiDict
from werkzeug.routing import BaseConverter

from search.query.parameters import read_parameters, write_parameters
from search.query.request import Filter, SearchRequest, Sought
from search.schema import FACETS_OF, speaker_value
from search.text import slug


class StoryConverter(BaseConverter):
    """A story's id in a path: anything at all, slashes too, as ids may be URLs."""

    regex = r"[\s\S]+"
    part_isolating = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as it came in: the request, its query as typed and the path it came to."""

    request: SearchRequest
    q: str
    path: str

    def url(self, **changes: Any) -> str:
        """This search with these fields changed."""
        pairs = write_parameters(self.request, self.q, **changes)
        return f"{self.path}?{urlencode(pairs)}" if pairs else self.path

    def at(self, path: str) -> "Asked":
        """The same search at another path."""
        return replace(self, path=path)

    def kept(self) -> list[tuple[str, str]]:
        """What a new query keeps of this one, as fields of a form that asks for the rest."""
        apart: dict[str, Any] = {
            "since": None,
            "until": None,
            "certain": False,
            "page": 1,
            "cursor": None,
        }
        return write_parameters(self.request, "", **apart)

    def toggle(self, facet: str, value: str) -> str:
        """Chosen if it was not, else dropped; from the first page."""
        chosen = _holds(self._filter(facet).wanted, value)
        return self._filtered(facet, value, wanted=() if chosen else (value,))

    def exclude(self, facet: str, value: str) -> str:
        """Excluded if it was not, else dropped; from the first page."""
        excluded = _holds(self._filter(facet).unwanted, value)
        return self._filtered(facet, value, unwanted=() if excluded else (value,))

    def drop(self, facet: str, value: str) -> str:
        """Neither chosen nor excluded; from the first page."""
        return self._filtered(facet, value)

    def state(self, facet: str, value: str) -> str:
        """ "wanted", "unwanted" or ""."""
        asked = self._filter(facet)
        if _holds(asked.wanted, value):
            return "wanted"
        return "unwanted" if _holds(asked.unwanted, value) else ""

    def _filter(self, facet: str) -> Filter:
        return next((f for f in self.request.filters if f.facet == facet), Filter(facet))

    def _filtered(
        self,
        facet: str,
        value: str,
        wanted: tuple[str, ...] = (),
        unwanted: tuple[str, ...] = (),
    ) -> str:
        old = self._filter(facet)
        new = Filter(
            facet,
            (*_without(old.wanted, value), *wanted),
            (*_without(old.unwanted, value), *unwanted),
        )
        filters = {f.facet: f for f in self.request.filters} | {facet: new}
        return self.url(
            filters=tuple(filters[name] for name in FACETS_OF["statements"] if name in filters),
            page=1,
            cursor=None,
        )


def read_request(args: MultiDict[str, str], of: Sought = "stories") -> SearchRequest:
    """The search that an address's parameters ask for; RequestError or QueryError if none."""
    return read_parameters(args.items(multi=True), of=of)


def read_asked(of: Sought = "stories") -> Asked:
    """The search of the address now being answered."""
    path = f"{request.script_root}{request.path}"
    return Asked(read_request(request.args, of), request.args.get("q", ""), path)


def new_search(**fields: Any) -> str:
    """The page of a search for everything, with these fields."""
    everything = read_parameters(())
    return Asked(replace(everything, **fields), "", f"{request.script_root}/").url()


def speaker_url(name: str) -> str:
    """The page of all stories with this speaker."""
    return new_search(filters=(Filter("speaker", speaker_value(name)[:1]),))


def story_url(story_id: str, prefix: str = "/story/") -> str:
    """The page of a story, or with another prefix its JSON."""
    return f"{request.script_root}{prefix}{quote(story_id, safe='')}"


def url_without(parameter: str) -> str:
    """The search page of the address now being answered, without one of its parameters."""
    pairs = [pair for pair in request.args.items(multi=True) if pair[0] != parameter]
    path = f"{request.script_root}/"
    return f"{path}?{urlencode(pairs)}" if pairs else path


def _holds(values: Iterable[str], value: str) -> bool:
    return slug(value) in map(slug, values)


def _without(values: Iterable[str], value: str) -> list[str]:
    return [one for one in values if slug(one) != slug(value)]
