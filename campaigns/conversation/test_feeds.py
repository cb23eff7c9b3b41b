"""A feed from Discord to an answer, with the real process and a real site: added, due by itself, removed."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conversation.bot_process import BotProcess, bot_on
from tests.conversation.town import Town
from tests.conversation.transcript import Transcript
from tests.discord_server import Channel, DiscordServer, Human, RefusedByClient
from tests.discord_server import permissions as bits
from tests.index.web.site import Site, open_site

BRIDGE = (
    "The footbridge over the river Wend was closed on Tuesday. An engineer had found rust in 14 of its"
    " cables, and the council set aside 86,000 crowns for new ones. Until autumn a ferry takes people across."
)
BAKERY = (
    "The oldest bakery of Brackwater has a new oven. It weighs 3.2 tonnes and was lifted in through the"
    " roof on Friday. The baker Tomas Lund said that it takes 120 loaves at once, twice as many as the one"
    " before it."
)
BRIDGE_QUESTION, BRIDGE_ANSWER = "In how many cables of the footbridge was rust found?", "14"
BAKERY_QUESTION, BAKERY_ANSWER = "How much does the new oven of the bakery weigh?", "3.2 tonnes"


@dataclass
class Scene:
    """Everyone who is there, and the newspaper's site."""

    server: DiscordServer
    town: Town
    site: Site
    channel: Channel
    ann: Human
    ed: Human  # may manage the server
    told: Transcript

    def publish(self, **stories: str) -> None:
        """The site and its feed as they are from now on."""
        items = ""
        for name, text in stories.items():
            page = f"<title>{name}</title><article><h1>{name}</h1><p>{text}</p><p>More will follow soon.</p>"
            link = self.site.page(f"/{name}", page)
            items += f"<item><title>News of the {name}</title><link>{link}</link></item>"
        feed = f"<rss version='2.0'><channel><title>Brackwater Post</title>{items}</channel></rss>"
        self.site.page("/feed", feed, "application/rss+xml")


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    async with DiscordServer() as server, open_site() as site:
        place = server.add_guild("Brackwater")
        channel = place.add_text_channel("news")
        ann, ed = place.add_member("Ann"), place.add_member("Ed", permissions=bits.MANAGE_GUILD)
        yield Scene(server, Town.found(tmp_path / "town"), site, channel, ann, ed, Transcript())


async def test_what_a_feed_brings_is_answered_from(scene: Scene) -> None:
    ann, ed, channel, told = scene.ann, scene.ed, scene.channel, scene.told
    scene.publish(bridge=BRIDGE)
    allowed = f"127.0.0.1:{scene.site.port}"
    async with bot_on(scene.server, scene.town, FETCH_ALLOW=allowed) as bot:
        with pytest.raises(RefusedByClient, match="hidden"):
            await ann.slash(channel, "feeds list")
        url = f"{scene.site.url}/feed"
        done = await told.slash(ed, channel, "feeds add", until="Published as", links=url)
        assert "Brackwater Post**: 1 new, 0 changed" in done.text
        await ask(scene, BRIDGE_QUESTION, BRIDGE_ANSWER)
        await come_by_itself(scene, bot)
        listed = await told.slash(ed, channel, "feeds list")
        assert "2 articles" in listed.text
        asked = await told.slash(ed, channel, "feeds remove", feed="1", with_articles=True)
        await told.click(ed, asked, "Remove")
        await scene.server.wait_for(lambda: "its 2 articles with it" in asked.text, "the removal", 90)
        refusal = await told.slash(ann, channel, "ask", question=BAKERY_QUESTION)
        assert "I found nothing in the articles" in refusal.text
        assert "Traceback" not in bot.words()
    print(told)


async def come_by_itself(scene: Scene, bot: BotProcess) -> None:
    """A new story, and a feed that is due: nobody asks for it."""
    scene.publish(bridge=BRIDGE, bakery=BAKERY)
    value = await scene.told.complete(scene.ed, scene.channel, "feeds pause", "feed", "brack")
    await scene.told.slash(scene.ed, scene.channel, "feeds pause", feed=value)
    await scene.told.slash(scene.ed, scene.channel, "feeds resume", feed=value)
    await bot.wait_for_log("Audit: the schedule of the feeds: .* 1 new", timeout_s=90)
    await ask(scene, BAKERY_QUESTION, BAKERY_ANSWER)


async def ask(scene: Scene, question: str, answer: str) -> None:
    found = await scene.told.slash(scene.ann, scene.channel, "ask", question=question)
    assert answer in found.text.replace("*", "")
    assert "Brackwater Post" in found.text or "127.0.0.1" in found.text
