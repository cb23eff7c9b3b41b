"""The one place where a failed interaction ends: what its person is told, and what the log keeps."""

import logging
import secrets
from collections.abc import Mapping

import discord
from discord import app_commands

from bot.base import BotBase
from bot.languages import words_of
from bot.messages import Messages
from bot.rendering.embeds import Colour, panel
from bot.rendering.markup import escape
from bot.views.replying import GONE, UNSENT, show_privately
from index.errors import FootnoteError

log = logging.getLogger(__name__)


class Refused(app_commands.AppCommandError):
    """Something that cannot be done as it was asked; `str(error)` says why in the person's language."""


async def report_error(interaction: discord.Interaction[BotBase], error: Exception) -> None:
    """Tell the person, always privately, and log what an operator should know. In this order:

    1. the interaction is gone (token expired, message deleted): only logged;
    2. Refused: its own words, not logged (a slip of the person's, not of ours);
    3. not permitted, or only in a server: a sentence, logged with the person's id;
    4. FootnoteError: its sentence, logged as a warning without a traceback;
    5. a timeout: a sentence, logged as a warning;
    6. a command that we no longer have: how to mend it;
    7. anything else: an id, logged as an error with the traceback under that id.
    """
    error = _unwrapped(error)
    if isinstance(error, discord.HTTPException) and error.code in GONE:
        log.info("A reply came too late for its interaction (code %d).", error.code)
        return
    embed = _embed(error, words_of(interaction), _place(interaction))
    try:
        await show_privately(interaction, embed)
    except UNSENT as failure:
        log.warning("Could not tell about an error: %s", failure)


def error_embed(error: Exception, messages: Messages, place: str) -> discord.Embed:
    """The same words where there is no interaction: for a reply to a message. Logs like report_error."""
    return _embed(_unwrapped(error), messages, place)


def _embed(error: Exception, messages: Messages, place: str) -> discord.Embed:
    title, text = _words(error, messages, place)
    return panel(text, Colour.ERROR, title=title)


def _words(error: Exception, messages: Messages, place: str) -> tuple[str, str]:
    refused = messages("error-refused-title")
    match error:
        case Refused():
            return refused, str(error)
        case app_commands.NoPrivateMessage():
            return refused, messages("error-server-only")
        case app_commands.CheckFailure():
            log.warning("Refused: no permission for %s.", place)
            return refused, messages("error-no-permission")
        case FootnoteError():
            log.warning("%s failed: %s", place, error)
            return messages("error-title"), escape(str(error))
        case TimeoutError():
            log.warning("%s took too long and was given up.", place)
            return messages("error-title"), messages("error-took-too-long")
        case app_commands.CommandNotFound() | app_commands.CommandSignatureMismatch():
            log.warning("Discord sent a command that we do not have: %s.", place)
            return refused, messages("error-command-changed")
    error_id = secrets.token_hex(4)
    log.error("%s failed unexpectedly (id %s).", place, error_id, exc_info=error)
    return messages("error-title"), messages("error-unexpected", id=error_id)


def _unwrapped(error: Exception) -> Exception:
    """What a command raised, without discord.py's wrapper."""
    while isinstance(error, app_commands.CommandInvokeError):
        error = error.original
    return error


def _place(interaction: discord.Interaction[BotBase]) -> str:
    """What was done and by whom, for the log: names and ids, never what somebody wrote."""
    if interaction.command is not None:
        name = f"/{interaction.command.qualified_name}"
    else:
        data: Mapping[str, object] = interaction.data or {}
        custom_id = str(data.get("custom_id", ""))
        name = f"the button {custom_id.split(':', 1)[0]!r}" if custom_id else "an interaction"
    return f"{name} of user {interaction.user.id}"
