"""A small disk that only one test sees: a tmpfs in a mount namespace of its own, where that is permitted."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

START_S = 10


class SmallDisk:
    """Mounted on a folder, for the processes that are started with `prefix`."""

    def __init__(self, holder: "subprocess.Popen[str]", place: Path, prefix: tuple[str, ...]) -> None:
        self._place = place
        self.prefix = prefix
        # What is mounted there, as a process outside of the namespace can reach it.
        self.inside = Path(f"/proc/{holder.pid}/root{place}")

    def run(self, *command: str) -> None:
        """One command where the disk is seen."""
        subprocess.run([*self.prefix, *command], check=True, timeout=START_S)

    def make_read_only(self) -> None:
        self.run("mount", "-o", "remount,ro", str(self._place))

    def make_writable(self) -> None:
        self.run("mount", "-o", "remount,rw", str(self._place))

    def fill(self, leave_kilobytes: int) -> None:
        """Let something else take all of its room but this."""
        free = shutil.disk_usage(self.inside).free // 1024
        ballast = max(0, free - leave_kilobytes)
        with (self.inside / "ballast").open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(1, ballast) * 1024)

    def empty(self) -> None:
        """Take that away again."""
        (self.inside / "ballast").unlink()


@contextmanager
def small_disk(place: Path, kilobytes: int) -> Iterator[SmallDisk]:
    """Mount one; skips the test where this system lets us have no mount namespace."""
    place.mkdir(parents=True, exist_ok=True)
    as_root = os.geteuid() == 0
    unshare = ["unshare", "--mount"] if as_root else ["unshare", "--map-root-user", "--mount"]
    script = 'mount -t tmpfs -o "size=$1k" tmpfs "$2" && echo mounted && exec cat'
    try:
        holder = subprocess.Popen(
            [*unshare, "sh", "-c", script, "sh", str(kilobytes), str(place)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
    except OSError as error:
        pytest.skip(f"there is no unshare: {error}")
    assert holder.stdout
    assert holder.stderr
    try:
        if holder.stdout.readline() != "mounted\n":
            pytest.skip(f"no disk can be mounted here: {holder.stderr.read().strip()}")
        user = () if as_root else ("--user", "--preserve-credentials")
        yield SmallDisk(holder, place, ("nsenter", f"--target={holder.pid}", *user, "--mount"))
    finally:
        # Its standard input closed, the holder ends, and with it the namespace and the disk.
        holder.communicate(timeout=START_S)
