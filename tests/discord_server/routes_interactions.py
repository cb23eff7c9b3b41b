"""The first response to an interaction, and all that follows it over the interaction's own webhook."""

from aiohttp import web

from tests.discord_server import errors
from tests.discord_server.bodies import Body, read_body
from tests.discord_server.errors import invalid_form, unknown
from tests.discord_server.http import BASE, answer, nothing
from tests.discord_server.interactions import Interaction, InteractionKind, ResponseType
from tests.discord_server.origins import origin_of
from tests.discord_server.parts import Parts
from tests.discord_server.posting import refuse
from tests.discord_server.rules.fault import Fault, Path, required, wrong_choice
from tests.discord_server.rules.modal import check_choices, check_modal
from tests.discord_server.schema import check_schema
from tests.discord_server.world import FLAG_EPHEMERAL, Message, Payload

CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback"
DATA: Path = ("data",)
TO_ALL = (ResponseType.MESSAGE, ResponseType.DEFERRED_MESSAGE)
TO_MESSAGE = (ResponseType.DEFERRED_UPDATE, ResponseType.UPDATE)


class InteractionRoutes:
    """POST /interactions/{id}/{token}/callback."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def add_to(self, app: web.Application) -> None:
        app.router.add_post(f"{BASE}/interactions/{{id}}/{{token}}/callback", self.callback)

    async def callback(self, request: web.Request) -> web.Response:
        interaction = self._parts.interactions.to_answer(
            request.match_info["id"], request.match_info["token"]
        )
        body = await read_body(request)
        kind = self._response_type(interaction, body.payload)
        faults = check_schema("POST", CALLBACK, body.payload)
        faults = faults or check_data(kind, body.payload.get("data") or {})
        if faults:
            raise invalid_form(faults)
        # Held while the message is written, so that two answers at once cannot both be first.
        interaction.responded_s = self._parts.world.clock.now_s()
        try:
            message = await self._respond(interaction, kind, Body(body.payload.get("data") or {}, body.files))
        except errors.ApiError:
            interaction.responded_s = None
            raise
        interaction.response = kind
        self._parts.changes.tell()
        if not asked(request, "with_response"):
            return nothing()
        return answer(self._described(interaction, kind, message))

    def _response_type(self, interaction: Interaction, payload: Payload) -> ResponseType:
        """The response's type, if this kind of interaction may be answered with it."""
        allowed: tuple[ResponseType, ...] = TO_ALL
        if interaction.kind is InteractionKind.AUTOCOMPLETE:
            allowed = (ResponseType.AUTOCOMPLETE,)
        elif interaction.kind is InteractionKind.COMMAND:
            allowed = (*TO_ALL, ResponseType.MODAL)
        elif interaction.kind is InteractionKind.COMPONENT:
            allowed = (*TO_ALL, *TO_MESSAGE, ResponseType.MODAL)
        elif interaction.source is not None:
            allowed = (*TO_ALL, *TO_MESSAGE)
        sent = payload.get("type")
        if sent is None:
            raise invalid_form([required(("type",))])
        if sent not in tuple(allowed):
            raise invalid_form([wrong_choice(("type",), str(tuple(map(int, allowed))))])
        return ResponseType(sent)

    async def _respond(self, interaction: Interaction, kind: ResponseType, body: Body) -> Message | None:
        ephemeral = bool((body.payload.get("flags") or 0) & FLAG_EPHEMERAL)
        origin = origin_of(interaction, ephemeral=ephemeral, path=DATA)
        if kind is ResponseType.AUTOCOMPLETE:
            interaction.choices = body.payload["choices"]
        elif kind is ResponseType.MODAL:
            interaction.modal = body.payload
        elif kind is ResponseType.MESSAGE:
            interaction.original = await self._parts.posting.create(interaction.channel, body, origin)
        elif kind is ResponseType.DEFERRED_MESSAGE:
            interaction.original = await self._parts.posting.create_loading(
                interaction.channel, ephemeral, origin
            )
        else:
            interaction.original = interaction.source
            ephemeral = interaction.source is not None and interaction.source.ephemeral
            if kind is ResponseType.UPDATE and interaction.source is not None:
                self._refuse_gone(interaction.source)
                await self._parts.posting.edit(interaction.source, body, DATA)
        interaction.ephemeral = ephemeral
        if kind in TO_ALL:
            self._parts.leaks.check_admin(interaction)
        return interaction.original

    @staticmethod
    def _refuse_gone(message: Message) -> None:
        if message.deleted:
            raise unknown("Message", errors.UNKNOWN_MESSAGE)

    def _described(self, interaction: Interaction, kind: ResponseType, message: Message | None) -> Payload:
        """The answer to a callback with `with_response`."""
        about: Payload = {"id": interaction.id, "type": int(interaction.kind)}
        described: Payload = {"interaction": about, "resource": {"type": int(kind)}}
        if message is not None:
            about |= {
                "response_message_id": message.id,
                "response_message_loading": message.loading,
                "response_message_ephemeral": message.ephemeral,
            }
            described["resource"]["message"] = self._parts.messages.message(message)
        return described


