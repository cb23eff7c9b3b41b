"""Where a question comes in as a message: a mention in a channel, a direct message."""

import logging

import discord
from discord.ext import commands

from bot.discord.questions import flow
from bot.discord.questions.admission import StaySilent, admitted, author_of
from bot.discord.questions.deleted_questions import Withdrawals
from bot.discord.questions.memory import replied_answer, turn_of
from bot.discord.questions.question import Asked
from bot.discord.questions.question_words import is_courtesy
from bot.discord.questions.replies import ToMessage
from bot.discord.questions.where import Heard, heard, mentions_of
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.errors import error_embed
from bot.discord.toolkit.languages import messages_for_server
from bot.discord.toolkit.replying import GONE, UNSENT, lacks_embeds, say_plainly
from bot.discord.toolkit.services import BotBase

log = logging.getLogger(__name__)


class Listening(commands.Cog):
    """Questions by message."""

    def __init__(self, bot: BotBase, withdrawals: Withdrawals) -> None:
        self.bot = bot
        self.withdrawals = withdrawals

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """A message that mentions the bot, or a direct message, is a question."""
        me = self.bot.user
        if me is None or heard(self.bot, message) is not Heard.ASKED:
            return
        settings = self.bot.servers.of(message.guild.id if message.guild else None)
        reply = ToMessage(self.bot, message, in_thread=settings.threads)
        stopping = panel(messages_for_server(self.bot, message.guild)("discord-stopping"), Colour.INFO)
        self.bot.in_flight.join(lambda: reply.refuse(stopping))
        async with self.withdrawals.watched(message.id, reply):
            try:
                await self._answer(message, reply, me.id)
            except Exception as error:  # noqa: BLE001 - the edge: reported to the person and to the log
                await self._tell_of(error, message, reply)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, deleted: discord.RawMessageDeleteEvent) -> None:
        """A question takes its answer along."""
        await self.withdrawals.deleted([deleted.message_id])

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, deleted: discord.RawBulkMessageDeleteEvent) -> None:
        """The same for many at once, as moderators delete them."""
        await self.withdrawals.deleted(deleted.message_ids)

    async def _answer(self, message: discord.Message, reply: ToMessage, me: int) -> None:
        words = messages_for_server(self.bot, message.guild)
        if self.bot.stopping:
            await reply.refuse(panel(words("discord-stopping"), Colour.INFO))
            return
        text = without_mention(message.content, me)
        with admitted(self.bot, author_of(self.bot, message), words, public=True) as slot:
            if is_courtesy(text):  # counted too: it is answered
                await reply.refuse(panel(words("help-mention"), Colour.INFO))
                return
            shown = replied_answer(message, me)
            asked = Asked(
                text,
                message.author.id,
                message.guild.id if message.guild else None,
                message.channel.id,
                words,
                words,
                in_thread=isinstance(message.channel, discord.Thread),
                follows=await turn_of(self.bot, shown, message.author.id) if shown else None,
            )
            given = await flow.answer(self.bot, asked, reply, slot)
            # Within the turn: what is to be forgotten waits for it (bot/discord/privacy/forget.py).
            await self.withdrawals.note(message.id, message.author.id, reply, given.answer_id)

    async def _tell_of(self, error: Exception, message: discord.Message, reply: ToMessage) -> None:
        """Tell the person what went wrong, where anybody can be told."""
        if isinstance(error, StaySilent):
            return
        if isinstance(error, discord.Forbidden):
            log.info("May not write in channel %s, so a mention there was not answered.", message.channel.id)
            if lacks_embeds(message):
                await say_plainly(message, messages_for_server(self.bot, message.guild)("reply-no-embeds"))
            return
        if isinstance(error, discord.HTTPException) and error.code in GONE:
            log.info("An answer was deleted while it grew, so it was not finished.")
            return
        place = f"a mention by user {message.author.id}"
        try:
            await reply.refuse(error_embed(error, messages_for_server(self.bot, message.guild), place))
        except UNSENT as failure:
            log.warning("Could not tell about an error: %s", failure)


def without_mention(text: str, me: int) -> str:
    """What somebody wrote beside our name."""
    for mention in mentions_of(me):
        text = text.replace(mention, " ")
    return " ".join(text.split())
