"""The settings of a server as a file: saved, read in after a look at what it would change, never believed."""

import json
from typing import Any

import pytest

from bot.storage.servers import DEFAULTS, ServerSettings, Style
from tests.bot.discord.conftest import Scene
from tests.bot.discord.settings.settings_panel import Panel, kept
from tests.discord_server import Human, Upload


def file_of(settings: dict[str, Any], server: str = "1") -> Upload:
    content = {
        "format": "footnote-settings",
        "version": 1,
        "server": {"id": server, "name": "Elsewhere"},
        "settings": settings,
    }
    return Upload("settings.json", json.dumps(content).encode())


async def read_in(panel: Panel, file: Upload) -> str:
    opened = await panel.human.click(panel.message, "Read in a file")
    reply = await panel.human.submit(opened, {"File": [file]})
    return (await reply.wait_done()).text


async def test_a_file_brings_back_what_was_saved(quiet_scene: Scene) -> None:
    scene = quiet_scene
    editors = scene.guild.add_role("Editors")
    async with scene.bot_running():
        where = await Panel.open(scene, "where")
        await where.choose(scene.channel, menu="settings:channels:answer_in")
        who = await Panel.open(scene, "who")
        await who.choose(editors, menu="settings:roles:admin_roles")
        saved = await kept(scene)
        panel = await Panel.open(scene, "backup")
        assert "The file holds all settings" in await panel.press("Save as a file")
        (file,) = panel.message.attachments
        assert file.filename == f"footnote-settings-{scene.guild.id}.json"
        content = json.loads(file.data)
        assert content["server"] == {"id": scene.guild.id, "name": "Harbour"}
        assert content["settings"]["admin_roles"] == [{"id": editors.id, "name": "Editors"}]
        await panel.press("Reset everything")
        await panel.press("Yes, reset")
        assert await kept(scene) == DEFAULTS
        assert panel.message.attachments == []
        text = await read_in(panel, Upload("mine.json", file.data))
        assert f"- Answers only in: everywhere → {scene.channel.mention}" in text
        assert await kept(scene) == DEFAULTS
        await panel.press("Leave it")
        assert await kept(scene) == DEFAULTS
        await read_in(panel, Upload("mine.json", file.data))
        assert "✅" in await panel.press("Yes, set it so")
        assert await kept(scene) == saved
        assert "set like that already" in await read_in(panel, Upload("mine.json", file.data))


async def test_what_this_server_does_not_have_is_left_out_and_said(quiet_scene: Scene) -> None:
    scene = quiet_scene
    abroad = scene.server.add_guild("Elsewhere").add_text_channel("abroad")
    async with scene.bot_running():
        panel = await Panel.open(scene, "backup")
        here = {"id": scene.channel.id, "name": "news"}
        strange = {"id": abroad.id, "name": "<@1> *abroad*"}
        everyone = {"id": scene.guild.id, "name": "everyone"}
        text = await read_in(
            panel,
            file_of(
                {
                    "silent_in": [here, strange],
                    "audit_channel": strange,
                    "admin_roles": [everyone],
                    "style": "quotes",
                    "publishers_only": ["Harbour Gazette", "Nowhere Post"],
                }
            ),
        )
        assert (
            r"Left out of Silent in, since this server has no such channel or role: \<\@1\> \*abroad\*"
            in text
        )
        assert "Left out of Audit channel" in text
        assert "Left out of Admin roles, since this server has no such channel or role: everyone" in text
        assert "kept on the list: Nowhere Post" in text
        await panel.press("Yes, set it so")
    assert await kept(scene) == ServerSettings(
        silent_in=(int(scene.channel.id),),
        style=Style.QUOTES,
        publishers_only=("Harbour Gazette", "Nowhere Post"),
    )


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (Upload("a.json", b""), "no JSON file"),
        (Upload("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 100), "no JSON file"),
        (Upload("a.json", b"[" * 60_000), "no JSON file"),
        (Upload("a.json", b'{"format": "other"}'), "no file of settings"),
        (Upload("a.json", b" " * 65_537), "more than 64 kB"),
        (file_of({"style": "loud"}), "under “style”"),
        (file_of({"publishers_never": ["  "]}), r"under “publishers\_never”"),
        (file_of({"publishers_never": ["\u200b"]}), r"under “publishers\_never”"),
        (file_of({"publishers_only": ["Gazette\nCoast Weekly"]}), r"under “publishers\_only”"),
        (file_of({"@everyone **": 1}), r"under “\@everyone \*\*”"),
    ],
)
async def test_a_hostile_file_changes_nothing_and_its_admin_hears_why(
    scene: Scene, file: Upload, why: str
) -> None:
    panel = await Panel.open(scene, "backup")
    assert why in await read_in(panel, file)
    assert await kept(scene) == DEFAULTS


async def test_a_file_that_discord_does_not_give_is_asked_for_again(scene: Scene) -> None:
    scene.server.disruptions.server_error("GET", "/files/.*", status=404)
    panel = await Panel.open(scene, "backup")
    assert "Discord did not give me the file" in await read_in(panel, file_of({"private": True}))


async def test_a_question_log_in_a_file_is_told_of_as_any(scene: Scene) -> None:
    panel = await Panel.open(scene, "backup")
    await read_in(panel, file_of({"log_questions": True}))
    await panel.press("Yes, set it so")
    told = await scene.server.wait_for_message(scene.channel, lambda one: not one.ephemeral)
    assert "question log" in told.text


async def test_a_file_is_taken_in_its_own_server_only_and_after_a_restart(quiet_scene: Scene) -> None:
    scene = quiet_scene
    other = scene.server.add_guild("Other")
    channel = other.add_text_channel("talk")
    async with scene.bot_running():
        panel = await Panel.open(scene, "backup")
        opened = await scene.admin.click(panel.message, "Read in a file")
    async with scene.bot_running():
        reply = await scene.admin.submit(opened, {"File": [file_of({"threads": True})]})
        await reply.wait_done()
        take = next(one["custom_id"] for one in panel.message.controls() if ":take:" in one["custom_id"])
    async with scene.bot_running():
        stranger: Human = other.add_member("Str", permissions=scene.admin.permissions)
        shown = await (await stranger.slash(channel, "settings")).wait_done()
        shown.components[0]["components"] = [
            {"type": 2, "id": 9, "style": 1, "label": "Take", "custom_id": take}
        ]
        refused = await stranger.click(shown, "Take")
        assert "out of date" in (await refused.wait_followup()).text
        await panel.press("Yes, set it so")
    assert await kept(scene) == ServerSettings(threads=True)
