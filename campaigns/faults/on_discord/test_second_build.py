"""Work on the articles while a build runs, an admin's or not: it waits its turn and says for whom."""

import re
import signal

import pytest

from campaigns.faults.builds import BuildProcess
from campaigns.faults.scene import BUILD, Scene
from campaigns.faults.test_second_build import REFUSED

ENTRIES = 800  # the vectors of 40 were done before Discord had been told that they were begun

pytestmark = [pytest.mark.asyncio(loop_scope="package"), pytest.mark.xdist_group("bot")]


async def test_a_reindex_while_a_build_runs(scene: Scene) -> None:
    scene.town.write_chronicle(ENTRIES, "discord")
    first = BuildProcess(scene.town, by="Nora")
    assert first.wait_for("embedding"), first.said
    first.pause()
    told = await scene.ed.slash(scene.channel, "articles reindex")
    message = await told.wait_edit("Waiting its turn: work of Nora on the articles began")
    first.kill()
    assert told.ephemeral
    await told.wait_edit("Published as", timeout_s=90)
    assert "Waiting" not in message.text


async def test_a_reindex_an_addition_and_a_build_while_a_reindex_runs(scene: Scene) -> None:
    scene.town.write_chronicle(ENTRIES, "another")
    first = await scene.ed.slash(scene.channel, "articles reindex")
    lines = len(scene.bot.log)
    await first.wait_edit("Computing vectors")
    builder = scene.bot.child(BUILD)
    builder.send_signal(signal.SIGSTOP)
    second = await scene.ed.slash(scene.channel, "articles reindex")
    await second.wait_edit("Waiting its turn: work of an admin on Discord on the articles began")
    cancelled = await scene.ed.slash(scene.channel, "articles reindex")
    await cancelled.wait_edit("Waiting its turn")
    await scene.ed.click(cancelled.message, "Cancel")
    await cancelled.wait_edit("The reindex was cancelled")
    status = await scene.text_of(await scene.ed.slash(scene.channel, "articles status"))
    elsewhere = scene.town.run("index", "build", "--no-wait")
    builder.send_signal(signal.SIGCONT)
    assert "Running now: reindex" in status
    assert "Waiting its turn: reindex" in status
    assert elsewhere.returncode == 1
    assert re.search(REFUSED.format(by="an admin on Discord", pid=builder.pid), elsewhere.stderr)
    await first.wait_edit("Published as", timeout_s=90)
    await second.wait_edit("Nothing to reindex", timeout_s=30)
    await scene.bot.wait_for_log("answers from", after=lines)
    status = await scene.text_of(await scene.ed.slash(scene.channel, "articles status"))
    assert "Failed" not in status
