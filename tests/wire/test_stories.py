"""Whole stories, two in the style of each of twelve agencies, and what an editor reads in each."""

import json
from pathlib import Path
from typing import Any

import pytest

from search import Article, Statement, read_article

STORIES = sorted((Path(__file__).resolve().parent.parent / "stories").glob("*.txt"))


def as_read(article: Article) -> dict[str, Any]:
    """The reading of a story in the shape of its JSON file."""
    line = article.dateline
    return {
        "headline": article.headline,
        "kicker": article.kicker,
        "standfirst": article.standfirst,
        "agency": article.agency,
        "headings": [heading.text for heading in article.headings],
        "dateline": line
        and {
            "place": line.place,
            "country": line.country,
            "date": line.date and str(line.date),
            "is_certain": line.is_certain,
            "method": line.method,
        },
        "speakers": [speaker.name for speaker in article.speakers],
        "statements": [_statement(s, article.body) for s in article.statements],
    }


def _statement(statement: Statement, body: str) -> dict[str, Any]:
    words = body[statement.start : statement.end].split()
    speaker = statement.speaker
    return {
        "kind": statement.kind,
        "speaker": speaker and speaker.name,
        "mention": speaker and body[speaker.start : speaker.end],
        "cue": statement.cue,
        "starts": " ".join(words[:4]),
        "ends": " ".join(words[-4:]),
    }


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_story_is_read_in_full(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert as_read(read_article(path.read_bytes(), name=path.name)) == expected


def test_there_are_stories() -> None:
    assert len(STORIES) >= 24
