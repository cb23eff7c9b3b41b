"""How the bot's bodies become messages: checked, kept, and told to the gateway."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from tests.discord_server import errors
from tests.discord_server import gateway as gw
from tests.discord_server.bodies import Body, SentFile
from tests.discord_server.changes import Changes
from tests.discord_server.errors import ApiError, invalid_form
from tests.discord_server.gateway import Gateway
from tests.discord_server.payloads import MessagePayloads
from tests.discord_server.pings import ping_risk
from tests.discord_server.rules.fault import Fault
from tests.discord_server.rules.message import EMPTY_MESSAGE, check_message
from tests.discord_server.violations import Kind, Violations
from tests.discord_server.world import (
    FLAG_COMPONENTS_V2,
    FLAG_EPHEMERAL,
    FLAG_LOADING,
    Attachment,
    Channel,
    Edit,
    Message,
    Payload,
    User,
    World,
)

# Flags that an edit may set: SUPPRESS_EMBEDS and, once and for ever, IS_COMPONENTS_V2.
EDITABLE_FLAGS = (1 << 2) | FLAG_COMPONENTS_V2
NONCE_KNOWN = timedelta(minutes=5)
MESSAGE_INTENTS = (gw.GUILD_MESSAGES, gw.DIRECT_MESSAGES)


@dataclass(frozen=True)
class Origin:
    """Where a new message comes from: an interaction's webhook, or (all defaults) the bot itself."""

    kind: int = 0
    visible_to: User | None = None
    interaction: Payload | None = None
    webhook: bool = False
    # Where the body stood in the request, for the paths of faults.
    path: tuple[str | int, ...] = ()


