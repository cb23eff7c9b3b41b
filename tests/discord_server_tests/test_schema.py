"""Discord's own schema finds what breaks it, in the words and at the paths that Discord uses."""

from pathlib import Path
from typing import Any

import pytest

from tests.discord_server.schema import SCHEMA_FILE, check_schema

MESSAGES = "/channels/{channel_id}/messages"
CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback"
COMMANDS = "/applications/{application_id}/commands"

there = pytest.mark.skipif(
    not SCHEMA_FILE.exists(), reason="needs Discord's openapi.json in ../shared/discord, beside the project"
)


def found(method: str, path: str, body: Any) -> list[str]:
    return [f"{'.'.join(map(str, one.path))} {one.code}" for one in check_schema(method, path, body)]


def button(**parts: Any) -> dict[str, Any]:
    return {"type": 1, "components": [{"type": 2, "style": 1, "custom_id": "x", "label": "x", **parts}]}


@there
@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ({"content": 3}, "content BASE_TYPE_BAD"),
        ({"embeds": [{"title": "x" * 257}]}, "embeds.0.title BASE_TYPE_MAX_LENGTH"),
        ({"embeds": [{"title": "x"}] * 11}, "embeds BASE_TYPE_MAX_LENGTH"),
        ({"embeds": [{"footer": {"text": "x" * 2049}}]}, "embeds.0.footer.text BASE_TYPE_MAX_LENGTH"),
        ({"components": [button(label="x" * 81)]}, "components.0.components.0.label BASE_TYPE_MAX_LENGTH"),
        (
            {"components": [button(custom_id="x" * 101)]},
            "components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH",
        ),
        ({"components": [{"type": 99}]}, "components.0.type BASE_TYPE_CHOICES"),
        ({"message_reference": {}}, "message_reference.message_id BASE_TYPE_REQUIRED"),
        ({"allowed_mentions": {"parse": ["all"]}}, "allowed_mentions.parse.0 BASE_TYPE_CHOICES"),
    ],
)
def test_a_faulty_message(body: dict[str, Any], fault: str) -> None:
    assert found("POST", MESSAGES, body) == [fault]


@there
def test_faulty_responses_and_commands() -> None:
    long = {"type": 4, "data": {"content": "x" * 2001}}
    assert found("POST", CALLBACK, long) == ["data.content BASE_TYPE_MAX_LENGTH"]
    modal = {"type": 9, "data": {"custom_id": "m", "title": "x" * 46, "components": [button()]}}
    assert "data.title BASE_TYPE_BAD_LENGTH" in found("POST", CALLBACK, modal)
    assert found("PUT", COMMANDS, [{"description": "d"}]) == ["0.name BASE_TYPE_REQUIRED"]


@there
def test_what_is_documented_passes() -> None:
    reply = {
        "content": "c",
        "message_reference": {"message_id": 1, "channel_id": "2"},
        "attachments": [{"id": 0}],
    }
    assert found("POST", MESSAGES, reply) == []
    assert (
        found("PUT", COMMANDS, [{"name": "n", "description": "d", "default_member_permissions": "32"}]) == []
    )
    assert found("PUT", COMMANDS, [{"name": "n", "description": "d", "default_member_permissions": 32}]) == []
    assert found("POST", CALLBACK, {"type": 5, "data": {"flags": 64}}) == []


def test_without_the_file_nothing_is_found() -> None:
    assert check_schema("POST", MESSAGES, {"content": 3}, Path("not-there.json")) == []
