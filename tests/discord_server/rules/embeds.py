"""The limits of embeds: each part's own, and 6,000 characters over all embeds of a message."""

import re
from typing import Any

from tests.discord_server.rules.fault import Fault, Path, length_faults, required, too_long

EMBED_COUNT = 10
TITLE_LIMIT = 256
DESCRIPTION_LIMIT = 4096
FIELD_COUNT = 25
FIELD_NAME_LIMIT = 256
FIELD_VALUE_LIMIT = 1024
AUTHOR_LIMIT = 256
FOOTER_LIMIT = 2048
TOTAL_LIMIT = 6000
URL_LIMIT = 2048
COLOR_LIMIT = 0xFFFFFF
LINK = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
FILE_LINK = re.compile(r"(https?|attachment)://\S+", re.IGNORECASE)


def check_embeds(embeds: list[dict[str, Any]]) -> list[Fault]:
    """All faults of a message's embeds."""
    faults: list[Fault] = []
    if len(embeds) > EMBED_COUNT:
        faults.append(too_long(("embeds",), EMBED_COUNT))
    for index, embed in enumerate(embeds):
        faults += check_embed(embed, ("embeds", index))
    if not faults and sum(map(embed_length, embeds)) > TOTAL_LIMIT:
        text = f"Embed size exceeds maximum size of {TOTAL_LIMIT}"
        faults.append(Fault(("embeds",), "MAX_EMBED_SIZE_EXCEEDED", text))
    return faults


def check_embed(embed: dict[str, Any], path: Path) -> list[Fault]:
    """The faults of one embed that stands at `path`."""
    faults = [
        *length_faults(embed.get("title"), (*path, "title"), 0, TITLE_LIMIT),
        *length_faults(embed.get("description"), (*path, "description"), 0, DESCRIPTION_LIMIT),
        *check_fields(embed.get("fields") or [], (*path, "fields")),
        *check_links(embed, path),
    ]
    author, footer = embed.get("author"), embed.get("footer")
    if author is not None:
        faults += length_faults(author.get("name"), (*path, "author", "name"), 1, AUTHOR_LIMIT)
    if footer is not None:
        faults += length_faults(footer.get("text"), (*path, "footer", "text"), 1, FOOTER_LIMIT)
    color = embed.get("color")
    if color is not None and not (isinstance(color, int) and 0 <= color <= COLOR_LIMIT):
        faults.append(
            Fault((*path, "color"), "NUMBER_TYPE_MAX", f"int value should be between 0 and {COLOR_LIMIT}.")
        )
    shown = ("title", "description", "fields", "author", "footer", "image", "thumbnail", "timestamp")
    if not any(embed.get(name) for name in shown):
        faults.append(required((*path, "description")))
    return faults


def check_fields(fields: list[dict[str, Any]], path: Path) -> list[Fault]:
    """At most 25, each with a name and a value."""
    faults = [too_long(path, FIELD_COUNT)] if len(fields) > FIELD_COUNT else []
    for index, row in enumerate(fields):
        faults += length_faults(row.get("name"), (*path, index, "name"), 1, FIELD_NAME_LIMIT)
        faults += length_faults(row.get("value"), (*path, index, "value"), 1, FIELD_VALUE_LIMIT)
    return faults


def check_links(embed: dict[str, Any], path: Path) -> list[Fault]:
    """Links are http or https; pictures may also be the message's own files."""
    faults: list[Fault] = []
    author, footer = embed.get("author") or {}, embed.get("footer") or {}
    links: list[tuple[Path, object, re.Pattern[str]]] = [
        (("url",), embed.get("url"), LINK),
        (("author", "url"), author.get("url"), LINK),
        (("author", "icon_url"), author.get("icon_url"), FILE_LINK),
        (("footer", "icon_url"), footer.get("icon_url"), FILE_LINK),
        (("image", "url"), (embed.get("image") or {}).get("url"), FILE_LINK),
        (("thumbnail", "url"), (embed.get("thumbnail") or {}).get("url"), FILE_LINK),
    ]
    for below, link, form in links:
        if link is None:
            continue
        if len(str(link)) > URL_LIMIT:
            faults.append(too_long((*path, *below), URL_LIMIT))
        elif not form.fullmatch(str(link)):
            faults.append(Fault((*path, *below), "URL_TYPE_INVALID_URL", "Not a well formed URL."))
    return faults


def embed_length(embed: dict[str, Any]) -> int:
    """What counts toward the 6,000: title, description, field names and values, footer text, author name."""
    parts = [
        embed.get("title"),
        embed.get("description"),
        (embed.get("author") or {}).get("name"),
        (embed.get("footer") or {}).get("text"),
    ]
    for row in embed.get("fields") or []:
        parts += [row.get("name"), row.get("value")]
    return sum(len(part or "") for part in parts)
