"""Each documented limit holds: its bound is taken, one more is refused at the right path."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.discord_server.rules.fault import Fault
from tests.discord_server.rules.message import EMPTY_MESSAGE, check_message

Body = dict[str, Any]
V2 = 1 << 15


def embed(**parts: Any) -> Body:
    return {"embeds": [{"description": "d", **parts}]}


def row(*inside: Body) -> Body:
    return {"components": [{"type": 1, "components": list(inside)}]}


def button(**parts: Any) -> Body:
    return {"type": 2, "style": 1, "label": "x", "custom_id": "x", **parts}


def buttons(count: int) -> list[Body]:
    return [button(custom_id=str(number)) for number in range(count)]


def select(count: int = 1, **parts: Any) -> Body:
    options = [{"label": str(number), "value": str(number)} for number in range(count)]
    return {"type": 3, "custom_id": "s", "options": options, **parts}


def link(length: int) -> Body:
    return {"type": 2, "style": 5, "label": "x", "url": "https://a.example/".ljust(length, "x")}


def text_display(length: int) -> Body:
    return {"type": 10, "content": "x" * length}


def v2(*components: Body) -> Body:
    return {"flags": V2, "components": list(components)}


def rows_of(count: int) -> Body:
    rows = [{"type": 1, "components": [button(custom_id=str(number))]} for number in range(count)]
    return {"components": rows}


def option_part(name: str) -> Callable[[int], Body]:
    def body(length: int) -> Body:
        option = {"label": "l", "value": "v", name: "x" * length}
        return row({"type": 3, "custom_id": "s", "options": [option]})

    return body


def files(count: int) -> Body:
    return {"content": "c", "attachments": [{"id": str(number)} for number in range(count)]}


# What, its bound, a body with a thing of that size, and where the fault stands when it is one bigger.
MESSAGE_LIMITS: list[tuple[str, int, Callable[[int], Body], str]] = [
    ("content", 2000, lambda n: {"content": "x" * n}, "content"),
    ("embeds", 10, lambda n: {"embeds": [{"title": "t"}] * n}, "embeds"),
    ("embed title", 256, lambda n: embed(title="x" * n), "embeds.0.title"),
    ("embed description", 4096, lambda n: embed(description="x" * n), "embeds.0.description"),
    ("embed fields", 25, lambda n: embed(fields=[{"name": "n", "value": "v"}] * n), "embeds.0.fields"),
    ("field name", 256, lambda n: embed(fields=[{"name": "x" * n, "value": "v"}]), "embeds.0.fields.0.name"),
    (
        "field value",
        1024,
        lambda n: embed(fields=[{"name": "n", "value": "x" * n}]),
        "embeds.0.fields.0.value",
    ),
    ("embed author", 256, lambda n: embed(author={"name": "x" * n}), "embeds.0.author.name"),
    ("embed footer", 2048, lambda n: embed(footer={"text": "x" * n}), "embeds.0.footer.text"),
    ("embed link", 2048, lambda n: embed(url="https://a.example/".ljust(n, "x")), "embeds.0.url"),
    ("embed colour", 0xFFFFFF, lambda n: embed(color=n), "embeds.0.color"),
    (
        "all embeds together",
        6000,
        lambda n: {"embeds": [{"description": "x" * 4000}, {"title": "t", "description": "x" * (n - 4001)}]},
        "embeds",
    ),
    ("attachments", 10, files, "attachments"),
    (
        "attachment description",
        1024,
        lambda n: {"content": "c", "attachments": [{"id": "0", "description": "x" * n}]},
        "attachments.0.description",
    ),
    ("rows", 5, rows_of, "components"),
    ("buttons in a row", 5, lambda n: row(*buttons(n)), "components.0.components"),
    (
        "selects in a row",
        1,
        lambda n: row(*[select(custom_id=str(i)) for i in range(n)]),
        "components.0.components",
    ),
    ("button label", 80, lambda n: row(button(label="x" * n)), "components.0.components.0.label"),
    ("custom_id", 100, lambda n: row(button(custom_id="x" * n)), "components.0.components.0.custom_id"),
    ("link of a button", 512, lambda n: row(link(n)), "components.0.components.0.url"),
    ("select options", 25, lambda n: row(select(n)), "components.0.components.0.options"),
    ("placeholder", 150, lambda n: row(select(placeholder="x" * n)), "components.0.components.0.placeholder"),
    ("option label", 100, option_part("label"), "components.0.components.0.options.0.label"),
    ("option value", 100, option_part("value"), "components.0.components.0.options.0.value"),
    (
        "option description",
        100,
        option_part("description"),
        "components.0.components.0.options.0.description",
    ),
    ("max_values", 3, lambda n: row(select(3, max_values=n)), "components.0.components.0.max_values"),
    ("nonce", 25, lambda n: {"content": "c", "nonce": "x" * n}, "nonce"),
    ("V2 components", 40, lambda n: v2(*[text_display(1)] * n), "components"),
    ("V2 text", 4000, lambda n: v2(text_display(2000), text_display(n - 2000)), "components"),
    (
        "V2 section texts",
        3,
        lambda n: v2({"type": 9, "components": [text_display(1)] * n, "accessory": button()}),
        "components.0.components",
    ),
]


def where(faults: list[Fault]) -> list[str]:
    return [".".join(map(str, fault.path)) for fault in faults]


@pytest.mark.parametrize(
    ("bound", "body", "path"), [one[1:] for one in MESSAGE_LIMITS], ids=[one[0] for one in MESSAGE_LIMITS]
)
def test_a_message_at_the_bound_passes_and_one_above_is_refused(
    bound: int, body: Callable[[int], Body], path: str
) -> None:
    assert check_message(body(bound)) == []
    assert where(check_message(body(bound + 1))) == [path]


@pytest.mark.parametrize(
    ("body", "path"),
    [
        (embed(fields=[{"name": "", "value": "v"}]), "embeds.0.fields.0.name"),
        (embed(fields=[{"name": "n", "value": ""}]), "embeds.0.fields.0.value"),
        (embed(footer={"text": ""}), "embeds.0.footer.text"),
        (embed(author={}), "embeds.0.author.name"),
        (embed(url="javascript:alert(1)"), "embeds.0.url"),
        ({"embeds": [{}]}, "embeds.0.description"),
        ({"content": 3}, "content"),
        ({"content": "c", "flags": 1 << 7}, "flags"),
        (row(button(label="")), "components.0.components.0"),
        (row(button(custom_id=None)), "components.0.components.0.custom_id"),
        (row(button(style=9)), "components.0.components.0.style"),
        (row(button(url="https://a.example")), "components.0.components.0.url"),
        (row(link(30) | {"custom_id": "x"}), "components.0.components.0.custom_id"),
        (row(link(30) | {"url": ""}), "components.0.components.0.url"),
        (row(button(), button()), "components.0.components.1.custom_id"),
        (row(select(2, min_values=2)), "components.0.components.0.max_values"),
        (row(select(0)), "components.0.components.0.options"),
        (row(), "components.0.components"),
        ({"components": [text_display(1)]}, "components.0.type"),
        ({"flags": V2, "content": "c", "components": [text_display(1)]}, "content"),
        (v2({"type": 17, "components": []}), "components.0.components"),
        (v2({"type": 9, "components": [text_display(1)]}), "components.0.accessory"),
        ({"content": "c", "allowed_mentions": {"parse": ["all"]}}, "allowed_mentions.parse.0"),
        ({"content": "c", "allowed_mentions": {"parse": ["users"], "users": ["1"]}}, "allowed_mentions"),
    ],
)
def test_a_message_that_is_not_well_formed_is_refused(body: Body, path: str) -> None:
    assert where(check_message(body)) == [path]


@pytest.mark.parametrize("body", [{}, {"content": " \n"}, {"content": "", "embeds": [], "components": []}])
def test_an_empty_message_is_refused_and_a_file_fills_it(body: Body) -> None:
    assert [fault.code for fault in check_message(body)] == [EMPTY_MESSAGE]
    assert check_message(body, files=1) == []
