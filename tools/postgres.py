"""A private PostgreSQL cluster: made in a temporary folder on a free port, gone when the work is done."""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypedDict

from tools import system

ROLE = "qabyldau"
START_SECONDS = 30
LONGEST_SOCKET_PATH = 80


@contextmanager
def private_cluster() -> Iterator[str]:
    """Gives the DATABASE_URL of a fresh, durable (fsync, checksums) server on the loopback."""
    system.ensure([system.POSTGRES])
    programs = system.postgres_programs()
    if programs is None:
        sys.exit("PostgreSQL is installed, but its server programs were not found")
    folder = _folder()
    try:
        password = _make(programs, folder)
        port = _free_port()
        server = _start(programs, folder, port)
        try:
            _wait_until_ready(programs, folder, server, port)
            _make_role(programs, port, password)
            yield f"postgresql://{ROLE}:{password}@127.0.0.1:{port}/{ROLE}"
        finally:
            _stop(server)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _owner() -> str | None:
    """PostgreSQL refuses to run as root; then one of the powerless users runs it."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in known)


def _folder() -> Path:
    """A folder of the server's own; its path is short, because socket names are limited."""
    short = tempfile.gettempdir() if len(tempfile.gettempdir()) < LONGEST_SOCKET_PATH else "/tmp"  # noqa: S108
    folder = Path(tempfile.mkdtemp(prefix="qabyldau-pg-", dir=short))
    if owner := _owner():
        entry = pwd.getpwnam(owner)
        os.chown(folder, entry.pw_uid, entry.pw_gid)
    return folder


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Identity(TypedDict, total=False):
    """Under whose name a child runs; empty means ours."""

    user: str
    group: int
    extra_groups: list[int]


def _as_owner() -> Identity:
    owner = _owner()
    return Identity(user=owner, group=pwd.getpwnam(owner).pw_gid, extra_groups=[]) if owner else Identity()


def _make(programs: Path, folder: Path) -> str:
    """Initialise the cluster; returns the password."""
    password = secrets.token_hex(16)
    secret = folder / "password"
    secret.touch(mode=0o600)
    secret.write_text(password)
    if owner := _owner():
        shutil.chown(secret, owner)
    made = subprocess.run(
        [
            str(programs / "initdb"), "--pgdata", str(folder / "data"), "--username", "postgres",
            "--pwfile", str(secret), "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8",
            "--data-checksums",
        ],
        cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
        start_new_session=True, **_as_owner(),
    )  # fmt: skip
    if made.returncode:
        sys.exit(f"PostgreSQL's initdb failed:\n{made.stdout}{made.stderr}")
    return password


def _start(programs: Path, folder: Path, port: int) -> subprocess.Popen[bytes]:
    """In a session of its own, so that Ctrl-C reaches us first and we stop it in order."""
    settings = {
        "port": port,
        "listen_addresses": "127.0.0.1",
        "unix_socket_directories": folder,
        "max_connections": 120,
        "shared_buffers": "64MB",
        "timezone": "UTC",
    }
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            [str(programs / "postgres"), "-D", str(folder / "data"), *options],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            **_as_owner(),
        )


def _wait_until_ready(programs: Path, folder: Path, server: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + START_SECONDS
    ready = [str(programs / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    while subprocess.run(ready, check=False).returncode:
        if server.poll() is not None or time.monotonic() > until:
            sys.exit(f"PostgreSQL did not start:\n{(folder / 'log').read_text()}")
        time.sleep(0.1)


def _make_role(programs: Path, port: int, password: str) -> None:
    """An ordinary role, as an installation would have: it may make databases, not step over rights."""
    for statement in (
        f"CREATE ROLE {ROLE} LOGIN CREATEDB PASSWORD '{password}'",
        f"CREATE DATABASE {ROLE} OWNER {ROLE}",
    ):
        subprocess.run(
            [
                str(programs / "psql"),
                "-q",
                "-X",
                "-h",
                "127.0.0.1",
                "-p",
                str(port),
                "-U",
                "postgres",
                "-c",
                statement,
            ],
            env=os.environ | {"PGPASSWORD": password},
            stdin=subprocess.DEVNULL,
            check=True,
        )


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.send_signal(signal.SIGINT)
    try:
        server.wait(timeout=20)
    except subprocess.TimeoutExpired:
        server.send_signal(signal.SIGQUIT)
        server.wait()


def main(command: list[str]) -> int:
    """`python -m tools.postgres COMMAND`: run a command against a cluster of its own."""
    with private_cluster() as url:
        return subprocess.run(command, env=os.environ | {"DATABASE_URL": url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
