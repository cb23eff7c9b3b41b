"""What the figures were measured on: cores, memory, versions, and how busy it was with other things."""

import importlib.metadata
import os
import platform
import subprocess
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[2]
PACKAGES = (
    "openvino", "chromadb", "llama-index-core", "tokenizers", "numpy", "discord.py"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Machine:
    """`cores` are those that this process may use; `load` is the average of the minute before the run."""

    processor: str
    cores: int
    memory_gb: float
    system: str
    load: float
    commit: str
    versions: dict[str, str]

    def lines(self) -> list[str]:
        """For a reader, in two lines."""
        versions = ", ".join(f"{name} {version}" for name, version in self.versions.items())
        busy = f"load {self.load:.2f} in the minute before"
        machine = f"{self.cores} cores, {self.memory_gb:.0f} GB, {self.processor}, {self.system}; {busy}."
        return [f"Machine: {machine}", f"Versions: {versions}; commit {self.commit}."]


def look_at_machine() -> Machine:
    """The machine as it is now: before the run, so that the load is not the run's own."""
    return Machine(
        processor=_processor(),
        cores=len(psutil.Process().cpu_affinity())
        if hasattr(os, "sched_getaffinity")
        else os.cpu_count() or 1,
        memory_gb=psutil.virtual_memory().total / 1e9,
        system=f"{platform.system()} {platform.release()}",
        load=psutil.getloadavg()[0],
        commit=_commit(),
        versions={"Python": platform.python_version()}
        | {name: importlib.metadata.version(name) for name in PACKAGES},
    )


def _processor() -> str:
    """The processor's name; where the system does not say, its kind."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())


def _commit() -> str:
    """The commit that was measured, with a plus where files differ from it; "unknown" without git."""
    try:
        git = ["git", "-C", str(ROOT), "describe", "--always", "--dirty=+"]
        return subprocess.run(git, capture_output=True, text=True, check=True, timeout=10).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return "unknown"
