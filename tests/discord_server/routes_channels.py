"""Channels, threads, typing, guilds and members."""

from aiohttp import web

from tests.discord_server import errors, payloads, permissions
from tests.discord_server.bodies import read_body
from tests.discord_server.errors import ApiError, invalid_form, unknown
from tests.discord_server.http import BASE, answer, nothing
from tests.discord_server.parts import Parts
from tests.discord_server.permissions import allows
from tests.discord_server.posting import refuse
from tests.discord_server.rules.fault import required
from tests.discord_server.rules.modal import check_thread
from tests.discord_server.schema import check_schema
from tests.discord_server.world import FLAG_HAS_THREAD, PUBLIC_THREAD, Channel, Guild, Message


def channel_of(parts: Parts, request: web.Request) -> Channel:
    """The channel of the request's address, if the bot may see it."""
    found = parts.world.channels.get(request.match_info["channel"])
    if found is None:
        raise unknown("Channel", errors.UNKNOWN_CHANNEL)
    if not allows(found.bot_permissions, permissions.VIEW_CHANNEL):
        raise ApiError(403, errors.MISSING_ACCESS, "Missing Access")
    return found


def message_of(channel: Channel, request: web.Request) -> Message:
    """The message of the request's address; ephemeral ones are not found here."""
    found = channel.messages.get(request.match_info["message"])
    if found is None or found.visible_to is not None:
        raise unknown("Message", errors.UNKNOWN_MESSAGE)
    return found


def demand(channel: Channel, needed: int) -> None:
    """403 where the bot lacks a permission in the channel."""
    if not allows(channel.bot_permissions, needed):
        raise ApiError(403, errors.MISSING_PERMISSIONS, "Missing Permissions")


class ChannelRoutes:
    """Everything of channels except their messages."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def add_to(self, app: web.Application) -> None:
        app.add_routes(
            [
                web.get(f"{BASE}/channels/{{channel}}", self.get),
                web.patch(f"{BASE}/channels/{{channel}}", self.edit_thread),
                web.post(f"{BASE}/channels/{{channel}}/typing", self.typing),
                web.post(
                    f"{BASE}/channels/{{channel}}/messages/{{message}}/threads", self.thread_from_message
                ),
                web.post(f"{BASE}/channels/{{channel}}/threads", self.thread),
                web.put(f"{BASE}/channels/{{channel}}/thread-members/@me", self.join_thread),
                web.post(f"{BASE}/users/@me/channels", self.direct),
                web.get(f"{BASE}/guilds/{{guild}}", self.guild),
                web.get(f"{BASE}/guilds/{{guild}}/channels", self.guild_channels),
                web.get(f"{BASE}/guilds/{{guild}}/members/{{user}}", self.member),
            ]
        )

    async def get(self, request: web.Request) -> web.Response:
        return answer(payloads.channel(channel_of(self._parts, request)))

    async def typing(self, request: web.Request) -> web.Response:
        channel = channel_of(self._parts, request)
        demand(channel, permissions.SEND_MESSAGES)
        channel.typing_count += 1
        self._parts.changes.tell()
        return nothing()

    async def direct(self, request: web.Request) -> web.Response:
        body = await read_body(request)
        human = self._parts.world.users.get(str(body.payload.get("recipient_id")))
        if human is None:
            raise invalid_form([required(("recipient_id",))])
        return answer(payloads.channel(self._parts.world.direct_channel(human)))

    async def thread_from_message(self, request: web.Request) -> web.Response:
        channel = channel_of(self._parts, request)
        message = message_of(channel, request)
        if message.thread is not None:
            raise ApiError(400, errors.THREAD_EXISTS, "A thread has already been created for this message")
        route = "/channels/{channel_id}/messages/{message_id}/threads"
        # A thread that starts from a message has that message's id.
        thread = await self._open_thread(request, channel, message.id, route)
        message.thread = thread
        message.flags |= FLAG_HAS_THREAD
        await self._announce(thread)
        await self._parts.posting.tell("MESSAGE_UPDATE", message)
        return answer(payloads.channel(thread), 201)

    async def thread(self, request: web.Request) -> web.Response:
        channel = channel_of(self._parts, request)
        route = "/channels/{channel_id}/threads"
        thread = await self._open_thread(request, channel, self._parts.world.ids.next(), route)
        await self._announce(thread)
        return answer(payloads.channel(thread), 201)

    async def _open_thread(
        self, request: web.Request, channel: Channel, thread_id: str, route: str
    ) -> Channel:
        body = (await read_body(request)).payload
        refuse(check_schema("POST", route, body) or check_thread(body))
        if channel.is_thread or channel.guild is None:
            raise ApiError(400, 50024, "Cannot execute action on this channel type")
        demand(channel, permissions.CREATE_PUBLIC_THREADS)
        return self._parts.world.new_channel(
            Channel(
                thread_id,
                PUBLIC_THREAD,
                body["name"],
                guild=channel.guild,
                parent=channel,
                owner=self._parts.world.bot,
                bot_permissions=channel.bot_permissions,
            )
        )

    async def _announce(self, thread: Channel) -> None:
        await self._parts.gateway.dispatch(
            "THREAD_CREATE", payloads.channel(thread) | {"newly_created": True}
        )

    async def edit_thread(self, request: web.Request) -> web.Response:
        """The name of a thread of its own, and whether it is archived or locked."""
        thread = channel_of(self._parts, request)
        if not thread.is_thread or thread.owner is not self._parts.world.bot:
            raise ApiError(403, errors.MISSING_PERMISSIONS, "Missing Permissions")
        body = (await read_body(request)).payload
        refuse(check_thread({"name": thread.name, **body}))
        thread.name = body.get("name", thread.name)
        thread.archived = body.get("archived", thread.archived)
        thread.locked = body.get("locked", thread.locked)
        await self._parts.gateway.dispatch("THREAD_UPDATE", payloads.channel(thread))
        return answer(payloads.channel(thread))

    async def join_thread(self, request: web.Request) -> web.Response:
        if not channel_of(self._parts, request).is_thread:
            raise ApiError(400, 50024, "Cannot execute action on this channel type")
        return nothing()

    def _guild(self, request: web.Request) -> Guild:
        found = self._parts.world.guilds.get(request.match_info["guild"])
        if found is None:
            raise unknown("Guild", errors.UNKNOWN_GUILD)
        return found

    async def guild(self, request: web.Request) -> web.Response:
        return answer(payloads.guild(self._guild(request), self._parts.world.bot))

    async def guild_channels(self, request: web.Request) -> web.Response:
        channels = self._guild(request).channels.values()
        return answer([payloads.channel(one) for one in channels if not one.is_thread])

    async def member(self, request: web.Request) -> web.Response:
        found = self._guild(request).members.get(request.match_info["user"])
        if found is None:
            raise unknown("Member", errors.UNKNOWN_MEMBER)
        return answer(payloads.member(found))
