"""``dateline watch``: feeds asked now and then, and their new stories into the index."""

import math
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import DatelineError
from .options import index_option, read_table, speakers_option
from .story import count_stories
from .terminal import INTERRUPTED, compile_first, complain

if TYPE_CHECKING:
    from ..ingest import Tally
    from ..ingest.online.watch import Watch

_MINUTE = 60.0


@click.command()
@click.argument("feeds", metavar="FEED...", nargs=-1, required=True)
@click.option("--once", is_flag=True, help="Ask each feed once and end, as for cron.")
@click.option("--every", type=click.IntRange(1, 24 * 60), metavar="MINUTES", default=15,
              show_default=True, help="How often to ask each feed.")  # fmt: skip
@click.option("--allow-private", is_flag=True,
              help="Read from this machine's own network, too.")  # fmt: skip
@speakers_option
@index_option
def watch(
    feeds: tuple[str, ...], once: bool, every: int, allow_private: bool, **where: Any
) -> None:
    """Ask RSS and Atom feeds for what is new, and read the pages of their items into the index.

    One page at a time, a second apart, and only what a site's robots.txt lets be read. Until
    Ctrl-C, or once.
    """
    from ..index import Kept, open_index
    from ..ingest import Plan
    from ..ingest.online.manners import Manners, is_address
    from ..ingest.online.watch import Rhythm, Watch
    from ..ingest.online.watchlist import Watchlist

    for feed in feeds:
        if not is_address(feed):
            raise click.UsageError(f"A feed is an address, as https://…: {feed!r} is none.")
    plan = Plan(people=read_table(where["table"]))
    compile_first()
    with open_index(where["index_url"]) as index:
        if not isinstance(index, Kept):
            raise DatelineError("Feeds are watched for an index that is a folder.")
        watchlist = Watchlist(Path(index.folder))
        rhythm, manners = Rhythm(every=every * _MINUTE), Manners(allow_private=allow_private)
        try:
            _watch(Watch(feeds, index, watchlist, rhythm, manners, plan), once)
        except KeyboardInterrupt:
            complain("stopped; what was read is kept")
            raise SystemExit(INTERRUPTED) from None
        finally:
            watchlist.close()


def _watch(watched: "Watch", once: bool) -> None:
    waiting = watched.find_put_off()
    for url, wait in waiting.items():
        minutes = math.ceil(wait / _MINUTE)
        then = f"in {minutes:,} minutes" if minutes > 1 else "in a minute"
        complain(f"{url} could not be had before, and is asked again {then}")
    tally = watched.read()
    _tell(tally)
    if once or not watched.feeds:
        if not tally.read and (tally.skipped or waiting):
            raise SystemExit(1)
        return
    while True:
        time.sleep(max(watched.next_due(), 1.0))
        _tell(watched.read(only_due=True))


def _tell(tally: "Tally") -> None:
    for item in tally.skipped:
        complain(f"skipped {item.source}: {item.reason}")
    click.echo(
        f"{time.strftime('%Y-%m-%d %H:%M')} read {count_stories(tally.read)}: {tally.added:,} "
        f"added, {tally.unchanged:,} unchanged; {len(tally.skipped):,} skipped."
    )
