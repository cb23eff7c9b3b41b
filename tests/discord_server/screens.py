"""What a human can press or fill in: only what is there, and as the bot allowed it."""

from collections.abc import Callable, Mapping, Sequence

from tests.discord_server.payloads import attachment
from tests.discord_server.typed_options import RefusedByClient, Upload
from tests.discord_server.world import Attachment, Message, Payload, World, walk

BUTTON, TEXT_INPUT, LABEL, FILE_UPLOAD, LINK_STYLE = 2, 4, 18, 19, 5
INPUT_LIMIT = 4000

FileUrl = Callable[[Attachment], str]
Values = dict[str, str | Sequence[Upload]]


def pressed(message: Message, label: str | None, custom_id: str | None) -> Payload:
    """The data of a press on a button that the message has."""
    buttons = [one for one in message.controls() if one["type"] == BUTTON]
    for button in buttons:
        if (label is not None and button.get("label") == label) or (
            custom_id and button.get("custom_id") == custom_id
        ):
            if button.get("disabled"):
                raise RefusedByClient(f"the button {label or custom_id!r} is disabled")
            if button["style"] == LINK_STYLE:
                raise RefusedByClient(f"the button {label!r} is a link to {button['url']}")
            return {"custom_id": button["custom_id"], "component_type": BUTTON, "id": button["id"]}
    raise RefusedByClient(f"no button {label or custom_id!r}; there are {message.labels()}")


def filled_modal(
    modal: Payload, values: Mapping[str, str | Sequence[Upload]], world: World, url: FileUrl
) -> Payload:
    """The data of a modal sent off with `values`, by label or custom_id, as its inputs allow."""
    left = dict(values)
    components: list[Payload] = []
    resolved: Payload = {}
    for part in modal["components"]:
        filled = []
        for one in walk([part]):
            if one["type"] == TEXT_INPUT:
                filled.append(fill(one, part, left))
            elif one["type"] == FILE_UPLOAD:
                filled.append(attach(one, part, left, resolved, world, url))
        if part["type"] == LABEL and filled:
            components.append({"type": LABEL, "component": filled[0]})
        elif filled:
            components.append({"type": part["type"], "components": filled})
    if left:
        raise RefusedByClient(f"the modal has no input {next(iter(left))!r}")
    data: Payload = {"custom_id": modal["custom_id"], "components": components}
    return data | ({"resolved": resolved} if resolved else {})


def taken(one: Payload, part: Payload, left: Values) -> str | Sequence[Upload] | None:
    """What the human gives for one input, taken out of `left`; None for nothing."""
    keys = [key for key in (one.get("label") or part.get("label"), one["custom_id"]) if key in left]
    return left.pop(keys[0]) if keys else None


def attach(
    one: Payload, part: Payload, left: Values, resolved: Payload, world: World, url: FileUrl
) -> Payload:
    """The files of one upload; what they are goes into `resolved`."""
    files = taken(one, part, left) or ()
    if isinstance(files, str):
        raise RefusedByClient(f"{part.get('label')!r} takes files")
    least = 1 if one.get("min_values") is None else one["min_values"]
    most = one.get("max_values") or 1
    if (files or one.get("required") is not False) and not least <= len(files) <= most:
        raise RefusedByClient(f"{part.get('label')!r} takes {least} to {most} files, not {len(files)}")
    kept = [world.new_file(file.filename, file.content_type, file.data) for file in files]
    for file in kept:
        resolved.setdefault("attachments", {})[file.id] = attachment(file, url) | {"ephemeral": True}
    return {"type": FILE_UPLOAD, "custom_id": one["custom_id"], "values": [file.id for file in kept]}


def fill(one: Payload, part: Payload, left: Values) -> Payload:
    """One text input."""
    label = one.get("label") or part.get("label")
    given = taken(one, part, left)
    value = (one.get("value") or "") if given is None else given
    if not isinstance(value, str):
        raise RefusedByClient(f"{label!r} takes words")
    required = one.get("required") is not False
    least, most = max(one.get("min_length") or 0, int(required)), one.get("max_length") or INPUT_LIMIT
    if (value or required) and not least <= len(value) <= most:
        raise RefusedByClient(f"{label!r} takes {least} to {most} characters, not {len(value)}")
    return {"type": TEXT_INPUT, "custom_id": one["custom_id"], "value": value}
