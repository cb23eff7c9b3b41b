"""What a human chooses from a select menu: strings by their labels, channels and roles of the guild."""

from collections.abc import Sequence

from tests.discord_server import payloads
from tests.discord_server.typed_options import RefusedByClient
from tests.discord_server.world import Channel, Guild, Message, Payload, Role

STRING_SELECT, ROLE_SELECT, CHANNEL_SELECT = 3, 6, 8
KINDS: dict[int, type] = {STRING_SELECT: str, ROLE_SELECT: Role, CHANNEL_SELECT: Channel}
Choosable = str | Channel | Role


def selected(message: Message, choices: Sequence[Choosable], custom_id: str | None) -> Payload:
    """The data of a choice in a select menu that the message has; without `custom_id` in the first menu that
    takes such choices."""
    menu = _menu(message.controls(), choices, custom_id)
    if menu.get("disabled"):
        raise RefusedByClient(f"the select menu {menu['custom_id']!r} is disabled")
    data = {"custom_id": menu["custom_id"], "component_type": menu["type"], "id": menu["id"]}
    return data | filled(menu, choices, message.channel.guild)


def filled(menu: Payload, choices: Sequence[Choosable], guild: Guild | None) -> Payload:
    """The values of a menu, and what ids among them stand for."""
    values: list[str] = []
    resolved: Payload = {}
    for choice in choices:
        if not isinstance(choice, KINDS[menu["type"]]):
            raise RefusedByClient(f"the select menu {menu['custom_id']!r} does not take {choice!r}")
        if isinstance(choice, str):
            values.append(_option(menu, choice))
        elif isinstance(choice, Channel):
            _channel_fits(menu, choice, guild)
            about = payloads.channel(choice) | {"permissions": str(choice.bot_permissions)}
            resolved.setdefault("channels", {})[choice.id] = about
            values.append(choice.id)
        else:
            assert guild is not None
            if choice.id not in guild.roles:
                raise RefusedByClient(f"{choice.name!r} is no role of this server")
            resolved.setdefault("roles", {})[choice.id] = payloads.role(
                choice.id, guild.roles[choice.id], guild
            )
            values.append(choice.id)
    least, most = menu.get("min_values"), menu.get("max_values")
    least, most = 1 if least is None else least, 1 if most is None else most
    if not least <= len(values) <= most:
        raise RefusedByClient(f"choose {least} to {most} options, not {len(values)}")
    return {"values": values} | ({"resolved": resolved} if resolved else {})


def _menu(controls: list[Payload], choices: Sequence[Choosable], custom_id: str | None) -> Payload:
    menus = [one for one in controls if one["type"] in KINDS]
    for menu in menus:
        fits = not choices or isinstance(choices[0], KINDS[menu["type"]])
        if custom_id == menu["custom_id"] or (custom_id is None and fits):
            return menu
    raise RefusedByClient(f"no such select menu; there are {[one['custom_id'] for one in menus]}")


def _option(menu: Payload, choice: str) -> str:
    for option in menu["options"]:
        if choice in (option["label"], option["value"]):
            return str(option["value"])
    raise RefusedByClient(f"no option {choice!r}; there are {[one['label'] for one in menu['options']]}")


def _channel_fits(menu: Payload, channel: Channel, guild: Guild | None) -> None:
    """A menu offers the channels of its own guild, of the kinds that it names."""
    if guild is None or channel.guild is not guild or channel.id not in guild.channels:
        raise RefusedByClient(f"{channel.name!r} is no channel of this server")
    kinds = menu.get("channel_types")
    if kinds and channel.kind not in kinds:
        raise RefusedByClient(f"{channel.name!r} is of kind {channel.kind}, and the menu offers {kinds}")
