"""How a human's act becomes an INTERACTION_CREATE event."""

from dataclasses import dataclass

from tests.discord_server import payloads
from tests.discord_server.gateway import shard_of
from tests.discord_server.interactions import Interaction, InteractionKind
from tests.discord_server.parts import Parts
from tests.discord_server.world import Channel, Message, Payload, User

ATTACHMENT_LIMIT_BYTES = 10 * 1024 * 1024


@dataclass(frozen=True)
class Act:
    """What is done where: a command, a press, a submitted modal."""

    kind: InteractionKind
    channel: Channel
    data: Payload
    name: str
    source: Message | None
    command: Payload | None


async def send(parts: Parts, act: Act, user: User, held: int) -> Interaction:
    """Make the interaction, start its clock and tell the bot."""
    guild = act.channel.guild
    shards = parts.gateway.current
    count = next(iter(shards.values())).shard_count if shards else 1
    shard = shards.get(shard_of(guild.id, count) if guild else 0)
    interaction = Interaction(
        parts.world.ids.next(),
        parts.interactions.new_token(),
        act.kind,
        user,
        act.channel,
        act.data,
        parts.world.clock.now_s(),
        act.name,
        source=act.source,
        source_edits=len(act.source.history) if act.source else 0,
        admin_only=bool(act.command and act.command["default_member_permissions"] is not None),
        # A bot that is not connected is not to blame for its silence.
        delivered=shard is not None and shard.connection is not None,
    )
    parts.interactions.add(interaction)
    await parts.gateway.dispatch("INTERACTION_CREATE", event(parts, interaction, held))
    return interaction


def event(parts: Parts, interaction: Interaction, held: int) -> Payload:
    """The event's data."""
    channel, guild = interaction.channel, interaction.channel.guild
    payload: Payload = {
        "id": interaction.id,
        "application_id": parts.world.application_id,
        "type": int(interaction.kind),
        "token": interaction.token,
        "version": 1,
        "data": interaction.data,
        "channel_id": channel.id,
        "channel": payloads.channel(channel) | {"permissions": str(held)},
        "app_permissions": str(channel.bot_permissions),
        "locale": interaction.user.locale,
        "entitlements": [],
        "entitlement_sku_ids": [],
        "attachment_size_limit": ATTACHMENT_LIMIT_BYTES,
    }
    if interaction.source is not None:
        payload["message"] = parts.messages.message(interaction.source)
    if guild is None:
        return payload | {
            "user": payloads.user(interaction.user),
            "context": 2 if channel.by_install else 1,
            "authorizing_integration_owners": owners(interaction),
        }
    about = payloads.member(guild.members[interaction.user.id]) | {"permissions": str(held)}
    return payload | {
        "guild_id": guild.id,
        "guild": {"id": guild.id, "locale": guild.locale, "features": []},
        "guild_locale": guild.locale,
        "member": about,
        "context": 0,
        "authorizing_integration_owners": owners(interaction),
    }


def owners(interaction: Interaction) -> Payload:
    """Who brought the app there: the server, the person for themselves, or (0) nobody but the app itself."""
    channel = interaction.channel
    if channel.by_install:
        return {"1": interaction.user.id}
    return {"0": channel.guild.id if channel.guild else "0"}
