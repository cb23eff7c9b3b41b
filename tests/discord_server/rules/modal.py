"""The limits of a modal, of the choices of an autocomplete, and of a thread."""

from typing import Any

from tests.discord_server.rules.components import walk
from tests.discord_server.rules.controls import CUSTOM_ID_LIMIT, SELECTS, check_select
from tests.discord_server.rules.fault import Fault, Path, bad_length, length_faults, too_long, wrong_choice

ROW, TEXT_INPUT, TEXT, LABEL, FILE_UPLOAD = 1, 4, 10, 18, 19
TITLE_LIMIT = 45
TOP_COUNT = 5
INPUT_LABEL_LIMIT = 45
INPUT_LIMIT = 4000
PLACEHOLDER_LIMIT = 100
DESCRIPTION_LIMIT = 100
CHOICE_COUNT = 25
CHOICE_LIMIT = 100
UPLOAD_COUNT = 10
THREAD_NAME_LIMIT = 100
ARCHIVE_MINUTES = (60, 1440, 4320, 10080)


def check_modal(modal: dict[str, Any]) -> list[Fault]:
    """All faults of a modal: `custom_id`, `title`, `components`."""
    faults = [
        *length_faults(modal.get("custom_id"), ("custom_id",), 1, CUSTOM_ID_LIMIT),
        *length_faults(modal.get("title"), ("title",), 1, TITLE_LIMIT),
    ]
    components = modal.get("components") or []
    if not 1 <= len(components) <= TOP_COUNT:
        faults.append(bad_length(("components",), 1, TOP_COUNT))
    seen: set[str] = set()
    for index, one in enumerate(components):
        faults += check_part(one, ("components", index))
    for where, one in walk(components, ("components",)):
        if one.get("custom_id") in seen:
            text = "Component custom id cannot be duplicated"
            faults.append(Fault((*where, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", text))
        if one.get("custom_id") is not None:
            seen.add(one["custom_id"])
    return faults


def check_part(part: dict[str, Any], path: Path) -> list[Fault]:
    """One top-level component of a modal."""
    kind = part.get("type")
    if kind == ROW:
        inside = part.get("components") or []
        faults = [] if len(inside) == 1 else [bad_length((*path, "components"), 1, 1)]
        for index, one in enumerate(inside):
            faults += check_input(one, (*path, "components", index), own_label=True)
        return faults
    if kind == LABEL:
        return [
            *length_faults(part.get("label"), (*path, "label"), 1, INPUT_LABEL_LIMIT),
            *length_faults(part.get("description"), (*path, "description"), 0, DESCRIPTION_LIMIT),
            *check_input(part.get("component") or {}, (*path, "component"), own_label=False),
        ]
    if kind == TEXT:
        return length_faults(part.get("content"), (*path, "content"), 1, INPUT_LIMIT)
    return [wrong_choice((*path, "type"), f"{(ROW, TEXT, LABEL)}")]


def check_input(one: dict[str, Any], path: Path, *, own_label: bool) -> list[Fault]:
    """A text input (with its own label in a row, without one in a label component), select or file upload."""
    if one.get("type") in SELECTS:
        return check_select(one, path)
    if one.get("type") == FILE_UPLOAD:
        return check_upload(one, path)
    if one.get("type") != TEXT_INPUT:
        return [wrong_choice((*path, "type"), f"{(TEXT_INPUT, *SELECTS, FILE_UPLOAD)}")]
    faults = [
        *length_faults(one.get("custom_id"), (*path, "custom_id"), 1, CUSTOM_ID_LIMIT),
        *length_faults(one.get("label"), (*path, "label"), 1 if own_label else 0, INPUT_LABEL_LIMIT),
        *length_faults(one.get("placeholder"), (*path, "placeholder"), 0, PLACEHOLDER_LIMIT),
        *length_faults(one.get("value"), (*path, "value"), 0, INPUT_LIMIT),
    ]
    if one.get("style") not in (1, 2):
        faults.append(wrong_choice((*path, "style"), "(1, 2)"))
    least, most = one.get("min_length"), one.get("max_length")
    if least is not None and not 0 <= least <= INPUT_LIMIT:
        faults.append(bad_length((*path, "min_length"), 0, INPUT_LIMIT))
    if most is not None and not max(1, least or 0) <= most <= INPUT_LIMIT:
        faults.append(bad_length((*path, "max_length"), max(1, least or 0), INPUT_LIMIT))
    return faults


def check_upload(one: dict[str, Any], path: Path) -> list[Fault]:
    """A file upload: 1 to 10 files, none only where it is not required."""
    faults = length_faults(one.get("custom_id"), (*path, "custom_id"), 1, CUSTOM_ID_LIMIT)
    least = 1 if one.get("min_values") is None else one["min_values"]
    most = 1 if one.get("max_values") is None else one["max_values"]
    if not 0 <= least <= UPLOAD_COUNT:
        faults.append(bad_length((*path, "min_values"), 0, UPLOAD_COUNT))
    if not max(1, least) <= most <= UPLOAD_COUNT:
        faults.append(bad_length((*path, "max_values"), max(1, least), UPLOAD_COUNT))
    if least == 0 and one.get("required") is not False:
        faults.append(Fault((*path, "min_values"), "COMPONENT_REQUIRED_MIN_VALUES", "0 is not required"))
    return faults


def check_choices(choices: object, path: Path = ("choices",)) -> list[Fault]:
    """An autocomplete's choices: at most 25, names and string values of 1 to 100 characters."""
    if not isinstance(choices, list):
        return [Fault(path, "BASE_TYPE_REQUIRED", "This field is required")]
    faults = [too_long(path, CHOICE_COUNT)] if len(choices) > CHOICE_COUNT else []
    for index, choice in enumerate(choices):
        here: Path = (*path, index)
        faults += length_faults(choice.get("name"), (*here, "name"), 1, CHOICE_LIMIT)
        for locale, name in (choice.get("name_localizations") or {}).items():
            faults += length_faults(name, (*here, "name_localizations", locale), 1, CHOICE_LIMIT)
        value = choice.get("value")
        if isinstance(value, str) or value is None:
            faults += length_faults(value, (*here, "value"), 1, CHOICE_LIMIT)
    return faults


def check_thread(body: dict[str, Any]) -> list[Fault]:
    """A new thread's name and when it archives itself."""
    faults = length_faults(body.get("name"), ("name",), 1, THREAD_NAME_LIMIT)
    minutes = body.get("auto_archive_duration")
    if minutes is not None and minutes not in ARCHIVE_MINUTES:
        faults.append(wrong_choice(("auto_archive_duration",), str(ARCHIVE_MINUTES)))
    return faults
