"""How is it shown? The pages and the JSON, over any index."""

import hashlib
import os
from collections.abc import Callable
from datetime import timedelta
from functools import cache
from pathlib import Path

from flask import Flask
from jinja2 import StrictUndefined

from search.index import Index, open_index

from . import api, errors, health, pages, reading, security, urls

__all__ = ["create_app"]


def create_app(index: Index | str | Path | None = None) -> Flask:
    """The application over an index or its URL; without one, over that of the environment's
    DATELINE_INDEX, else ``indexdir``. The index is opened by the first request that needs it."""
    app = Flask(__name__)
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = timedelta(days=365)  # each link names its version
    app.extensions["dateline"] = _opener(index)
    app.url_map.merge_slashes = False  # a story's id may be a URL
    app.url_map.converters["story"] = urls.StoryConverter
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["style_version"] = _version(app)
    reading.teach(app.jinja_env)
    for part in (pages.pages, api.api, health.health):
        app.register_blueprint(part)
    errors.handle_errors(app)
    security.secure(app)
    return app


def _opener(index: Index | str | Path | None) -> Callable[[], Index]:
    """A function that gives the index, opening it once; a failed opening is tried again."""
    if index is not None and not isinstance(index, str | Path):
        return lambda: index
    url = index or os.environ.get("DATELINE_INDEX") or "indexdir"
    return cache(lambda: open_index(url))


def _version(app: Flask) -> str:
    style = Path(app.static_folder or "") / "dateline.css"
    return hashlib.sha256(style.read_bytes()).hexdigest()[:12]
