"""All parts of the running server in one place, handed to each group of routes and to the humans."""

from dataclasses import dataclass

from tests.discord_server.changes import Changes
from tests.discord_server.disruptions import Disruptions
from tests.discord_server.gateway import Gateway
from tests.discord_server.interactions import Interactions
from tests.discord_server.leaks import LeakWatch
from tests.discord_server.payloads import MessagePayloads
from tests.discord_server.posting import Posting
from tests.discord_server.registered import RegisteredCommands
from tests.discord_server.violations import Violations
from tests.discord_server.world import World


@dataclass(frozen=True)
class Parts:
    """Built once by the server."""

    token: str
    world: World
    gateway: Gateway
    commands: RegisteredCommands
    interactions: Interactions
    messages: MessagePayloads
    posting: Posting
    leaks: LeakWatch
    disruptions: Disruptions
    violations: Violations
    changes: Changes
