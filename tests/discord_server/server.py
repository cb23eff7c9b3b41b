"""The loopback Discord: starts everything on 127.0.0.1, and fails the test for what a good app never does.

Point the bot's HTTP base at `server.api_url`; the gateway's address is what its GET /gateway/bot answers.
"""

from collections.abc import Callable
from types import TracebackType
from typing import Self

from aiohttp import web

from tests.discord_server import payloads
from tests.discord_server.changes import Changes
from tests.discord_server.clock import ServerClock
from tests.discord_server.disruptions import Disruptions
from tests.discord_server.forums import open_post
from tests.discord_server.gateway import Gateway, GatewayOptions
from tests.discord_server.gateway_faults import GatewayFaults
from tests.discord_server.http import BASE, Gate, LoggedRequest
from tests.discord_server.humans import Human
from tests.discord_server.interactions import Interaction, Interactions
from tests.discord_server.leaks import LeakWatch
from tests.discord_server.parts import Parts
from tests.discord_server.payloads import MessagePayloads
from tests.discord_server.places import Place
from tests.discord_server.posting import Posting
from tests.discord_server.registered import RegisteredCommands
from tests.discord_server.replies import WAIT_S, NoAnswer
from tests.discord_server.routes_channels import ChannelRoutes
from tests.discord_server.routes_interactions import FollowUpRoutes, InteractionRoutes
from tests.discord_server.routes_login import LoginRoutes
from tests.discord_server.routes_messages import MessageRoutes
from tests.discord_server.violations import Violation, Violations
from tests.discord_server.world import Attachment, Channel, Message, Team, TeamMember, World

HOST = "127.0.0.1"
MAX_BODY_BYTES = 30 * 1024 * 1024


