"""The commands that the bot registered, globally and per guild."""

from collections.abc import Iterable

from tests.discord_server.world import Payload, World

CHAT, USER_MENU, MESSAGE_MENU = 1, 2, 3


class RegisteredCommands:
    """Commands by scope: a guild's id, or None for the global ones."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._by_scope: dict[str | None, dict[str, Payload]] = {}

    @property
    def any(self) -> bool:
        """Whether there is a command at all."""
        return any(self._by_scope.values())

    def all_of(self, scope: str | None) -> list[Payload]:
        """The commands of one scope, as Discord gives them back."""
        return list(self._by_scope.get(scope, {}).values())

    def replace(self, scope: str | None, commands: Iterable[Payload]) -> list[Payload]:
        """Register exactly these; a command that was there keeps its id."""
        before = {(one["type"], one["name"]): one["id"] for one in self.all_of(scope)}
        stored = [self._stored(one, scope, before) for one in commands]
        self._by_scope[scope] = {one["id"]: one for one in stored}
        return stored

    def put(self, scope: str | None, command: Payload) -> Payload:
        """Register one more, or replace the one of that name."""
        before = {(one["type"], one["name"]): one["id"] for one in self.all_of(scope)}
        stored = self._stored(command, scope, before)
        self._by_scope.setdefault(scope, {})[stored["id"]] = stored
        return stored

    def get(self, scope: str | None, command_id: str) -> Payload | None:
        return self._by_scope.get(scope, {}).get(command_id)

    def remove(self, scope: str | None, command_id: str) -> bool:
        return self._by_scope.get(scope, {}).pop(command_id, None) is not None

    def find(self, guild_id: str | None, name: str, kind: int) -> Payload | None:
        """The command that a human in this guild sees under this name; a guild's own comes first."""
        scopes: tuple[str | None, ...] = (guild_id, None) if guild_id is not None else (None,)
        for scope in scopes:
            for command in self.all_of(scope):
                if command["name"] == name and command["type"] == kind:
                    return command
        return None

    def _stored(self, command: Payload, scope: str | None, before: dict[tuple[int, str], str]) -> Payload:
        kind = command.get("type") or CHAT
        held = command.get("default_member_permissions")
        stored: Payload = {
            "description": "",
            "options": [],
            "name_localizations": None,
            "description_localizations": None,
            "nsfw": False,
            "contexts": None,
            "integration_types": [0],
            "dm_permission": True,
            **command,
            "id": before.get((kind, command["name"])) or self._world.ids.next(),
            "type": kind,
            "application_id": self._world.application_id,
            "version": self._world.ids.next(),
            "default_member_permissions": None if held is None else str(held),
        }
        if scope is not None:
            stored["guild_id"] = scope
        return stored
