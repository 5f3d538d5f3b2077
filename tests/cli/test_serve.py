"""`dateline serve`: a real server, until it is stopped."""

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from search.cli.server import Server
from tests.cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def server(kept: Run) -> Iterator[subprocess.Popen[str]]:
    assert kept("stats").status == 0
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    serve = [
        sys.executable,
        "-m",
        "search",
        "serve",
        "--port",
        "0",
        "--workers",
        "1",
        "--ingest",
        "in",
    ]
    with subprocess.Popen(serve, stdout=-1, stderr=-1, text=True, env=environment) as process:
        yield process
        process.kill()


def test_serve_answers_until_it_is_stopped(server: subprocess.Popen[str]) -> None:
    assert server.stdout
    assert server.stdout.readline().startswith("Read 0 stories: 0 added")
    line = server.stdout.readline()
    assert line.startswith("Dateline serves 2 stories on http://127.0.0.1:")
    with urllib.request.urlopen(f"{line.split()[-1]}/api/v1/search?q=ferry", timeout=20) as answer:
        assert json.load(answer)["total"]["value"] == 1
    server.send_signal(signal.SIGINT)
    assert server.communicate(timeout=20) == ("", "")
    assert server.returncode == 0


def test_an_index_that_goes_is_told_of(kept: Run, tmp_path: Path) -> None:
    """By a worker that nobody has asked before, too."""
    assert kept("stats").status == 0
    client = Server({}, str(tmp_path / "indexdir")).load().test_client()
    (tmp_path / "indexdir").rename(tmp_path / "elsewhere")
    for address in ("/readyz", "/", "/api/v1/search?q=ferry", "/api/v1/stories/a"):
        answer = client.get(address)
        assert (answer.status_code, "is gone" in answer.text) == (503, True)
    assert client.get("/healthz").status_code == 200
    (tmp_path / "elsewhere").rename(tmp_path / "indexdir")
    assert client.get("/readyz").get_json()["indexed"] == 2


def test_serve_on_a_taken_port(kept: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = kept("serve", "--port", str(port), "--ingest", "in")
    assert (ran.status, ran.out) == (1, "")  # found out before anything is read
    assert ran.err.startswith(f"dateline: Port {port} is taken by another program")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--host", "nowhere.invalid"], "cannot serve on nowhere.invalid"),
        (["--port", "70000"], "70000 is not in the range"),
        (["--ingest", "nowhere"], "No story could be read from nowhere"),
    ],
)
def test_serve_refuses(run: Run, arguments: list[str], complaint: str) -> None:
    port = [] if "--port" in arguments else ["--port", "0"]
    ran = run("serve", *port, *arguments)
    assert ran.status != 0
    assert complaint in ran.err