class DiscordServer:
    """An async context manager; on exit, violations that no test took raise AssertionError."""

    def __init__(
        self,
        token: str = "loopback-token",
        *,
        bot_name: str = "Footnote",
        options: GatewayOptions | None = None,
    ) -> None:
        self.token = token
        self.clock = ServerClock()
        self.changes = Changes()
        self.disruptions = Disruptions()
        self.world = World(self.clock, bot_name)
        self._violations = Violations()
        self.gateway = Gateway(self.world, token, options or GatewayOptions(), self._violations, self.changes)
        self.gateway_faults = GatewayFaults(self.gateway)
        self._interactions = Interactions(self.clock, self._violations, self.changes)
        messages = MessagePayloads(self.world, self._file_url)
        self._parts = Parts(
            token=token,
            world=self.world,
            gateway=self.gateway,
            commands=RegisteredCommands(self.world),
            interactions=self._interactions,
            messages=messages,
            posting=Posting(self.world, self.gateway, messages, self._violations, self.changes),
            leaks=LeakWatch(self.world, self._interactions, self._violations),
            disruptions=self.disruptions,
            violations=self._violations,
            changes=self.changes,
        )
        self._gate = Gate(self._parts)
        self._runner: web.AppRunner | None = None
        self.port = 0

    async def __aenter__(self) -> Self:
        app = web.Application(middlewares=[self._gate.let_through], client_max_size=MAX_BODY_BYTES)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        # The port is known only once the socket listens, and the routes need it.
        InteractionRoutes(self._parts).add_to(app)
        FollowUpRoutes(self._parts).add_to(app)
        ChannelRoutes(self._parts).add_to(app)
        MessageRoutes(self._parts).add_to(app)
        LoginRoutes(self._parts, lambda: self.gateway_url).add_to(app)
        app.router.add_get("/", self.gateway.serve)
        app.router.add_get("/resume/", self.gateway.serve)
        await self._runner.setup()
        site = web.TCPSite(self._runner, HOST, 0)
        await site.start()
        self.port = int(self._runner.addresses[0][1])
        self.gateway.resume_url = f"ws://{HOST}:{self.port}/resume/"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._interactions.stop()
        await self.gateway.stop()
        if self._runner is not None:
            await self._runner.cleanup()
        if error is None:
            self._violations.fail_if_any()

    @property
    def api_url(self) -> str:
        """The base of the HTTP API, for DISCORD_API_URL."""
        return f"http://{HOST}:{self.port}{BASE}"

    @property
    def gateway_url(self) -> str:
        return f"ws://{HOST}:{self.port}/"

    def _file_url(self, file: Attachment) -> str:
        return f"http://{HOST}:{self.port}/files/{file.id}/{file.filename}"

    @property
    def violations(self) -> tuple[Violation, ...]:
        """What the bot did wrong so far."""
        return self._violations.found

    def take_violations(self) -> tuple[Violation, ...]:
        """Hand over the violations that this test expects; they no longer fail it."""
        return self._violations.take()

    @property
    def requests(self) -> tuple[LoggedRequest, ...]:
        """Every HTTP request so far."""
        return tuple(self._gate.log)

    @property
    def interactions(self) -> tuple[Interaction, ...]:
        """Every interaction so far."""
        return self._interactions.made

    @property
    def commands(self) -> RegisteredCommands:
        """What the bot registered."""
        return self._parts.commands

    def add_guild(self, name: str, *, locale: str = "en-US") -> Place:
        """A guild with the bot in it, made before the bot connects."""
        return Place(self._parts, self.world.new_guild(name, locale))

    def add_guild_without_bot(self, name: str, *, locale: str = "en-US") -> Place:
        """A guild without the bot, whose members may have installed it for themselves."""
        return Place(self._parts, self.world.new_guild_without_bot(name, locale))

    async def invite(self, name: str, *, locale: str = "en-US") -> Place:
        """A guild that takes the bot in while it runs: GUILD_CREATE."""
        place = self.add_guild(name, locale=locale)
        await self.gateway.dispatch("GUILD_CREATE", payloads.guild(place.data, self.world.bot))
        return place

    def own_application(self, human: Human) -> None:
        """The application in the developer portal is this person's."""
        self.world.application_owner = human.user

    def add_to_team(self, human: Human, role: str = "admin", *, accepted: bool = True) -> None:
        """The application is a team's, whose owner is the first that is added."""
        world = self.world
        world.team = world.team or Team(world.ids.next(), "Operators", human.user)
        world.team.members.append(TeamMember(human.user, role, accepted))

    def allow_message_content(self) -> None:
        """Turn on the privileged intent for messages, as the operator does in the developer portal."""
        self.world.allowed_intents |= payloads.MESSAGE_CONTENT

    async def open_post(self, human: Human, forum: Channel, title: str, text: str) -> Message:
        """A human's new post in a forum; gives its first message."""
        return await open_post(self._parts, human, forum, title, text)

    async def wait_until_connected(self, *, commands: bool = True, timeout_s: float = WAIT_S) -> None:
        """Until every shard is connected and (with `commands`) the bot has registered commands."""
        ready = await self.changes.until(
            lambda: self.gateway.connected and (not commands or self._parts.commands.any), timeout_s
        )
        if not ready:
            raise NoAnswer(f"the bot is not connected after {timeout_s} s")

    async def wait_for_message(
        self,
        channel: Channel,
        predicate: Callable[[Message], bool] = lambda _: True,
        timeout_s: float = WAIT_S,
    ) -> Message:
        """The first message of the bot in `channel` that `predicate` accepts, now or after an edit."""

        def look() -> Message | None:
            ours = (one for one in channel.messages.values() if one.author is self.world.bot)
            return next((one for one in ours if predicate(one)), None)

        found = await self.changes.until(look, timeout_s)
        if found is None:
            raise NoAnswer(f"no such message in {channel.name} within {timeout_s} s")
        return found

    async def wait_for(self, condition: Callable[[], bool], what: str, timeout_s: float = WAIT_S) -> None:
        """Until `condition` holds; it is looked at whenever something changes here."""
        if not await self.changes.until(condition, timeout_s):
            raise NoAnswer(f"not within {timeout_s} s: {what}")
