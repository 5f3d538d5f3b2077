"""Files as stories: one file's bytes as one story, a path as all the stories under it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from ..article import Article
from ..errors import NotAnArticle
from ..wire import read_wire
from .detect import find_format
from .formats.feed import read_feed
from .formats.html import read_html
from .formats.jsonl import read_jsonl
from .formats.text import read_text
from .identity import identify
from .tally import Skipped
from .walk import find_files, read_bytes

# the longest live page of a long day has a third of this
_LONGEST_BODY = 1_000_000


def read_article(
    data: bytes, *, name: str, url: str | None = None, received: datetime | None = None
) -> Article:
    """One story from one file's bytes; its content and then ``name``'s ending decide the format.

    ``received`` is when the file came in: it may settle a missing year, never for certain.
    NotAnArticle says why there is no story, or that there are several.
    """
    found = list(_read_drafts(data, name, url))
    stories = [draft for draft in found if isinstance(draft, Article)]
    if len(stories) > 1:
        raise NotAnArticle(f"the file holds {len(stories)} stories; read it with read_articles")
    if not stories:
        raise found[0] if isinstance(found[0], NotAnArticle) else NotAnArticle("no story in it")
    return _finish(stories[0], name, received)


def read_articles(path: str | Path) -> Iterator[Article | Skipped]:
    """Every story of a file, or of a folder and the folders in it, in order of their names; what
    gives no story comes out as Skipped with its reason. When a file came in is not known: its
    time on disk is that of the last copy."""
    for found in find_files(Path(path)):
        yield from [found] if isinstance(found, Skipped) else read_file(found)


def read_file(path: Path) -> Iterator[Article | Skipped]:
    """Every story of one file."""
    data = read_bytes(path)
    if isinstance(data, Skipped):
        yield data
        return
    try:
        for draft in _read_drafts(data, str(path), None):
            yield _finish_or_skip(draft, str(path))
    except NotAnArticle as error:
        yield Skipped(str(path), str(error))


def _finish_or_skip(draft: Article | NotAnArticle, name: str) -> Article | Skipped:
    try:
        return (
            _finish(draft, name, None) if isinstance(draft, Article) else Skipped(name, str(draft))
        )
    except NotAnArticle as error:
        return Skipped(name, str(error))


def _read_drafts(data: bytes, name: str, url: str | None) -> Iterable[Article | NotAnArticle]:
    """The file's stories without wire facts and ids."""
    if not data:
        raise NotAnArticle("the file is empty")
    match find_format(data, name):
        case "html":
            return [read_html(data, url=url)]
        case "feed":
            return read_feed(data)
        case "jsonl":
            return read_jsonl(data)
        case "text":
            return [read_text(data)]


def _finish(draft: Article, name: str, received: datetime | None) -> Article:
    if len(draft.body) > _LONGEST_BODY:
        raise NotAnArticle(f"its text has {len(draft.body):,} characters, more than any story")
    return identify(read_wire(replace(draft, source=name), received=received))
