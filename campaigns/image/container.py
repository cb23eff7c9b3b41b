"""Runs a command in a built root as a hardened container does: read-only, without rights, apart."""

import json
import os
import shlex
import signal
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil

from tests.deploy.dockerfile import Stage

_STEPS = """
set -e
mount --bind "$ROOT" "$ROOT"
mount -o remount,bind,ro "$ROOT"
mount -t proc proc "$ROOT/proc"
mount -t tmpfs -o nosuid,nodev,noexec,mode=1777 tmpfs "$ROOT/tmp"
mount -t tmpfs -o nosuid,mode=755 tmpfs "$ROOT/dev"
for device in null zero full random urandom; do
    touch "$ROOT/dev/$device"
    mount --bind "/dev/$device" "$ROOT/dev/$device"
done
mkdir "$ROOT/dev/shm"
mount -t tmpfs -o nosuid,nodev,noexec,mode=1777,size=64m tmpfs "$ROOT/dev/shm"
ln -s /proc/self/fd "$ROOT/dev/fd"
for pair in $FOLDERS; do
    mount --bind "${pair%%:*}" "$ROOT${pair##*:}"
done
"""


class Container:
    """One such container; a context manager that leaves no process behind."""

    def __init__(
        self, root: Path, image: Stage, folders: dict[Path, str], settings: dict[str, str], log: Path
    ) -> None:
        self.log = log
        self._root = root
        self._image = image
        self._folders = folders
        self._environment = {**image.environment(), **settings}
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.kill()  # what it started dies with it
            self._process.wait()

    def start(self, command: list[str] | None = None) -> None:
        """The image's command, or another. It is process 1, as in a container without an init."""
        begin = shlex.join(["exec", "chroot", str(self._root), *self._as_user(command or self.command)])
        folders = " ".join(f"{here}:{there}" for here, there in self._folders.items())
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                ["unshare", "--mount", "--pid", "--ipc", "--uts", "--fork", "--kill-child",
                 "--propagation", "private", "sh", "-c", _STEPS + begin],
                env={"PATH": os.environ["PATH"], "ROOT": str(self._root), "FOLDERS": folders},
                stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip

    @property
    def command(self) -> list[str]:
        """The image's own."""
        return self._image.last("CMD").words()

    @property
    def health_check(self) -> list[str]:
        """The image's own."""
        line = self._image.last("HEALTHCHECK").value.partition(" CMD ")[2]
        return [str(word) for word in json.loads(line)]

    def ask(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        """Run a command in the running container, as its user."""
        return subprocess.run(
            ["nsenter", "--target", str(self._first.pid), "--mount", "--pid", "--ipc", "--uts", "--root",
             *self._as_user(command)],
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip

    def status_of(self, field: str) -> str:
        """A line of process 1's /proc/…/status."""
        for line in Path(f"/proc/{self._first.pid}/status").read_text(encoding="utf-8").splitlines():
            if line.startswith(f"{field}:"):
                return line.split(":", 1)[1].strip()
        raise AssertionError(field)

    def memory_mb(self) -> float:
        """What all its processes hold, shared pages counted once."""
        of = [self._first, *self._first.children(recursive=True)]
        return sum(process.memory_full_info().pss for process in of) / 1e6

    def stop(self, within_s: float) -> tuple[int, float]:
        """SIGTERM to process 1, as an engine does; its exit status, and the seconds it took."""
        assert self._process is not None
        began = time.monotonic()
        self._first.send_signal(signal.SIGTERM)
        status = self._process.wait(within_s)
        return status, time.monotonic() - began

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def _first(self) -> psutil.Process:
        """Process 1 of the container; `unshare` is its parent, outside."""
        assert self._process is not None
        return psutil.Process(self._process.pid).children()[0]

    def _as_user(self, command: list[str]) -> list[str]:
        user, group = self._image.last("USER").value.split(":")
        return [
            "/usr/bin/env", "--ignore-environment", f"--chdir={self._image.all('WORKDIR')[-1].value}",
            *(f"{name}={value}" for name, value in self._environment.items()),
            "/usr/bin/setpriv", f"--reuid={user}", f"--regid={group}", "--clear-groups", "--no-new-privs",
            "--inh-caps=-all", "--bounding-set=-all", *command,
        ]  # fmt: skip
