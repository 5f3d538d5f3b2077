"""What a site asks of programs that read it: its robots.txt (RFC 9309)."""

import time
from dataclasses import dataclass, field, replace
from typing import NamedTuple
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from .address import NotFetched, PrivateAddress
from .fetch import AGENT, fetch
from .manners import Manners

_SECONDS = 10.0
_LARGEST = 500 * 1024  # as much as RFC 9309 says must be read
_KEPT = 24 * 3600.0
_LONGEST_DELAY = 60.0


class _Rules(NamedTuple):
    """A site's rules until a moment of the clock; ``failure`` is why there are none, and nothing
    may be read."""

    until: float
    rules: RobotFileParser
    failure: str = ""


@dataclass(slots=True)
class Robots:
    """The rules of each site, asked for once a day."""

    manners: Manners
    _kept: dict[str, _Rules] = field(default_factory=dict)

    def check(self, url: str) -> None:
        """NotFetched where the site does not let this be read, or does not say what it lets."""
        kept = self._find(url)
        if kept.failure:
            raise NotFetched(kept.failure)
        if not kept.rules.can_fetch(AGENT, url):
            raise NotFetched("its site's robots.txt does not let it be read", status=403)

    def delay(self, url: str) -> float:
        """The seconds that the site wants between two readings, a minute at most; 0 for none."""
        wanted = self._find(url).rules.crawl_delay(AGENT)
        return min(float(wanted or 0), _LONGEST_DELAY)

    def _find(self, url: str) -> _Rules:
        site = "{0.scheme}://{0.netloc}".format(urlsplit(url))
        kept = self._kept.get(site)
        if kept is None or kept.until < time.monotonic():
            kept = self._kept[site] = self._ask(site)
        return kept

    def _ask(self, site: str) -> _Rules:
        """The site's rules. Where it has none, all may be read; where it fails, nothing, for an
        hour. PrivateAddress where it may not be asked."""
        rules, now = RobotFileParser(), time.monotonic()
        seconds = min(_SECONDS, self.manners.seconds)
        manners = replace(
            self.manners, seconds=seconds, largest=_LARGEST, is_cut=True, check=lambda _: None
        )
        try:
            text = fetch(f"{site}/robots.txt", manners).data.decode("utf-8", "replace")
        except PrivateAddress:
            raise
        except NotFetched as error:
            rules.parse([])
            failure = "" if error.is_lasting else f"its site's robots.txt cannot be had: {error}"
            return _Rules(now + (_KEPT if error.is_lasting else 3600), rules, failure)
        rules.parse(text.splitlines())
        return _Rules(now + _KEPT, rules)
