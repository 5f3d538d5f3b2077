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


# of agencies' own files: what each gives, and the fields that its markup carries
REAL = {
    "IPTC7901.txt": "agency dateline published slug urgency",
    "LISTING_1_A_NewsML-G2_News_Item.xml": "has no text",
    "LISTING_28_Illustrating_Located_Subject_and_Dateline.xml": "holds no news item",
    "LISTING_2_NewsML-G2_Text_Document.xml": """agency authors byline dateline keywords language
        published slug updated version""",
    "aap.xml": "agency authors byline dateline keywords published slug urgency",
    "afp.xml": "agency dateline keywords language published slug urgency version",
    "ap-nitf.xml": "agency authors byline dateline published",
    "bbc-ninjs-text-test.json": """authors byline keywords language published standfirst urgency
        url""",
    "ninjsExSimpleText1.json": "agency authors byline dateline published url",
    "nitf-fishing.xml": """authors byline dateline headings keywords language published replaces
        signal slug standfirst urgency url version""",
    "pa1.xml": "agency keywords published slug urgency",
    "reuters-newsml-g2.xml": "names 5 items and holds no text itself",
}
_ALWAYS = {"id", "headline", "body", "statements", "speakers", "notes", "source"}


@pytest.mark.skipif(
    not SHARED.is_dir(), reason="the agencies' files are absent: ../shared/data/wire-formats"
)
@pytest.mark.parametrize("name", REAL)
def test_real_file_gives_every_field_that_it_carries(name: str) -> None:
    (found,) = read_articles(SHARED / name)
    if isinstance(found, Skipped):
        print(f"{name}: {found.reason}")
        assert found.reason.endswith(REAL[name])
        return
    fields = {name for name, value in article_to_record(found).items() if value != EMPTY[name]}
    print(f"{name}: {found.headline}: {' '.join(sorted(fields))}")
    assert fields - _ALWAYS == set(REAL[name].split())


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/data/wire-formats is absent")
def test_every_real_file_is_in_the_table() -> None:
    assert {path.name for path in SHARED.iterdir()} == set(REAL)
