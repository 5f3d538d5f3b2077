"""Files as stories: one file's bytes as one story, a path as all the stories under it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import cast

from ..article import Article
from ..errors import NotAnArticle
from ..wire import read_wire
from .detect import Format, find_format
from .identity import identify
from .paragraphs import refuse_endless
from .tally import Skipped
from .walk import find_files, read_bytes

# the module and the function that read each format but pages, which are read by their address too
_READERS: dict[Format, tuple[str, str]] = {
    "feed": ("feed", "read_feed"),
    "iptc7901": ("iptc7901", "read_iptc7901"),
    "jsonl": ("jsonl", "read_jsonl"),
    "newsml": ("newsml", "read_newsml"),
    "newsml-g2": ("newsmlg2", "read_newsml_g2"),
    "nitf": ("nitf", "read_nitf"),
    "sgml": ("sgml", "read_sgml"),
    "text": ("text", "read_text"),
}


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
    """The file's stories without wire facts and ids. Each format is imported when a file has it:
    what reads no page should not wait for the libraries that do."""
    if not data:
        raise NotAnArticle("the file is empty")
    kind = find_format(data, name)
    if kind == "html":
        from .formats.html import read_html

        return [read_html(data, url=url)]
    module, reader = _READERS[kind]
    found = getattr(import_module(f".formats.{module}", __package__), reader)(data)
    return (
        [found] if isinstance(found, Article) else cast("Iterable[Article | NotAnArticle]", found)
    )


def _finish(draft: Article, name: str, received: datetime | None) -> Article:
    refuse_endless(draft.body)
    return identify(read_wire(replace(draft, source=name), received=received))
