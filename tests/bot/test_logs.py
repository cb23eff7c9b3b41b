"""Log lines hold no secret, also where a library or a traceback would write one."""

import json
import logging
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from bot.logs import JsonFormatter, RedactingFormatter, job_of_now, set_up_logging
from index.searching.worker_log import LineFormatter, relog_line

SECRET = "MTA.secret-token"


def formatted(message: str, *arguments: object, error: bool = False) -> str:
    trace = sys.exc_info() if error else None
    record = logging.LogRecord("discord.http", logging.WARNING, "", 1, message, arguments, trace)
    return RedactingFormatter([SECRET]).format(record)


def test_tokens_in_urls_are_taken_out() -> None:
    line = formatted("PATCH %s responded with 429", "http://x/webhooks/12/aW50ZXJh.x-y_z/messages/@original")
    assert "http://x/webhooks/12/***/messages/@original" in line
    assert "/interactions/7/***/callback" in formatted("POST /interactions/7/abc/callback")


def test_the_bots_token_is_taken_out_of_messages_and_tracebacks() -> None:
    assert SECRET not in formatted("Authorization: Bot %s", SECRET)
    try:
        raise ValueError(SECRET)
    except ValueError:
        line = formatted("failed", error=True)
    assert "ValueError" in line
    assert SECRET not in line


def test_nothing_that_somebody_wrote_makes_a_line_or_moves_a_terminal() -> None:
    line = formatted("An audit: %s", "red\n2026-01-01 00:00:00 ERROR bot: false\r\x1b[2Jgone\u2028\u202etxt")
    assert line.endswith(r"red\n2026-01-01 00:00:00 ERROR bot: false\r\x1b[2Jgone\u2028\u202etxt")


def as_json(message: str, *arguments: object, error: bool = False, **extra: str) -> dict[str, object]:
    trace = sys.exc_info() if error else None
    record = logging.LogRecord("discord.gateway", logging.WARNING, "", 1, message, arguments, trace)
    vars(record).update(extra)
    line = JsonFormatter([SECRET]).format(record)
    assert "\n" not in line
    found: dict[str, object] = json.loads(line)
    return found


def test_a_line_of_json_has_its_time_level_logger_and_message() -> None:
    found = as_json("It “works”,\n%d times.", 3)
    assert found | {"time": ""} == {
        "time": "",
        "level": "warning",
        "logger": "discord.gateway",
        "message": "It “works”,\n3 times.",
    }
    assert datetime.fromisoformat(str(found["time"])).utcoffset() == timedelta(0)


def test_a_line_of_json_has_the_error_the_shard_and_the_job_where_there_are_some() -> None:
    token = job_of_now.set("reindex 5f0c")
    try:
        found = as_json("Shard ID 12 has connected.", error_id="0a1b2c3d", error_kind="StorageError")
    finally:
        job_of_now.reset(token)
    assert found["shard"] == 12
    assert found["job"] == "reindex 5f0c"
    assert (found["error_id"], found["error_kind"]) == ("0a1b2c3d", "StorageError")


def test_secrets_are_taken_out_of_json_also_where_json_would_spell_them_differently() -> None:
    secret = 'a"b\\c'
    record = logging.LogRecord("bot", logging.ERROR, "", 1, "the key %s", (secret,), None)
    line = JsonFormatter([secret]).format(record)
    assert json.loads(line)["message"] == "the key ***"
    try:
        raise ValueError(SECRET)
    except ValueError:
        found = as_json("failed at /webhooks/12/aW50ZXJh", error=True)
    assert found["message"] == "failed at /webhooks/12/***"
    assert "ValueError: ***" in str(found["traceback"])


@pytest.fixture
def loggers(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The loggers and standard error as they were, at the end."""
    monkeypatch.setattr(sys, "stderr", sys.stderr)
    root, ours = logging.getLogger(), [logging.getLogger(name) for name in ("bot", "index")]
    before = root.level, tuple(root.handlers), [one.level for one in ours]
    yield
    root.setLevel(before[0])
    root.handlers[:] = before[1]
    for one, level in zip(ours, before[2], strict=True):
        one.setLevel(level)


@pytest.mark.usefixtures("loggers")
def test_at_debug_level_libraries_do_not_log_what_people_write(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("debug", [SECRET])
    for library in ("discord.gateway", "openai._base_client", "anthropic", "llama_index", "some.other"):
        logging.getLogger(library).debug("event with a question")
    logging.getLogger("bot.discord.client").debug("ours %s", SECRET)
    error = capsys.readouterr().err
    assert "question" not in error
    assert "ours ***" in error


@pytest.mark.usefixtures("loggers")
@pytest.mark.parametrize("level", ["debug", "info", "warning", "error"])
def test_the_level_holds_for_libraries_and_for_us(level: str, capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(level)
    for name in ("discord", "bot.discord.client"):
        for each in (logging.INFO, logging.WARNING, logging.ERROR):
            logging.getLogger(name).log(each, "%s at %d", name, each)
    least = max(logging.INFO, logging.getLevelNamesMapping()[level.upper()])
    expected = [each for _ in range(2) for each in (20, 30, 40) if each >= least]
    assert [int(line.rsplit(" ", 1)[1]) for line in capsys.readouterr().err.splitlines()] == expected


@pytest.mark.usefixtures("loggers")
def test_with_json_all_that_is_written_to_standard_error_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("info", [SECRET], "json")
    logging.getLogger("bot.discord.client").info("ours")
    print("a library prints", SECRET, file=sys.stderr)
    print("half a ", end="", file=sys.stderr)
    print("line", file=sys.stderr)
    print("the last", end="", file=sys.stderr, flush=True)
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [line["message"] for line in lines] == [
        "ours",
        "a library prints ***",
        "half a line",
        "the last",
    ]
    assert {line["logger"] for line in lines[1:]} == {"stderr"}


def test_the_workers_log_is_written_again_with_its_level_and_traceback(
    caplog: pytest.LogCaptureFixture,
) -> None:
    try:
        raise ZeroDivisionError("inside")
    except ZeroDivisionError:
        trace = sys.exc_info()
    record = logging.LogRecord(
        "index.searching.worker", logging.ERROR, "", 1, "It failed: %s", ("so",), trace
    )
    relog_line(LineFormatter().format(record))
    relog_line("Segmentation fault")
    failed, printed = caplog.records
    assert failed.name == "index.searching.worker"
    assert (failed.levelno, failed.getMessage()) == (logging.ERROR, "It failed: so")
    assert "ZeroDivisionError: inside" in str(failed.exc_text)
    assert (printed.levelno, printed.getMessage()) == (logging.WARNING, "Segmentation fault")
