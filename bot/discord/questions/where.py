"""Before the flow: whether a server's admins let the bot answer in a channel, and where else one may ask."""

import logging
from enum import Enum, auto
from typing import Any

import discord

from bot.discord.questions.is_question import question_in, title_question
from bot.discord.questions.question_words import is_courtesy
from bot.discord.toolkit.errors import Refused
from bot.discord.toolkit.languages import messages_for_user
from bot.discord.toolkit.services import BotBase
from bot.storage.servers import ServerSettings, SettingsUnknown

log = logging.getLogger(__name__)
NAMED = 5  # channels


def check_place(interaction: discord.Interaction[BotBase]) -> None:
    """Raise Refused where the bot is to stay silent, with a word on where it answers."""
    settings = interaction.client.servers.of(interaction.guild_id)
    places = places_of(interaction.channel) | {interaction.channel_id or 0}
    if may_answer(settings, places):
        return
    words = messages_for_user(interaction)
    elsewhere = [f"<#{one}>" for one in settings.answer_in if one not in settings.silent_in]
    if elsewhere:
        raise Refused(words("asking-not-here-but", channels=", ".join(elsewhere[:NAMED])))
    raise Refused(words("asking-not-here"))


def may_answer(settings: ServerSettings, places: frozenset[int]) -> bool:
    """Whether these settings let the bot answer in a place; silence wins."""
    if not places.isdisjoint(settings.silent_in):
        return False
    return not settings.answer_in or not places.isdisjoint(settings.answer_in)


def places_of(channel: Any) -> frozenset[int]:
    """The ids that settings may name a channel by: its own, of a thread its parent's, and the category's."""
    found = {getattr(channel, "id", None), getattr(channel, "parent_id", None)}
    above = getattr(channel, "parent", None) if isinstance(channel, discord.Thread) else channel
    found.add(getattr(above, "category_id", None))
    return frozenset(one for one in found if one is not None)


# What a person wrote; the other kinds tell of pins, joins and boosts.
WRITTEN = (discord.MessageType.default, discord.MessageType.reply)


class Heard(Enum):
    """What a message is to the bot."""

    NOTHING = auto()
    ASKED = auto()  # it mentions the bot, or stands in direct messages
    OVERHEARD = auto()  # a question to everybody, where each one is answered


def heard(bot: BotBase, message: discord.Message) -> Heard:
    """Whether a message is for the bot."""
    me = bot.user
    if me is None or message.author.bot or message.webhook_id or message.type not in WRITTEN:
        return Heard.NOTHING
    if message.guild is None:
        return Heard.ASKED
    settings, places = _known(bot, message.guild.id), places_of(message.channel)
    if settings is None or not may_answer(settings, places) or _answered_by_its_title(bot, message):
        return Heard.NOTHING
    if me in message.mentions:
        # A reply to us mentions us by itself: "thanks!" under an answer is not meant as a question.
        named = any(mention in message.content for mention in mentions_of(me.id))
        return Heard.ASKED if named or not is_courtesy(message.content) else Heard.NOTHING
    if not bot.settings.message_content:
        return Heard.NOTHING
    here = not places.isdisjoint(settings.every_question_in) or _is_own_thread(message.channel, me.id)
    if not here or not _is_to_all(message, me.id):
        return Heard.NOTHING
    return Heard.OVERHEARD if question_in(message.content) else Heard.NOTHING


def mentions_of(me: int) -> tuple[str, str]:
    """How our name stands in a message's text."""
    return f"<@{me}>", f"<@!{me}>"


def post_question(bot: BotBase, thread: discord.Thread) -> str | None:
    """The question that a forum's post asks by its title, where the forum's questions are answered."""
    if (
        bot.user is None
        or thread.owner_id == bot.user.id
        or not isinstance(thread.parent, discord.ForumChannel)
    ):
        return None
    settings, places = _known(bot, thread.guild.id), places_of(thread)
    if settings is None or places.isdisjoint(settings.every_question_in) or not may_answer(settings, places):
        return None
    return title_question(thread.name)


def _known(bot: BotBase, guild_id: int) -> ServerSettings | None:
    """A server's settings; None where they cannot be read: silent where it may be meant to be."""
    try:
        return bot.servers.of(guild_id)
    except SettingsUnknown:
        log.debug("A message in server %d is not looked at: its settings cannot be read.", guild_id)
        return None


def _answered_by_its_title(bot: BotBase, message: discord.Message) -> bool:
    """Whether a message opens a forum's post whose title is the question."""
    post = message.channel
    return isinstance(post, discord.Thread) and post.id == message.id and post_question(bot, post) is not None


def _is_own_thread(channel: object, me: int) -> bool:
    return isinstance(channel, discord.Thread) and channel.owner_id == me


def _is_to_all(message: discord.Message, me: int) -> bool:
    """Neither a reply to somebody else, nor with anybody's name in it."""
    replied = message.reference.resolved if message.reference else None
    to_us = isinstance(replied, discord.Message) and replied.author.id == me
    if message.reference is not None and not to_us:
        return False
    return not (message.mentions or message.role_mentions or message.mention_everyone)
