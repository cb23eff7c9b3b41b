"""The limits of a message's components: rows, and the layouts of Components V2."""

from collections.abc import Iterator
from enum import IntEnum
from typing import Any

from tests.discord_server.rules.controls import BUTTON, SELECTS, check_button, check_select
from tests.discord_server.rules.fault import (
    Fault,
    Path,
    bad_length,
    length_faults,
    required,
    too_long,
    wrong_choice,
)

ROW_COUNT = 5
ROW_WIDTH = 5
V2_TOTAL = 40
V2_TEXT = 4000

Component = dict[str, Any]


class Part(IntEnum):
    """The types of components that are no controls."""

    ROW = 1
    SECTION = 9
    TEXT = 10
    THUMBNAIL = 11
    GALLERY = 12
    FILE = 13
    SEPARATOR = 14
    CONTAINER = 17


V2_IN_CONTAINER = (Part.ROW, Part.SECTION, Part.TEXT, Part.GALLERY, Part.FILE, Part.SEPARATOR)
V2_TOP = (*V2_IN_CONTAINER, Part.CONTAINER)


def check_components(components: list[Component], *, v2: bool) -> list[Fault]:
    """All faults of a message's components; `v2` says that the message has the IS_COMPONENTS_V2 flag."""
    path: Path = ("components",)
    if v2:
        faults = check_layout(components, path, V2_TOP) + check_totals(components)
    else:
        faults = [bad_length(path, 1, ROW_COUNT)] if len(components) > ROW_COUNT else []
        for index, component in enumerate(components):
            if component.get("type") != Part.ROW:
                faults.append(wrong_choice((*path, index, "type"), f"({Part.ROW:d},)"))
            else:
                faults += check_row(component, (*path, index))
    return faults + duplicates(components, path)


def check_row(row: Component, path: Path) -> list[Fault]:
    """One to five buttons, or one select menu."""
    inside = row.get("components")
    path = (*path, "components")
    if not inside:
        return [required(path)]
    faults: list[Fault] = []
    width = ROW_WIDTH if all(one.get("type") == BUTTON for one in inside) else 1
    if len(inside) > width:
        faults.append(bad_length(path, 1, width))
    for index, one in enumerate(inside):
        if one.get("type") == BUTTON:
            faults += check_button(one, (*path, index))
        elif one.get("type") in SELECTS:
            faults += check_select(one, (*path, index))
        else:
            faults.append(wrong_choice((*path, index, "type"), f"{(BUTTON, *SELECTS)}"))
    return faults


def check_layout(components: list[Component], path: Path, allowed: tuple[int, ...]) -> list[Fault]:
    """Components V2, each of a type that may stand here."""
    faults: list[Fault] = []
    for index, one in enumerate(components):
        if one.get("type") in allowed:
            faults += check_part(one, (*path, index))
        else:
            faults.append(wrong_choice((*path, index, "type"), str(tuple(map(int, allowed)))))
    return faults


def check_part(one: Component, path: Path) -> list[Fault]:
    """One component of a layout."""
    match one["type"]:
        case Part.ROW:
            return check_row(one, path)
        case Part.SECTION:
            return check_section(one, path)
        case Part.TEXT:
            return length_faults(one.get("content"), (*path, "content"), 1, V2_TEXT)
        case Part.GALLERY:
            return length_faults(one.get("items"), (*path, "items"), 1, 10)
        case Part.FILE if not str((one.get("file") or {}).get("url", "")).startswith("attachment://"):
            return [Fault((*path, "file", "url"), "URL_TYPE_INVALID_SCHEME", "Must be attachment://")]
        case Part.SEPARATOR if one.get("spacing") not in (None, 1, 2):
            return [wrong_choice((*path, "spacing"), "(1, 2)")]
        case Part.CONTAINER if not one.get("components"):
            return [required((*path, "components"))]
        case Part.CONTAINER:
            return check_layout(one["components"], (*path, "components"), V2_IN_CONTAINER)
    return []


def check_section(section: Component, path: Path) -> list[Fault]:
    """One to three texts beside a button or a thumbnail."""
    inside = section.get("components") or []
    faults = check_layout(inside, (*path, "components"), (Part.TEXT,))
    if not 1 <= len(inside) <= 3:
        faults.append(bad_length((*path, "components"), 1, 3))
    accessory = section.get("accessory")
    if accessory is None:
        faults.append(required((*path, "accessory")))
    elif accessory.get("type") == BUTTON:
        faults += check_button(accessory, (*path, "accessory"))
    elif accessory.get("type") != Part.THUMBNAIL:
        faults.append(wrong_choice((*path, "accessory", "type"), f"({BUTTON}, {Part.THUMBNAIL:d})"))
    return faults


def check_totals(components: list[Component]) -> list[Fault]:
    """40 components and 4,000 characters of text, nested ones counted."""
    everything = [one for _, one in walk(components, ())]
    faults: list[Fault] = []
    if len(everything) > V2_TOTAL:
        faults.append(too_long(("components",), V2_TOTAL))
    if sum(len(one.get("content") or "") for one in everything if one.get("type") == Part.TEXT) > V2_TEXT:
        text = f"The total text of all components must be {V2_TEXT} or fewer in length."
        faults.append(Fault(("components",), "COMPONENT_MAX_TOTAL_TEXT_EXCEEDED", text))
    return faults


def duplicates(components: list[Component], path: Path) -> list[Fault]:
    """A custom_id stands once in a message."""
    seen: set[str] = set()
    faults: list[Fault] = []
    for where, one in walk(components, path):
        custom_id = one.get("custom_id")
        if custom_id in seen:
            text = "Component custom id cannot be duplicated"
            faults.append(Fault((*where, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", text))
        if custom_id is not None:
            seen.add(custom_id)
    return faults


def walk(components: list[Component], path: Path) -> Iterator[tuple[Path, Component]]:
    """Each component with its path, depth first."""
    for index, one in enumerate(components):
        here = (*path, index)
        yield here, one
        yield from walk(one.get("components") or [], (*here, "components"))
        for inner in ("accessory", "component"):
            if one.get(inner):
                yield (*here, inner), one[inner]
