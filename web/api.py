"""The JSON: a search and a story, with links to their neighbours."""

import hashlib
from typing import Any

import orjson
from flask import Blueprint, Response, request

from search.query.answer import date_to_record, results_to_record
from search.query.request import Results
from search.record import article_to_record

from .paging import find_next, find_previous
from .reading import find_file_name
from .shelf import find_index, find_story, settle
from .urls import Asked, read_asked, story_url

api = Blueprint("api", __name__, url_prefix="/api/v1")
_STORIES = "/api/v1/stories/"


@api.get("/search")
def search() -> Response:
    """What a search finds; the parameters are those of the page."""
    return _answer(settle(read_asked()))


@api.get("/statements")
def statements() -> Response:
    """The statements that a search finds, one by one; its parameters are the same."""
    return _answer(settle(read_asked("statements")))


def _answer(asked: Asked) -> Response:
    results = find_index().search(asked.request)
    record = _linked(asked, results)
    response = _respond(record)
    response.set_etag(_tag(record, results.commit), weak=True)
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    return response


@api.get("/stories/<story:story_id>")
def story(story_id: str) -> Response:
    """A story, whole."""
    article = find_story(story_id)
    links = {"self": story_url(article.id, _STORIES), "page": story_url(article.id)}
    source = find_file_name(article.source) if article.source else None
    record = article_to_record(article)
    return _respond(
        record | {"source": source, "date": date_to_record(article.date), "links": links}
    )


def _respond(record: dict[str, Any]) -> Response:
    return Response(orjson.dumps(record), mimetype="application/json")


def _tag(record: dict[str, Any], commit: str) -> str:
    """Changes with the answer, but for the time that it took, and with the commit."""
    told = orjson.dumps(record | {"took_ms": commit})
    return hashlib.sha256(told).hexdigest()[:20]


def _linked(asked: Asked, results: Results) -> dict[str, Any]:
    record = results_to_record(asked.request, results, asked.q)
    for hit in record["results"]:
        hit["links"] = _links(hit)
    for name, facet in record["facets"].items():
        for value in facet["values"]:
            value["links"] = {
                "toggle": asked.toggle(name, value["value"]),
                "exclude": asked.exclude(name, value["value"]),
            }
    record["links"] = {
        "self": asked.url(),
        "next": find_next(asked, results),
        "prev": find_previous(asked),
    }
    return record


def _links(hit: dict[str, Any]) -> dict[str, str]:
    """The story as JSON and its page; of a statement, the page at the statement."""
    if hit["type"] == "story":
        return {"self": story_url(hit["id"], _STORIES), "page": story_url(hit["id"])}
    story_id, place = hit["story"]["id"], hit["place"] + 1
    page = f"{story_url(story_id)}#statement-{place}"
    return {"story": story_url(story_id, _STORIES), "page": page}
