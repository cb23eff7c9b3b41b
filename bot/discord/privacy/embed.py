"""Turns what is stored, for how long and who else gets it, into the words of /privacy: exact for this bot's
settings and this server."""

from dataclasses import dataclass

import discord

from bot.discord.privacy.services import Service, embeddings, language_model
from bot.discord.toolkit.embeds import Colour, panel
from bot.discord.toolkit.markup import escape_within
from bot.messages import Messages
from bot.rates import Per, read_rates
from bot.settings import BotSettings
from bot.storage.conversations import CHANNEL_S, THREAD_S
from bot.storage.servers import ServerSettings, Style

HOST_ROOM = 100


@dataclass(frozen=True, slots=True)
class Here:
    """Where /privacy is used: what this server's admins chose, whether it is a server, and whether the person
    may look after the articles there."""

    chosen: ServerSettings
    in_server: bool
    admin: bool


def privacy_embed(settings: BotSettings, here: Here, messages: Messages) -> discord.Embed:
    """All that is true of this person in this place."""
    kept = settings.answers_kept_days
    lines = [
        messages(
            "privacy-questions",
            logged="yes" if here.chosen.log_questions else "no",
            place="server" if here.in_server else "elsewhere",
            time=messages("privacy-days", days=settings.questions_kept_days),
        ),
        messages("privacy-remembered", minutes=CHANNEL_S // 60, hours=THREAD_S // 3600),
        messages("privacy-answers", days=kept),
        messages("privacy-feedback", days=settings.questions_kept_days),
        messages("privacy-limits", time=messages("limit-per", per=_longest(settings))),
        messages("privacy-work", days=kept) if here.admin else "",
        *_services(settings, here.chosen, messages),
        messages("privacy-log"),
        messages("privacy-do"),
    ]
    text = "\n\n".join(line for line in lines if line)
    return panel(text, Colour.INFO, title=messages("privacy-title"))


def _longest(settings: BotSettings) -> Per:
    """The longest time for which something about a person is counted."""
    rates = [*read_rates(settings.limit_person), *read_rates(settings.limit_llm_person)]
    return max((rate.per for rate in rates), key=lambda per: per.seconds, default=Per.HOUR)


def _services(settings: BotSettings, chosen: ServerSettings, messages: Messages) -> list[str]:
    """Who else gets a question: nobody, a language model, a server for embeddings, or both."""
    model, vectors = language_model(settings), embeddings(settings)
    lines = []
    if model is not None and chosen.style is not Style.QUOTES:
        lines.append(
            messages("privacy-model", where="here" if model.here else "elsewhere", host=_host(model))
        )
    if vectors is not None and not vectors.here:
        lines.append(messages("privacy-embeddings", host=_host(vectors)))
    return lines or [messages("privacy-model", where="nobody", host="")]


def _host(service: Service) -> str:
    return escape_within(service.host, HOST_ROOM)
