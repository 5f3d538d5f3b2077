"""Pages of results: which there are, and the way to the next and the one before."""

from dataclasses import dataclass

from search.query.parameters import MOST_PAGED
from search.query.request import Results

from .urls import Asked


@dataclass(frozen=True, slots=True)
class Pages:
    """Page ``current`` of ``last`` (0 where nothing was found), with links; ``is_cut`` tells that
    there are stories beyond the last page. Behind a cursor no page has a number: ``current`` is
    None."""

    current: int | None
    last: int
    previous: str | None
    next: str | None
    final: str
    is_cut: bool


def find_pages(asked: Asked, results: Results) -> Pages:
    """The pages of these results."""
    limit, current = asked.request.limit, asked.request.page
    last = min(-(-results.total // limit), MOST_PAGED // limit)
    has_number = asked.request.cursor is None
    return Pages(
        current=current if has_number else None,
        last=last,
        previous=find_previous(asked) if current <= last else None,
        next=_page_after(asked, last) if has_number else find_next(asked, results),
        final=asked.url(page=max(last, 1), cursor=None),
        is_cut=has_number and results.total > last * limit,
    )


def find_next(asked: Asked, results: Results) -> str | None:
    """The address of the next page: by cursor where the index gives one, which has no limit."""
    if results.cursor:
        return asked.url(cursor=results.cursor, page=1)
    return None if asked.request.cursor else find_pages(asked, results).next


def find_previous(asked: Asked) -> str | None:
    """The address of the page before; None on the first, and behind a cursor."""
    page = asked.request.page
    return asked.url(page=page - 1) if page > 1 else None


def _page_after(asked: Asked, last: int) -> str | None:
    page = asked.request.page
    return asked.url(page=page + 1) if page < last else None
