"""The product as it is started: one command, one tree of processes, pages at once, a clean end."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

COMMAND = [sys.executable, "-m", "qabyldau.config.cli"]
START_LINE = "Ctrl-C"
STOP_SECONDS = 15


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An installation of its own, with its pages built."""
    folder = tmp_path_factory.mktemp("installation")
    given = {key: value for key, value in os.environ.items() if key not in {"DATABASE_URL", "QABYLDAU_ENV"}}
    made = {**given, "QABYLDAU_VAR": str(folder), "PORT": str(free_port()), "PYTHONUNBUFFERED": "1"}
    for words in (["build_assets"], ["collectstatic", "--noinput", "-v0"]):
        subprocess.run([*COMMAND, *words], env=made, check=True, capture_output=True)
    return made


@pytest.fixture
def running(home: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """The product, started and greeting."""
    product = subprocess.Popen(
        [*COMMAND, "run", "--no-sample"], env=home, text=True, stdout=subprocess.PIPE, start_new_session=True
    )
    assert product.stdout is not None
    for line in product.stdout:
        if START_LINE in line:
            break
    with product:
        yield product
        if product.poll() is None:
            os.killpg(product.pid, signal.SIGKILL)


def fetched(home: dict[str, str], path: str) -> int:
    """The status of a page, as soon as the server listens."""
    with httpx.Client(transport=httpx.HTTPTransport(retries=20)) as visitor:
        return visitor.get(f"http://127.0.0.1:{home['PORT']}{path}", timeout=10).status_code


def children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def test_one_command_serves_pages_and_ends_with_all_its_children(
    home: dict[str, str], running: subprocess.Popen[str]
) -> None:
    assert fetched(home, "/healthz") == 200
    assert fetched(home, "/live/?key=none") == 403
    family = children(running.pid)
    assert family

    os.kill(running.pid, signal.SIGINT)

    assert running.wait(STOP_SECONDS) == 0
    assert not [pid for pid in family if Path(f"/proc/{pid}").exists()]


def test_a_taken_port_is_named(home: dict[str, str]) -> None:
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", int(home["PORT"])))
        other.listen()
        done = subprocess.run(
            [*COMMAND, "run", "--no-sample"],
            env=home,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    assert done.returncode != 0
    assert "taken by another program" in done.stderr


def test_production_does_not_start_without_its_own_keys(home: dict[str, str]) -> None:
    bare = {**home, "QABYLDAU_ENV": "production"}
    done = subprocess.run(
        [*COMMAND, "run"], env=bare, capture_output=True, text=True, timeout=60, check=False
    )

    assert done.returncode != 0
    assert "QABYLDAU_SEAL_KEY" in done.stderr
