"""``dateline optimize`` and ``dateline check``: the upkeep of an index's folder."""

import click

from ..errors import DatelineError
from .options import index_option, warn_of_nothing
from .story import count_stories


@click.command()
@index_option
def optimize(index_url: str) -> None:
    """Make the index one segment: the quickest to search, the smallest on disk."""
    from ..index import Kept, open_index

    with open_index(index_url) as index:
        if not isinstance(index, Kept):
            raise DatelineError(f"The index {index_url} is not kept in files.")
        before = index.check()
        if not before.segments:
            warn_of_nothing(index_url)
            return
        index.optimize()
        after = index.check()
    click.echo(
        f"{count_stories(after.stories)} in one segment; there were {before.segments:,} before. "
        f"{before.size:,} bytes are now {after.size:,}."
        if before.segments > 1
        else f"{count_stories(after.stories)} in {after.size:,} bytes; there was nothing to merge."
    )


@click.command()
@index_option
def check(index_url: str) -> None:
    """Read every byte of the index and compare it with the checksums."""
    from ..index import Kept, open_index

    with open_index(index_url) as index:
        if not isinstance(index, Kept):
            raise DatelineError(f"The index {index_url} is not kept in files.")
        found = index.check()
    if not found.segments:
        warn_of_nothing(index_url)
        return
    segments = "1 segment" if found.segments == 1 else f"{found.segments:,} segments"
    click.echo(
        f"{count_stories(found.stories)}, {found.size:,} bytes in {segments}: "
        "all is as it was written."
    )
