"""Feeds watched: asked now and then, and the pages of their new items taken into an index."""

import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from ...errors import NotAnArticle
from ...index import Index
from ..formats.feedlinks import read_links
from ..interruption import Interrupted
from ..part import Part
from ..plan import Plan
from ..run import take_parts
from ..tally import Skipped, Tally
from .address import NotFetched, PrivateAddress
from .fetch import Fetched, fetch
from .manners import Manners
from .page import read_fetched
from .robots import Robots
from .watchlist import Feed, Watchlist, put_off

_MOST_ITEMS = 100  # pages of one feed in one round; the others wait for the next
_STOP = frozenset((429, 503))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """Seconds from one reading of a feed to the next, and between two pages of one site."""

    every: float = 900.0
    pause: float = 1.0


@dataclass(slots=True)
class Watch:
    """Feeds, the index that their stories go into, and what is known of them."""

    feeds: Sequence[str]
    index: Index
    watchlist: Watchlist
    rhythm: Rhythm = field(default_factory=Rhythm)
    manners: Manners = field(default_factory=Manners)
    plan: Plan = field(default_factory=Plan)
    _robots: Robots = field(init=False)
    _last: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._robots = Robots(self.manners)
        self.manners = replace(self.manners, check=self._robots.check)

    def read(self, *, only_due: bool = False) -> Tally:
        """Ask each feed, or each whose time has come, and read the pages of what is new, one after
        the other; what became of them. A feed that failed waits for its time in any case. Where
        all are asked, one that is private and must not be is no longer among ``feeds``."""
        taken: list[str] = []
        try:
            tally = take_parts(lambda _: self._read(only_due, taken), self.index, self.plan)
        except Interrupted:
            self.watchlist.done(taken)
            raise
        self.watchlist.done(taken)
        return tally

    def next_due(self) -> float:
        """In how many seconds the first feed is due."""
        return max(min(self.watchlist.find(url).due for url in self.feeds) - time.time(), 0.0)

    def find_put_off(self) -> dict[str, float]:
        """The feeds that failed and are not asked yet, and in how many seconds each is."""
        known = map(self.watchlist.find, self.feeds)
        waits = {feed.url: feed.due - time.time() for feed in known if feed.failures}
        return {url: wait for url, wait in waits.items() if wait > 0}

    def _read(self, only_due: bool, taken: list[str]) -> Generator[Part, None, None]:
        for url in self.feeds:
            feed = self.watchlist.find(url)
            if feed.due > time.time() and (only_due or feed.failures):
                continue
            try:
                self._ask(feed)
            except (NotFetched, NotAnArticle) as error:
                is_left_out = isinstance(error, PrivateAddress) and not only_due
                if is_left_out:
                    self.feeds = [one for one in self.feeds if one != url]
                else:
                    wait = error.wait if isinstance(error, NotFetched) else None
                    self.watchlist.keep(put_off(feed, self.rhythm.every, wait))
                yield Part((Skipped(url, str(error)),), source=url)
                if is_left_out:
                    continue
            yield from self._read_items(url, taken)

    def _ask(self, feed: Feed) -> None:
        """Ask a feed what is new, and put it down."""
        fetched = self._fetch(feed.url, feed.marks)
        due = time.time() + self.rhythm.every
        if fetched.is_same:
            self.watchlist.keep(feed._replace(due=due, failures=0))
            return
        links = read_links(fetched.data, fetched.url)
        self.watchlist.keep(Feed(feed.url, replace(fetched, data=b""), due), links)

    def _read_items(self, url: str, taken: list[str]) -> Generator[Part, None, None]:
        """The stories of a feed's new items; ``taken`` gets those that were handed on, which are
        done with once they are kept."""
        for item in self.watchlist.waiting(url, _MOST_ITEMS):
            try:
                part = read_fetched(item, self._fetch(item))
            except NotFetched as error:
                if error.is_lasting:
                    self.watchlist.done([item])
                else:
                    self.watchlist.failed(item)
                yield Part((Skipped(item, str(error)),), source=item)
                if error.status in _STOP:
                    feed = self.watchlist.find(url)
                    self.watchlist.keep(put_off(feed, self.rhythm.every, error.wait))
                    return
                continue
            yield part
            taken.append(item)

    def _fetch(self, url: str, marks: Fetched | None = None) -> Fetched:
        """Fetch it, no sooner after the last from the same site than is polite."""
        site = urlsplit(url).netloc
        self._robots.check(url)
        pause = max(self.rhythm.pause, self._robots.delay(url))
        time.sleep(max(self._last.get(site, 0.0) + pause - time.monotonic(), 0.0))
        try:
            return fetch(url, self.manners, marks)
        finally:
            self._last[site] = time.monotonic()
