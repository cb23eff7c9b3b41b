"""A Discord on the loopback interface for tests: stricter than the real one, with humans to play."""

from tests.discord_server.gateway import GatewayOptions
from tests.discord_server.humans import Human
from tests.discord_server.places import Place
from tests.discord_server.replies import Choice, NoAnswer, Reply
from tests.discord_server.server import DiscordServer
from tests.discord_server.typed_options import RefusedByClient, Upload
from tests.discord_server.violations import Kind, Violation
from tests.discord_server.world import Channel, Message

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
    "Upload",
    "Violation",
]
