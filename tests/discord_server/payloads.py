"""Turns what exists into the JSON objects of the gateway and of HTTP answers."""

from collections.abc import Callable
from datetime import datetime

from tests.discord_server import permissions
from tests.discord_server.world import (
    DM_CHANNEL,
    GROUP_DM,
    VOICE_CHANNEL,
    Attachment,
    Channel,
    Guild,
    Membership,
    Message,
    Payload,
    Team,
    User,
    World,
)

MESSAGE_CONTENT = 1 << 15
TEAM_PSEUDO_USER = 1 << 10
INVITED, ACCEPTED = 1, 2


def iso(moment: datetime | None) -> str | None:
    """Discord's ISO 8601 timestamps."""
    return None if moment is None else moment.isoformat()


def user(of: User) -> Payload:
    return {
        "id": of.id,
        "username": of.name,
        "discriminator": "0",
        "global_name": None if of.bot else of.name,
        "avatar": None,
        "bot": of.bot,
        "public_flags": 0,
        "flags": 0,
    }


def team(of: Team) -> Payload:
    """A team as an application's object has it (Discord's documentation, "Teams")."""
    return {
        "id": of.id,
        "name": of.name,
        "icon": None,
        "owner_user_id": of.owner.id,
        "members": [
            {
                "user": user(one.user),
                "team_id": of.id,
                "role": one.role,
                "membership_state": ACCEPTED if one.accepted else INVITED,
                "permissions": ["*"],
            }
            for one in of.members
        ],
    }


def application_owner(of: World) -> Payload:
    """The owner in an application's object: a team's is a user that stands for it, with its id."""
    if of.team is not None:
        named = user(User(of.team.id, f"team{of.team.id}"))
        return named | {"discriminator": "0000", "flags": TEAM_PSEUDO_USER, "public_flags": TEAM_PSEUDO_USER}
    if of.application_owner is None:
        of.application_owner = of.new_user("operator")
    return user(of.application_owner)


def member(of: Membership, *, with_user: bool = True, with_permissions: bool = False) -> Payload:
    """A member; an interaction's member carries permissions too."""
    payload: Payload = {
        "roles": [*([of.role_id] if of.role_id else []), *of.given_roles],
        "joined_at": iso(of.joined_at),
        "nick": None,
        "avatar": None,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": False,
        "premium_since": None,
        "communication_disabled_until": None,
    }
    if with_user:
        payload["user"] = user(of.user)
    if with_permissions:
        payload["permissions"] = str(of.permissions)
    return payload


def channel(of: Channel) -> Payload:
    """Any kind of channel, with what discord.py reads of it."""
    payload: Payload = {
        "id": of.id,
        "type": of.kind,
        "flags": 0,
        "last_message_id": next(reversed(of.messages), None),
    }
    if of.kind == DM_CHANNEL:
        return payload | {"recipients": [user(of.human)] if of.human else []}
    if of.kind == GROUP_DM:
        people = [user(of.human)] if of.human else []
        return payload | {"recipients": people, "name": of.name, "icon": None, "owner_id": people[0]["id"]}
    assert of.guild is not None
    payload |= {
        "guild_id": of.guild.id,
        "name": of.name,
        "parent_id": of.parent.id if of.parent else None,
        "rate_limit_per_user": 0,
    }
    if of.is_thread:
        return payload | {
            "owner_id": of.owner.id if of.owner else None,
            "message_count": len(of.messages),
            "member_count": 1,
            "total_message_sent": len(of.messages),
            "thread_metadata": {
                "archived": of.archived,
                "auto_archive_duration": 1440,
                "archive_timestamp": "2026-01-01T00:00:00+00:00",
                "locked": of.locked,
            },
        }
    if of.kind == VOICE_CHANNEL:
        payload |= {"bitrate": 64000, "user_limit": 0}
    missing = permissions.MEMBER & ~of.bot_permissions
    bots = [one.user.id for one in of.guild.members.values() if one.user.bot]
    overwrites = [{"id": one, "type": 1, "allow": "0", "deny": str(missing)} for one in bots if missing]
    return payload | {
        "position": 0,
        "topic": None,
        "nsfw": False,
        "permission_overwrites": overwrites,
        "last_pin_timestamp": None,
    }


def role(role_id: str, held: int, guild: Guild) -> Payload:
    return {
        "id": role_id,
        "name": "@everyone" if role_id == guild.id else guild.role_names.get(role_id, f"role {role_id}"),
        "permissions": str(held),
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "icon": None,
        "unicode_emoji": None,
        "position": 0 if role_id == guild.id else 1,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }


