"""Drives the real bot, over a real index of invented articles, and takes a picture of each kind of reply."""

import tempfile
from pathlib import Path

from tests.conversation.bot_process import bot_on
from tests.conversation.town import Town
from tests.discord_server import DiscordServer
from tests.discord_server import permissions as bits
from tests.pictures.answers import Cast, answers, sources
from tests.pictures.gazette import write_articles
from tests.pictures.layouts import in_components_v2
from tests.pictures.picture import Picture

COMPARED = {"answer-conflict": "compared-answer", "refusal": "compared-refusal"}


async def capture() -> list[Picture]:
    """All pictures."""
    with tempfile.TemporaryDirectory() as folder:
        town = Town(Path(folder))
        write_articles(town.articles)
        async with DiscordServer() as server:
            place = server.add_guild("Hallerey")
            channel = place.add_text_channel("news")
            cast = Cast(
                server,
                channel,
                place.add_member("Ann"),
                place.add_member("Ed", permissions=bits.MANAGE_GUILD),
            )
            async with bot_on(server, town):
                return [picture for scene in (answers, sources) async for picture in scene(cast)]


def compared(pictures: list[Picture]) -> list[Picture]:
    """An answer and a refusal in Components V2."""
    return [in_components_v2(one, COMPARED[one.name]) for one in pictures if one.name in COMPARED]
