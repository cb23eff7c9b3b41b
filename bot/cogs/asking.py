"""Where a question comes in from Discord: `/ask`, a mention in a channel, a direct message."""

import asyncio
import logging
from datetime import date, datetime
from functools import partial

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering.answerer import OnStatement
from bot.answering.types import Answer, Outcome, Question
from bot.base import BotBase
from bot.cogs.earlier import conversation_before
from bot.cogs.publishers import Publishers
from bot.dates import NotADay, read_day
from bot.languages import words_for_all, words_in, words_of
from bot.messages import Messages
from bot.rendering import limits
from bot.rendering.answer import answer_embed
from bot.rendering.article_line import day
from bot.rendering.embeds import Colour, panel
from bot.rendering.markup import escape_within
from bot.views.errors import Refused, error_embed
from bot.views.growing import GrowingReply
from bot.views.passages import passages_view
from bot.views.replying import GONE, UNSENT, ReplyTo, defer, show, show_privately, told_when_stopped
from index.errors import StorageError
from index.passage import Filters

log = logging.getLogger(__name__)

TYPED_ROOM = 100
# What a person wrote; the other kinds tell of pins, joins and boosts.
WRITTEN = (discord.MessageType.default, discord.MessageType.reply)


class Asking(commands.Cog):
    """Questions and their answers."""

    def __init__(self, bot: BotBase) -> None:
        self.bot = bot
        self.publishers = Publishers(bot.searcher)

    @app_commands.command(name="ask")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def ask(
        self,
        interaction: discord.Interaction[BotBase],
        question: str,
        publisher: str | None = None,
        since: str | None = None,
        until: str | None = None,
        private: bool = False,
    ) -> None:
        """Answer a question; described in the messages."""
        first, last = self._days(since, until, words_of(interaction))
        messages = words_of(interaction) if private else words_for_all(interaction)
        await defer(interaction, private=private)
        growing = GrowingReply(partial(show, interaction), messages)
        async with told_when_stopped(interaction), growing.shown():
            names = (await self._publisher(publisher, words_of(interaction)),) if publisher else ()
            answer = await self._answer(Question(question, Filters(names, first, last)), growing.note)
        if answer.outcome is not Outcome.ANSWERED:
            await show_privately(interaction, answer_embed(answer, words_of(interaction)))
            return
        view = await self._passages(
            answer, interaction.channel_id, interaction.user.id, messages, private=private
        )
        await show(interaction, answer_embed(answer, messages), view)

    @ask.autocomplete("publisher")
    async def suggest_publisher(
        self, _: discord.Interaction[BotBase], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Publishers that contain what was typed so far."""
        names = await self.publishers.suggest(typed, limits.CHOICES)
        return [
            app_commands.Choice(name=name, value=name) for name in names if limits.size(name) <= limits.CHOICE
        ]

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """A message that mentions the bot, or a direct message, is a question; nothing else is read."""
        me = self.bot.user
        direct = message.guild is None
        if me is None or message.author.bot or message.webhook_id or message.type not in WRITTEN:
            return
        if not (direct or me in message.mentions):
            return
        self.bot.in_flight.join()
        text = message.content
        for mention in (f"<@{me.id}>", f"<@!{me.id}>"):
            text = text.replace(mention, " ")
        reply, messages = ReplyTo(message), words_in(self.bot, message.guild)
        try:
            await self._reply(message, reply, " ".join(text.split()), me.id, messages)
        except discord.Forbidden:
            log.info("May not write in channel %s, so a mention there was not answered.", message.channel.id)
        except Exception as error:  # noqa: BLE001 - the edge: reported to the person and to the log
            if isinstance(error, discord.HTTPException) and error.code in GONE:
                log.info("An answer was deleted while it grew, so it was not finished.")
                return
            place = f"a mention by user {message.author.id}"
            await self._reply_with_error(reply, error_embed(error, messages, place))

    async def _reply(
        self, message: discord.Message, reply: ReplyTo, text: str, me: int, messages: Messages
    ) -> None:
        if self.bot.stopping:
            await reply.show(panel(messages("discord-stopping"), Colour.INFO))
            return
        if not text:
            await reply.show(panel(messages("help-mention"), Colour.INFO))
            return
        question = Question(text, conversation=conversation_before(message, me))
        growing = GrowingReply(reply.show, messages)
        async with growing.shown():
            answer = await self._answer(question, growing.note)
        view = None
        if answer.outcome is Outcome.ANSWERED:
            view = await self._passages(
                answer, message.channel.id, message.author.id, messages, private=False
            )
        await reply.show(answer_embed(answer, messages), view)

    async def _reply_with_error(self, reply: ReplyTo, embed: discord.Embed) -> None:
        try:
            await reply.show(embed)
        except UNSENT as failure:
            log.warning("Could not tell about an error: %s", failure)

    async def _answer(self, question: Question, on_statement: OnStatement | None = None) -> Answer:
        answering = self.bot.answers.answer(question, on_statement)
        return await asyncio.wait_for(answering, self.bot.patience.answer_s)

    async def _passages(
        self,
        answer: Answer,
        channel_id: int | None,
        asker_id: int,
        messages: Messages,
        *,
        private: bool,
    ) -> discord.ui.View | None:
        """The button under an answer; none where the answer cannot be kept: it is shown all the same."""
        try:
            keeping = self.bot.state.keep_answer(
                answer, channel_id=channel_id, asker_id=asker_id, private=private
            )
            answer_id = await asyncio.wait_for(keeping, self.bot.patience.keep_s)
        except (StorageError, TimeoutError) as error:
            log.warning("An answer is shown without its button: %s", error or "the disk is too slow.")
            return None
        return passages_view(answer_id, messages)

    async def _publisher(self, typed: str, messages: Messages) -> str:
        name = await self.publishers.resolve(typed)
        if name is not None:
            return name
        near = await self.publishers.nearest(typed)
        shown = escape_within(typed, TYPED_ROOM)
        if near:
            names = escape_within(", ".join(near), limits.FIELD_VALUE)
            raise Refused(messages("error-publisher-near", name=shown, near=names))
        raise Refused(messages("error-publisher", name=shown))

    def _days(
        self, since: str | None, until: str | None, messages: Messages
    ) -> tuple[date | None, date | None]:
        """The two days that were typed. Raises Refused, in words that show how to write one."""
        today = datetime.now().astimezone().date()
        try:
            first = read_day(since, today) if since else None
            last = read_day(until, today, last=True) if until else None
        except NotADay as error:
            text = escape_within(error.text, TYPED_ROOM)
            raise Refused(
                messages("error-date-ambiguous" if error.ambiguous else "error-date", text=text)
            ) from None
        if first and last and first > last:
            raise Refused(messages("error-date-order", since=day(first, messages), until=day(last, messages)))
        return first, last
