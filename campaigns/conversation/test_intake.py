"""One whole conversation with the real process about what comes in: links, files, a taken-back change, a
removal, work that is ended and work that is cut short."""

import signal
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conversation import town as news
from tests.conversation.bot_process import BotProcess, bot_on
from tests.conversation.town import Town
from tests.conversation.transcript import Transcript
from tests.discord_server import Channel, DiscordServer, Human, Message, Upload
from tests.discord_server import permissions as bits
from tests.index.web.site import Site, open_site

WORK_S = 90.0
FERRY_QUESTION, FERRY_ANSWER = "How many cars does the new ferry at Holm carry?", "26 cars"
FERRY_PAGE = """<!doctype html><html lang="en"><head><title>A new ferry for Holm</title>
<meta property="og:site_name" content="Coast Weekly">
<meta property="article:published_time" content="2026-05-11T08:00:00+02:00"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>A new ferry for Holm</h1>
<p>The new ferry at Holm carries 26 cars and 140 passengers across the sound in nine minutes. It runs on
batteries that are loaded at each landing, and replaces a vessel from 1971 that had become too slow.</p>
<p>The mayor, Runa Dahl, broke a bottle of cider at its bow on Monday. The ferry cost 61 million crowns, of
which the county pays a third. Its captain said that passengers had asked for a quieter boat for years.</p>
<p>In the first week tickets are free. After that a car costs 14 crowns, and a person 3.</p></article>
<footer>All rights reserved</footer></body></html>"""


@dataclass
class Scene:
    """Everyone who is there."""

    server: DiscordServer
    town: Town
    site: Site
    channel: Channel
    audit: Channel
    ann: Human
    ed: Human  # may manage the server
    told: Transcript

    def bot(self) -> AbstractAsyncContextManager[BotProcess]:
        """The real process, which may fetch from the test's own site."""
        allowed = f"127.0.0.1:{self.site.port}"
        return bot_on(self.server, self.town, FETCH_ALLOW=allowed, AUDIT_CHANNEL=self.audit.id)

    async def answer(self, question: str) -> str:
        """What Ann is told."""
        return (await self.told.slash(self.ann, self.channel, "ask", question=question)).text.replace("*", "")


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    async with DiscordServer() as server, open_site() as site:
        place = server.add_guild("Brackwater")
        channel, audit = place.add_text_channel("news"), place.add_text_channel("audit")
        ann, ed = place.add_member("Ann"), place.add_member("Ed", permissions=bits.MANAGE_GUILD)
        yield Scene(server, Town.found(tmp_path / "town"), site, channel, audit, ann, ed, Transcript())


async def test_articles_come_in_and_go(scene: Scene, tmp_path: Path) -> None:
    async with scene.bot() as bot:
        await bot.wait_for_log("Indexed 3 articles")
        answer = await add_by_link(scene)
        await add_by_attachment(scene)
        await be_refused(scene)
        await remove_and_take_back(scene, answer)
        await cancel(scene, bot)
        await be_cut_short(scene, bot)
    async with scene.bot():
        await be_told_after_the_restart(scene)
    (tmp_path / "transcript.txt").write_text(str(scene.told), encoding="utf-8")
    print(scene.told)


async def add_by_link(scene: Scene) -> Message:
    """Ed adds a page and a private address at once; Ann's question is answered from the page."""
    assert "I found nothing" in await scene.answer(FERRY_QUESTION)
    page = scene.site.page("/news/ferry.html?utm_source=x", FERRY_PAGE)
    links = f"{page} http://10.0.0.1/secret http://127.0.0.1:{scene.site.port}/missing"
    done = await scene.told.slash(scene.ed, scene.channel, "articles add", links=links, until="Published as")
    assert done.ephemeral
    assert "**Brought in:** 1\n- A new ferry for Holm" in done.text
    assert "**Not done:** 2" in done.text
    reply = await scene.ann.slash(scene.channel, "ask", question=FERRY_QUESTION)
    answer = await reply.wait_done()
    assert FERRY_ANSWER in answer.text.replace("*", "")
    assert "A new ferry for Holm" in answer.text
    assert "Coast Weekly · 11 May 2026" in answer.text
    return answer


