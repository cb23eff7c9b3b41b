"""What a human can press, choose or fill in: only what is there, and as the bot allowed it."""

from collections.abc import Sequence

from tests.discord_server.typed_options import RefusedByClient
from tests.discord_server.world import Message, Payload, walk

BUTTON, STRING_SELECT, TEXT_INPUT, LABEL, LINK_STYLE = 2, 3, 4, 18, 5
INPUT_LIMIT = 4000


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


def selected(message: Message, choices: Sequence[str], custom_id: str | None) -> Payload:
    """The data of a choice in a string select that the message has."""
    menus = [one for one in message.controls() if one["type"] == STRING_SELECT]
    menu = next((one for one in menus if custom_id in (None, one["custom_id"])), None)
    if menu is None:
        raise RefusedByClient(f"no select menu {custom_id or ''}")
    if menu.get("disabled"):
        raise RefusedByClient("the select menu is disabled")
    values: list[str] = []
    for choice in choices:
        found = next((one for one in menu["options"] if choice in (one["label"], one["value"])), None)
        if found is None:
            raise RefusedByClient(
                f"no option {choice!r}; there are {[one['label'] for one in menu['options']]}"
            )
        values.append(found["value"])
    least, most = menu.get("min_values"), menu.get("max_values")
    least, most = 1 if least is None else least, 1 if most is None else most
    if not least <= len(values) <= most:
        raise RefusedByClient(f"choose {least} to {most} options, not {len(values)}")
    return {
        "custom_id": menu["custom_id"],
        "component_type": STRING_SELECT,
        "values": values,
        "id": menu["id"],
    }


def filled_modal(modal: Payload, values: dict[str, str]) -> Payload:
    """The data of a modal sent off with `values`, by label or custom_id, as its inputs allow."""
    left = dict(values)
    components: list[Payload] = []
    for part in modal["components"]:
        inputs = [one for one in walk([part]) if one["type"] == TEXT_INPUT]
        filled = [fill(one, part, left) for one in inputs]
        if part["type"] == LABEL and filled:
            components.append({"type": LABEL, "component": filled[0]})
        elif filled:
            components.append({"type": part["type"], "components": filled})
    if left:
        raise RefusedByClient(f"the modal has no input {next(iter(left))!r}")
    return {"custom_id": modal["custom_id"], "components": components}


def fill(one: Payload, part: Payload, left: dict[str, str]) -> Payload:
    """One text input; takes its value out of `left`."""
    label = one.get("label") or part.get("label")
    value = one.get("value") or ""
    for key in (label, one["custom_id"]):
        if key in left:
            value = left.pop(key)
            break
    required = one.get("required") is not False
    least, most = max(one.get("min_length") or 0, int(required)), one.get("max_length") or INPUT_LIMIT
    if (value or required) and not least <= len(value) <= most:
        raise RefusedByClient(f"{label!r} takes {least} to {most} characters, not {len(value)}")
    return {"type": TEXT_INPUT, "custom_id": one["custom_id"], "value": value}
