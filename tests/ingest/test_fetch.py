"""Pages over HTTP: what is had, and what is refused, from a real server on this machine."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from search import Article, ingest, open_index
from search.ingest import Plan, Skipped, Tally
from search.ingest.online import address
from search.ingest.online.address import NotFetched, is_public
from search.ingest.online.fetch import Fetched, fetch
from search.ingest.online.manners import Manners
from search.ingest.online.page import read_page
from tests.ingest.designs import DESIGNS, HEADLINE
from tests.ingest.site import Answer, Site, open_site, write_endlessly, write_slowly

HERE = Manners(allow_private=True, seconds=5)
PAGE = next(iter(DESIGNS.values())).encode()


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as opened:
        yield opened


def reason(url: str, manners: Manners = HERE) -> str:
    with pytest.raises(NotFetched) as refused:
        fetch(url, manners)
    return str(refused.value)


def test_page_becomes_a_story_under_its_address(site: Site, tmp_path: Path) -> None:
    site.answers["/dam?id=7"] = Answer(PAGE)
    with open_index(str(tmp_path / "index")) as index:
        tally = ingest([f"{site.base}/dam?id=7#top"], index, plan=Plan(allow_private=True))
        assert tally == Tally(read=1, added=1)
        assert tally.files == 1
    part = read_page(f"{site.base}/dam?id=7", HERE)
    (story,) = part.found
    assert isinstance(story, Article)
    assert story.headline == HEADLINE
    assert site.asked[0][1]["User-Agent"] == "Dateline"


def test_page_that_is_not_there_stops_nothing(site: Site) -> None:
    site.answers["/dam"] = Answer(PAGE)
    with open_index("memory:") as index:
        tally = ingest(
            [f"{site.base}/no", f"{site.base}/dam"], index, plan=Plan(allow_private=True)
        )
    assert (tally.read, tally.skipped) == (
        1,
        (Skipped(f"{site.base}/no", "there is nothing at this address (HTTP 404)"),),
    )


@pytest.mark.parametrize(
    ("charset", "coded"),
    [
        ("koi8-r", "koi8-r"),  # the server alone says it
        ("utf-8", "cp1252"),  # it lies, and the page does not
        ("iso-8859-1", "utf-8"),  # it lies
        ("no-such-thing", "utf-8"),
    ],
)
def test_charset_is_the_servers_where_that_is_true(site: Site, charset: str, coded: str) -> None:
    said = "windows-1252" if coded == "cp1252" else ""
    town = "Тромсё" if coded == "koi8-r" else "Tromsø"
    meta = f"<meta charset={said}>" if said else ""
    prose = f"<p>The dam above {town} held through the night, engineers of the town said.</p>" * 3
    page = f"<html><head>{meta}</head><body><h1>Dam holds above {town}</h1>{prose}</body></html>"
    kind = {"Content-Type": f"text/html; charset={charset}"}
    site.answers["/a"] = Answer(page.encode(coded, "replace"), headers=kind)
    (story,) = read_page(f"{site.base}/a", HERE).found
    assert isinstance(story, Article)
    assert story.headline == f"Dam holds above {town}".replace("ё", "ё")


def test_what_has_not_changed_is_not_sent_again(site: Site) -> None:
    site.answers["/feed"] = Answer(b"<rss/>", headers={"ETag": '"7"', "Last-Modified": "then"})
    first = fetch(f"{site.base}/feed", HERE)
    assert (first.data, first.etag, first.modified) == (b"<rss/>", '"7"', "then")
    again = fetch(f"{site.base}/feed", HERE, first)
    assert (again.is_same, again.data) == (True, b"")
    assert site.asked[1][1]["If-Modified-Since"] == "then"


def test_it_goes_where_it_is_led_and_no_further(site: Site) -> None:
    site.answers["/old"] = Answer(status=301, headers={"Location": "/new"})
    site.answers["/new"] = Answer(b"here")
    assert fetch(f"{site.base}/old", HERE) == Fetched(url=f"{site.base}/new", data=b"here")
    site.answers["/loop"] = Answer(status=302, headers={"Location": "/loop"})
    assert reason(f"{site.base}/loop") == "it leads on more than 5 times"
    for place in ("file:///etc/passwd", "ftp://w.example/a", "gopher://127.0.0.1:70/"):
        site.answers["/out"] = Answer(status=302, headers={"Location": place})
        assert reason(f"{site.base}/out") == "only http and https are read"


@pytest.mark.parametrize(
    ("numeric", "public"),
    [
        ("192.0.32.10", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("127.9.9.9", False),
        ("0.0.0.0", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),  # where a cloud tells its secrets
        ("100.64.0.1", False),  # shared by a provider's customers
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),  # IPv4 in the clothes of IPv6
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::c000:200a", True),
    ],
)
def test_public_addresses(numeric: str, public: bool) -> None:
    assert is_public(numeric) == public


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "127.1", "[::ffff:7f00:1]"]
)
def test_private_address_is_refused_however_it_is_written(site: Site, host: str) -> None:
    port = site.base.rpartition(":")[2]
    told = reason(f"http://{host}:{port}/", Manners(seconds=5))
    assert "is a private address" in told or "no machine is known" in told
    assert site.asked == []


def resolving(monkeypatch: pytest.MonkeyPatch, **names: list[str]) -> None:
    """Names that lead to these addresses, one after the other each time they are looked up."""
    real = socket.getaddrinfo

    def look_up(host: str, port: int, *rest: Any, **more: Any) -> Any:
        key = host.replace(".", "_")
        if key in names:
            numeric = names[key].pop(0) if len(names[key]) > 1 else names[key][0]
            return real(numeric, port, *rest, **more)
        return real(host, port, *rest, **more)

    monkeypatch.setattr(address.socket, "getaddrinfo", look_up)


def test_name_that_leads_to_a_private_address_is_refused(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolving(monkeypatch, news_example=["127.0.0.1"])
    told = reason(site.base.replace("127.0.0.1", "news.example"), Manners(seconds=5))
    assert told == (
        "news.example is a private address (127.0.0.1); --allow-private lets it be read"
    )
    assert site.asked == []


def test_name_that_leads_elsewhere_a_moment_later_gains_nothing(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    # public when it is first looked up, private ever after: the connection goes to the first
    resolving(monkeypatch, news_example=["192.0.32.10", "127.0.0.1"])
    connected = []

    def connect(place: tuple[str, int], *_: Any) -> socket.socket:
        connected.append(place[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(address, "create_connection", connect)
    assert reason(site.base.replace("127.0.0.1", "news.example"), Manners(seconds=5)) == (
        "its server does not answer"
    )
    assert connected == ["192.0.32.10"]
    assert site.asked == []


def test_redirect_to_a_private_address_is_refused(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.answers["/out"] = Answer(status=302, headers={"Location": f"{site.base}/secret"})
    site.answers["/secret"] = Answer(b"the secret")
    # as if the first were public, and what it leads to were not
    resolving(monkeypatch, news_example=["127.0.0.1"])
    monkeypatch.setattr(address, "is_public", lambda _: not site.asked)
    told = reason(site.base.replace("127.0.0.1", "news.example") + "/out", Manners(seconds=5))
    assert told.startswith("127.0.0.1 is a private address")
    assert site.paths() == ["/out"]


def bomb(size: int) -> bytes:
    return gzip.compress(b"\0" * size)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Answer(write=write_slowly), "reading it took more than 1 seconds"),
        (Answer(write=write_endlessly), "it has more than 1 MB"),
        (Answer(bomb(50 * 2**20), headers={"Content-Encoding": "gzip"}), "it has more than 1 MB"),
        (Answer(b"no gzip", headers={"Content-Encoding": "gzip"}), "it cannot be read over HTTP"),
        (Answer(status=500), "its server failed (HTTP 500)"),
        (Answer(status=403), "it may not be read (HTTP 403)"),
        (Answer(status=301), "it was not given (HTTP 301)"),  # and it does not say where
    ],
)
def test_what_is_too_much_is_refused_in_time(site: Site, answer: Answer, told: str) -> None:
    site.answers["/a"] = answer
    started = time.monotonic()
    manners = Manners(allow_private=True, seconds=1, largest=2**20)
    assert reason(f"{site.base}/a", manners).startswith(told)
    assert time.monotonic() - started < 3


def test_server_that_drips_its_headers_has_no_more_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(5)

        def drip() -> None:
            with server.accept()[0] as talk:
                try:
                    talk.sendall(b"HTTP/1.1 200 OK\r\n")
                    for _ in range(100):
                        talk.sendall(b"X-A: b\r\n")
                        time.sleep(0.05)
                except OSError:
                    return

        thread = threading.Thread(target=drip)
        thread.start()
        started = time.monotonic()
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
        told = reason(url, Manners(allow_private=True, seconds=0.5))
        assert told == "reading it took more than 0.5 seconds"
        assert time.monotonic() - started < 3
        thread.join()


@pytest.mark.parametrize(
    "url",
    [
        "http://",
        "http:///a",
        "https://[broken",
        "http://127.0.0.1:port/",
        "https://no such site/",
        "http://a\x00b/",
        "http://" + "a" * 300 + "é.example/",
        "https://w.example/\udcff",
        "ftp://w.example/a",
    ],
)
def test_what_is_no_web_address_says_so(url: str) -> None:
    assert reason(url) in ("it is no web address", "only http and https are read")


@pytest.mark.parametrize("url", ["ftp://w.example/a.xml", "file:///etc/hostname", "s3://w/a"])
def test_other_kinds_of_address_are_told_from_files(url: str) -> None:
    with open_index("memory:") as index:
        (skipped,) = ingest([url], index).skipped
    assert skipped.source == url
    assert skipped.reason == "only addresses that begin with http:// or https:// are read"


def test_lines_in_an_address_ask_for_nothing_else(site: Site) -> None:
    with pytest.raises(NotFetched):
        fetch(f"{site.base}/a b\r\nX-Injected: 1", HERE)
    assert all("X-Injected" not in headers for _, headers in site.asked)


@pytest.mark.parametrize(
    ("told", "wait"),
    [("120", 120.0), ("0", 0.0), ("soon", None), ("", None), ("99999999999", 86400.0)],
)
def test_retry_after(site: Site, told: str, wait: float | None) -> None:
    site.answers["/a"] = Answer(status=503, headers={"Retry-After": told})
    with pytest.raises(NotFetched) as refused:
        fetch(f"{site.base}/a", HERE)
    assert (refused.value.status, refused.value.wait) == (503, wait)
    assert not refused.value.is_lasting
