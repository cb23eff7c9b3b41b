"""Whether a body that the bot sent could ping anyone, and whom a human's words ping."""

import re

from tests.discord_server.world import Payload, User, World

MENTION = re.compile(r"<@!?(\d+)>")


def ping_risk(body: Payload, *, edit: bool = False) -> str | None:
    """What is wrong with the body's `allowed_mentions`, or None.

    Demanded of each create or edit with words, and of each reply, whether or not there is a mention in
    it today: article text and questions are untrusted.
    """
    speaks = bool(body.get("content") or body.get("embeds") or has_text(body.get("components")))
    replies = not edit and bool(body.get("message_reference"))
    if not speaks and not replies:
        return None
    allowed = body.get("allowed_mentions")
    if allowed is None:
        return "allowed_mentions is missing"
    if allowed.get("parse") != []:
        return f"allowed_mentions.parse is {allowed.get('parse')!r}, not []"
    for name in ("users", "roles", "replied_user"):
        if allowed.get(name):
            return f"allowed_mentions.{name} is {allowed[name]!r}"
    return None


def has_text(components: object) -> bool:
    """Whether there is a text display (Components V2) among the components."""
    if not isinstance(components, list):
        return False
    return any(
        isinstance(one, dict) and (one.get("type") == 10 or has_text(one.get("components")))
        for one in components
    )


def mentioned(text: str, world: World) -> list[User]:
    """The users whom a human's text pings."""
    ids = dict.fromkeys(MENTION.findall(text))
    return [world.users[found] for found in ids if found in world.users]
