"""The application as a server finds it."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

import wsgi
from web import create_app


def test_a_server_finds_the_application() -> None:
    assert isinstance(wsgi.app, Flask)


def test_the_environment_names_the_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_INDEX", "memory:")
    page = create_app().test_client().get("/").text
    assert "There are no stories here yet" in page


def test_a_cursor_is_followed_on_the_pages_too(client: FlaskClient) -> None:
    cursor_link = client.get("/api/v1/search?limit=40").get_json()["links"]["next"]
    page = client.get(cursor_link.replace("/api/v1/search", "/"))
    assert page.status_code == 200
    assert page.text.count('<article class="hit"') == 8
