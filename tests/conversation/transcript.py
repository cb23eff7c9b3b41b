"""Plays humans and writes down what each of them did and saw, for people to read."""

import re
import textwrap
from typing import Any

from tests.discord_server import Channel, DiscordServer, Human, Message, Reply

WIDTH = 100
BOT = "Footnote"
WORK_S = 90.0  # a build on a busy machine
_LINK = re.compile(r"\[((?:\\.|[^\]\\])+)\]\((<?https?://[^)]+)\)")


class Transcript:
    """Does what the humans do, waits until the bot has finished its answer, and keeps both as text."""

    def __init__(self, server: DiscordServer | None = None) -> None:
        """With the server, commands and options are written down in the human's language."""
        self._parts: list[str] = []
        self._server = server

    def note(self, text: str) -> None:
        """Something that happened and that nobody typed."""
        self._parts.append(f"— {text} —")

    async def slash(
        self,
        human: Human,
        channel: Channel,
        name: str,
        *,
        force: bool = False,
        until: str | None = None,
        **options: Any,
    ) -> Message:
        """Use a command; the answer, finished: for work that shows its progress, once it says `until`."""
        self._did(human, self._as_seen(human, name, options))
        reply = await human.slash(channel, name, force=force, **options)
        if until is None:
            return await self._finished(human, reply)
        message = await reply.wait_edit(until, WORK_S)
        self._meanwhile(message)
        self.saw(human, message)
        return message

    def _as_seen(self, human: Human, name: str, options: dict[str, Any]) -> str:
        """The command with its options, in the human's language if the bot gave it names there."""
        names, inside = [], self._server.commands.all_of(None) if self._server else []

        def seen(plain: str) -> str:
            found = next((one for one in inside if one["name"] == plain), {})
            return str((found.get("name_localizations") or {}).get(human.user.locale, plain))

        for part in name.split():
            names.append(seen(part))
            inside = next((one.get("options") or [] for one in inside if one["name"] == part), [])
        typed = " ".join(f"{seen(key)}: {value}" for key, value in options.items())
        return f"/{' '.join(names)} {typed}".strip()

    async def click(self, human: Human, message: Message, label: str) -> Message:
        """Press a button; what it showed."""
        self._did(human, f"presses ({label})")
        return await self._finished(human, await human.click(message, label))

    async def say(self, human: Human, channel: Channel, text: str) -> Message:
        """Write a message; the bot's reply to it."""
        self._did(human, text)
        message = await human.say(channel, text)
        self.saw(human, message)
        return message

    async def complete(self, human: Human, channel: Channel, name: str, option: str, typed: str) -> str:
        """Type into an option; the value of the first suggestion."""
        choices = await human.autocomplete(channel, name, option, typed)
        self._did(human, f"/{name} {option}: {typed}…")
        shown = "\n".join(f"({choice.name})" for choice in choices)
        self._parts.append("suggested:\n" + textwrap.indent(shown, "    "))
        assert choices, f"nothing is suggested for {typed!r}"
        return str(choices[0].value)

    async def _finished(self, human: Human, reply: Reply) -> Message:
        message = await reply.wait_done()
        if message.deleted:  # a public "is thinking…" that gives way to a private word
            message = await reply.wait_followup()
        self.saw(human, message)
        return message

    def _meanwhile(self, message: Message) -> None:
        """What a message said while the work went on."""
        for state in states(message)[:-1]:
            self._parts.append(textwrap.indent(f"({state})", "    "))

    def _did(self, human: Human, what: str) -> None:
        self._parts.append(f"{human.user.name}: {what}")

    def saw(self, human: Human, message: Message) -> None:
        """Write down what the bot shows to a human."""
        who = f"{BOT}, only to {human.user.name}" if message.ephemeral else BOT
        buttons = " ".join(f"({label})" for label in message.labels())
        text = _LINK.sub(r"\1 <\2>", message.text)
        body = "\n".join(part for part in (text, buttons) if part)
        lines = (textwrap.fill(line, WIDTH, break_long_words=False) for line in body.splitlines())
        self._parts.append(f"{who}:\n" + textwrap.indent("\n".join(lines), "    "))

    def __str__(self) -> str:
        return "\n\n".join(self._parts) + "\n"


def states(message: Message) -> list[str]:
    """What a message said, one state after the other, each on one line."""
    said = []
    for edit in message.history:
        embeds = edit.body.get("embeds") or []
        words = " ".join(f"{one.get('title') or ''} {one.get('description') or ''}" for one in embeds)
        said.append(" ".join(words.split()))
    return [state for state in said if state]
