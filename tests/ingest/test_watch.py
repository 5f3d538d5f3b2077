"""Feeds watched on a real site: what is asked, how often, and what comes of it."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from search import SearchRequest, open_index, parse_query
from search.index import Index
from search.ingest import Interrupted, Skipped, Tally
from search.ingest.formats import feedlinks as feeds
from search.ingest.online import watch
from search.ingest.online.manners import Manners
from search.ingest.online.watch import Rhythm, Watch
from search.ingest.online.watchlist import Watchlist
from tests.ingest.site import Answer, Site, open_site

Read = Callable[..., Tally]
QUICK = Rhythm(pause=0.0)


def page(number: int) -> bytes:
    prose = f"<p>OSLO, March 3, 2024 (AP) — Dam {number} held through the night, they said.</p>"
    return f"<html><body><h1>Dam {number} holds above Oslo</h1>{prose * 2}</body></html>".encode()


def rss(site: Site, *numbers: int) -> bytes:
    items = "".join(
        f"<item><title>Dam {n}</title><link>{site.base}/dam/{n}</link></item>" for n in numbers
    )
    return f"<rss version='2.0'><channel><title>Wire</title>{items}</channel></rss>".encode()


def put(site: Site, *numbers: int, **headers: str) -> None:
    """The feed with these items, and their pages."""
    site.answers["/feed"] = Answer(rss(site, *numbers), headers=headers)
    for number in numbers:
        site.answers[f"/dam/{number}"] = Answer(page(number))


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as opened:
        yield opened


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with open_index(str(tmp_path / "index")) as opened:
        yield opened


@pytest.fixture
def read(site: Site, index: Index, tmp_path: Path) -> Read:
    """Reads the site's feed once, as a new process would; in what rhythm, and with what manners."""

    def once(*paths: str, rhythm: Rhythm = QUICK, only_due: bool = False) -> Tally:
        watchlist = Watchlist(tmp_path / "index")
        manners = Manners(allow_private=True, seconds=2)
        chosen = [f"{site.base}{path}" for path in paths or ("/feed",)]
        try:
            return Watch(chosen, index, watchlist, rhythm, manners).read(only_due=only_due)
        finally:
            watchlist.close()

    return once


def count(index: Index) -> int:
    return index.search(SearchRequest(query=parse_query("dam"), limit=1)).total


def test_new_items_are_read_and_each_once(site: Site, index: Index, read: Read) -> None:
    put(site, 1, 2)
    assert read() == Tally(read=2, added=2)
    assert site.paths() == ["/feed", "/dam/1", "/dam/2"]
    put(site, 3, 1, 2)
    assert read() == Tally(read=1, added=1)
    assert site.paths()[3:] == ["/feed", "/dam/3"]
    assert count(index) == 3


def test_feed_that_has_not_changed_is_not_sent_again(site: Site, read: Read) -> None:
    put(site, 1, ETag='"a"')
    read()
    assert read() == Tally()
    assert site.asked[-1][1]["If-None-Match"] == '"a"'


def test_feed_is_asked_when_its_time_has_come(site: Site, read: Read) -> None:
    put(site, 1)
    read(rhythm=Rhythm(every=0.3, pause=0.0), only_due=True)
    read(rhythm=Rhythm(every=0.3, pause=0.0), only_due=True)
    assert site.paths().count("/feed") == 1
    time.sleep(0.4)
    read(rhythm=Rhythm(every=0.3, pause=0.0), only_due=True)
    assert site.paths().count("/feed") == 2


def test_pages_of_one_site_are_read_with_a_pause_between(site: Site, read: Read) -> None:
    put(site, 1, 2, 3)
    started = time.monotonic()
    read(rhythm=Rhythm(pause=0.1))
    assert time.monotonic() - started >= 0.3


def test_what_robots_txt_forbids_is_not_read(site: Site, read: Read) -> None:
    put(site, 1, 2)
    rules = b"User-agent: *\nDisallow: /dam/2\n\nUser-agent: Other\nDisallow: /\n"
    site.answers["/robots.txt"] = Answer(rules)
    told = "its site's robots.txt does not let it be read"
    assert read() == Tally(read=1, added=1, skipped=(Skipped(f"{site.base}/dam/2", told),))
    assert "/dam/2" not in site.paths()
    assert read() == Tally()  # nor asked about again
    assert [path for path, _ in site.asked].count("/robots.txt") == 2  # once a process


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Answer(b"User-agent: *\nDisallow: /"), "its site's robots.txt does not let it be read"),
        (Answer(status=500), "its site's robots.txt cannot be had: its server failed (HTTP 500)"),
    ],
)
def test_where_a_site_forbids_all_or_fails_nothing_is_read(
    site: Site, read: Read, answer: Answer, told: str
) -> None:
    put(site, 1)
    site.answers["/robots.txt"] = answer
    assert read() == Tally(skipped=(Skipped(f"{site.base}/feed", told),))
    assert site.paths() == []


def test_redirect_to_what_robots_txt_forbids_is_not_followed(site: Site, read: Read) -> None:
    put(site, 1)
    site.answers["/dam/1"] = Answer(status=302, headers={"Location": "/hidden"})
    site.answers["/hidden"] = Answer(page(1))
    site.answers["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /hidden")
    assert read().skipped[0].reason == "its site's robots.txt does not let it be read"
    assert "/hidden" not in site.paths()


