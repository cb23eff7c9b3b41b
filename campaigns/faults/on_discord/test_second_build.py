"""A second build while one runs, one of them an admin's: each is told who builds and since when."""

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
    message = await told.wait_edit("A build is running already")
    first.kill()
    assert told.ephemeral
    said = message.text.replace("\\", "")
    assert re.search(REFUSED.format(by="Nora", pid=first.pid), said), said


async def test_a_build_and_a_reindex_while_a_reindex_runs(scene: Scene) -> None:
    scene.town.write_chronicle(ENTRIES, "another")
    first = await scene.ed.slash(scene.channel, "articles reindex")
    lines = len(scene.bot.log)
    await first.wait_edit("Computing vectors")
    builder = scene.bot.child(BUILD)
    builder.send_signal(signal.SIGSTOP)
    second = await scene.ed.slash(scene.channel, "articles reindex")
    message = await second.wait_edit("A build is running already")
    status = await scene.text_of(await scene.ed.slash(scene.channel, "articles status"))
    elsewhere = scene.town.run("index", "build")
    builder.send_signal(signal.SIGCONT)
    assert "started by an admin on Discord at" in message.text
    assert "Running now: reindex" in status
    assert elsewhere.returncode == 1
    assert re.search(REFUSED.format(by="an admin on Discord", pid=builder.pid), elsewhere.stderr)
    await first.wait_edit("Published as", timeout_s=90)
    await scene.bot.wait_for_log("answers from", after=lines)
