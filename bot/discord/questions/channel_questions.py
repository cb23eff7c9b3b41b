"""Where a question comes in that nobody put to the bot: in channels and forums whose questions it answers.

Here the bot speaks only with an answer in hand: nothing found, an error or a limit leave it silent. Without
the privileged intent for messages' content (MESSAGE_CONTENT) only the titles of forums' posts are read.
"""

import logging
from contextlib import suppress

import discord
from discord.ext import commands

from bot.discord.questions import flow
from bot.discord.questions.admission import StaySilent, admitted, author_of
from bot.discord.questions.deleted_questions import Withdrawals
from bot.discord.questions.is_question import question_in
from bot.discord.questions.question import Asked
from bot.discord.questions.replies import Posted, ToMessage, ToPost
from bot.discord.questions.where import Heard, heard, post_question
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import messages_for_server
from bot.discord.toolkit.replying import UNSENT
from bot.discord.toolkit.services import BotBase
from bot.limiting.rate_limits import Asker
from bot.storage.conversations import Talk

log = logging.getLogger(__name__)


class Overhearing(commands.Cog):
    """Questions to everybody."""

    def __init__(self, bot: BotBase, withdrawals: Withdrawals) -> None:
        self.bot = bot
        self.withdrawals = withdrawals

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """A question in a channel whose questions are answered, or in a thread that the bot opened."""
        if self.bot.stopping or heard(self.bot, message) is not Heard.OVERHEARD or message.guild is None:
            return
        words = messages_for_server(self.bot, message.guild)
        in_thread = isinstance(message.channel, discord.Thread)
        asked = Asked(
            question_in(message.content) or message.content,
            message.author.id,
            message.guild.id,
            message.channel.id,
            words,
            words,
            in_thread=in_thread,
        )
        threads = self.bot.servers.of(message.guild.id).threads
        # Who talks with the bot in its thread is told, too, that there is no answer.
        unasked = not (in_thread and await self._talks(asked))
        reply = ToMessage(self.bot, message, in_thread=threads, unasked=unasked)
        await self._answer(message.id, asked, author_of(self.bot, message), reply)

    @commands.Cog.listener()
    async def on_thread_create(self, thread: discord.Thread) -> None:
        """A post in a forum whose questions are answered; its title is known without any special intent."""
        reply = ToPost(self.bot, thread)
        question = None if self.bot.stopping else post_question(self.bot, thread)
        if question is None or not await _is_a_persons(thread):
            return
        words = messages_for_server(self.bot, thread.guild)
        asked = Asked(question, thread.owner_id, thread.guild.id, thread.id, words, words, in_thread=True)
        asker = Asker(thread.owner_id, thread.id, thread.guild.id)
        # The message that opens a post has the post's id: deleted, it takes the answer along.
        await self._answer(thread.id, asked, asker, reply)

    async def _talks(self, asked: Asked) -> bool:
        turns = await self.bot.state.conversations.before(Talk(asked.channel_id, asked.asker_id))
        return bool(turns)

    async def _answer(self, question_id: int, asked: Asked, asker: Asker, reply: Posted) -> None:
        self.bot.in_flight.join(reply.withdraw)
        async with self.withdrawals.watched(question_id, reply):
            try:
                with admitted(self.bot, asker, asked.words, public=True) as slot:
                    given = await flow.answer(self.bot, asked, reply, slot)
                    await self.withdrawals.note(question_id, asked.asker_id, reply, given.answer_id)
                return
            except (StaySilent, Refused):
                pass
            except UNSENT as failure:
                log.info("A question that was overheard could not be answered: %s", failure)
            except Exception:
                log.warning("A question that was overheard could not be answered.", exc_info=True)
            # Half an answer that had begun to grow is none.
            with suppress(*UNSENT):
                await reply.withdraw()


async def _is_a_persons(post: discord.Thread) -> bool:
    """Whether no other bot opened a post: two that answer each other would never end."""
    try:
        owner = post.owner or await post.guild.fetch_member(post.owner_id)
    except discord.NotFound:  # a webhook, or somebody who has left
        return False
    except UNSENT as failure:
        log.info("Who opened a post could not be asked, so it is not answered: %s", failure)
        return False
    return not owner.bot
