"""Drives the real bot, over a real index of invented articles, and takes a picture of each kind of reply."""

import tempfile
from pathlib import Path

from campaigns.pictures.admins import articles, refusals, web
from campaigns.pictures.answers import Cast, answers, sources
from campaigns.pictures.gazette import write_articles
from campaigns.pictures.layouts import in_components_v2
from campaigns.pictures.model import model_answers, writing
from campaigns.pictures.picture import Picture
from campaigns.pictures.servers import forms, limits, privacy, settings
from tests.bot.answering.llm.stub_server import KEY, MODEL
from tests.conversation.bot_process import bot_on
from tests.conversation.town import Town
from tests.discord_server import DiscordServer
from tests.discord_server import permissions as bits
from tests.index.web.site import open_site

COMPARED = {"answer-conflict": "compared-answer", "refusal": "compared-refusal"}


async def capture() -> list[Picture]:
    """All pictures, from two lives of the bot: one that answers in quotes, one with a language model."""
    with tempfile.TemporaryDirectory() as folder:
        town = Town(Path(folder))
        write_articles(town.articles)
        async with DiscordServer() as server, open_site() as site, writing() as model:
            place = server.add_guild("Hallerey")
            people = place.add_member("Ann"), place.add_member("Ben")
            ed = place.add_member("Ed", permissions=bits.MANAGE_GUILD)
            cast = Cast(server, place.add_text_channel("news"), *people, ed)
            async with bot_on(server, town, FETCH_ALLOW=f"127.0.0.1:{site.port}"):
                asking = (answers(cast), forms(cast), sources(cast), refusals(cast), privacy(cast))
                tending = (settings(cast), web(cast, site), articles(cast, town))
                pictures = [picture for scene in (*asking, *tending) async for picture in scene]
            few = "1 per hour"
            async with bot_on(
                server, town, LLM_MODEL=MODEL, LLM_BASE_URL=model.url, LLM_API_KEY=KEY, LIMIT_PERSON=few
            ):
                scenes = (model_answers(cast), limits(cast))
                return pictures + [picture for scene in scenes async for picture in scene]


def compared(pictures: list[Picture]) -> list[Picture]:
    """An answer and a refusal in Components V2."""
    return [in_components_v2(one, COMPARED[one.name]) for one in pictures if one.name in COMPARED]
