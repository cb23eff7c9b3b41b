"""The end of the process: in time whatever hangs."""

import asyncio
import logging
import subprocess
import sys
import threading

import pytest

from bot.discord.connection.patience import Patience
from bot.discord.connection.shutdown import END_S, LAST_S, LastResort, ending_in_time
from index.searching.search_client import LEAVE_S
from tests.command_lines import ROOT, environment

# Closing the bot's file, and ending Python itself.
REST_S = 1.0


def test_an_orderly_end_fits_into_ten_seconds() -> None:
    patience = Patience()
    orderly_s = patience.grace_s + patience.tell_s + patience.close_s + LEAVE_S + REST_S
    assert orderly_s <= END_S
    assert LAST_S < END_S == 10


async def test_the_process_is_ended_where_that_does_not_happen(caplog: pytest.LogCaptureFixture) -> None:
    ended: list[int] = []
    done = threading.Event()

    def end(status: int) -> None:
        ended.append(status)
        done.set()

    stop = asyncio.Event()
    async with ending_in_time(stop, LastResort(0.01, end)):
        stop.set()
        assert await asyncio.to_thread(done.wait, 30)
    assert ended == [1]
    assert "Not everything had ended after 0.01 s (" in caplog.text
    assert caplog.records[-1].levelno == logging.ERROR


async def test_without_a_signal_nothing_is_ended() -> None:
    ended: list[int] = []
    last = LastResort(0.0, ended.append)
    async with ending_in_time(asyncio.Event(), last):
        await asyncio.sleep(0)
    assert ended == []


def test_a_thread_that_hangs_does_not_keep_the_process() -> None:
    code = (
        "import threading, time\n"
        "from bot.discord.connection.shutdown import LastResort\n"
        "threading.Thread(target=time.sleep, args=(600,), name='a disk that hangs').start()\n"
        "LastResort(0.1).arm()\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environment(),
        timeout=60,
        check=False,
        stderr=subprocess.PIPE,
    )
    assert ended.returncode == 1
    assert b"a disk that hangs" in ended.stderr
