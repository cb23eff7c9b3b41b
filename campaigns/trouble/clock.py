"""Trouble with the clock of the machine: it jumps while the bot runs, as after a sleep or a correction."""

import asyncio
from datetime import timedelta
from pathlib import Path

from campaigns.trouble.stage import ANSWER, Stage, end_of, shown
from campaigns.trouble.troubles import Troubles

TROUBLES = Troubles()
# Debian's package faketime; a process that is started with it takes its wall clock from a file.
LIBRARY = Path("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1")
FILE_NAME = "clock"
NOTICED_S = 1.5  # the library looks into the file once a second


def environment(folder: Path) -> dict[str, str]:
    """What a process needs for a wall clock that `jump` sets; its monotonic clock stays as it is."""
    (folder / FILE_NAME).write_text("+0", encoding="utf-8")
    return {
        "LD_PRELOAD": str(LIBRARY),
        "FAKETIME_TIMESTAMP_FILE": str(folder / FILE_NAME),
        "FAKETIME_CACHE_DURATION": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }


async def jump(stage: Stage, by: timedelta) -> None:
    """Set the clock of the bot and its children that far from the real time."""
    (stage.town.folder.parent / FILE_NAME).write_text(f"{by.total_seconds():+.0f}", encoding="utf-8")
    await asyncio.sleep(NOTICED_S)


async def _asked_before_and_after(stage: Stage, by: timedelta) -> str:
    message = await end_of(await stage.asked())
    await jump(stage, by)
    try:
        page = await end_of(await stage.ann.click(message, "Passages"))
        again = await end_of(await stage.asked())
        assert ANSWER in again.text.replace("*", ""), again.text
        return f"a new question: {shown(again)}; Passages of an answer from before: {shown(page)}"
    finally:
        await jump(stage, timedelta())


for name, by in {
    "an hour forward": timedelta(hours=1),
    "a day back": timedelta(days=-1),
    "40 days forward (answers are kept for 30)": timedelta(days=40),
    "ten years back": timedelta(days=-3650),
}.items():

    @TROUBLES.add(f"the clock jumps {name}")
    async def jumped(stage: Stage, by: timedelta = by) -> str:
        return await _asked_before_and_after(stage, by)


@TROUBLES.add("the clock jumps a day forward in mid-answer")
async def jumped_in_mid_answer(stage: Stage) -> str:
    reply = await stage.held()
    await jump(stage, timedelta(days=1))
    stage.model.let_go()
    try:
        message = await end_of(reply)
        assert ANSWER in message.text.replace("*", ""), message.text
        return shown(message)
    finally:
        await jump(stage, timedelta())
