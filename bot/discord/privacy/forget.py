"""Two buttons before everything about a person is deleted: do it, or keep it. Only that person sees them."""

import logging

import discord

from bot.discord.questions.admission import asker_of, refusal
from bot.discord.toolkit.buttons import Button, PersistentItem, view_of
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.errors import NotYet, Refused
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.replying import defer_turn, show
from bot.discord.toolkit.services import BotBase
from bot.limiting.queues import TooManyAtOnce
from bot.messages import Messages
from index.errors import StorageError

log = logging.getLogger(__name__)


class ForgetButton(PersistentItem[Button], template=r"privacy:forget:(?P<choice>[yn])"):
    """Deletes all that is held of whoever presses it, or nothing."""

    def __init__(self, choice: str, label: str = "…") -> None:
        style = discord.ButtonStyle.danger if choice == "y" else discord.ButtonStyle.secondary
        super().__init__(Button(label=label, custom_id=f"privacy:forget:{choice}", style=style))
        self.choice = choice

    async def press(self, interaction: discord.Interaction[BotBase]) -> None:
        await defer_turn(interaction)
        messages = messages_for_user(interaction)
        if self.choice == "n":
            await show(interaction, panel(messages("privacy-forget-kept"), Colour.INFO))
            return
        bot = interaction.client
        if met := bot.limits.check_forgetting(asker_of(interaction)):
            raise NotYet(refusal(met, messages, "limit-forgetting"))
        person = interaction.user.id
        try:
            # After what they asked before: its answer would be noted once all was gone.
            with bot.turns.queued(person) as turn:
                await turn.wait()
                done = await _forget(bot, person, messages)
        except TooManyAtOnce as error:
            raise Refused(messages("limit-at-once", most=error.most)) from None
        await show(interaction, done)


def forget_view(messages: Messages) -> discord.ui.View:
    """The two buttons."""
    return view_of(
        ForgetButton("y", messages("privacy-forget-yes")), ForgetButton("n", messages("privacy-forget-no"))
    )


async def _forget(bot: BotBase, person: int, messages: Messages) -> discord.Embed:
    """Delete everything, in memory and on the disk, and say what was and what remains."""
    bot.limits.forget(person)
    remains = messages("privacy-forget-remains")
    try:
        held = await bot.state.people.forget(person)
    except StorageError as error:
        if (await bot.state.people.held_of(person)).total:
            raise
        log.warning("What was deleted could not be overwritten yet: %s", error)
        told = messages("privacy-forget-unclean")
    else:
        told = messages("privacy-forget-done", count=held.total)
    log.info("A person's data was deleted on their request.")
    return panel(f"{told}\n\n{remains}", Colour.DONE)
