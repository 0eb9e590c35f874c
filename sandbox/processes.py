"""Programs that run beside us and never outlive us."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

_SECONDS_TO_STOP = 15
_LINES_SHOWN = 30


@dataclass(frozen=True)
class Program:
    name: str
    log: Path
    process: subprocess.Popen[bytes]

    def fail_if_ended(self) -> None:
        if self.process.poll() is not None:
            tail = "\n".join(self.log.read_text(errors="replace").splitlines()[-_LINES_SHOWN:])
            raise RuntimeError(f"{self.name} ended by itself; the end of {self.log}:\n{tail}")


@contextmanager
def running(
    name: str, command: Sequence[str], logs: Path, environment: Mapping[str, str], folder: Path
) -> Iterator[Program]:
    log = logs / f"{name}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*_dying_with_us(), *command],
            cwd=folder,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        yield Program(name, log, process)
    finally:
        _stop(process)


def wait_until(ready: Callable[[], bool], programs: Sequence[Program], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not ready():
        for program in programs:
            program.fail_if_ended()
        if time.monotonic() > deadline:
            names = ", ".join(program.name for program in programs)
            raise TimeoutError(f"{names}: no answer within {seconds:.0f} seconds")
        time.sleep(0.2)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def terminated_like_interrupted() -> Iterator[None]:
    """Let SIGTERM unwind the stack, as Ctrl-C does, so that everything is stopped."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _dying_with_us() -> list[str]:
    """What to put before a command so that even a killed run leaves nothing behind (Linux)."""
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig=TERM", "--"] if setpriv else []


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(_SECONDS_TO_STOP)