async def add_by_attachment(scene: Scene) -> None:
    """A file comes in as a message's attachment does, and one that is no article is named."""
    done = await scene.told.slash(
        scene.ed,
        scene.channel,
        "articles add",
        file=Upload("pool.md", news.POOL.encode(), "text/markdown"),
        file_2=Upload("noise.pdf", b"%PDF-1.7 noise", "application/pdf"),
        until="Published as",
    )
    assert "**Brought in:** 1" in done.text
    assert "- noise.pdf: is a damaged PDF." in done.text
    assert news.POOL_ANSWER in await scene.answer(news.POOL_QUESTION)


async def be_refused(scene: Scene) -> None:
    """Ann may not."""
    refused = await scene.told.slash(
        scene.ann, scene.channel, "articles add", links="https://example.org/", force=True
    )
    assert refused.ephemeral
    assert "Only people who may manage this server can do that." in refused.text


async def remove_and_take_back(scene: Scene, answer: Message) -> None:
    """What Ed removes is never cited again, old answers say so, and a rollback brings it back."""
    value = await scene.told.complete(scene.ed, scene.channel, "articles remove", "article", "ferry")
    asked = await scene.told.slash(scene.ed, scene.channel, "articles remove", article=value)
    await scene.told.click(scene.ed, asked, "Remove")
    await scene.server.wait_for(lambda: "**Taken out:** 1" in asked.text, "the removal", WORK_S)
    assert FERRY_ANSWER not in await scene.answer(FERRY_QUESTION)
    passages = await scene.told.click(scene.ann, answer, "Passages")
    assert "This article has been taken out of the index since this answer was given" in passages.text
    assert FERRY_ANSWER not in passages.text.replace("*", "")
    await scene.told.slash(scene.ed, scene.channel, "articles rollback", until="Rolled back")
    assert FERRY_ANSWER in await scene.answer(FERRY_QUESTION)
    lines = [message.text for message in scene.audit.messages.values()]
    assert [line.split(": ", 1)[1].split(",")[0] for line in lines] == [
        "addition", "addition", "removal", "rollback",
    ]  # fmt: skip


async def cancel(scene: Scene, bot: BotProcess) -> None:
    """Ed ends a reindex; nothing of it is published, and no process is left over."""
    scene.town.write_chronicle(800)  # enough work for it to be cut short
    reply = await scene.ed.slash(scene.channel, "articles reindex")
    message = await reply.wait_edit("Computing vectors", WORK_S)
    await scene.told.click(scene.ed, message, "Cancel")
    await reply.wait_edit("The reindex was cancelled", WORK_S)
    status = await scene.told.slash(scene.ed, scene.channel, "articles status")
    assert "Running now" not in status.text
    with pytest.raises(AssertionError, match="has no child"):
        bot.child("index")


async def be_cut_short(scene: Scene, bot: BotProcess) -> None:
    """The bot dies in the middle of a reindex."""
    reply = await scene.ed.slash(scene.channel, "articles reindex")
    await reply.wait_edit("Computing vectors", WORK_S)
    scene.told.note("the bot is killed in the middle of a reindex")
    assert await bot.end(signal.SIGKILL) == -signal.SIGKILL


async def be_told_after_the_restart(scene: Scene) -> None:
    """Ed is told what became of it, and the next reindex takes over what was done."""
    told = await scene.server.wait_for_message(scene.ed.dm)
    scene.told.note(f"the bot is started again, and Ed reads: {told.text}")
    assert "was cut short when the bot stopped. Nothing of it was published" in told.text
    done = await scene.told.slash(scene.ed, scene.channel, "articles reindex", until="Published as")
    assert "Added:** 80" in done.text
    assert any("was cut short" in message.text for message in scene.audit.messages.values())
