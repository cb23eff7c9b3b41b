"""A Discord on the loopback interface for tests: stricter than the real one, with humans to play.

    async with DiscordServer(token="…") as server:
        guild = server.add_guild("Harbour")
        ann, channel = guild.add_member("Ann"), guild.add_text_channel("news")
        ...  # start the bot against server.api_url
        await server.wait_until_connected()
        reply = await ann.slash(channel, "ask", question="…")
        message = await reply.wait_done()
        passages = await ann.click(message, label="Passages")
        answer = await ann.say(channel, "@bot what …?")

Whatever a good app never does (see `Kind`) is recorded, and raises AssertionError at the end unless the
test takes it by `server.take_violations()`.
"""

from tests.discord_server.gateway import GatewayOptions
from tests.discord_server.humans import Human
from tests.discord_server.places import Place
from tests.discord_server.replies import Choice, NoAnswer, Reply
from tests.discord_server.server import DiscordServer
from tests.discord_server.typed_options import RefusedByClient, Upload
from tests.discord_server.violations import Kind, Violation
from tests.discord_server.world import Channel, Message, Role

__all__ = [
    "Channel",
    "Choice",
    "DiscordServer",
    "GatewayOptions",
    "Human",
    "Kind",
    "Message",
    "NoAnswer",
    "Place",
    "RefusedByClient",
    "Reply",
    "Role",
    "Upload",
    "Violation",
]
