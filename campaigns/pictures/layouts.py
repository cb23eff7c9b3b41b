"""The same reply in Components V2, for the comparison that docs/design-of-replies.md draws its reasons from.

The bot itself sends embeds. This is how it would look otherwise: a container with the accent colour, the
statements, a line, the footnotes, and the buttons inside.
"""

from dataclasses import replace

from campaigns.pictures.picture import Picture
from tests.discord_server.world import FLAG_COMPONENTS_V2, Payload

TEXT, SEPARATOR, CONTAINER = 10, 14, 17


def in_components_v2(picture: Picture, name: str) -> Picture:
    """The picture of the reply with its one embed as a container."""
    (embed,) = picture.reply["embeds"]
    text, _, notes = embed["description"].rpartition("\n\n")
    if not text:
        text, notes = notes, ""
    footer = (embed.get("footer") or {}).get("text")
    small = "\n".join(filter(None, [notes, f"-# {footer}" if footer else ""]))
    parts: list[Payload] = [{"type": TEXT, "content": f"### {embed['title']}\n{text}"}]
    if small:
        parts += [{"type": SEPARATOR}, {"type": TEXT, "content": small}]
    parts += picture.reply["components"]
    container = {"type": CONTAINER, "accent_color": embed["color"], "components": parts}
    shown = {
        "embeds": [],
        "components": [container],
        "flags": picture.reply["flags"] | FLAG_COMPONENTS_V2,
    }
    return replace(picture, name=name, reply=picture.reply | shown)
