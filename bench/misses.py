"""Scores of a page's reading, and of what kind its misses are."""

import datetime as dt
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

from search import Article
from search.ingest.encoding import one_line, read_markup
from search.ingest.page.jsonld import read_jsonld
from search.ingest.page.metadata import read_metadata, read_microdata
from search.ingest.page.tree import Element, read_tree, read_visible

FIELDS = ("headline", "day", "authors")
# the share of a paragraph's 4-grams that a text must have to hold it
_HELD = 0.6
# paragraphs of fewer words tell nothing
_FEWEST = 8

Gold = dict[str, Any]


def half(name: str) -> int:
    return int(hashlib.sha1(name.encode()).hexdigest(), 16) % 2


def f1(precision: float, recall: float) -> float:
    total = precision + recall
    return 2 * precision * recall / total if total else 0.0


def score(gold: Gold, article: Article | None) -> dict[str, float]:
    """Each field's score between 0 and 1, of the fields that the gold has."""
    ours, true = _grams(article.body if article else ""), _grams(gold["body"])
    both = sum((ours & true).values())
    found = {}
    if ours:
        found["precision"] = both / sum(ours.values())
    if true:
        found["recall"] = both / sum(true.values())
    if gold.get("headline"):
        found["headline"] = float(_fold(article and article.headline) == _fold(gold["headline"]))
    if gold.get("published"):
        found["day"] = float(_day(article and article.published) == gold["published"][:10])
    if gold.get("authors"):
        found["authors"] = _score_authors(gold, article)
    return found


def find_kinds(gold: Gold, data: bytes, article: Article | None) -> Iterator[tuple[str, str]]:
    """The fields missed, each with the kind of its miss; a body may have several."""
    scores = score(gold, article)
    tree = read_tree(read_markup(data))
    if scores.get("headline") == 0:
        yield "headline", _headline_kind(gold, tree)
    if scores.get("day") == 0:
        yield "day", _day_kind(gold, tree)
    if scores.get("authors", 1) < 1:
        yield "authors", _authors_kind(gold, article)
    if article:
        yield from (("body", kind) for kind in _body_kinds(gold, tree, article))


def _headline_kind(gold: Gold, tree: Element) -> str:
    """Where on the page the expected headline stands."""
    meta = read_metadata(tree)
    places = {
        "printed as a heading": [read_visible(h) for h in tree.iter("h1")],
        "in JSON-LD, not printed": [read_jsonld(tree).headline],
        "in og:title or the like, not printed": [meta.headline],
        "in the title element, not printed": [tree.findtext(".//title")],
    }
    for kind, texts in places.items():
        if _fold(gold["headline"]) in {_fold(text) for text in texts if text}:
            return kind
    return "nowhere on the page"


def _day_kind(gold: Gold, tree: Element) -> str:
    voices = (read_jsonld(tree), read_metadata(tree), read_microdata(tree))
    try:
        day = dt.date.fromisoformat(gold["published"][:10])
    except ValueError:
        return f"what is expected is no day: {gold['published'][:10]}"
    published = {voice.published.date() for voice in voices if voice.published}
    updated = {voice.updated.date() for voice in voices if voice.updated}
    if day in published:
        return "a publication by another voice of the page"
    if day in updated:
        return "the day of the last change"
    if any(abs(day - other) == dt.timedelta(days=1) for other in published):
        return "a day beside the publication (another time zone)"
    if any((day.month, day.day) == (other.month, other.day) for other in published | updated):
        return "the page's day in another year"
    return "a day that the markup does not give"


def _authors_kind(gold: Gold, article: Article | None) -> str:
    ours = {_fold(name) for name in (article.authors if article else ())}
    true = {_fold(name) for name in gold["authors"]}
    if not ours:
        return "nobody found"
    if true < ours:
        return "more than expected"
    return "fewer than expected" if ours < true else "others than expected"


def _body_kinds(gold: Gold, tree: Element, article: Article) -> set[str]:
    """How the body differs by whole paragraphs."""
    ours, true = _paragraphs(article.body), _paragraphs(gold["body"])
    page = set(_grams(" ".join(tree.itertext())))
    mine, theirs = set(_grams(article.body)), set(_grams(gold["body"]))
    lost = [text for text in true if not _holds(mine, text)]
    added = [number for number, text in enumerate(ours) if not _holds(theirs, text)]
    last = max((n for n, text in enumerate(ours) if _holds(theirs, text)), default=-1)
    standfirst = set(_grams(article.standfirst or ""))
    kinds = set()
    for text in lost:
        if not _holds(page, text):
            kinds.add("lost: not on the page")
        elif _holds(standfirst, text) or text == true[0]:
            kinds.add("lost: the standfirst")
        else:
            kinds.add("lost: other")
    kinds |= {"added: after the expected end" if n > last else "added: before it" for n in added}
    return kinds


def _paragraphs(text: str) -> list[str]:
    lines = [line for line in text.split("\n") if len(re.findall(r"\w+", line)) >= _FEWEST]
    return lines or [text]


def _holds(grams: set[tuple[str, ...]], text: str) -> bool:
    parts = list(_grams(text))
    return sum(part in grams for part in parts) >= _HELD * len(parts)


def _score_authors(gold: Gold, article: Article | None) -> float:
    ours = {_fold(name) for name in (article.authors if article else ())}
    true = {_fold(name) for name in gold["authors"]}
    both = len(ours & true)
    return f1(both / len(ours) if ours else 0.0, both / len(true))


def _grams(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    if len(words) < 4:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(*(words[start:] for start in range(4)), strict=False))


def _day(moment: dt.datetime | None) -> str | None:
    return moment.date().isoformat() if moment else None


def _fold(text: str | None) -> str:
    text = unicodedata.normalize("NFKC", one_line(text)).casefold()
    text = re.sub("[‘’`´]", "'", re.sub("[“”«»]", '"', re.sub("[‐-―]", "-", text)))
    return " ".join(text.split())
