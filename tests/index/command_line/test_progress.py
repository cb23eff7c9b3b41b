"""Progress beside a long command: a bar, lines, or JSON."""

import io
import json
from datetime import UTC, datetime

import pytest
from rich.cells import cell_len

from index.command_line.progress import ProgressDisplay, ProgressStyle
from index.report import Builder, BuildProgress, Stage


class Clock:
    """Time that passes when the test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class TerminalStream(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_work_that_is_soon_done_prints_nothing_without_a_terminal(clock: Clock) -> None:
    stream = io.StringIO()
    with ProgressDisplay(stream=stream, clock=clock) as display:
        for done in range(5):
            clock.now += 0.5
            display(BuildProgress(Stage.READING, done, 5))
    assert stream.getvalue() == ""


def test_long_work_prints_a_line_now_and_again_with_rate_and_time_left(clock: Clock) -> None:
    stream = io.StringIO()
    with ProgressDisplay(stream=stream, clock=clock) as display:
        for done in range(0, 1001, 20):
            display(BuildProgress(Stage.EMBEDDING, done, 3000))
            clock.now += 1
    lines = stream.getvalue().splitlines()
    assert lines[0] == "Embedding: 60 of 3,000, 20/s, 2 min 27 s left"
    assert len(lines) == 5  # after 3 s, then every 10 s of the 51


def test_a_new_stage_is_measured_from_its_own_beginning(clock: Clock) -> None:
    stream = io.StringIO()
    with ProgressDisplay(stream=stream, clock=clock) as display:
        display(BuildProgress(Stage.READING, 1, 10))
        clock.now += 100
        display(BuildProgress(Stage.EMBEDDING, 0, 100))
        clock.now += 20
        display(BuildProgress(Stage.EMBEDDING, 10, 100))
    assert stream.getvalue().splitlines()[-1] == "Embedding: 10 of 100, 0.5/s, 3 min 0 s left"


def test_a_listening_process_gets_every_event_as_one_json_line(clock: Clock) -> None:
    stream = io.StringIO()
    with ProgressDisplay(ProgressStyle.JSON, stream, clock) as display:
        display(BuildProgress(Stage.WRITING, 0, 7))
        display(BuildProgress(Stage.WRITING, 7, 7))
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert lines == [{"progress": {"stage": "writing", "done": n, "total": 7}} for n in (0, 7)]


def test_a_terminal_gets_a_bar_that_is_gone_when_the_work_is_done(clock: Clock) -> None:
    stream = TerminalStream()
    with ProgressDisplay(stream=stream, clock=clock) as display:
        display(BuildProgress(Stage.EMBEDDING, 0, 40))
        clock.now += 2
        display(BuildProgress(Stage.EMBEDDING, 20, 40))
    shown = stream.getvalue()
    assert "Embedding" in shown
    assert "20/40" in shown
    assert shown.rstrip("\r").endswith("\x1b[2K")  # the line is erased


def test_lines_may_be_asked_for_on_a_terminal_too(clock: Clock) -> None:
    stream = TerminalStream()
    with ProgressDisplay(ProgressStyle.LINES, stream, clock) as display:
        clock.now += 5
        display(BuildProgress(Stage.EMBEDDING, 20, 40))
    assert stream.getvalue() == "Embedding: 20 of 40\n"
    assert cell_len(stream.getvalue()) < 80


@pytest.mark.parametrize("stream", [io.StringIO(), TerminalStream()])
def test_work_that_waits_its_turn_says_at_once_for_whom(stream: io.StringIO, clock: Clock) -> None:
    builder = Builder("Nora\x1b[31m", datetime(2026, 5, 3, 12, 0, 1, tzinfo=UTC), 7)
    with ProgressDisplay(stream=stream, clock=clock) as display:
        display(BuildProgress(Stage.WAITING, builder=builder))
        display(BuildProgress(Stage.WAITING))
    said = " ".join(stream.getvalue().split())
    assert "Waiting for the build that Nora started at 12:00:01 UTC (process 7) to end." in said
    assert "Waiting for another build to end." in said
