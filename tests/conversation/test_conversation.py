"""One whole conversation with the real process: all that its four people do, from the first start on."""

import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conversation import town as news
from tests.conversation.bot_process import BotProcess, bot_on
from tests.conversation.town import Town
from tests.conversation.transcript import Transcript, states
from tests.discord_server import Channel, DiscordServer, Human, Message, RefusedByClient
from tests.discord_server import permissions as bits

# Without work under way a stop takes about a second; with a reply under way at most 10 more.
STOP_S = 10.0
STAGES = ("Reading the articles", "Splitting", "Computing", "Writing the index", "Checking the index")


@dataclass
class Scene:
    """Everyone who is there."""

    server: DiscordServer
    town: Town
    channel: Channel
    ann: Human
    ed: Human  # may manage the server
    told: Transcript


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    async with DiscordServer() as server:
        place = server.add_guild("Brackwater")
        channel = place.add_text_channel("news")
        ann, ed = place.add_member("Ann"), place.add_member("Ed", permissions=bits.MANAGE_GUILD)
        yield Scene(server, Town.found(tmp_path / "town"), channel, ann, ed, Transcript())


async def test_a_whole_conversation(scene: Scene, tmp_path: Path) -> None:
    async with bot_on(scene.server, scene.town) as bot:
        await bot.wait_for_log("Indexed 3 articles")
        scene.told.note("`python -m bot run` is started; nothing was indexed, so it has indexed 3 articles")
        answer = await ask(scene)
        await look_at_the_sources(scene)
        await add_an_article(scene, bot)
        await be_refused(scene)
        await roll_back(scene, bot)
        await stop(scene, bot)
    async with bot_on(scene.server, scene.town) as bot:
        scene.told.note("the bot is started again")
        passages = await scene.told.click(scene.ann, answer, "Passages")
        assert news.TRAM_ANSWER in passages.text
        assert not any("is indexed first" in line for line in bot.log)
    (tmp_path / "transcript.txt").write_text(str(scene.told), encoding="utf-8")
    print(scene.told)


async def ask(scene: Scene) -> Message:
    """Ann asks by command and by mention, reads the passages, and is told where nothing was found."""
    ann, channel, told = scene.ann, scene.channel, scene.told
    answer = await told.slash(ann, channel, "ask", question=news.TRAM_QUESTION)
    assert news.TRAM_ANSWER in answer.text.replace("*", "")
    assert "[1] Tram line 4 reaches the university · Brackwater Post · Mina Oduya · 3 May 2026" in answer.text
    assert not answer.ephemeral
    passages = await told.click(ann, answer, "Passages")
    assert passages.ephemeral
    assert news.TRAM_ANSWER in passages.text
    reply = await told.say(ann, channel, f"@bot {news.LIBRARY_QUESTION}")
    assert news.LIBRARY_ANSWER in reply.text
    assert "The library lends board games" in reply.text
    private = await told.slash(ann, channel, "ask", question=news.MILL_QUESTION, private=True)
    assert private.ephemeral
    assert news.MILL_ANSWER in private.text.replace("*", "")
    refusal = await told.slash(ann, channel, "ask", question=news.POOL_QUESTION)
    assert refusal.ephemeral
    assert "I found nothing in the articles that answers this." in refusal.text
    return answer


async def look_at_the_sources(scene: Scene) -> None:
    """Ann reads what there is, and one article."""
    ann, channel, told = scene.ann, scene.channel, scene.told
    listed = await told.slash(ann, channel, "sources list")
    assert "3 articles · newest: 3 May 2026" in listed.text
    assert "Aldous mill turns again · date unknown · mill.txt" in listed.text
    found = await told.slash(ann, channel, "sources list", search="fenland")
    assert "The library lends board games" in found.text
    assert "Aldous mill" not in found.text
    value = await told.complete(ann, channel, "sources show", "article", "tram")
    shown = await told.slash(ann, channel, "sources show", article=value)
    assert shown.ephemeral
    assert "Brackwater Post" in shown.text
    assert news.TRAM_ANSWER in shown.text


async def add_an_article(scene: Scene, bot: BotProcess) -> None:
    """A file is added; Ed sees what would change, publishes it, and Ann's question is answered."""
    ed, channel, told = scene.ed, scene.channel, scene.told
    scene.town.write("pool.md", news.POOL)
    scene.town.write_chronicle(120)  # enough work for its progress to be seen
    told.note("pool.md and 120 short articles are put into the articles folder")
    checked = await told.slash(ed, channel, "articles check", until="What a reindex would do")
    assert "Added:** 121" in checked.text
    before = len(bot.log)
    done = await told.slash(ed, channel, "articles reindex", until="Published as")
    assert done.ephemeral
    assert any(stage in state for state in states(done) for stage in STAGES)
    assert "Added:** 121" in done.text
    await bot.wait_for_log("answers from", after=before)
    status = await told.slash(ed, channel, "articles status")
    assert "by an admin on Discord" in status.text  # the index remembers nobody's name
    answer = await told.slash(scene.ann, channel, "ask", question=news.POOL_QUESTION)
    assert news.POOL_ANSWER in answer.text.replace("*", "")
    assert "Carrow pool is warmed by a data centre" in answer.text


async def be_refused(scene: Scene) -> None:
    """The admin's commands are hidden from Ann, and refused where she gets at them all the same."""
    for name in ("articles check", "articles reindex", "articles status", "articles rollback"):
        with pytest.raises(RefusedByClient, match="hidden"):
            await scene.ann.slash(scene.channel, name)
    refused = await scene.told.slash(scene.ann, scene.channel, "articles reindex", force=True)
    assert refused.ephemeral
    assert "Only people who may manage this server can do that." in refused.text


async def roll_back(scene: Scene, bot: BotProcess) -> None:
    """Ed takes the last publish back; what only it held is answered no longer."""
    before = len(bot.log)
    done = await scene.told.slash(scene.ed, scene.channel, "articles rollback", until="Rolled back")
    assert "Rolled back" in done.text
    await bot.wait_for_log("answers from", after=before)
    refusal = await scene.told.slash(scene.ann, scene.channel, "ask", question=news.POOL_QUESTION)
    assert "I found nothing in the articles" in refusal.text


async def stop(scene: Scene, bot: BotProcess) -> None:
    """The operator stops the process."""
    started = time.monotonic()
    assert await bot.end() == 0, bot.words()
    assert time.monotonic() - started < STOP_S
    scene.told.note("the operator stops the bot; it ends with status 0")
    assert "Traceback" not in bot.words()
