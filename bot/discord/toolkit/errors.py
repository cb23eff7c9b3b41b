"""The one place where a failed interaction ends: what its person is told, and what the log keeps."""

import logging
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

import aiohttp
import discord
from discord import app_commands

from bot.discord.toolkit.admins import ArticlesOfAll, is_admin
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.markup import escape
from bot.discord.toolkit.replying import GONE, UNSENT, show_privately
from bot.discord.toolkit.services import BotBase
from bot.messages import Messages
from bot.monitoring.metrics import TIMEOUT, UNEXPECTED
from bot.redacting import PathRedactor
from bot.storage.servers import SettingsUnknown
from index.errors import BuildRunning, FootnoteError, IndexUnavailable, SearchUnavailable, StorageError

log = logging.getLogger(__name__)

TOO_MANY = 429
SERVER_ERROR = 500


class Refused(app_commands.AppCommandError):
    """Something that cannot be done as it was asked; `str(error)` says why in the person's language."""


class NotYet(Refused):
    """Something that can be done later; the words say when."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a person is told of an error; red only where something went wrong.

    `summary` is the same without anybody's name, for the record of admins' work; `error_id` stands in the log
    too, and is empty where there is nothing to look up.
    """

    title: str
    text: str
    summary: str
    error_id: str = ""
    colour: Colour = Colour.ERROR


async def report_error(interaction: discord.Interaction[BotBase], error: Exception) -> None:
    """Tell the person, always privately, and log what an operator should know. In this order:

    1. the interaction is gone (token expired, message deleted): only logged;
    2. Refused: its own words, not logged (a slip of the person's, not of ours);
    3. not permitted, to them or to us, or only in a server: a sentence, logged with the person's id;
    4. a command that we no longer have: how to mend it;
    5. FootnoteError: admins get its sentence without paths, others what it means for them; with an id, under
       which the log has the whole of it, as a warning without a traceback;
    6. a timeout, or a Discord that answered 429 or 5xx again and again, or hung up: a sentence and an id,
       logged as a warning;
    7. anything else: an id, logged as an error with the traceback under that id.
    """
    error = _unwrapped(error)
    if isinstance(error, discord.HTTPException) and error.code in GONE:
        log.info("A reply came too late for its interaction (code %d).", error.code)
        return
    bot, messages = interaction.client, messages_for_user(interaction)
    told = tell(error, messages, _place(interaction), bot.redactor if is_admin(interaction) else None)
    try:
        await show_privately(interaction, embed_of(told, messages))
    except UNSENT as failure:
        log.warning("Could not tell about an error: %s", failure)


def error_embed(error: Exception, messages: Messages, place: str) -> discord.Embed:
    """For a reply to a message, which anybody may read. Logs like report_error."""
    return embed_of(tell(error, messages, place), messages)


def embed_of(told: Told, messages: Messages) -> discord.Embed:
    """How it is shown: with the id in small print below."""
    text = told.text
    if told.error_id:
        text = f"{text}\n{messages('failure-id', id=told.error_id)}"
    return panel(text, told.colour, title=told.title)


def tell(error: Exception, messages: Messages, place: str, redactor: PathRedactor | None = None) -> Told:
    """The words for an error, which is logged. redactor: where an admin is told, who gets all but paths."""
    error = _unwrapped(error)
    if (refusal := _refusal(error, messages, place)) is not None:
        title = messages("limit-title" if isinstance(error, NotYet) else "error-refused-title")
        return Told(title, refusal, refusal, colour=Colour.NOTHING)
    error_id = secrets.token_hex(4)
    title = messages("error-title")
    match error:
        case FootnoteError():
            kind = type(error).__name__
            log.warning(
                "%s failed (error %s): %s", place, error_id, error.for_log, extra=_extra(error_id, kind)
            )
            if redactor is None:
                words = messages(_meaning(error))
                return Told(title, words, words, error_id)
            summary = escape(redactor.redact(error.for_log))
            return Told(title, escape(redactor.redact(str(error))), summary, error_id)
        case TimeoutError():
            log.warning(
                "%s took too long and was given up (error %s).",
                place, error_id, extra=_extra(error_id, TIMEOUT),
            )  # fmt: skip
            words = messages("error-took-too-long")
            return Told(title, words, words, error_id)
        case discord.HTTPException() if error.status >= SERVER_ERROR or error.status == TOO_MANY:
            return _not_taken(f"answered {error.status}", messages, place, error_id)
        case aiohttp.ClientError() | OSError():
            return _not_taken(f"was cut off ({type(error).__name__})", messages, place, error_id)
    log.error(
        "%s failed unexpectedly (error %s).",
        place, error_id, exc_info=error, extra=_extra(error_id, UNEXPECTED),
    )  # fmt: skip
    words = messages("error-unexpected", id=error_id)
    return Told(title, words, words)


def _not_taken(what: str, messages: Messages, place: str, error_id: str) -> Told:
    """Discord is to blame, and has been asked again already."""
    extra = _extra(error_id, "discord")
    log.warning("%s failed (error %s): Discord %s.", place, error_id, what, extra=extra)
    words = messages("error-discord")
    return Told(messages("error-title"), words, words, error_id)


def _refusal(error: Exception, messages: Messages, place: str) -> str | None:
    """The words where nothing went wrong: it was only not allowed; None where something did."""
    match error:
        case Refused():
            return str(error)
        case app_commands.NoPrivateMessage():
            return messages("error-server-only")
        case ArticlesOfAll():
            log.warning("Refused: %s, for %s.", error, place)
            return messages("error-articles-of-all", server=str(error.guild_id))
        case app_commands.CheckFailure():
            log.warning("Refused: no permission for %s.", place)
            return messages("error-no-permission")
        case discord.Forbidden():
            log.warning("Refused: Discord does not let us do %s (code %d).", place, error.code)
            return messages("error-forbidden")
        case app_commands.CommandNotFound() | app_commands.CommandSignatureMismatch():
            log.warning("Discord sent a command that we do not have: %s.", place)
            return messages("error-command-changed")
    return None


def _meaning(error: FootnoteError) -> str:
    """The message that says what an error means for somebody who only asks; details are for admins."""
    match error:
        case SettingsUnknown():
            return "failure-settings"
        case SearchUnavailable():
            return "failure-search"
        case IndexUnavailable():
            return "failure-index"
        case StorageError():
            return "failure-storage"
        case BuildRunning():
            return "failure-busy"
    return "failure-other"


def _extra(error_id: str, kind: str) -> dict[str, str]:
    """What a structured log has of an error besides its words."""
    return {"error_id": error_id, "error_kind": kind}


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
