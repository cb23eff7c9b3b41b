"""Which of the registered commands Discord's client offers to a human, and where."""

from tests.discord_server.permissions import ADMINISTRATOR, allows
from tests.discord_server.registered import RegisteredCommands
from tests.discord_server.typed_options import RefusedByClient, Typed
from tests.discord_server.world import Channel, Payload

IN_SERVERS, IN_DIRECT_MESSAGES, IN_GROUPS = 0, 1, 2
FOR_USERS = 1  # of the ways to install an app


def offered(commands: RegisteredCommands, channel: Channel, name: str, kind: int, held: int) -> Payload:
    """The command as registered; RefusedByClient where somebody who holds `held` does not see it here."""
    command = commands.find(channel.guild.id if channel.guild else None, name, kind)
    if command is None:
        raise RefusedByClient(f"the bot has registered no command {name!r}")
    contexts = command["contexts"]
    if channel.by_install:
        place = IN_SERVERS if channel.guild else IN_GROUPS
        if FOR_USERS not in command["integration_types"] or place not in (contexts or ()):
            raise RefusedByClient(f"{name!r} does not come along with who installed the bot")
        return command
    if channel.guild is None:
        here = command["dm_permission"] is not False if contexts is None else IN_DIRECT_MESSAGES in contexts
        if not here:
            raise RefusedByClient(f"{name!r} is not offered in direct messages")
        return command
    if contexts is not None and IN_SERVERS not in contexts:
        raise RefusedByClient(f"{name!r} is not offered in servers")
    needed = command["default_member_permissions"]
    # "0" hides a command from everyone but administrators.
    if needed is not None and not allows(held, int(needed) or ADMINISTRATOR):
        raise RefusedByClient(f"{name!r} is hidden from somebody with permissions {held}")
    return command


def command_data(command: Payload, typed: Typed, options: list[Payload]) -> Payload:
    """The data of an interaction with a command."""
    data: Payload = {"id": command["id"], "name": command["name"], "type": command["type"]}
    if options:
        data["options"] = options
    if typed.resolved:
        data["resolved"] = typed.resolved
    if "guild_id" in command:
        data["guild_id"] = command["guild_id"]
    return data
