"""The limits of what a human presses or chooses from: buttons and select menus."""

import re
from typing import Any

from tests.discord_server.rules.fault import (
    Fault,
    Path,
    bad_length,
    length_faults,
    required,
    too_long,
    wrong_choice,
)

BUTTON = 2
STRING_SELECT = 3
SELECTS = (3, 5, 6, 7, 8)
DEFAULT_KINDS = {5: ("user",), 6: ("role",), 7: ("user", "role"), 8: ("channel",)}
LINK_STYLE, PREMIUM_STYLE = 5, 6
LABEL_LIMIT = 80
CUSTOM_ID_LIMIT = 100
URL_LIMIT = 512
OPTION_COUNT = 25
OPTION_LIMIT = 100
PLACEHOLDER_LIMIT = 150
LINK = re.compile(r"(https?|discord)://\S+", re.IGNORECASE)


def check_button(button: dict[str, Any], path: Path) -> list[Fault]:
    """A label or an emoji; a link has an address and no custom_id, all others the reverse."""
    style = button.get("style")
    if style not in (1, 2, 3, 4, LINK_STYLE, PREMIUM_STYLE):
        return [wrong_choice((*path, "style"), "(1, 2, 3, 4, 5, 6)")]
    if style == PREMIUM_STYLE:
        return [] if button.get("sku_id") else [required((*path, "sku_id"))]
    faults = length_faults(button.get("label"), (*path, "label"), 0, LABEL_LIMIT)
    if not button.get("label") and not button.get("emoji"):
        faults.append(Fault(path, "BUTTON_COMPONENT_INVALID_EMOJI_OR_LABEL", "A label or emoji is required"))
    if style == LINK_STYLE:
        return faults + check_link(button, path)
    if button.get("url") is not None:
        faults.append(Fault((*path, "url"), "BUTTON_COMPONENT_CUSTOM_ID_URL", "Only links have a url"))
    return faults + length_faults(button.get("custom_id"), (*path, "custom_id"), 1, CUSTOM_ID_LIMIT)


def check_link(button: dict[str, Any], path: Path) -> list[Fault]:
    """The address of a link button."""
    faults: list[Fault] = []
    url = button.get("url")
    if button.get("custom_id") is not None:
        faults.append(
            Fault((*path, "custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_URL", "A link has no custom_id")
        )
    if not url:
        faults.append(required((*path, "url")))
    elif len(url) > URL_LIMIT:
        faults.append(too_long((*path, "url"), URL_LIMIT))
    elif not LINK.fullmatch(url):
        faults.append(Fault((*path, "url"), "URL_TYPE_INVALID_URL", "Not a well formed URL."))
    return faults


def check_select(select: dict[str, Any], path: Path) -> list[Fault]:
    """A select menu; one of strings has its 1 to 25 options."""
    faults = [
        *length_faults(select.get("custom_id"), (*path, "custom_id"), 1, CUSTOM_ID_LIMIT),
        *length_faults(select.get("placeholder"), (*path, "placeholder"), 0, PLACEHOLDER_LIMIT),
    ]
    options = select.get("options") or []
    most = OPTION_COUNT
    if select.get("type") == STRING_SELECT:
        faults += check_options(options, (*path, "options"))
        most = min(most, len(options)) or most
    least_asked, most_asked = select.get("min_values"), select.get("max_values")
    least_asked = 1 if least_asked is None else least_asked
    most_asked = 1 if most_asked is None else most_asked
    if not 0 <= least_asked <= most:
        faults.append(bad_length((*path, "min_values"), 0, most))
    if not max(1, least_asked) <= most_asked <= most:
        faults.append(bad_length((*path, "max_values"), max(1, least_asked), most))
    return faults + check_defaults(select, path, least_asked, most_asked)


def check_defaults(select: dict[str, Any], path: Path, least: int, most: int) -> list[Fault]:
    """What stands chosen at first: of the menu's kind, each once, as many as may be chosen."""
    if select.get("type") == STRING_SELECT:
        chosen = [one for one in select.get("options") or [] if one.get("default")]
        return [too_long((*path, "options"), most)] if len(chosen) > most else []
    defaults = select.get("default_values") or []
    here: Path = (*path, "default_values")
    if not defaults:
        return []
    faults = [] if least <= len(defaults) <= most else [bad_length(here, least, most)]
    kinds = DEFAULT_KINDS[select["type"]]
    faults += [
        wrong_choice((*here, index, "type"), str(kinds))
        for index, one in enumerate(defaults)
        if one.get("type") not in kinds
    ]
    if len({str(one.get("id")) for one in defaults}) < len(defaults):
        faults.append(Fault(here, "SELECT_COMPONENT_DEFAULT_VALUE_DUPLICATED", "A default stands here twice"))
    return faults


def check_options(options: list[dict[str, Any]], path: Path) -> list[Fault]:
    """Labels, values (each once) and descriptions of a string select."""
    faults: list[Fault] = []
    if not 1 <= len(options) <= OPTION_COUNT:
        faults.append(bad_length(path, 1, OPTION_COUNT))
    seen: set[str] = set()
    for index, option in enumerate(options):
        here: Path = (*path, index)
        faults += length_faults(option.get("label"), (*here, "label"), 1, OPTION_LIMIT)
        faults += length_faults(option.get("value"), (*here, "value"), 1, OPTION_LIMIT)
        faults += length_faults(option.get("description"), (*here, "description"), 0, OPTION_LIMIT)
        if option.get("value") in seen:
            text = "The specified option value is already used"
            faults.append(Fault((*here, "value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", text))
        seen.add(option.get("value") or "")
    return faults
