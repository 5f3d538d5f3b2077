"""`dateline watch` and `dateline ingest https://…`, against a site on this machine."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.ingest.site import Answer, Site, open_site
from tests.ingest.test_watch import put


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as opened:
        put(opened, 1)
        yield opened


def test_watch_once_reads_what_is_new(run: Run, site: Site) -> None:
    ran = run("watch", "--once", "--allow-private", f"{site.base}/feed")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.endswith("read 1 story: 1 added, 0 unchanged; 0 skipped.\n")
    ran = run("watch", "--once", "--allow-private", f"{site.base}/feed")
    assert ran.out.endswith("read 0 stories: 0 added, 0 unchanged; 0 skipped.\n")
    assert run("search", "dam").out.startswith("1 of 1 story")


def test_private_addresses_must_be_allowed(run: Run, site: Site) -> None:
    told = (
        f"{site.base}/feed: 127.0.0.1 is a private address (127.0.0.1); "
        "--allow-private lets it be read"
    )
    for once in (["--once"], []):  # there is nothing to wait for
        ran = run("watch", *once, f"{site.base}/feed")
        assert (ran.status, ran.err) == (1, f"dateline: skipped {told}\n")
    ran = run("ingest", f"{site.base}/dam/1")
    assert ran.status == 1
    assert "is a private address" in ran.err
    assert site.asked == []
    ran = run("watch", "--once", "--allow-private", f"{site.base}/feed")
    assert (ran.status, ran.err) == (0, "")  # at once: it did not fail
    assert "1 added" in ran.out


def test_a_feed_that_waits_is_not_passed_over_in_silence(run: Run, site: Site) -> None:
    site.answers["/feed"] = Answer(status=500)
    assert run("watch", "--once", "--allow-private", f"{site.base}/feed").status == 1
    put(site, 1)
    ran = run("watch", "--once", "--allow-private", f"{site.base}/feed")
    assert ran.status == 1
    assert ran.err == (
        f"dateline: {site.base}/feed could not be had before, and is asked again in 15 minutes\n"
    )


def test_ingest_takes_one_page(run: Run, site: Site) -> None:
    ran = run("ingest", "--allow-private", f"{site.base}/dam/1")
    assert ran == (0, "Read 1 story: 1 added, 0 unchanged; 0 skipped.\n", "")
    ran = run("ingest", "--allow-private", f"{site.base}/nothing")
    assert (ran.status, ran.err) == (
        1,
        f"dateline: No story could be read from {site.base}/nothing: "
        "there is nothing at this address (HTTP 404).\n",
    )


@pytest.mark.parametrize("feed", ["feed.xml", "file:///etc/passwd", "ftp://w.example/feed"])
def test_what_is_no_address_is_said(run: Run, feed: str) -> None:
    ran = run("watch", feed)
    assert ran.status == 2
    assert f"{feed!r} is none" in ran.err


def test_watch_goes_on_until_ctrl_c(site: Site, tmp_path: Path) -> None:
    command = ["watch", "--allow-private", f"{site.base}/feed"]
    running = subprocess.Popen(
        [sys.executable, "-m", "search", "--index", str(tmp_path / "index"), *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert running.stdout
    first = running.stdout.readline()
    assert first.endswith("read 1 story: 1 added, 0 unchanged; 0 skipped.\n")
    os.killpg(running.pid, signal.SIGINT)
    _, err = running.communicate(timeout=20)
    assert (running.returncode, err) == (130, "dateline: stopped; what was read is kept\n")
