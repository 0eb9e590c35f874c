"""A Redis of our own for Saleor's cache and task queue, gone when we are."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sandbox.processes import free_port, running, wait_until

_SECONDS_TO_START = 20


@contextmanager
def running_redis(logs: Path) -> Iterator[str]:
    """Its address, without the number of the database."""
    port = free_port()
    command = [
        *(_binary(), "--bind", "127.0.0.1", "--port", str(port)),
        *("--save", "", "--appendonly", "no", "--dir", str(logs)),
    ]
    with running("redis", command, logs, os.environ, logs) as redis:
        wait_until(lambda: _answers(port), [redis], _SECONDS_TO_START)
        yield f"redis://127.0.0.1:{port}"


def _binary() -> str:
    found = shutil.which("redis-server") or _installed()
    if not found:
        sys.exit("redis-server is missing: install your system's Redis package")
    return found


def _installed() -> str | None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    # Debian starts a service of its own after installing; we want the program only.
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    subprocess.run(["apt-get", "update", "-q"], check=True, env=environment)
    subprocess.run(["apt-get", "install", "-qy", "redis-server"], check=True, env=environment)
    return shutil.which("redis-server")


def _answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
            connection.sendall(b"PING\r\n")
            return connection.recv(16).startswith(b"+PONG")
    except OSError:
        return False
