"""The humans whom a test plays: they use commands, press buttons, fill in modals and write messages."""

from collections.abc import Mapping, Sequence
from typing import Any

from tests.discord_server import acting
from tests.discord_server.interactions import InteractionKind
from tests.discord_server.offered import command_data, offered
from tests.discord_server.parts import Parts
from tests.discord_server.permissions import ALL, MANAGE_MESSAGES, allows
from tests.discord_server.pings import mentioned
from tests.discord_server.posting import MESSAGE_INTENTS
from tests.discord_server.registered import CHAT, MESSAGE_MENU
from tests.discord_server.replies import WAIT_S, Choice, NoAnswer, Reply
from tests.discord_server.screens import filled_modal, pressed
from tests.discord_server.selecting import Choosable, selected
from tests.discord_server.typed_options import OptionTyping, RefusedByClient, Typed, Upload, descend, nest
from tests.discord_server.world import GROUP_DM, Channel, Guild, Message, Payload, User

MESSAGE_LIMIT = 2000


class Human:
    """One person in one guild (and, by `dm`, alone with the bot).

    Whatever Discord's client would not let them do raises RefusedByClient; a bot that does not answer
    in time raises NoAnswer.
    """

    def __init__(self, parts: Parts, guild: Guild, user: User, held: int) -> None:
        self._parts = parts
        self._guild = guild
        self.user = user
        self.permissions = held

    @property
    def mention(self) -> str:
        return self.user.mention

    @property
    def dm(self) -> Channel:
        """The direct messages with the bot."""
        return self._parts.world.direct_channel(self.user)

    def group(self, name: str) -> Channel:
        """Direct messages with other people, without the bot."""
        world = self._parts.world
        return world.new_channel(
            Channel(world.ids.next(), GROUP_DM, name, human=self.user, bot_permissions=0)
        )

    async def slash(
        self, channel: Channel, name: str, *, force: bool = False, timeout_s: float = WAIT_S, **options: Any
    ) -> Reply:
        """Use /NAME ("sources show" for a subcommand) and wait for the first response.

        `force` sends it although the command is hidden from this member, to test the bot's own check.
        """
        first, *path = name.split()
        command = self._command(channel, first, CHAT, force=force)
        target = descend(command, path)
        typed = self._typing(channel).type_all(target, options)
        data = command_data(command, typed, nest(command, path, typed.options))
        return await self._act(
            InteractionKind.COMMAND, channel, data, name, timeout_s=timeout_s, command=command
        )

    async def autocomplete(
        self, channel: Channel, name: str, option: str, text: str, *, force: bool = False, **others: Any
    ) -> list[Choice]:
        """What the bot suggests after `text` was typed into an option."""
        first, *path = name.split()
        command = self._command(channel, first, CHAT, force=force)
        target = descend(command, path)
        found = next((one for one in target.get("options") or [] if one["name"] == option), None)
        if found is None or not found.get("autocomplete"):
            raise RefusedByClient(f"/{name} has no option {option!r} with autocomplete")
        typed = self._typing(channel).type_all(target, {**others, option: text}, focused=option)
        data = command_data(command, typed, nest(command, path, typed.options))
        reply = await self._act(InteractionKind.AUTOCOMPLETE, channel, data, name, command=command)
        return [Choice(one["name"], one["value"]) for one in reply.interaction.choices or []]

    async def menu(
        self, message: Message, name: str, *, force: bool = False, timeout_s: float = WAIT_S
    ) -> Reply:
        """Use a message's context-menu command."""
        self._see(message)
        command = self._command(message.channel, name, MESSAGE_MENU, force=force)
        resolved = {"messages": {message.id: self._parts.messages.message(message, whole=True)}}
        data = command_data(command, Typed([], resolved), []) | {"target_id": message.id}
        channel = message.channel
        return await self._act(
            InteractionKind.COMMAND, channel, data, name, timeout_s=timeout_s, command=command
        )

    async def click(
        self,
        message: Message,
        label: str | None = None,
        *,
        custom_id: str | None = None,
        timeout_s: float = WAIT_S,
    ) -> Reply:
        """Press a button of a message, found by its label or its custom_id."""
        self._see(message)
        data = pressed(message, label, custom_id)
        name = label or custom_id or ""
        return await self._act(
            InteractionKind.COMPONENT, message.channel, data, name, source=message, timeout_s=timeout_s
        )

    async def select(
        self, message: Message, *choices: Choosable, custom_id: str | None = None, timeout_s: float = WAIT_S
    ) -> Reply:
        """Choose from a select menu: by the options' labels or values, or channels, or roles."""
        self._see(message)
        data = selected(message, choices, custom_id)
        name = data["custom_id"]
        return await self._act(
            InteractionKind.COMPONENT, message.channel, data, name, source=message, timeout_s=timeout_s
        )

    async def submit(
        self, opened: Reply, values: Mapping[str, str | Sequence[Upload]], *, timeout_s: float = WAIT_S
    ) -> Reply:
        """Fill in the modal that `opened` shows, by the inputs' labels or custom_ids, and send it off."""
        if opened.modal is None or opened.interaction.user is not self.user:
            raise RefusedByClient("there is no open modal")
        data = filled_modal(opened.modal, values, self._parts.world, self._parts.messages.file_url)
        before = opened.interaction
        return await self._act(
            InteractionKind.MODAL,
            before.channel,
            data,
            opened.modal["title"],
            source=before.source,
            timeout_s=timeout_s,
        )

    async def post(
        self,
        channel: Channel,
        text: str,
        *,
        reply_to: Message | None = None,
        ping: bool = True,
        files: tuple[Upload, ...] = (),
        nitro: bool = False,
    ) -> Message:
        """Write a message and wait for nothing. "@bot" and "@Name" become mentions."""
        if reply_to is not None:
            self._see(reply_to)
        text = self._with_mentions(text)
        limit = 2 * MESSAGE_LIMIT if nitro else MESSAGE_LIMIT
        if len(text) > limit or not (text.strip() or files):
            raise RefusedByClient(f"a message of {len(text)} characters cannot be sent")
        world = self._parts.world
        pings = mentioned(text, world)
        # A reply to the response of an interaction does not ping the bot, one to its ordinary messages does.
        if reply_to is not None and ping and not reply_to.webhook and reply_to.author not in pings:
            pings.append(reply_to.author)
        attachments = [world.new_file(one.filename, one.content_type, one.data) for one in files]
        message = Message(
            world.ids.next(),
            channel,
            self.user,
            world.clock.today(),
            content=text,
            attachments=attachments,
            kind=19 if reply_to is not None else 0,
            reply_to=reply_to,
            pings=pings,
        )
        channel.messages[message.id] = message
        await self._parts.gateway.dispatch(
            "MESSAGE_CREATE", self._parts.messages.event(message), intents=MESSAGE_INTENTS
        )
        return message

    async def say(
        self,
        channel: Channel,
        text: str,
        *,
        reply_to: Message | None = None,
        ping: bool = True,
        timeout_s: float = WAIT_S,
    ) -> Message:
        """Write a message and wait for the bot's answer: its reply, or its next message (see `answer_to`)."""
        asked = await self.post(channel, text, reply_to=reply_to, ping=ping)
        found = await self._parts.changes.until(lambda: self.answer_to(asked), timeout_s)
        if found is None:
            raise NoAnswer(f"no answer to {self.user.name}'s {text!r} within {timeout_s} s")
        return found

    async def delete(self, message: Message) -> None:
        """Take their own message back, or, who moderates, anybody's."""
        moderates = message.channel.guild is not None and allows(self.permissions, MANAGE_MESSAGES)
        if message.deleted or not (moderates or message.author is self.user):
            raise RefusedByClient("only one's own messages can be deleted")
        await self._parts.posting.delete(message)

    async def delete_many(self, *messages: Message) -> None:
        """Delete several at once, as moderators can: MESSAGE_DELETE_BULK."""
        if not allows(self.permissions, MANAGE_MESSAGES) or any(one.deleted for one in messages):
            raise RefusedByClient("only moderators delete many messages at once")
        await self._parts.posting.delete_many(messages)

    async def edit(self, message: Message, text: str) -> None:
        """Change the words of their own message."""
        if message.author is not self.user or message.deleted:
            raise RefusedByClient("only one's own messages can be edited")
        message.content = self._with_mentions(text)
        message.pings = mentioned(message.content, self._parts.world)
        message.edited_at = self._parts.world.clock.today()
        await self._parts.posting.tell("MESSAGE_UPDATE", message)

    def answer_to(self, asked: Message) -> Message | None:
        """The bot's answer to a message, if it is there: a reply to it first of all."""
        bot = self._parts.world.bot
        places = [asked.channel] + ([asked.thread] if asked.thread else [])
        later = [
            one
            for place in places
            for one in place.messages.values()
            if one.author is bot and int(one.id) > int(asked.id) and not one.webhook
        ]
        replies = [one for one in later if one.reply_to is asked]
        return next(iter([*replies, *(one for one in later if one.reply_to is None)]), None)

    def sees(self, message: Message) -> bool:
        """Whether the message is there and not another's ephemeral one."""
        return not message.deleted and message.visible_to in (None, self.user)

    def _see(self, message: Message) -> None:
        if not self.sees(message):
            raise RefusedByClient(f"{self.user.name} does not see this message")

    def _with_mentions(self, text: str) -> str:
        text = text.replace("@bot", self._parts.world.bot.mention)
        for membership in self._guild.members.values():
            text = text.replace(f"@{membership.user.name}", membership.user.mention)
        return text

    def _typing(self, channel: Channel) -> OptionTyping:
        return OptionTyping(self._parts.world, channel.guild, self._parts.messages)

    def _command(self, channel: Channel, name: str, kind: int, *, force: bool) -> Payload:
        return offered(self._parts.commands, channel, name, kind, ALL if force else self.permissions)

    async def _act(
        self,
        kind: InteractionKind,
        channel: Channel,
        data: Payload,
        name: str,
        *,
        source: Message | None = None,
        command: Payload | None = None,
        timeout_s: float = WAIT_S,
    ) -> Reply:
        act = acting.Act(kind, channel, data, name, source, command)
        interaction = await acting.send(self._parts, act, self.user, self.permissions)
        waited = await self._parts.changes.until(
            lambda: interaction.response is not None or interaction.late, timeout_s
        )
        if not waited or interaction.response is None:
            raise NoAnswer(f"the application did not respond to {interaction}")
        return Reply(interaction, self._parts.changes)
