"""What people ask, are told and are called stands in no log line, at any level, whatever they do."""

import logging

import pytest

from index.errors import BuildRunning, SearchUnavailable
from tests.bot.discord.conftest import Scene
from tests.bot.monitoring.conftest import Tools
from tests.discord_server import Human
from tests.discord_server import permissions as bits

ASKER, ADMIN, PLACE = "Quintessa Oglethorpe", "Bartholomew Fenwick", "Zanzibar"
QUESTION = f"How tall is the rebuilt lighthouse of {PLACE}?"
ERRORS = (None, SearchUnavailable("away"), ZeroDivisionError("inside"), TimeoutError())


async def ask_every_way(scene: Scene, asker: Human) -> None:
    """A command, a mention and a direct message; a private answer; its passages."""
    reply = await asker.slash(scene.channel, "ask", question=QUESTION)
    answer = await reply.wait_done()
    await (await asker.click(answer, "Passages")).wait_done()
    await asker.say(scene.channel, f"@bot {QUESTION}")
    await asker.say(asker.dm, QUESTION)
    private = await asker.slash(scene.channel, "ask", question=QUESTION, private=True)
    await private.wait_done()


async def fail_every_way(scene: Scene, asker: Human) -> None:
    """The same question, met by each kind of error."""
    for error in ERRORS[1:]:
        scene.answering.error = error
        await (await asker.slash(scene.channel, "ask", question=QUESTION)).wait_followup()
        await asker.say(scene.channel, f"@bot {QUESTION}")


async def look_after_the_articles(scene: Scene, admin: Human) -> None:
    """Work that is done, and work that fails with a name in its error."""
    await (await admin.slash(scene.channel, "articles reindex")).wait_edit("Published as")
    scene.building.error = BuildRunning(f"Started by {ADMIN} on Discord.", "Wait.")
    reply = await admin.slash(scene.channel, "articles reindex")
    assert ADMIN in (await reply.wait_edit("Started by")).text


async def test_no_log_line_holds_a_question_an_answer_a_name_or_a_token(
    tools: Tools, caplog: pytest.LogCaptureFixture
) -> None:
    scene = tools.scene
    asker = scene.guild.add_member(ASKER)
    admin = scene.guild.add_member(ADMIN, permissions=bits.MANAGE_GUILD)
    with caplog.at_level(logging.DEBUG, "bot"), caplog.at_level(logging.DEBUG, "index"):
        await ask_every_way(scene, asker)
        await fail_every_way(scene, asker)
        await look_after_the_articles(scene, admin)
    formatter = logging.Formatter("%(name)s %(message)s")
    lines = "\n".join(formatter.format(record) for record in caplog.records)  # with their tracebacks
    assert "failed unexpectedly" in lines
    assert "Another build is running." in lines
    for secret in (*ASKER.split(), *ADMIN.split(), PLACE, "lighthouse", "41 metres", scene.server.token):
        assert secret not in lines
