"""Messages of channels, and the files in them."""

from aiohttp import web

from tests.discord_server import errors, permissions
from tests.discord_server.bodies import Body, read_body
from tests.discord_server.errors import ApiError, invalid_form
from tests.discord_server.http import BASE, answer, nothing
from tests.discord_server.parts import Parts
from tests.discord_server.posting import Origin, refuse
from tests.discord_server.routes_channels import channel_of, demand, message_of
from tests.discord_server.rules.fault import Fault
from tests.discord_server.schema import check_schema
from tests.discord_server.world import CATEGORY, FORUM, Channel, Message

FILE_PATH = "/files/{file}/{name}"
PAGE = 50


def whole_number(request: web.Request, name: str, default: int) -> int:
    """A query parameter that must be a number."""
    text = request.query.get(name, str(default))
    if not text.isdecimal():
        raise invalid_form([Fault((name,), "NUMBER_TYPE_COERCE", f'Value "{text}" is not int.')])
    return int(text)


class MessageRoutes:
    """/channels/{id}/messages, and where attachments are downloaded."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def add_to(self, app: web.Application) -> None:
        messages = f"{BASE}/channels/{{channel}}/messages"
        app.add_routes(
            [
                web.post(messages, self.create),
                web.get(messages, self.history),
                web.get(f"{messages}/{{message}}", self.get),
                web.patch(f"{messages}/{{message}}", self.edit),
                web.delete(f"{messages}/{{message}}", self.delete),
                web.put(f"{messages}/{{message}}/reactions/{{emoji}}/@me", self.react),
                web.delete(f"{messages}/{{message}}/reactions/{{emoji}}/@me", self.unreact),
                web.get(FILE_PATH, self.download),
            ]
        )

    async def create(self, request: web.Request) -> web.Response:
        channel = channel_of(self._parts, request)
        if channel.kind in (CATEGORY, FORUM):
            raise ApiError(400, 50008, "Cannot send messages in a non-text channel")
        in_thread = permissions.SEND_MESSAGES_IN_THREADS if channel.is_thread else permissions.SEND_MESSAGES
        demand(channel, in_thread)
        body = await read_body(request)
        if body.files:
            demand(channel, permissions.ATTACH_FILES)
        if body.payload.get("embeds"):
            demand(channel, permissions.EMBED_LINKS)
        refuse(check_schema("POST", "/channels/{channel_id}/messages", body.payload))
        reply_to, body = self._replied(channel, body)
        message = await self._parts.posting.create(channel, body, Origin(), reply_to)
        self._parts.leaks.check_channel_message(message)
        return answer(self._parts.messages.message(message))

    @staticmethod
    def _replied(channel: Channel, body: Body) -> tuple[Message | None, Body]:
        """The message that is replied to; one that is gone is a fault unless the bot allows for it."""
        reference = body.payload.get("message_reference")
        if reference is None:
            return None, body
        demand(channel, permissions.READ_MESSAGE_HISTORY)
        found = channel.messages.get(str(reference.get("message_id")))
        if found is None and reference.get("fail_if_not_exists", True):
            fault = Fault(("message_reference",), "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
            raise invalid_form([fault])
        return found, body

    async def history(self, request: web.Request) -> web.Response:
        """Newest first, up to `limit`, `before` and `after` an id."""
        channel = channel_of(self._parts, request)
        demand(channel, permissions.READ_MESSAGE_HISTORY)
        before = whole_number(request, "before", 1 << 63)
        after = whole_number(request, "after", 0)
        limit = whole_number(request, "limit", PAGE)
        if not 1 <= limit <= 100:
            text = "int value should be between 1 and 100."
            raise invalid_form([Fault(("limit",), "NUMBER_TYPE_MAX", text)])
        seen = [
            one
            for one in channel.messages.values()
            if one.visible_to is None and after < int(one.id) < before
        ]
        page = seen[:limit] if "after" in request.query else seen[-limit:]
        return answer([self._parts.messages.message(one) for one in reversed(page)])

    async def get(self, request: web.Request) -> web.Response:
        channel = channel_of(self._parts, request)
        demand(channel, permissions.READ_MESSAGE_HISTORY)
        return answer(self._parts.messages.message(message_of(channel, request)))

    async def edit(self, request: web.Request) -> web.Response:
        message = message_of(channel_of(self._parts, request), request)
        if message.author is not self._parts.world.bot:
            raise ApiError(403, errors.EDIT_OTHERS_MESSAGE, "Cannot edit a message authored by another user")
        body = await read_body(request)
        refuse(check_schema("PATCH", "/channels/{channel_id}/messages/{message_id}", body.payload))
        return answer(self._parts.messages.message(await self._parts.posting.edit(message, body)))

    async def delete(self, request: web.Request) -> web.Response:
        channel = channel_of(self._parts, request)
        message = message_of(channel, request)
        if message.author is not self._parts.world.bot:
            demand(channel, permissions.MANAGE_MESSAGES)
        await self._parts.posting.delete(message)
        return nothing()

    async def react(self, request: web.Request) -> web.Response:
        channel = channel_of(self._parts, request)
        demand(channel, permissions.ADD_REACTIONS | permissions.READ_MESSAGE_HISTORY)
        reactions, emoji = message_of(channel, request).reactions, request.match_info["emoji"]
        if emoji not in reactions:
            reactions.append(emoji)
        self._parts.changes.tell()
        return nothing()

    async def unreact(self, request: web.Request) -> web.Response:
        reactions = message_of(channel_of(self._parts, request), request).reactions
        if request.match_info["emoji"] in reactions:
            reactions.remove(request.match_info["emoji"])
        self._parts.changes.tell()
        return nothing()

    async def download(self, request: web.Request) -> web.Response:
        file = self._parts.world.files.get(request.match_info["file"])
        if file is None:
            raise web.HTTPNotFound
        return web.Response(body=file.data, content_type=file.content_type)
