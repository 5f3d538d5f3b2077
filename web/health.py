"""Whether the server is alive, and whether it can answer searches."""

import orjson
from flask import Blueprint, Response

from search.query.parameters import read_parameters

from .shelf import find_index

health = Blueprint("health", __name__)


@health.get("/healthz")
def healthz() -> Response:
    """The process answers; the index is not touched."""
    return Response("ok\n", mimetype="text/plain")


@health.get("/readyz")
def readyz() -> Response:
    """The index answers too, with how many stories it holds; else 503 by way of the error."""
    results = find_index().search(read_parameters([("limit", "1")]))
    record = {"status": "ready", "indexed": results.indexed, "commit": results.commit}
    return Response(orjson.dumps(record), mimetype="application/json")
