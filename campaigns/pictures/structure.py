"""What a picture is made of, without its words: which parts in which order, and every control with its style.

Kept in structure.json. The test compares it with what the bot sends now, so that a reply that was given
another shape is drawn and looked at again.
"""

import json
from pathlib import Path

from campaigns.pictures.picture import Picture
from tests.discord_server.world import FLAG_COMPONENTS_V2, FLAG_EPHEMERAL, Payload, walk

STYLES = {1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link"}
BUTTON = 2
KEPT = Path(__file__).parent / "structure.json"


def keep(pictures: list[Picture]) -> None:
    """Write down what these are made of."""
    found = {picture.name: structure(picture) for picture in pictures}
    KEPT.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def kept() -> dict[str, Payload]:
    """What was written down."""
    found: dict[str, Payload] = json.loads(KEPT.read_text(encoding="utf-8"))
    return found


def structure(picture: Picture) -> Payload:
    """The parts of the reply."""
    reply = picture.reply
    if "form" in reply:
        form = reply["form"]
        return {"title": form["title"], "inputs": [_input(part) for part in form["components"]]}
    return {
        "private": bool(reply["flags"] & FLAG_EPHEMERAL),
        "content": bool(reply["content"]),
        "embeds": [_embed(embed) for embed in reply["embeds"]],
        "rows": [_row(row) for row in reply["components"]],
        "files": [file["name"] for file in reply["files"]],
        "layout": bool(reply["flags"] & FLAG_COMPONENTS_V2),
    }


def _input(part: Payload) -> str:
    """What a form asks for."""
    inside = [one for one in walk([part]) if "custom_id" in one]
    label = part.get("label") or next((one["label"] for one in inside if one.get("label")), "")
    return f"{label}: {', '.join(str(one['type']) for one in inside)}"


def _embed(embed: Payload) -> Payload:
    lines = (embed.get("description") or "").split("\n")
    return {
        "parts": [part for part in ("title", "url", "description", "fields", "footer") if embed.get(part)],
        "colour": f"{embed['color']:06x}" if embed.get("color") is not None else None,
        "fields": [field["name"] for field in embed.get("fields") or []],
        "lines": _kinds(lines),
    }


def _kinds(lines: list[str]) -> list[str]:
    """The kinds of the lines in order, without gaps; how many of a kind follow each other is left out."""
    kinds: list[str] = []
    for line in filter(None, lines):
        kind = "small" if line.startswith("-# ") else "item" if line.startswith("- ") else "text"
        if kinds[-1:] != [kind]:
            kinds.append(kind)
    return kinds


def _row(row: Payload) -> list[str]:
    """Its controls: label and style, or what kind of menu."""
    found = []
    for one in walk(row.get("components") or []):
        if one["type"] == BUTTON:
            state = " (disabled)" if one.get("disabled") else ""
            found.append(f"{one.get('label')}: {STYLES[one['style']]}{state}")
        else:
            found.append(f"menu {one['type']}: {one.get('placeholder') or ''}".strip())
    return found
