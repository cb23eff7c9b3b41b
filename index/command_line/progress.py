"""Beside a long command: how far it has come, on standard error, as a bar, as lines or as JSON."""

import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from enum import StrEnum
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

from index.command_line.console import as_json, neutralise_line
from index.command_line.phrases import (
    PROGRESS_LINE,
    PROGRESS_RATE,
    STAGES,
    WAITING_FOR,
    WAITING_FOR_SOMEBODY,
    duration,
    rate,
)
from index.report import Builder, BuildProgress, Stage

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

# Without a terminal: nothing for work that is soon done, then a line now and again.
FIRST_LINE_S = 3.0
LINE_EVERY_S = 10.0
# A rate that is measured over less than this is noise.
RATE_AFTER_S = 0.5


class ProgressStyle(StrEnum):
    """How progress is shown."""

    AUTO = "auto"  # a bar on a terminal, lines elsewhere
    LINES = "lines"
    JSON = "json"  # one object per line, for a process that listens


class ProgressDisplay:
    """Shows the progress of one piece of work after another; use it as a context manager.

    Calling it with a BuildProgress, or `show` with a label, moves the bar. A new label starts anew.
    """

    def __init__(
        self,
        style: ProgressStyle = ProgressStyle.AUTO,
        stream: TextIO | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._clock = clock
        self._json = style is ProgressStyle.JSON
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._wants_bar = style is ProgressStyle.AUTO and self._stream.isatty()
        self._label = ""
        self._label_since = 0.0
        self._next_line = 0.0

    def __enter__(self) -> Self:
        self._next_line = self._clock() + FIRST_LINE_S
        if self._wants_bar:
            self._bar = _make_bar(self._stream)
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, progress: BuildProgress) -> None:
        if self._json:
            known = {name: value for name, value in asdict(progress).items() if value is not None}
            self._write(as_json({"progress": known}))
        elif progress.stage is Stage.WAITING:
            self._write(_waiting(progress.builder))
        else:
            self.show(STAGES[progress.stage], progress.done, progress.total)

    def show(self, label: str, done: int, total: int) -> None:
        """Say that `done` of `total` is done of what the label names."""
        if self._json:
            return
        now = self._clock()
        if label != self._label:
            self._label, self._label_since = label, now
            self._start_task(label)
        speed = _speed(done, total, now - self._label_since)
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=done, total=total or None, speed=speed)
        elif 0 < done < total and now >= self._next_line:  # a stage that is done is no news
            self._next_line = now + LINE_EVERY_S
            line = PROGRESS_LINE.format(label=label, done=done, total=total)
            self._write(f"{line}, {speed}" if speed else line)

    def _start_task(self, label: str) -> None:
        if self._bar is None:
            return
        if self._task is not None:
            self._bar.remove_task(self._task)
        self._task = self._bar.add_task(label, total=None, speed="")

    def _write(self, line: str) -> None:
        if self._bar is not None:
            self._bar.console.print(line, markup=False, highlight=False)
            return
        self._stream.write(line + "\n")
        self._stream.flush()


def _waiting(builder: Builder | None) -> str:
    if builder is None:
        return WAITING_FOR_SOMEBODY
    return WAITING_FOR.format(by=neutralise_line(builder.by), since=builder.since, pid=builder.pid)


def _speed(done: int, total: int, seconds: float) -> str:
    """How fast it goes and how long it will take; empty as long as that cannot be told."""
    if not 0 < done < total or seconds < RATE_AFTER_S:
        return ""
    per_second = done / seconds
    return PROGRESS_RATE.format(rate=rate(per_second), left=duration((total - done) / per_second))


def _make_bar(stream: TextIO) -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    # Transient: when the work is done, its result is what stays on the screen. Standard output is
    # left alone, or results would end up among the progress.
    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=None),
        MofNCompleteColumn(),
        TextColumn("{task.fields[speed]}", markup=False),
        console=Console(file=stream),
        transient=True,
        expand=True,
        redirect_stdout=False,
    )
