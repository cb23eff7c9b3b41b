"""The limits of a message, as one sends or edits it."""

from typing import Any

from tests.discord_server.rules.components import check_components
from tests.discord_server.rules.embeds import check_embeds
from tests.discord_server.rules.fault import Fault, Path, too_long, wrong_choice

CONTENT_LIMIT = 2000
ATTACHMENT_LIMIT = 10
DESCRIPTION_LIMIT = 1024
NONCE_LIMIT = 25
FLAG_EPHEMERAL = 1 << 6
FLAG_COMPONENTS_V2 = 1 << 15
# What a bot may set: SUPPRESS_EMBEDS, EPHEMERAL, SUPPRESS_NOTIFICATIONS, IS_VOICE_MESSAGE, IS_COMPONENTS_V2.
SETTABLE_FLAGS = (1 << 2) | FLAG_EPHEMERAL | (1 << 12) | (1 << 13) | FLAG_COMPONENTS_V2
EMPTY_MESSAGE = "EMPTY_MESSAGE"
PINGABLE = ("everyone", "roles", "users")


def check_message(body: dict[str, Any], *, files: int = 0) -> list[Fault]:
    """All that is wrong with a message of this body and `files` uploaded files.

    The body must be whole: for an edit, what stays is in it too.
    """
    flags = body.get("flags") or 0
    if not isinstance(flags, int) or flags & ~SETTABLE_FLAGS:
        return [Fault(("flags",), "MESSAGE_FLAGS_INVALID", f"Flags {flags!r} cannot be set.")]
    v2 = bool(flags & FLAG_COMPONENTS_V2)
    faults = [
        *check_content(body.get("content")),
        *check_embeds(body.get("embeds") or []),
        *check_components(body.get("components") or [], v2=v2),
        *check_attachments(body.get("attachments") or [], files),
        *check_allowed_mentions(body.get("allowed_mentions")),
    ]
    if isinstance(body.get("nonce"), str) and len(body["nonce"]) > NONCE_LIMIT:
        faults.append(too_long(("nonce",), NONCE_LIMIT))
    if v2:
        faults += legacy_faults(body)
    if not faults and is_empty(body, files):
        faults.append(Fault((), EMPTY_MESSAGE, "Cannot send an empty message"))
    return faults


def check_content(content: object) -> list[Fault]:
    if content is None:
        return []
    if not isinstance(content, str):
        return [Fault(("content",), "STRING_TYPE_CONVERT", "Could not interpret value as string.")]
    return [too_long(("content",), CONTENT_LIMIT)] if len(content) > CONTENT_LIMIT else []


def check_attachments(named: list[dict[str, Any]], files: int) -> list[Fault]:
    """At most 10 files; a description of at most 1,024 characters; an id for each."""
    faults: list[Fault] = []
    if max(len(named), files) > ATTACHMENT_LIMIT:
        faults.append(too_long(("attachments",), ATTACHMENT_LIMIT))
    for index, one in enumerate(named):
        path: Path = ("attachments", index)
        if "id" not in one:
            faults.append(Fault((*path, "id"), "BASE_TYPE_REQUIRED", "This field is required"))
        if len(one.get("description") or "") > DESCRIPTION_LIMIT:
            faults.append(too_long((*path, "description"), DESCRIPTION_LIMIT))
    return faults


def check_allowed_mentions(allowed: object) -> list[Fault]:
    """Known words in `parse`, at most 100 ids, and no ids beside the word that covers them."""
    path: Path = ("allowed_mentions",)
    if allowed is None:
        return []
    if not isinstance(allowed, dict):
        return [Fault(path, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType")]
    parse = allowed.get("parse") or []
    faults = [
        wrong_choice((*path, "parse", index), str(PINGABLE))
        for index, word in enumerate(parse)
        if word not in PINGABLE
    ]
    for name in ("users", "roles"):
        ids = allowed.get(name) or []
        if len(ids) > 100:
            faults.append(too_long((*path, name), 100))
        if ids and name in parse:
            text = f'parse:["{name}"] and {name}: [ids...] are mutually exclusive.'
            faults.append(Fault(path, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", text))
    return faults


def legacy_faults(body: dict[str, Any]) -> list[Fault]:
    """Components V2 stand alone."""
    code = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"
    return [
        Fault((name,), code, f"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2")
        for name in ("content", "embeds", "poll", "sticker_ids")
        if body.get(name)
    ]


def is_empty(body: dict[str, Any], files: int) -> bool:
    """Whether there is nothing to show; white space alone is nothing."""
    words = (body.get("content") or "").strip()
    others = any(body.get(name) for name in ("embeds", "components", "attachments", "poll", "sticker_ids"))
    return not words and not others and not files