class Posting:
    """Writes the bot's messages."""

    def __init__(
        self,
        world: World,
        gateway: Gateway,
        messages: MessagePayloads,
        violations: Violations,
        changes: Changes,
    ) -> None:
        self._world = world
        self._gateway = gateway
        self._messages = messages
        self._violations = violations
        self._changes = changes

    async def create(
        self, channel: Channel, body: Body, origin: Origin, reply_to: Message | None = None
    ) -> Message:
        """A new message of the bot; 400 where the body breaks a rule."""
        refuse(check_message(body.payload, files=len(body.files)), origin.path)
        self._watch_pings(body.payload, edit=False)
        payload = body.payload
        if (before := self._sent_before(channel, payload)) is not None:
            return before
        message = Message(
            self._world.ids.next(),
            channel,
            self._world.bot,
            self._world.clock.today(),
            content=payload.get("content") or "",
            embeds=stored_embeds(payload.get("embeds")),
            components=number(payload.get("components") or []),
            attachments=self._files(payload.get("attachments"), body.files),
            flags=payload.get("flags") or 0,
            kind=19 if reply_to is not None else origin.kind,
            reply_to=reply_to,
            visible_to=origin.visible_to,
            interaction=origin.interaction,
            webhook=origin.webhook,
            nonce=payload.get("nonce"),
        )
        return await self._keep(message, payload)

    def _sent_before(self, channel: Channel, payload: Payload) -> Message | None:
        """With `enforce_nonce` what was sent with the same nonce in the last minutes is not sent again."""
        nonce = payload.get("nonce")
        if nonce is None or not payload.get("enforce_nonce"):
            return None
        oldest = self._world.clock.today() - NONCE_KNOWN
        return next(
            (
                one
                for one in channel.messages.values()
                if one.author is self._world.bot and one.nonce == nonce and one.created_at >= oldest
            ),
            None,
        )

    async def create_loading(self, channel: Channel, ephemeral: bool, origin: Origin) -> Message:
        """The "is thinking…" message of a defer."""
        flags = FLAG_LOADING | (FLAG_EPHEMERAL if ephemeral else 0)
        message = Message(
            self._world.ids.next(),
            channel,
            self._world.bot,
            self._world.clock.today(),
            flags=flags,
            kind=origin.kind,
            visible_to=origin.visible_to,
            interaction=origin.interaction,
            webhook=True,
        )
        return await self._keep(message, None)

    async def _keep(self, message: Message, body: Payload | None) -> Message:
        message.channel.messages[message.id] = message
        if body is not None:
            message.history.append(Edit(self._world.clock.now_s(), body))
        await self.tell("MESSAGE_CREATE", message)
        return message

    async def edit(self, message: Message, body: Body, path: tuple[str | int, ...] = ()) -> Message:
        """Change what the body names of a message; 400 where what then stands there breaks a rule."""
        payload = body.payload
        standing = {
            "content": payload.get("content", message.content),
            "embeds": payload.get("embeds", message.embeds),
            "components": payload.get("components", message.components),
            "flags": (payload.get("flags") or 0) & EDITABLE_FLAGS | message.flags & FLAG_COMPONENTS_V2,
            "attachments": payload.get("attachments", [{"id": one.id} for one in message.attachments]),
        }
        refuse(check_message(payload | standing, files=len(body.files)), path)
        self._watch_pings(payload, edit=True)
        message.content = standing["content"] or ""
        message.embeds = stored_embeds(standing["embeds"])
        message.components = number(standing["components"] or [])
        message.flags = (message.flags | standing["flags"]) & ~FLAG_LOADING
        if "attachments" in payload or body.files:
            message.attachments = self._files(payload.get("attachments"), body.files, message.attachments)
        message.edited_at = self._world.clock.today()
        message.history.append(Edit(self._world.clock.now_s(), payload))
        await self.tell("MESSAGE_UPDATE", message)
        return message

    async def delete(self, message: Message) -> None:
        """Take a message away."""
        message.deleted = True
        message.channel.messages.pop(message.id, None)
        await self.tell("MESSAGE_DELETE", message)

    async def delete_many(self, messages: Iterable[Message]) -> None:
        """Take messages of one channel of a guild away, and tell it in one event."""
        gone = list(messages)
        for message in gone:
            message.deleted = True
            message.channel.messages.pop(message.id, None)
        channel = gone[0].channel
        assert channel.guild is not None
        data: Payload = {
            "ids": [one.id for one in gone],
            "channel_id": channel.id,
            "guild_id": channel.guild.id,
        }
        await self._gateway.dispatch("MESSAGE_DELETE_BULK", data, intents=MESSAGE_INTENTS)
        self._changes.tell()

    async def tell(self, event: str, message: Message) -> None:
        """Tell the gateway, except of ephemeral messages, which it never hears of."""
        if message.visible_to is None and not message.channel.by_install:
            data = self._messages.event(message)
            if event == "MESSAGE_DELETE":
                data = {name: data[name] for name in ("id", "channel_id", "guild_id") if name in data}
            await self._gateway.dispatch(event, data, intents=MESSAGE_INTENTS)
        self._changes.tell()

    def _watch_pings(self, payload: Payload, *, edit: bool) -> None:
        risk = ping_risk(payload, edit=edit)
        if risk is not None:
            self._violations.add(Kind.PING, risk)

    def _files(
        self, named: list[Payload] | None, sent: tuple[SentFile, ...], standing: Iterable[Attachment] = ()
    ) -> list[Attachment]:
        """The files that stay (named by their ids) and those that came with this body."""
        names = {str(one["id"]): one for one in named or []}
        kept = [one for one in standing if named is None or one.id in names]
        for file in sent:
            attachment = self._world.new_file(file.filename, file.content_type, file.data)
            about = names.get(str(file.number), {})
            attachment.filename = about.get("filename") or file.filename
            attachment.description = about.get("description")
            kept.append(attachment)
        return kept


def refuse(faults: list[Fault], path: tuple[str | int, ...] = ()) -> None:
    """Raise 400 with all faults, if there are any."""
    if any(fault.code == EMPTY_MESSAGE for fault in faults):
        raise ApiError(400, errors.EMPTY_MESSAGE, "Cannot send an empty message")
    if faults:
        raise invalid_form(faults, path)


def stored_embeds(embeds: list[Payload] | None) -> list[Payload]:
    """Embeds as Discord gives them back."""
    return [{"type": "rich", **embed} for embed in embeds or []]


def number(components: list[Payload]) -> list[Payload]:
    """Give every component its id, as Discord does where the bot gave none."""
    counter = iter(range(1, 10_000))

    def numbered(component: Payload) -> Payload:
        own = {"id": next(counter), **component}
        if "components" in own:
            own["components"] = [numbered(one) for one in own["components"]]
        for inner in ("component", "accessory"):
            if own.get(inner):
                own[inner] = numbered(own[inner])
        return own

    return [numbered(component) for component in components]
