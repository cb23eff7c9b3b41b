"""The limits of commands, modals, choices and threads: their bounds are taken, one more is refused."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.discord_server.rules.commands import check_command, check_commands
from tests.discord_server.rules.fault import Fault
from tests.discord_server.rules.modal import check_choices, check_modal, check_thread

Body = dict[str, Any]


def where(faults: list[Fault]) -> list[str]:
    return [".".join(map(str, fault.path)) for fault in faults]


def command(**parts: Any) -> Body:
    return {"name": "ask", "description": "d", **parts}


def with_option(**parts: Any) -> Body:
    return command(options=[{"type": 3, "name": "o", "description": "d", **parts}])


def options_of(count: int) -> list[Body]:
    return [{"type": 3, "name": f"o{number}", "description": "d"} for number in range(count)]


def big(total: int) -> Body:
    """A command of exactly `total` counted characters: 3 of its name, 5,002 and 2,901 of its options."""

    def option(name: str, description: str, choices: int) -> Body:
        values = [f"{number:02}".ljust(100, "x") for number in range(choices)]
        listed = [{"name": value, "value": value} for value in values]
        return {"type": 3, "name": name, "description": description, "choices": listed}

    return command(
        description="d" * (total - 7906), options=[option("a", "d", 25), option("b", "d" * 100, 14)]
    )


COMMAND_LIMITS: list[tuple[str, int, Callable[[int], Body], str]] = [
    ("name", 32, lambda n: command(name="x" * n), "name"),
    ("description", 100, lambda n: command(description="x" * n), "description"),
    ("translated name", 32, lambda n: command(name_localizations={"de": "x" * n}), "name_localizations.de"),
    ("options", 25, lambda n: command(options=options_of(n)), "options"),
    ("option name", 32, lambda n: with_option(name="x" * n), "options.0.name"),
    ("option description", 100, lambda n: with_option(description="x" * n), "options.0.description"),
    (
        "choices",
        25,
        lambda n: with_option(choices=[{"name": str(i), "value": str(i)} for i in range(n)]),
        "options.0.choices",
    ),
    (
        "choice name",
        100,
        lambda n: with_option(choices=[{"name": "x" * n, "value": "v"}]),
        "options.0.choices.0.name",
    ),
    ("max_length", 6000, lambda n: with_option(max_length=n), "options.0.max_length"),
    ("whole command", 8000, big, ""),
]


@pytest.mark.parametrize(
    ("bound", "body", "path"), [one[1:] for one in COMMAND_LIMITS], ids=[one[0] for one in COMMAND_LIMITS]
)
def test_a_command_at_the_bound_passes_and_one_above_is_refused(
    bound: int, body: Callable[[int], Body], path: str
) -> None:
    assert check_command(body(bound)) == []
    assert where(check_command(body(bound + 1))) == [path]


@pytest.mark.parametrize(
    ("body", "path"),
    [
        (command(name="Ask"), "name"),
        (command(name="a b"), "name"),
        (command(description=""), "description"),
        (with_option(choices=[{"name": "n", "value": "v"}], autocomplete=True), "options.0"),
        (with_option(type=5, autocomplete=True), "options.0.type"),
        (command(options=[*options_of(1), {**options_of(2)[1], "required": True}]), "options.1"),
        (command(options=options_of(1) * 2), "options"),
        ({"name": "Menu", "type": 3, "description": "d"}, "description"),
        (
            command(
                options=[
                    {
                        "type": 1,
                        "name": "s",
                        "description": "d",
                        "options": [{"type": 1, "name": "t", "description": "d"}],
                    }
                ]
            ),
            "options.0.options.0.type",
        ),
    ],
)
def test_a_command_that_is_not_well_formed_is_refused(body: Body, path: str) -> None:
    assert where(check_command(body)) == [path]


def test_a_hundred_commands_of_different_names_are_taken() -> None:
    hundred = [command(name=f"c{number}") for number in range(100)]
    assert check_commands(hundred) == []
    assert [fault.code for fault in check_commands([*hundred, command()])] == ["APPLICATION_COMMAND_MAX"]
    assert where(check_commands([command(), command()])) == ["1.name"]


def modal(**parts: Any) -> Body:
    return {"custom_id": "m", "title": "t", "components": [labelled()], **parts}


def labelled(label: str = "l", **parts: Any) -> Body:
    inside = {"type": 4, "custom_id": "q", "style": 1, **parts}
    return {"type": 18, "label": label, "component": inside}


MODAL_LIMITS: list[tuple[str, int, Callable[[int], Body], str]] = [
    ("title", 45, lambda n: modal(title="x" * n), "title"),
    ("custom_id", 100, lambda n: modal(custom_id="x" * n), "custom_id"),
    ("parts", 5, lambda n: modal(components=[labelled(custom_id=str(i)) for i in range(n)]), "components"),
    ("label", 45, lambda n: modal(components=[labelled("x" * n)]), "components.0.label"),
    (
        "placeholder",
        100,
        lambda n: modal(components=[labelled(placeholder="x" * n)]),
        "components.0.component.placeholder",
    ),
    ("value", 4000, lambda n: modal(components=[labelled(value="x" * n)]), "components.0.component.value"),
    (
        "max_length",
        4000,
        lambda n: modal(components=[labelled(max_length=n)]),
        "components.0.component.max_length",
    ),
    (
        "label in a row",
        45,
        lambda n: modal(
            components=[
                {"type": 1, "components": [{"type": 4, "custom_id": "q", "style": 1, "label": "x" * n}]}
            ]
        ),
        "components.0.components.0.label",
    ),
]


@pytest.mark.parametrize(
    ("bound", "body", "path"), [one[1:] for one in MODAL_LIMITS], ids=[one[0] for one in MODAL_LIMITS]
)
def test_a_modal_at_the_bound_passes_and_one_above_is_refused(
    bound: int, body: Callable[[int], Body], path: str
) -> None:
    assert check_modal(body(bound)) == []
    assert where(check_modal(body(bound + 1))) == [path]


def test_autocomplete_and_thread_limits() -> None:
    def choices(count: int) -> list[Body]:
        return [{"name": "n", "value": "v"}] * count

    assert check_choices(choices(25)) == []
    assert where(check_choices(choices(26))) == ["choices"]
    assert check_choices([{"name": "x" * 100, "value": "x" * 100}]) == []
    assert where(check_choices([{"name": "x" * 101, "value": "x" * 101}])) == [
        "choices.0.name",
        "choices.0.value",
    ]
    assert where(check_choices([{"name": "", "value": 3}])) == ["choices.0.name"]
    assert check_thread({"name": "x" * 100, "auto_archive_duration": 1440}) == []
    assert where(check_thread({"name": "x" * 101, "auto_archive_duration": 5})) == [
        "name",
        "auto_archive_duration",
    ]
