"""One picture: what a human sees of a reply, as plain data that `drawing/` draws and `structure` sums up."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from tests.discord_server import Human, Message, Reply
from tests.discord_server.world import Payload

GENERATION = re.compile(r"\d{8}T\d{6}-[0-9a-f]{6}")
LONG_ID = re.compile(r'"id": (\d{16,})')
TIME = "14:05"  # the same in every picture, so that they change only where a reply does


@dataclass(frozen=True)
class Picture:
    """A reply under its name; `above` is what stands before it in the channel."""

    name: str
    reply: Payload
    above: tuple[Payload, ...] = ()

    def as_payload(self) -> Payload:
        """For `drawing/draw.js`."""
        return {"name": self.name, "messages": [*self.above, self.reply]}


def take(
    name: str,
    message: Message,
    *,
    by: Human | None = None,
    command: str = "",
    above: Sequence[Message] = (),
    site: str = "",
) -> Picture:
    """A picture of a message as it stands now.

    by, command: who used what, where it answers a command. site: the loopback site's host and port,
    which are written as an ordinary host.
    """
    reply = _without_chance(_payload(message), site)
    if by is not None and command:
        reply["command"] = {"by": by.user.name, "name": command}
    return Picture(name, reply, tuple(_payload(one) for one in above))


def take_form(name: str, opened: Reply) -> Picture:
    """A picture of the form that a button or a command has opened."""
    assert opened.modal is not None, f"{name}: no form was opened"
    return Picture(name, {"form": opened.modal, "flags": 0})


def take_state(name: str, message: Message, state: Payload, *, by: Human, command: str) -> Picture:
    """The same of a state that a message has been in: one of the bodies in its history."""
    picture = take(name, message, by=by, command=command)
    shown = {key: state.get(key) or [] for key in ("embeds", "components")}
    return Picture(name, picture.reply | shown | {"files": []})


def _payload(message: Message) -> Payload:
    shown: Payload = {
        "author": message.author.name,
        "bot": message.author.bot,
        "time": TIME,
        "content": message.content,
        "embeds": message.embeds,
        "components": message.components,
        "flags": message.flags,
        "files": [{"name": one.filename, "size": len(one.data)} for one in message.attachments],
        "names": _names(message),
    }
    replied = message.reply_to
    if replied is not None:
        shown["replyTo"] = {"author": replied.author.name, "text": replied.content}
    return shown


def _without_chance(shown: Payload, site: str) -> Payload:
    """What is another in every run, made the same in all: a new picture then means a new look."""
    text = GENERATION.sub("20260503T140455-5c0a1e", json.dumps(shown))
    text = LONG_ID.sub(r'"id": "\1"', text)  # JavaScript rounds numbers as long as an id
    same: Payload = json.loads(text.replace(site, "harbour-gazette.example") if site else text)
    return same


def _names(message: Message) -> dict[str, str]:
    """What stands for each id that may be mentioned."""
    guild = message.channel.guild
    if guild is None:
        return {}
    people = {one.user.id: one.user.name for one in guild.members.values()}
    return people | {channel.id: channel.name for channel in guild.channels.values()}
