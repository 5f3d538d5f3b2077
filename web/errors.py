"""Errors as answers: problem+json (RFC 9457) for programs, a page for people."""

import logging
from dataclasses import dataclass
from typing import Any

import orjson
from flask import Flask, Response, make_response, render_template, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, SecurityError

from search.errors import (
    CursorExpired,
    DatelineError,
    IndexUnavailable,
    QueryError,
    QueryTooExpensive,
    RequestError,
)

from .passages import Caret, point_at

_log = logging.getLogger(__name__)
_FOR_PROGRAMS = ("/api/", "/readyz")

# the first that an error is an instance of counts: status, kind, title
_KINDS: tuple[tuple[type[DatelineError], int, str, str], ...] = (
    (QueryTooExpensive, 422, "query-too-expensive", "This query asks for too much"),
    (QueryError, 400, "invalid-query", "This query cannot be read"),
    (RequestError, 400, "invalid-parameter", "This search cannot be run"),
    (CursorExpired, 410, "cursor-expired", "The index has changed since"),
    (IndexUnavailable, 503, "index-unavailable", "The index is not available"),
    (DatelineError, 500, "internal", "Something went wrong here"),
)
# what to say of a status that the framework gives
_STATUSES = {
    400: ("Bad request", "The request cannot be read."),
    404: ("Nothing here", "There is no such page. The search starts at the front page."),
    405: ("Method not allowed", "This address only answers GET."),
    413: ("Too large", "The request carries more than this server reads."),
    414: ("Address too long", "The query is too long to be sent. Search for fewer words."),
    500: ("Something went wrong here", "The error was logged. Try again, or another search."),
}
_UNKNOWN_HOST = (
    "This server does not answer to the name in the address. Whoever runs it can set "
    "DATELINE_HOSTS to the names it should answer to.\n"
)


@dataclass(frozen=True, slots=True)
class Problem:
    """An error as it is told: ``parameter`` is the one at fault, ``at`` the place in it."""

    status: int
    kind: str
    title: str
    detail: str
    parameter: str | None = None
    at: int | None = None
    hint: str | None = None

    @property
    def caret(self) -> Caret | None:
        """The query around the place at fault, where there is one."""
        typed = request.args.get("q", "")
        return point_at(typed, self.at) if self.at is not None else None


def handle_errors(app: Flask) -> None:
    """Every error of ours and of the framework becomes an answer that says what to do."""
    app.register_error_handler(DatelineError, _answer_ours)
    app.register_error_handler(HTTPException, _answer_http)


def describe(error: DatelineError) -> Problem:
    """What to tell about an error of ours."""
    status, kind, title = next(row[1:] for row in _KINDS if isinstance(error, row[0]))
    detail = str(error) if status != 500 else _STATUSES[500][1]
    match error:
        case QueryError(position=at, hint=hint):
            return Problem(status, kind, title, detail, "q", at, hint)
        case RequestError(parameter=parameter):
            return Problem(status, kind, title, detail, parameter)
        case CursorExpired():
            return Problem(status, kind, title, detail, "cursor", hint="start the search again")
    return Problem(status, kind, title, detail)


def _answer_ours(error: DatelineError) -> Response:
    problem = describe(error)
    if problem.status >= 500:
        _log.error("request_failed kind=%s error=%s", problem.kind, error)
    return _answer(problem)


def _answer_http(error: HTTPException) -> Response:
    if isinstance(error, SecurityError):
        return Response(_UNKNOWN_HOST, status=400, mimetype="text/plain")
    if error.code is None or error.code < 400:
        return make_response(error.get_response())
    title, detail = _STATUSES.get(error.code, (error.name, f"{error.name}."))
    own_words = error.description if error.description != type(error).description else None
    response = _answer(Problem(error.code, "http", title, own_words or detail))
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        response.headers["Allow"] = ", ".join(sorted(error.valid_methods))
    return response


def _answer(problem: Problem) -> Response:
    if request.path.startswith(_FOR_PROGRAMS):
        body = orjson.dumps(_record(problem))
        return Response(body, status=problem.status, mimetype="application/problem+json")
    return make_response(render_template("error.html", problem=problem), problem.status)


def _record(problem: Problem) -> dict[str, Any]:
    record: dict[str, Any] = {
        "type": "about:blank"
        if problem.kind == "http"
        else f"{request.script_root}/help#{problem.kind}",
        "title": problem.title,
        "status": problem.status,
        "detail": problem.detail,
    }
    if problem.parameter is not None:
        one = {
            "detail": problem.detail,
            "pointer": f"/{problem.parameter}",
            "at": problem.at,
            "hint": problem.hint,
        }
        record["errors"] = [one]
    return record
