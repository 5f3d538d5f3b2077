"""The pages in a real browser, Debian's Chromium, against a real server."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Dialog, Page, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from search.index.memory import MemoryIndex
from tests.web.newsroom import DAM, STORIES
from tests.web.test_payloads import PAYLOADS, poisoned
from web import create_app

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

CHROMIUM = Path("/usr/bin/chromium")
OPTIONS = """--no-sandbox --disable-gpu --disable-quic --no-first-run
--disable-background-networking --disable-component-update --disable-sync
--disable-dev-shm-usage""".split()
PHONE = {"width": 390, "height": 844}
SMALL = {"width": 360, "height": 740}
LAPTOP = {"width": 1366, "height": 900}
DAM_PAGE = f"/story/{quote(DAM.id, safe='')}"
ADDRESSES = ["/", "/?q=dam+OR+flood", "/?q=zeppelin", DAM_PAGE, "/story/guessed", "/help", "/about"]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"there is no browser at {CHROMIUM}"),
]


class QuietHandler(WSGIRequestHandler):
    """Serves without a line a request on the terminal."""

    def log(self, type: str, message: str, *args: object) -> None:
        """Nothing."""


def whole(app: "WSGIApplication") -> "WSGIApplication":
    """The same, each answer read and closed before it is sent: where a browser hangs up, this
    server leaves the file open that it was sending."""

    def closed(environ: "WSGIEnvironment", start_response: "StartResponse") -> list[bytes]:
        parts = app(environ, start_response)
        try:
            return [*parts]
        finally:
            if hasattr(parts, "close"):
                parts.close()

    return closed


@contextmanager
def serving(index: MemoryIndex) -> Iterator[str]:
    """A real server on a free port, and its address."""
    app = whole(create_app(index))
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=QuietHandler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    index = MemoryIndex()
    index.add(STORIES)
    with serving(index) as served:
        yield served


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=OPTIONS)
        yield browser
        browser.close()


@contextmanager
def tab(chromium: Browser, address: str, **settings: object) -> Iterator[Page]:
    """A page that runs no script and fails on any complaint of the browser's."""
    options = {"viewport": LAPTOP, "java_script_enabled": False, "base_url": address} | settings
    context = chromium.new_context(**options)  # type: ignore[arg-type]
    page = context.new_page()
    complaints: list[str] = []

    def refuse(dialog: Dialog) -> None:
        complaints.append(dialog.message)
        dialog.dismiss()

    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", refuse)
    try:
        yield page
    finally:
        context.close()
    assert complaints == []


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
@pytest.mark.parametrize("script", [False, True], ids=["no-script", "script"])
def test_a_search_is_asked_narrowed_and_widened(
    chromium: Browser, address: str, size: dict[str, int], script: bool
) -> None:
    with tab(chromium, address, viewport=size, java_script_enabled=script) as page:
        page.goto("/")
        page.get_by_role("searchbox").fill("harvest OR dam")
        page.get_by_role("button", name="Search").click()
        assert "46 stories" in page.locator("#count").inner_text()
        page.locator(".facet").get_by_role("link", name="Norvik 22").click()
        assert "22 stories" in page.locator("#count").inner_text()
        assert page.get_by_role("searchbox").input_value() == "harvest OR dam"
        page.locator(".chips").get_by_role("link", name="Norvik").click()
        assert "46 stories" in page.locator("#count").inner_text()
        page.get_by_role("link", name="Exclude OWA").click()
        assert "22 stories" in page.locator("#count").inner_text()


def test_days_are_asked_beside_the_query(chromium: Browser, address: str) -> None:
    with tab(chromium, address) as page:
        page.goto("/?q=harvest&agency=OWA")
        page.get_by_label("From").fill("2019-02")
        page.get_by_label("To", exact=True).fill("2019-02-03")
        page.get_by_role("button", name="Apply").click()
        assert "2 stories" in page.locator("#count").inner_text()
        assert page.locator(".chips li").count() == 4  # the agency, two days, and to drop all


