"""The story in a page's own data, where only a script would write it into the page: what frameworks
leave as JSON for themselves ("__NEXT_DATA__", "window.__INITIAL_STATE__ = {…}")."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from ..encoding import one_line
from .facts import Facts
from .headline import are_alike
from .jsonld import read_people
from .moments import read_moment
from .tree import Element

# the keys under which newsrooms' systems keep each fact, the most telling first
_HEADLINE = ("headline", "title", "heading", "name")
_STANDFIRST = ("standfirst", "dek", "subtitle", "description", "summary", "excerpt")
_BODY = ("articleBody", "body", "bodyHtml", "body_html", "content", "contentHtml", "html", "text",
         "content_elements", "paragraphs", "blocks", "story")  # fmt: skip
_AUTHORS = ("authors", "author", "byline", "bylines", "writers")
_PUBLISHED = ("datePublished", "publishedAt", "published_at", "publishedDate", "publishDate",
              "publish_date", "publicationDate", "firstPublishedAt", "first_publish_date",
              "display_date", "pubDate", "published", "createdAt", "date")  # fmt: skip
_UPDATED = ("dateModified", "updatedAt", "updated_at", "modified", "last_updated_date")
# where the text of a block is, and of the parts in it
_TEXTS = ("text", "html", "content", "value", "body", "data")
_PARTS = ("children", "content", "blocks", "items", "paragraphs", "json")
# how a block tells what it is, and what has its text in one line
_KINDS = ("type", "_type", "nodeType", "tag")
_LINES = frozenset(
    """p paragraph block heading h1 h2 h3 h4 h5 h6 li listitem list-item a link
hyperlink span em i b strong""".split()
)
_ASSIGNED = re.compile(r"(?:^|[;\s])(?:window|self|globalThis)?[\w.$\[\]'\"]{2,60}\s?=\s?(?=[{\[])")
_MARKUP = re.compile(r"</?(?:p|div|br|h\d)\b")
# characters of a script that may hold a story, and of a story
_SHORTEST_SCRIPT = 500
_SHORTEST = 300
# how deep and how many objects are looked at
_DEEPEST = 30
_MOST = 20_000


def read_state(tree: Element, titles: Sequence[str]) -> Facts:
    """What the data says of the story that one of these titles names, its body as markup; empty
    where it has none. The longest text of such a headline is the story's."""
    best, text = Facts(), ""
    for found in (o for value in _values(tree) for o in _objects(value)):
        headline = _first_line(found, _HEADLINE)
        if headline and any(are_alike(headline, title) for title in titles if title):
            body = max((_write(found[key]) for key in _BODY if key in found), key=len, default="")
            if len(body) > max(len(text), _SHORTEST):
                best, text = _read_facts(found, headline, body), body
    return best


def _read_facts(found: dict[str, Any], headline: str, body: str) -> Facts:
    return Facts(
        headline=headline,
        standfirst=_first_line(found, _STANDFIRST),
        authors=next(filter(None, (read_people(found.get(key)) for key in _AUTHORS)), ()),
        published=read_moment(_first_line(found, _PUBLISHED)),
        updated=read_moment(_first_line(found, _UPDATED)),
        body=body,
    )


def _values(tree: Element) -> Iterator[Any]:
    """The values that scripts have as JSON, or give to a variable as such."""
    for script in tree.iter("script"):
        text, kind = script.text or "", (script.get("type") or "").casefold()
        if len(text) < _SHORTEST_SCRIPT or "ld+json" in kind:
            continue
        start = 0 if "json" in kind else next((m.end() for m in _ASSIGNED.finditer(text)), None)
        try:
            yield json.JSONDecoder(strict=False).raw_decode(text.lstrip(), start or 0)[0]
        except (ValueError, RecursionError):
            continue


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    left, seen = [(value, 0)], 0
    while left and seen < _MOST:
        value, depth = left.pop()
        seen += 1
        if isinstance(value, dict):
            # some keys say what was asked for: 'body({"format":"html"})'
            yield {key.partition("(")[0]: part for key, part in value.items()}
        if depth < _DEEPEST and isinstance(value, dict | list):
            parts = value.values() if isinstance(value, dict) else value
            left += [(part, depth + 1) for part in parts if isinstance(part, dict | list)]


def _first_line(found: dict[str, Any], keys: Sequence[str]) -> str | None:
    """One line of text under the first of these keys that has any."""
    for key in keys:
        value = found.get(key)
        if isinstance(value, dict):
            value = next((v for v in value.values() if isinstance(v, str)), None)
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and (line := one_line(value)):
            return line
    return None


def _write(value: Any, depth: int = 0) -> str:
    """A body as markup: a text as it is, or each block as a paragraph."""
    if isinstance(value, str):
        return value if _MARKUP.search(value) else value.replace("\n", "<br><br>")
    if isinstance(value, list) and depth < _DEEPEST:
        texts = [_write_block(part, depth + 1) for part in value]
        return "".join(text if _MARKUP.match(text) else f"<p>{text}</p>" for text in texts if text)
    if isinstance(value, dict) and depth < _DEEPEST:
        return _write_block(value, depth + 1)
    return ""


def _write_block(block: Any, depth: int) -> str:
    """The text of one block: its own, or that of its parts, in one line where it is a line."""
    if isinstance(block, str):
        return block
    if not isinstance(block, dict) or depth > _DEEPEST:
        return ""
    if own := next((block[key] for key in _TEXTS if isinstance(block.get(key), str)), ""):
        return own
    for parts in (block[key] for key in _PARTS if key in block):
        if isinstance(parts, list):
            texts = [_write_block(part, depth + 1) for part in parts]
            return "".join(texts if _is_line(block) else (f"<p>{t}</p>" for t in texts if t))
        if isinstance(parts, dict):
            return _write_block(parts, depth + 1)
    return ""


def _is_line(block: dict[str, Any]) -> bool:
    return any(str(block.get(key)).casefold() in _LINES for key in _KINDS)
