"""Beside a running event loop: how late it is at what it meant to do, sampled every 10 ms."""

import asyncio
import gc
import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path

INTERVAL_S = 0.01


@dataclass(frozen=True, slots=True)
class Beat:
    """One sample, at `at_s` of the system's monotonic clock (the same in every process).

    `late_s` is how much longer than INTERVAL_S the sleep took; `loop_cpu_s` what the loop's thread
    computed meanwhile, `other_cpu_s` what the process's other threads did, `gc_s` how long the garbage
    collector held all of them. Late without computing means that the process waited for a core.
    """

    at_s: float
    late_s: float
    loop_cpu_s: float
    other_cpu_s: float
    gc_s: float


class Meter:
    """Run `run` as a task of the loop that is measured."""

    def __init__(self) -> None:
        self.beats: list[Beat] = []
        self._gc_s = 0.0
        self._gc_since: float | None = None

    async def run(self) -> None:
        """Sample until cancelled."""
        gc.callbacks.append(self._note_collection)
        try:
            await self._sample()
        finally:
            gc.callbacks.remove(self._note_collection)

    async def _sample(self) -> None:
        while True:
            at, loop, process = time.monotonic(), time.thread_time(), time.process_time()
            collected = self._collected_s(at)
            await asyncio.sleep(INTERVAL_S)
            now, loop_cpu = time.monotonic(), time.thread_time() - loop
            other_cpu = max(0.0, time.process_time() - process - loop_cpu)
            collecting = self._collected_s(now) - collected
            self.beats.append(Beat(now, now - at - INTERVAL_S, loop_cpu, other_cpu, collecting))

    def _note_collection(self, phase: str, _: dict[str, int]) -> None:
        """Called by the collector, in whichever thread it runs."""
        if phase == "start":
            self._gc_since = time.monotonic()
        elif self._gc_since is not None:
            since, self._gc_since = self._gc_since, None
            self._gc_s += time.monotonic() - since

    def _collected_s(self, now_s: float) -> float:
        """The collector's seconds until now. When it is done the loop often comes first, before its note."""
        since = self._gc_since
        return self._gc_s + (now_s - since if since is not None else 0.0)

    def write(self, path: Path) -> None:
        """Write all beats as JSON."""
        path.write_text(json.dumps([asdict(beat) for beat in self.beats]), encoding="utf-8")


def read_beats(path: Path) -> list[Beat]:
    """What `write` wrote."""
    return [Beat(**each) for each in json.loads(path.read_text(encoding="utf-8"))]