def test_pages_are_turned(chromium: Browser, address: str) -> None:
    with tab(chromium, address) as page:
        page.goto("/?q=harvest&sort=oldest")
        first = page.locator(".hit h3").first.inner_text()
        page.get_by_role("link", name="Next").click()
        assert "page 2 of 3" in page.locator("#count").inner_text()
        assert page.locator(".hit h3").first.inner_text() == "Harvest bulletin 21"
        page.get_by_role("link", name="Previous").click()
        assert page.locator(".hit h3").first.inner_text() == first == "Harvest bulletin 1"


def test_a_story_is_opened_and_its_speaker_followed(chromium: Browser, address: str) -> None:
    with tab(chromium, address) as page:
        page.goto("/?q=dam")
        page.get_by_role("link", name="Kessar dam will hold").click()
        assert page.locator(".body .said").count() == 6
        page.locator(".voice").get_by_role("link", name="Nobody downstream").click()
        assert page.locator(".said:target").inner_text() == '"Nobody downstream has to leave home,"'
        page.get_by_role("link", name="All stories with Ilsa Brandt").click()
        assert "1 story" in page.locator("#count").inner_text()
        assert "Ilsa Brandt" in page.locator(".chips").inner_text()


def test_a_mistake_is_shown_in_its_place(chromium: Browser, address: str) -> None:
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.get_by_role("searchbox").fill('spring "flood')
    page.get_by_role("searchbox").press("Enter")
    assert page.locator(".caret mark").inner_text() == '"'
    assert page.get_by_role("searchbox").input_value() == 'spring "flood'
    context.close()


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    width: int = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return width


def test_no_page_scrolls_sideways_on_a_phone(chromium: Browser, address: str) -> None:
    with tab(chromium, address, viewport=PHONE, java_script_enabled=True) as page:
        for path in ADDRESSES:
            page.goto(path)
            assert overflow(page) == 0, path


def test_the_manual_can_be_read_on_a_phone(chromium: Browser, address: str) -> None:
    with tab(chromium, address, viewport=SMALL, java_script_enabled=True) as page:
        page.goto("/help")
        widths = page.evaluate("[...document.querySelectorAll('td')].map(cell => cell.clientWidth)")
        assert min(widths) > 90


def test_a_mistake_mended_keeps_the_filters(chromium: Browser, address: str) -> None:
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/?agency=OWA&from=2019-01-04&sort=oldest&page=2&q=harvest")
    for query in ('"harvest', '"harvest"'):
        page.get_by_role("searchbox").fill(query)
        page.get_by_role("searchbox").press("Enter")
    assert "22 stories" in page.locator("#count").inner_text()
    assert page.locator(".hit h3").first.inner_text() == "Harvest bulletin 3"
    context.close()


def test_dark_mode_follows_the_system(chromium: Browser, address: str) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        with tab(chromium, address, color_scheme=scheme, java_script_enabled=True) as page:
            page.goto("/?q=dam")
            grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert grounds == ["rgb(251, 250, 246)", "rgb(21, 23, 26)"]


def test_the_keyboard_reaches_the_content_first(chromium: Browser, address: str) -> None:
    with tab(chromium, address, java_script_enabled=True) as page:
        page.goto("/?q=dam")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
        page.keyboard.press("Enter")
        assert page.url.endswith("#main")


def test_hostile_stories_stay_inert(chromium: Browser) -> None:
    index = MemoryIndex()
    index.add(poisoned(payload) for payload in PAYLOADS)
    with (
        serving(index) as address,
        tab(chromium, address, viewport=PHONE, java_script_enabled=True) as page,
    ):
        paths = [f"/story/{quote(f'story {payload}', safe='')}" for payload in PAYLOADS]
        for path in ["/?limit=100", "/?limit=100&facets=section,country,place", *paths]:
            response = page.goto(path)
            assert response is not None
            assert response.status == 200
            assert overflow(page) == 0, path
