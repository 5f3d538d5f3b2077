"""Files as stories: one file's bytes as one story, a path as all the stories under it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, cast

from ..article import Article
from ..errors import NotAnArticle
from .detect import Format, find_format
from .identity import find_id
from .member import Member
from .paragraphs import refuse_endless
from .tally import Skipped
from .walk import explain, file_size, find_files, name_of, open_file

# the module and the function that read each format; pages are read by their address too, and JSON
# by its line
_READERS: dict[Format, tuple[str, str]] = {
    "feed": ("feed", "read_feed"),
    "iptc7901": ("iptc7901", "read_iptc7901"),
    "mail": ("mail", "read_mail"),
    "newsml": ("newsml", "read_newsml"),
    "newsml-g2": ("newsmlg2", "read_newsml_g2"),
    "nitf": ("nitf", "read_nitf"),
    "sgml": ("sgml", "read_sgml"),
    "text": ("text", "read_text"),
}

Watch = Callable[[Iterable[Article | Skipped], str], Iterable[Article | Skipped]]


def _unwatched(found: Iterable[Article | Skipped], _: str) -> Iterable[Article | Skipped]:
    return found


def read_article(
    data: bytes, *, name: str | Path, url: str | None = None, received: datetime | None = None
) -> Article:
    """One story from one file's bytes; its content and then ``name``'s ending decide the format.

    ``received`` is when the file came in: it may settle a missing year, never for certain.
    NotAnArticle says why there is no story, or that there are several.
    """
    whole = Member(name=str(name), data=data, url=url, received=received)
    story, reason, count = None, None, 0
    for found in read_all(whole.open(), whole, len(data)):
        if isinstance(found, Skipped):
            reason = reason or found.reason
        else:
            story, count = found, count + 1
    if count > 1:
        raise NotAnArticle(f"the file holds {count:,} stories; read it with read_articles")
    if story is None:
        raise NotAnArticle(reason or "no story in it")
    return story


def read_articles(path: str | Path) -> Iterator[Article | Skipped]:
    """Every story of a file or an archive, or of a folder and the folders in it, in order of their
    names, or of standard input ("-"); what gives no story comes out as Skipped with its reason.
    When a file came in is not known: its time on disk is that of the last copy."""
    for found in find_files(path):
        yield from [found] if isinstance(found, Skipped) else read_file(found)


def read_file(path: Path, watch: Watch = _unwatched) -> Iterator[Article | Skipped]:
    """Every story of one file."""
    opened = open_file(path)
    if isinstance(opened, Skipped):
        yield opened
        return
    whole = Member(name=name_of(path))
    with opened as file:
        try:
            yield from read_all(file, whole, file_size(file), watch)
        except OSError as error:
            yield Skipped(whole.name, explain(error))


def read_all(
    file: BinaryIO, whole: Member, size: int, watch: Watch = _unwatched
) -> Iterator[Article | Skipped]:
    """Every story of a file, or of the files in it; ``watch`` goes between what each of these
    gives and whoever takes it."""
    from .archive import find_members

    for member in find_members(file, whole, size):
        if isinstance(member, Skipped):
            yield member
        else:
            yield from watch(_read_member(member), member.name)


def _read_member(member: Member) -> Iterator[Article | Skipped]:
    is_empty = True
    try:
        for draft in _read_drafts(member):
            is_empty = False
            yield _finish(draft, member)
    except NotAnArticle as error:
        yield Skipped(member.name, str(error))
    else:
        if is_empty:
            yield Skipped(member.name, "no story in it")


def _finish(draft: Article | NotAnArticle, member: Member) -> Article | Skipped:
    """The draft with its wire facts and its id; the reason why it is none."""
    if isinstance(draft, NotAnArticle):
        return Skipped(member.name, str(draft))
    try:
        refuse_endless(draft.body)
    except NotAnArticle as error:
        return Skipped(member.name, str(error))
    from ..wire.reading import find_facts

    facts = find_facts(draft, name=member.name, received=member.received)
    return replace(draft, id=find_id(draft), source=member.name, **facts)


def _read_drafts(member: Member) -> Iterable[Article | NotAnArticle]:
    """The file's stories without wire facts and ids. Each format is imported when a file has it:
    what reads no page should not wait for the libraries that do."""
    data = member.data
    if not data:
        raise NotAnArticle("the file is empty")
    kind = member.format or find_format(data, member.name)
    if kind == "html":
        from .formats.html import read_html

        return [read_html(data, url=member.url)]
    if kind == "jsonl":
        from .formats.jsonl import read_jsonl

        return read_jsonl(data, member.line)
    found = _load_reader(kind)(data)
    return [found] if isinstance(found, Article) else found


@cache
def _load_reader(kind: Format) -> Callable[[bytes], Article | Iterable[Article | NotAnArticle]]:
    module, reader = _READERS[kind]
    loaded = getattr(import_module(f".formats.{module}", __package__), reader)
    return cast("Callable[[bytes], Article | Iterable[Article | NotAnArticle]]", loaded)
