"""`/feedback`: what people think of the answers, and what the articles are missing; for a server's admins, in
private. Takes in the reasons that people type into the modal, too."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord.feedback.embeds import SHOWN, summary_embed
from bot.discord.feedback.unanswered import show_unanswered
from bot.discord.questions.feedback_buttons import reason_sent, record_feedback, thank
from bot.discord.toolkit.admins import check_server_admin
from bot.discord.toolkit.buttons import handle
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.replying import Attached, defer, show
from bot.discord.toolkit.services import BotBase
from bot.evaluation.from_feedback import export_lines

DAYS, MOST_DAYS = 30, 365


@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
class FeedbackCommands(commands.GroupCog, name="feedback"):
    """Feedback on answers."""

    def __init__(self, bot: BotBase) -> None:
        self.bot = bot
        super().__init__()

    async def interaction_check(self, interaction: "discord.Interaction[Any]", /) -> bool:
        """Discord hides the commands from others, but an admin can change that: so ask again here."""
        check_server_admin(interaction)
        return True

    @app_commands.command(name="summary")
    async def summary(
        self,
        interaction: discord.Interaction[BotBase],
        days: app_commands.Range[int, 1, MOST_DAYS] = DAYS,
    ) -> None:
        """Voices, articles and reasons; described in the messages."""
        await defer(interaction, private=True)
        summary = await self.bot.state.feedback.summary(interaction.guild_id or 0, days)
        wanted = tuple(article for article, _ in summary.criticised[:SHOWN])
        found = await self.bot.searcher.articles(wanted) if wanted else ()
        articles = {article.info.id: article.info for article in found}
        await show(interaction, summary_embed(summary, articles, days, messages_for_user(interaction)))

    @app_commands.command(name="unanswered")
    async def unanswered(self, interaction: discord.Interaction[BotBase]) -> None:
        """What the articles are missing; described in the messages."""
        await defer(interaction, private=True)
        await show_unanswered(interaction)

    @app_commands.command(name="export")
    async def export(self, interaction: discord.Interaction[BotBase]) -> None:
        """Test questions out of real ones, as a file; described in the messages."""
        await defer(interaction, private=True)
        messages = messages_for_user(interaction)
        lines = await export_lines(self.bot.state, interaction.guild_id or 0)
        title = messages("feedback-export-title")
        if not lines:
            await show(interaction, panel(messages("feedback-export-nothing"), Colour.NOTHING, title=title))
            return
        attached = Attached("questions.jsonl", "".join(f"{line}\n" for line in lines))
        embed = panel(messages("feedback-export-done", count=len(lines)), Colour.INFO, title=title)
        await show(interaction, embed, attached=attached)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction[BotBase]) -> None:
        """A reason that was sent off, whether or not this process opened the modal."""
        if interaction.type is not discord.InteractionType.modal_submit:
            return
        sent = reason_sent(interaction)
        if sent is None:
            return
        await handle(interaction, lambda one: self._explain(one, *sent))

    async def _explain(self, interaction: discord.Interaction[BotBase], answer_id: str, reason: str) -> None:
        await defer(interaction, private=True)
        await record_feedback(interaction, answer_id, helpful=False)
        await self.bot.state.feedback.explain(answer_id, interaction.user.id, reason)
        await thank(interaction, answer_id)
