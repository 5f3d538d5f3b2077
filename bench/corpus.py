"""The corpora that benchmarks run on: real stories kept beside the project, never in it."""

import gzip
import json
import sys
from pathlib import Path
from typing import NamedTuple

DATELINES = Path(__file__).resolve().parent.parent.parent / "shared/data/datelines"


class Wire(NamedTuple):
    """A story in two parts."""

    id: str
    headline: str
    body: str


def read_reuters() -> list[Wire]:
    """The Reuters stories of 1987; exits with a sentence where they are absent."""
    path = DATELINES / "reuters.jsonl.gz"
    if not path.exists():
        sys.exit(f"This benchmark needs {path.name} in ../shared/data/datelines, which is absent.")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Wire(row["id"], row["headline"], row["raw"].partition("\n\n")[2]) for row in rows]


def has_reuters() -> bool:
    """Whether the Reuters stories are here."""
    return (DATELINES / "reuters.jsonl.gz").exists()
