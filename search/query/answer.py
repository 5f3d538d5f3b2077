"""Results as plain JSON values, the same on the command line and, with links added, over HTTP."""

from collections import Counter
from typing import Any

from ..article import Article, Dateline, Speaker, StoryDate
from ..schema import FACETS_OF, speaker_value
from ..snippet import mark_statement
from ..text import slug
from .parameters import write_parameters
from .request import Facet, Filter, Hit, Results, SearchRequest, Timeline

# the parameters that narrow a search
_NARROWING = {*FACETS_OF["statements"], "from", "to", "certain"}


def results_to_record(
    request: SearchRequest, results: Results, q: str | None = None
) -> dict[str, Any]:
    """The answer in dicts, lists, strings and numbers; ``q`` is the query as typed."""
    filters = {asked.facet: asked for asked in request.filters}
    return {
        "query": _query(request, q),
        "total": {"value": results.total, "relation": "gte" if results.timed_out else "eq"},
        "indexed": results.indexed,
        "took_ms": round(results.took_ms, 3),
        "timed_out": results.timed_out,
        "results": [
            _hit(hit) if hit.place is None else _said(request, hit) for hit in results.hits
        ],
        "facets": {
            name: _facet(facet, filters.get(name)) for name, facet in results.facets.items()
        },
        "timeline": _timeline(results.timeline) if results.timeline else None,
        "cursor": results.cursor,
    }


def date_to_record(day: StoryDate | None) -> dict[str, Any] | None:
    """A story's day with how it is known; None for an undated story."""
    if day is None:
        return None
    return {
        "value": day.value.isoformat(),
        "is_certain": day.is_certain,
        "method": day.method,
        "alternatives": [other.isoformat() for other in day.alternatives],
    }


def is_selected(value: str, asked: Filter | None) -> bool:
    """Whether the filter wants this value; they match by slug, as in the index."""
    return asked is not None and slug(value) in map(slug, asked.wanted)


def count_statements(article: Article) -> Counter[str]:
    """How many statements each speaker makes, by the slug of their name."""
    return Counter(slug(said.speaker.name) for said in article.statements if said.speaker)


def _query(request: SearchRequest, q: str | None) -> dict[str, Any]:
    parsed = str(request.query)
    filters: dict[str, list[str]] = {}
    for name, value in write_parameters(request):
        if name in _NARROWING:
            filters.setdefault(name, []).append(value)
    typed = parsed if q is None else q
    return {"q": typed, "parsed": parsed, "notes": list(request.query.notes), "filters": filters}


def _hit(hit: Hit) -> dict[str, Any]:
    story = hit.article
    return {
        "id": hit.id,
        "type": "story",
        "score": hit.score,
        **_facts(story),
        "speakers": _speakers(story),
        "snippets": [
            {"field": s.field, "text": s.text, "marks": [list(mark) for mark in s.marks]}
            for s in hit.snippets
        ],
    }


def _said(request: SearchRequest, hit: Hit) -> dict[str, Any]:
    """A statement: its text with the places that the query found in it, who, how, and where."""
    story, place = hit.article, hit.place or 0
    said, shown = story.statements[place], mark_statement(story, place, request.query)
    return {
        "type": "statement",
        "score": hit.score,
        "text": shown.text,
        "marks": [list(mark) for mark in shown.marks],
        "kind": said.kind,
        "cue": said.cue,
        "speaker": _speaker(said.speaker) if said.speaker else None,
        "start": said.start,
        "end": said.end,
        "pieces": [list(piece) for piece in said.pieces],
        "place": place,
        "story": {"id": hit.id, **_facts(story)},
    }


def _facts(story: Article) -> dict[str, Any]:
    return {
        "url": story.url,
        "headline": story.headline,
        "standfirst": story.standfirst,
        "agency": story.agency,
        "dateline": _dateline(story.dateline) if story.dateline else None,
        "date": date_to_record(story.date),
    }


def _speaker(who: Speaker) -> dict[str, Any]:
    """Who says it; ``start`` and ``end`` are where the story names them there."""
    return {
        "id": speaker_value(who.name)[0],
        "name": who.name,
        "role": who.role,
        "organisation": who.organisation,
        "start": who.start,
        "end": who.end,
    }


def _dateline(line: Dateline) -> dict[str, Any]:
    return {"text": line.text, "place": line.place, "country": line.country}


def _speakers(story: Article) -> list[dict[str, Any]]:
    counts = count_statements(story)
    return [
        {
            "id": speaker_value(speaker.name)[0],
            "name": speaker.name,
            "role": speaker.role,
            "statements": counts[slug(speaker.name)],
        }
        for speaker in story.speakers
    ]


def _facet(facet: Facet, asked: Filter | None) -> dict[str, Any]:
    values = [
        {
            "value": one.value,
            "label": one.label,
            "count": one.count,
            "selected": is_selected(one.value, asked),
        }
        for one in facet.values
    ]
    return {"values": values, "distinct": facet.distinct, "missing": facet.missing}


def _timeline(timeline: Timeline) -> dict[str, Any]:
    buckets = [
        {"from": bucket.since.isoformat(), "count": bucket.count, "uncertain": bucket.uncertain}
        for bucket in timeline.buckets
    ]
    return {"interval": timeline.interval, "buckets": buckets, "undated": timeline.undated}
