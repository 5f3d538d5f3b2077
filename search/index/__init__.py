"""Where stories are kept and found: the Index protocol and the way to open one."""

from collections.abc import Iterable, Sequence
from os import PathLike, fspath
from pathlib import Path
from typing import NamedTuple, Protocol, Self, runtime_checkable

from ..article import Article
from ..errors import IndexUnavailable
from ..query.request import Results, SearchRequest


class Index(Protocol):
    """Articles in, results out. Every index passes tests/index/contract.py."""

    def add(self, articles: Iterable[Article]) -> int:
        """Keep these stories, each replacing the one with its id; all of them or, on an error,
        none. Durable and visible on return. How many stories were kept."""
        ...

    def remove(self, ids: Iterable[str]) -> int:
        """Forget these stories; how many there were."""
        ...

    def get(self, article_id: str) -> Article | None:
        """The story with this id."""
        ...

    def search(self, request: SearchRequest) -> Results:
        """What the request asks for, as of the last commit."""
        ...

    def close(self) -> None:
        """Let go of files; using the index afterwards is IndexUnavailable."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *error: object) -> None: ...


class Upkeep(NamedTuple):
    """How many stories an index holds, in how many segments and bytes."""

    stories: int
    segments: int
    size: int


@runtime_checkable
class Kept(Protocol):
    """An index that is kept in files, in ``folder``."""

    @property
    def folder(self) -> Path:
        """Where its files are; there may be none yet."""
        ...

    def held(self, ids: Sequence[str]) -> set[str]:
        """Those of these ids of which it has the story."""
        ...

    def optimize(self) -> None:
        """Make it one segment without dead stories: the quickest to search."""
        ...

    def check(self) -> Upkeep:
        """Read every byte; IndexUnavailable, naming the file, where one has changed."""
        ...


def open_index(url: str | PathLike[str] = "indexdir") -> Index:
    """The index at ``url``: a folder, or "memory:" for one that is gone when it is closed.

    A folder is made into an index by its first ``add``; until then it is an empty index.
    """
    url = fspath(url)
    if not url:
        raise IndexUnavailable("An index is a folder, and this one has no name")
    if url == "memory:":
        from .memory import MemoryIndex

        return MemoryIndex()
    if "://" in url:
        raise IndexUnavailable(f"An index is a folder, and {url} is the name of none")
    from .embedded import EmbeddedIndex

    return EmbeddedIndex(url)