def guild(of: Guild, bot: User) -> Payload:
    """GUILD_CREATE, as an app without the members intent gets it: of the members only itself."""
    return {
        "id": of.id,
        "name": of.name,
        "icon": None,
        "splash": None,
        "discovery_splash": None,
        "banner": None,
        "description": None,
        "vanity_url_code": None,
        "owner_id": of.owner.id,
        "afk_channel_id": None,
        "afk_timeout": 300,
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "premium_progress_bar_enabled": False,
        "preferred_locale": of.locale,
        "system_channel_id": None,
        "system_channel_flags": 0,
        "rules_channel_id": None,
        "public_updates_channel_id": None,
        "safety_alerts_channel_id": None,
        "application_id": None,
        "features": [],
        "emojis": [],
        "stickers": [],
        "roles": [role(role_id, held, of) for role_id, held in of.roles.items()],
        "channels": [channel(one) for one in of.channels.values() if not one.is_thread],
        "threads": [channel(one) for one in of.channels.values() if one.is_thread],
        "members": [member(of.members[bot.id])],
        "member_count": len(of.members),
        "joined_at": iso(of.members[bot.id].joined_at),
        "large": False,
        "unavailable": False,
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }


def attachment(of: Attachment, file_url: Callable[[Attachment], str]) -> Payload:
    payload: Payload = {
        "id": of.id,
        "filename": of.filename,
        "content_type": of.content_type,
        "size": len(of.data),
        "url": file_url(of),
        "proxy_url": file_url(of),
    }
    if of.description is not None:
        payload["description"] = of.description
    return payload


class MessagePayloads:
    """Messages as the bot may see them: most people's words need the Message Content intent."""

    def __init__(self, world: World, file_url: Callable[[Attachment], str]) -> None:
        self._world = world
        self.file_url = file_url

    def file(self, of: Attachment) -> Payload:
        return attachment(of, self.file_url)

    def readable(self, of: Message) -> bool:
        """Whether Discord sends this message's content to an app without the privileged intent."""
        bot = self._world.bot
        if self._world.allowed_intents & MESSAGE_CONTENT:
            return True
        return of.author is bot or of.channel.kind == DM_CHANNEL or bot in of.pings

    def message(self, of: Message, *, whole: bool = False, nested: bool = True) -> Payload:
        """One message; `whole` for those that a human hands to the bot by a context menu."""
        shown = whole or self.readable(of)
        payload: Payload = {
            "id": of.id,
            "channel_id": of.channel.id,
            "author": user(of.author),
            "content": of.content if shown else "",
            "embeds": of.embeds if shown else [],
            "components": of.components if shown else [],
            "attachments": [attachment(one, self.file_url) for one in of.attachments] if shown else [],
            "timestamp": iso(of.created_at),
            "edited_timestamp": iso(of.edited_at),
            "tts": False,
            "mention_everyone": False,
            "mentions": [user(one) for one in of.pings],
            "mention_roles": [],
            "mention_channels": [],
            "pinned": False,
            "type": of.kind,
            "flags": of.flags,
        }
        if of.nonce is not None:
            payload["nonce"] = of.nonce
        if of.interaction is not None:
            payload["interaction_metadata"] = of.interaction
        if of.webhook:
            payload |= {"webhook_id": self._world.application_id}
        if of.author is self._world.bot:
            payload["application_id"] = self._world.application_id
        if of.reply_to is not None:
            payload["message_reference"] = self._reference(of.reply_to)
            if nested:
                quoted = None if of.reply_to.deleted else self.message(of.reply_to, nested=False)
                payload["referenced_message"] = quoted
        if of.thread is not None:
            payload["thread"] = channel(of.thread)
        return payload

    def event(self, of: Message) -> Payload:
        """MESSAGE_CREATE and MESSAGE_UPDATE add the guild and the author's membership."""
        payload = self.message(of)
        home = of.channel.guild
        if home is not None:
            payload["guild_id"] = home.id
            if of.author.id in home.members:
                payload["member"] = member(home.members[of.author.id], with_user=False)
        return payload

    def _reference(self, of: Message) -> Payload:
        reference: Payload = {"type": 0, "message_id": of.id, "channel_id": of.channel.id}
        if of.channel.guild is not None:
            reference["guild_id"] = of.channel.guild.id
        return reference
