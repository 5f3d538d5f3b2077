"""A file of each format, and beside it every story that it gives, field by field.

In ``wire/`` stand the files; ``NAME.json`` has what is read from ``NAME``: for each story the
fields that are not empty, or the reason why there is none.
"""

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from search import Article, read_articles
from search.ingest import Skipped
from search.record import article_to_record

FOLDER = Path(__file__).parent / "wire"
EMPTY = article_to_record(Article(id="", headline=""))
SHARED = Path(__file__).resolve().parents[3] / "shared/data/wire-formats"


def told(item: Article | Skipped, path: Path) -> dict[str, Any]:
    """What was read, as the expected file writes it."""
    if isinstance(item, Skipped):
        return {"skipped": item.reason, "member": item.source.removeprefix(str(path))}
    record = article_to_record(dataclasses.replace(item, source=None))
    filled = {name: value for name, value in record.items() if value != EMPTY[name]}
    member = (item.source or "").removeprefix(str(path))
    return filled | ({"member": member} if member else {})


@pytest.mark.parametrize("name", sorted(p.stem for p in FOLDER.glob("*.json")))
def test_file_gives_its_stories_field_by_field(name: str) -> None:
    path = FOLDER / name
    found = [told(item, path) for item in read_articles(path)]
    expected = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    assert found == expected


def test_no_file_is_without_its_expected_stories() -> None:
    files = {path.name for path in FOLDER.iterdir()}
    assert {name for name in files if not name.endswith(".json")} == {
        name.removesuffix(".json") for name in files if name.endswith(".json")
    }
