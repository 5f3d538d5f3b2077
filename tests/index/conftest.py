"""The indexes that must keep the contract, each test once with each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from search import open_index
from search.index import Index

INDEXES = ("memory", "embedded")


@pytest.fixture(params=INDEXES)
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Index]:
    url = {"memory": "memory:", "embedded": str(tmp_path / "index")}[request.param]
    with open_index(url) as opened:
        yield opened