def test_site_that_asks_for_a_pause_gets_it(site: Site, read: Read) -> None:
    put(site, 1, 2)
    site.answers["/dam/1"] = Answer(status=429, headers={"Retry-After": "60"})
    assert read().skipped == (
        Skipped(f"{site.base}/dam/1", "it asks to be read less often (HTTP 429)"),
    )
    assert "/dam/2" not in site.paths()
    asked = len(site.asked)
    assert read() == Tally()  # not even the feed
    assert len(site.asked) == asked


def test_feed_that_fails_is_asked_less_and_less_often(
    site: Site, read: Read, tmp_path: Path
) -> None:
    site.answers["/feed"] = Answer(status=500)
    rhythm = Rhythm(every=0.01, pause=0.0)
    for expected in (1, 2, 3):
        assert read(rhythm=rhythm).skipped[0].reason == "its server failed (HTTP 500)"
        watchlist = Watchlist(tmp_path / "index")
        known = watchlist.find(f"{site.base}/feed")
        watchlist.close()
        assert known.failures == expected
        assert known.due - time.time() <= 0.01 * 2**expected
        time.sleep(max(known.due - time.time(), 0) + 0.01)
    put(site, 1)
    assert read(rhythm=rhythm) == Tally(read=1, added=1)


def test_page_that_fails_is_tried_again_and_given_up(site: Site, read: Read) -> None:
    put(site, 1)
    site.answers["/dam/1"] = Answer(status=500)
    for _ in range(7):
        read()
    assert site.paths().count("/dam/1") == 5


def test_page_that_is_too_large_is_asked_for_once(site: Site, read: Read) -> None:
    put(site, 1)
    site.answers["/dam/1"] = Answer(b"<html>" + b" " * 21 * 2**20)
    assert [read().skipped[0].reason, read()] == ["it has more than 20 MB", Tally()]
    assert site.paths().count("/dam/1") == 1


def test_page_without_a_story_is_read_once(site: Site, read: Read) -> None:
    put(site, 1)
    site.answers["/dam/1"] = Answer(b"<html><body>Hello</body></html>")
    assert read().skipped[0].source == f"{site.base}/dam/1"
    assert read() == Tally()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "the file is empty"),
        (b"<html><body>No feed</body></html>", "it is no feed (RSS or Atom)"),
        (
            b'<html><head><link type="application/rss+xml" href="http://w.example/rss?a=1&amp;b">',
            "it is no feed (RSS or Atom) but a page; its feed is http://w.example/rss?a=1&b",
        ),
        (b"\x89PNG\r\n\x1a\n", "it is a PNG picture, not text"),
    ],
)
def test_what_is_no_feed_says_so(site: Site, read: Read, data: bytes, told: str) -> None:
    site.answers["/feed"] = Answer(data)
    assert read() == Tally(skipped=(Skipped(f"{site.base}/feed", told),))


def test_one_feed_that_fails_does_not_stop_the_others(site: Site, read: Read) -> None:
    put(site, 1)
    tally = read("/nothing", "/feed")
    assert (tally.read, len(tally.skipped)) == (1, 1)


def test_feed_of_50_000_items_is_bounded(
    site: Site, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeds, "_MOST_LINKS", 30)
    monkeypatch.setattr(watch, "_MOST_ITEMS", 20)
    put(site, *range(20))
    site.answers["/feed"] = Answer(rss(site, *range(50_000)), headers={"ETag": '"a"'})
    started = time.monotonic()
    assert read().read == 20
    assert time.monotonic() - started < 5
    assert len(read().skipped) == 10  # the rest of what was taken, pages that are not there
    assert read() == Tally()


def test_items_that_lead_to_other_kinds_of_address_are_passed_over(site: Site, read: Read) -> None:
    links = ("file:///etc/passwd", "javascript:alert(1)", "/dam/1", "ftp://w.example/a", "")
    items = "".join(f"<item><title>a</title><link>{link}</link></item>" for link in links)
    site.answers["/feed"] = Answer(f"<rss><channel>{items}</channel></rss>".encode())
    site.answers["/dam/1"] = Answer(page(1))
    read()
    assert site.paths() == ["/feed", "/dam/1"]


def test_private_feeds_are_refused_and_left_out(site: Site, index: Index, tmp_path: Path) -> None:
    watchlist = Watchlist(tmp_path / "index")
    watch = Watch([f"{site.base}/feed"], index, watchlist, QUICK)
    tally = watch.read()
    assert tally.skipped[0].reason.startswith("127.0.0.1 is a private address")
    assert (watch.feeds, watchlist.find(f"{site.base}/feed").failures) == ([], 0)
    watchlist.close()
    assert site.asked == []


def test_feed_whose_name_leads_astray_for_a_while_is_asked_again(
    site: Site, index: Index, tmp_path: Path
) -> None:
    """As a hotel's network does until somebody signs in."""
    watchlist = Watchlist(tmp_path / "index")
    watch = Watch([f"{site.base}/feed"], index, watchlist, QUICK)
    assert "is a private address" in watch.read(only_due=True).skipped[0].reason
    assert watch.find_put_off().keys() == {f"{site.base}/feed"}
    watchlist.close()


def test_interrupted_between_two_pages_it_goes_on_where_it_stopped(
    site: Site, index: Index, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(site, 1, 2, 3)
    real, stopped = watch.read_fetched, threading.Event()

    def stop(url: str, fetched: object) -> object:
        if url.endswith("/2") and not stopped.is_set():
            stopped.set()
            raise KeyboardInterrupt
        return real(url, fetched)  # type: ignore[arg-type]

    monkeypatch.setattr(watch, "read_fetched", stop)
    with pytest.raises(Interrupted):
        read()
    assert count(index) == 1
    assert read() == Tally(read=2, added=2)
    assert site.paths().count("/dam/1") == 1
