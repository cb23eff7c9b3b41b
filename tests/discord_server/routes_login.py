"""What a bot asks when it logs in, and its commands."""

from collections.abc import Callable

from aiohttp import web

from tests.discord_server import errors, payloads
from tests.discord_server.bodies import read_json
from tests.discord_server.errors import ApiError, invalid_form, unknown
from tests.discord_server.http import BASE, answer, nothing
from tests.discord_server.parts import Parts
from tests.discord_server.routes_messages import whole_number
from tests.discord_server.rules.commands import check_command, check_commands
from tests.discord_server.rules.fault import Fault
from tests.discord_server.schema import check_schema
from tests.discord_server.world import Payload

GUILDS_PAGE = 200
COMMANDS = "/applications/{application_id}/commands"


class LoginRoutes:
    """/users, /oauth2, /gateway/bot and the commands of an application."""

    def __init__(self, parts: Parts, gateway_url: Callable[[], str]) -> None:
        self._parts = parts
        self._gateway_url = gateway_url

    def add_to(self, app: web.Application) -> None:
        own = f"{BASE}/applications/{{application}}"
        app.add_routes(
            [
                web.get(f"{BASE}/users/@me", self.me),
                web.get(f"{BASE}/users/@me/guilds", self.guilds),
                web.get(f"{BASE}/users/{{user}}", self.user),
                web.get(f"{BASE}/oauth2/applications/@me", self.application),
                web.get(f"{BASE}/applications/@me", self.application),
                web.get(f"{BASE}/gateway/bot", self.gateway),
                web.get(f"{BASE}/gateway", self.gateway),
            ]
        )
        for scope in (f"{own}/commands", f"{own}/guilds/{{guild}}/commands"):
            app.add_routes(
                [
                    web.get(scope, self.list_commands),
                    web.put(scope, self.replace_commands),
                    web.post(scope, self.add_command),
                    web.get(f"{scope}/{{command}}", self.get_command),
                    web.delete(f"{scope}/{{command}}", self.remove_command),
                ]
            )

    async def me(self, request: web.Request) -> web.Response:
        return answer(
            payloads.user(self._parts.world.bot) | {"verified": True, "mfa_enabled": True, "email": None}
        )

    async def guilds(self, request: web.Request) -> web.Response:
        """The bot's servers by id, up to `limit` after `after`, and what its roles let it do there."""
        limit = whole_number(request, "limit", GUILDS_PAGE)
        if not 1 <= limit <= GUILDS_PAGE:
            raise invalid_form([Fault(("limit",), "NUMBER_TYPE_MAX", "int value should be from 1 to 200.")])
        after = whole_number(request, "after", 0)
        later = (one for one in self._parts.world.guilds.values() if int(one.id) > after)
        found = sorted(later, key=lambda one: int(one.id))
        bot = self._parts.world.bot.id
        return answer(
            [
                {
                    "id": one.id,
                    "name": one.name,
                    "icon": None,
                    "banner": None,
                    "owner": False,
                    "permissions": str(one.members[bot].permissions),
                    "features": [],
                }
                for one in found[:limit]
            ]
        )

    async def user(self, request: web.Request) -> web.Response:
        found = self._parts.world.users.get(request.match_info["user"])
        if found is None:
            raise unknown("User", errors.UNKNOWN_USER)
        return answer(payloads.user(found))

    async def application(self, request: web.Request) -> web.Response:
        world = self._parts.world
        return answer(
            {
                "id": world.application_id,
                "name": world.bot.name,
                "icon": None,
                "description": "",
                "summary": "",
                "bot_public": True,
                "bot_require_code_grant": False,
                "verify_key": "0" * 64,
                "flags": 0,
                "owner": payloads.application_owner(world),
                "team": payloads.team(world.team) if world.team else None,
                "bot": payloads.user(world.bot),
                "approximate_guild_count": len(world.guilds),
                "approximate_user_install_count": 0,
                "integration_types_config": {"0": {}, "1": {}},
                "tags": [],
                "rpc_origins": [],
                "redirect_uris": [],
                "interactions_endpoint_url": None,
                "role_connections_verification_url": None,
                **world.application,
            }
        )

    async def gateway(self, request: web.Request) -> web.Response:
        options = self._parts.gateway.options
        limit = {
            "total": 1000,
            "remaining": max(0, options.sessions_left - self._parts.gateway.identify_count),
            "reset_after": 86_400_000,
            "max_concurrency": options.max_concurrency,
        }
        return answer({"url": self._gateway_url(), "shards": options.shards, "session_start_limit": limit})

    def _scope(self, request: web.Request) -> str | None:
        """The guild that the commands are for, None for all; refuses another application's."""
        if request.match_info["application"] != self._parts.world.application_id:
            raise ApiError(403, 20012, "You are not authorized to perform this action on this application")
        guild_id: str | None = request.match_info.get("guild")
        if guild_id is not None and guild_id not in self._parts.world.guilds:
            raise ApiError(403, errors.MISSING_ACCESS, "Missing Access")
        return guild_id

    async def list_commands(self, request: web.Request) -> web.Response:
        return answer(self._parts.commands.all_of(self._scope(request)))

    async def replace_commands(self, request: web.Request) -> web.Response:
        scope = self._scope(request)
        sent = await read_json(request)
        if not isinstance(sent, list):
            raise ApiError(400, errors.INVALID_FORM_BODY, "Expected a list of commands")
        faults = check_schema("PUT", COMMANDS, sent) or check_commands(sent)
        if faults:
            raise invalid_form(faults)
        stored = self._parts.commands.replace(scope, sent)
        self._parts.changes.tell()
        return answer(stored)

    async def add_command(self, request: web.Request) -> web.Response:
        scope = self._scope(request)
        sent = await read_json(request)
        if not isinstance(sent, dict):
            raise ApiError(400, errors.INVALID_JSON, "The request body must be a JSON object.")
        faults = check_schema("POST", COMMANDS, sent) or check_command(sent)
        if faults:
            raise invalid_form(faults)
        stored = self._parts.commands.put(scope, sent)
        self._parts.changes.tell()
        return answer(stored, 201)

    def _command(self, request: web.Request) -> Payload:
        found = self._parts.commands.get(self._scope(request), request.match_info["command"])
        if found is None:
            raise unknown("application command", errors.UNKNOWN_COMMAND)
        return found

    async def get_command(self, request: web.Request) -> web.Response:
        return answer(self._command(request))

    async def remove_command(self, request: web.Request) -> web.Response:
        command = self._command(request)
        self._parts.commands.remove(self._scope(request), command["id"])
        return nothing()
