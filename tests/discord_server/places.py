"""Where the humans meet: a guild as tests set it up."""

from tests.discord_server import payloads
from tests.discord_server import permissions as bits
from tests.discord_server.humans import Human
from tests.discord_server.parts import Parts
from tests.discord_server.world import TEXT_CHANNEL, Channel, Guild


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
        channel = Channel(
            self._parts.world.ids.next(), TEXT_CHANNEL, name, guild=self.data, bot_permissions=bot_permissions
        )
        return self._parts.world.new_channel(channel)

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
