"""Where the humans meet: a guild as tests set it up."""

from tests.discord_server import payloads
from tests.discord_server import permissions as bits
from tests.discord_server.humans import Human
from tests.discord_server.parts import Parts
from tests.discord_server.world import TEXT_CHANNEL, Channel, Guild, Role


class Place:
    """A guild with the bot in it; `data` is what the server keeps of it."""

    def __init__(self, parts: Parts, guild: Guild) -> None:
        self._parts = parts
        self.data = guild

    @property
    def id(self) -> str:
        return self.data.id

    def add_member(self, name: str, *, permissions: int = bits.MEMBER, locale: str = "en-US") -> Human:
        """Somebody joins; `permissions` are what they hold beside those of every member."""
        user = self._parts.world.new_user(name, locale)
        held = permissions | bits.MEMBER
        self._parts.world.join(self.data, user, held)
        return Human(self._parts, self.data, user, held)

    def add_text_channel(self, name: str, *, bot_permissions: int = bits.MEMBER) -> Channel:
        """A text channel; set it up before the bot connects, or use `announce_channel` after."""
        return self.add_channel(name, TEXT_CHANNEL, bot_permissions=bot_permissions)

    def add_channel(
        self, name: str, kind: int, *, parent: Channel | None = None, bot_permissions: int = bits.MEMBER
    ) -> Channel:
        """A channel of any kind (FORUM, CATEGORY, VOICE_CHANNEL), perhaps in a category."""
        channel = Channel(
            self._parts.world.ids.next(),
            kind,
            name,
            guild=self.data,
            parent=parent,
            bot_permissions=bot_permissions if self.data.has_bot else 0,
        )
        return self._parts.world.new_channel(channel)

    def add_role(self, name: str, *holders: Human) -> Role:
        """A role without permissions of its own, given to these members; before the bot connects."""
        role = Role(self._parts.world.ids.next(), name)
        self.data.roles[role.id] = 0
        self.data.role_names[role.id] = name
        for holder in holders:
            self.data.members[holder.user.id].given_roles.append(role.id)
        return role

    async def delete_role(self, role: Role) -> None:
        """Take a role away from everybody: GUILD_ROLE_DELETE."""
        self.data.roles.pop(role.id)
        for membership in self.data.members.values():
            membership.given_roles = [one for one in membership.given_roles if one != role.id]
        gone = {"guild_id": self.data.id, "role_id": role.id}
        await self._parts.gateway.dispatch("GUILD_ROLE_DELETE", gone)

    async def remove_bot(self) -> None:
        """The server removes the bot: GUILD_DELETE, and nothing of the server is there for it any more."""
        world = self._parts.world
        world.guilds.pop(self.data.id)
        for channel in self.data.channels.values():
            world.channels.pop(channel.id)
        await self._parts.gateway.dispatch("GUILD_DELETE", {"id": self.data.id})

    async def announce_channel(self, name: str, *, bot_permissions: int = bits.MEMBER) -> Channel:
        """A text channel that is made while the bot is there: CHANNEL_CREATE."""
        channel = self.add_text_channel(name, bot_permissions=bot_permissions)
        await self._parts.gateway.dispatch("CHANNEL_CREATE", payloads.channel(channel))
        return channel

    async def delete_channel(self, channel: Channel) -> None:
        """Take a channel away, with all that is in it: CHANNEL_DELETE."""
        self._parts.world.channels.pop(channel.id)
        self.data.channels.pop(channel.id)
        for message in channel.messages.values():
            message.deleted = True
        await self._parts.gateway.dispatch("CHANNEL_DELETE", payloads.channel(channel))