def check_data(kind: ResponseType, data: Payload) -> list[Fault]:
    """What is wrong with the data of a response, apart from the message that may be in it."""
    if kind in (ResponseType.DEFERRED_MESSAGE, ResponseType.DEFERRED_UPDATE):
        if (data.get("flags") or 0) & ~FLAG_EPHEMERAL:
            return [Fault(("data", "flags"), "MESSAGE_FLAGS_INVALID", "A defer may carry EPHEMERAL only")]
        return []
    faults: list[Fault] = []
    if kind is ResponseType.AUTOCOMPLETE:
        faults = check_choices(data.get("choices"))
    elif kind is ResponseType.MODAL:
        faults = check_modal(data)
    return [Fault((*DATA, *fault.path), fault.code, fault.message) for fault in faults]


def asked(request: web.Request, name: str) -> bool:
    """Whether a yes-or-no query parameter says yes."""
    return request.query.get(name, "").lower() in ("1", "true")


class FollowUpRoutes:
    """The webhook of an interaction: its original response, and follow-ups."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def add_to(self, app: web.Application) -> None:
        hook = f"{BASE}/webhooks/{{application}}/{{token}}"
        app.add_routes(
            [
                web.post(hook, self.follow_up),
                web.get(f"{hook}/messages/{{message}}", self.get),
                web.patch(f"{hook}/messages/{{message}}", self.edit),
                web.delete(f"{hook}/messages/{{message}}", self.delete),
            ]
        )

    def _interaction(self, request: web.Request) -> Interaction:
        own = self._parts.world.application_id
        return self._parts.interactions.to_follow(
            request.match_info["application"], request.match_info["token"], own
        )

    def _message(self, request: web.Request, interaction: Interaction) -> Message:
        wanted = request.match_info["message"]
        ours = [*interaction.followups] + ([interaction.original] if interaction.original else [])
        for message in ours:
            named = message.id == wanted or (wanted == "@original" and message is interaction.original)
            if named and not message.deleted:
                return message
        raise unknown("Message", errors.UNKNOWN_MESSAGE)

    async def follow_up(self, request: web.Request) -> web.Response:
        interaction = self._interaction(request)
        body = await read_body(request)
        refuse(check_schema("POST", "/webhooks/{webhook_id}/{webhook_token}", body.payload))
        self._parts.leaks.check_follow_up(interaction, body.payload)
        original = interaction.original
        if (
            original is not None
            and original.loading
            and not original.deleted
            and interaction.response is ResponseType.DEFERRED_MESSAGE
        ):
            message = await self._parts.posting.edit(original, body)
        else:
            ephemeral = bool((body.payload.get("flags") or 0) & FLAG_EPHEMERAL)
            origin = origin_of(interaction, ephemeral=ephemeral)
            message = await self._parts.posting.create(
                interaction.channel, body, origin, interaction.original
            )
            interaction.followups.append(message)
        self._parts.changes.tell()
        if not asked(request, "wait"):
            return nothing()
        return answer(self._parts.messages.message(message))

    async def get(self, request: web.Request) -> web.Response:
        message = self._message(request, self._interaction(request))
        return answer(self._parts.messages.message(message))

    async def edit(self, request: web.Request) -> web.Response:
        interaction = self._interaction(request)
        message = self._message(request, interaction)
        body = await read_body(request)
        route = "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}"
        refuse(check_schema("PATCH", route, body.payload))
        if message is interaction.original:
            self._parts.leaks.check_edit(interaction, body.payload)
        return answer(self._parts.messages.message(await self._parts.posting.edit(message, body)))

    async def delete(self, request: web.Request) -> web.Response:
        await self._parts.posting.delete(self._message(request, self._interaction(request)))
        return nothing()
