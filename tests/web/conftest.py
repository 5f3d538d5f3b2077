"""An application over the invented stories, and a client to ask it."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from search.index import Index
from search.index.memory import MemoryIndex
from tests.web.newsroom import STORIES
from web import create_app


@pytest.fixture(scope="session")
def index() -> Iterator[Index]:
    with MemoryIndex() as index:
        index.add(STORIES)
        yield index


@pytest.fixture(scope="session")
def client(index: Index) -> FlaskClient:
    app = create_app(index)
    app.testing = True  # an error of ours that nobody foresaw fails the test
    return app.test_client()
