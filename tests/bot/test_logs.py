"""Log lines hold no secret, also where a library or a traceback would write one."""

import logging
import sys
from collections.abc import Iterator

import pytest

from bot.logs import RedactingFormatter, set_up_logging

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


@pytest.fixture
def loggers() -> Iterator[None]:
    root = logging.getLogger()
    names = ("discord", "aiohttp", "chromadb", "httpx", "httpcore")
    before = root.level, tuple(root.handlers), {name: logging.getLogger(name).level for name in names}
    yield
    root.setLevel(before[0])
    root.handlers[:] = before[1]
    for name, level in before[2].items():
        logging.getLogger(name).setLevel(level)


@pytest.mark.usefixtures("loggers")
def test_at_debug_level_libraries_do_not_log_what_people_write(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("debug", [SECRET])
    logging.getLogger("discord.gateway").debug("event with a question")
    logging.getLogger("bot.client").debug("ours %s", SECRET)
    error = capsys.readouterr().err
    assert "question" not in error
    assert "ours ***" in error
