"""The panel against forged ids, full lists, a disk that fails; and how far a server's admin roles reach."""

import logging
import sqlite3
from typing import Any

import pytest

from bot.messages import messages_for
from bot.storage.kept_jobs import JobKind
from bot.storage.servers import DEFAULTS, ServerSettings
from bot.storage.state import State
from tests.bot.discord.conftest import Scene
from tests.bot.discord.settings.settings_panel import TOPICS, Panel, kept
from tests.discord_server import Message, Role
from tests.discord_server import permissions as bits


def forge(panel: Panel, control: dict[str, Any]) -> None:
    """Put a control into the panel that the bot never put there."""
    panel.message.components = [{"type": 1, "id": 1, "components": [{"id": 2, **control}]}]


@pytest.mark.parametrize(
    "custom_id",
    [
        "settings:switch:private:maybe",
        "settings:switch:style:on",
        "settings:switch:admin_roles:on",
        "settings:reset:everything",
        "settings:wipe:home",
        "settings:write:style",
        "settings:take:file:0123456789abcdef",
        "settings:take:other",
    ],
)
async def test_a_forged_button_changes_nothing_and_says_so(scene: Scene, custom_id: str) -> None:
    panel = await Panel.open(scene)
    forge(panel, {"type": 2, "style": 1, "label": "Forged", "custom_id": custom_id})
    reply = await scene.admin.click(panel.message, "Forged")
    message: Message = await reply.wait_followup() if reply.updated else reply.message
    assert "This panel is out of date. Use `/settings` to open a new one." in message.text
    assert await kept(scene) == DEFAULTS


@pytest.mark.parametrize("field", ["admin_roles", "log_questions", "no_such_field", "style", "language"])
async def test_a_menu_with_what_it_never_offered_changes_nothing(scene: Scene, field: str) -> None:
    panel = await Panel.open(scene)
    options = [{"label": "One", "value": "1"}]
    forge(panel, {"type": 3, "custom_id": f"settings:choice:{field}", "options": options})
    reply = await scene.admin.select(panel.message, "One")
    assert "out of date" in reply.message.text
    assert await kept(scene) == DEFAULTS


async def test_a_form_of_somebody_who_is_no_admin_any_more_shows_them_nothing(scene: Scene) -> None:
    scene.index.publishers = tuple(f"Paper {number}" for number in range(30))
    panel = await Panel.open(scene, "articles")
    opened = await scene.admin.click(panel.message, "Never these publishers …")
    scene.admin.permissions = bits.MEMBER
    reply = await scene.admin.submit(opened, {"names": "No such paper"})
    assert "Only people who may manage this server" in reply.message.text
    assert await kept(scene) == DEFAULTS


async def test_everyone_is_no_role_to_choose(scene: Scene) -> None:
    panel = await Panel.open(scene, "who")
    everyone = Role(scene.guild.id, "everyone")
    for field in ("admin_roles", "escalation_role"):
        text = await panel.choose(everyone, menu=f"settings:roles:{field}")
        assert "⚠️ @everyone cannot be chosen here" in text
    assert await kept(scene) == DEFAULTS


def full(scene: Scene) -> ServerSettings:
    """Everything chosen, as much as Discord's menus and the file let anyone choose."""
    channels = tuple(int(one) for one in scene.guild.data.channels)[:25]
    roles = tuple(int(one) for one in scene.guild.data.roles if one != scene.guild.id)[:25]
    return ServerSettings(
        language="uk",
        answer_in=channels,
        silent_in=channels,
        every_question_in=channels,
        private=True,
        threads=True,
        admin_roles=roles,
        audit_channel=channels[0],
        escalation_role=roles[0],
        escalation_channel=channels[0],
        publishers_only=tuple(f"Only <@{n}> *{'x' * 90}*" for n in range(12)),
        publishers_never=tuple(f"Never <@{n}> *{'y' * 90}*" for n in range(12)),
        log_questions=True,
    )


@pytest.mark.parametrize("locale", ["en-US", "de", "fr", "uk"])
async def test_full_lists_fit_every_page(quiet_scene: Scene, locale: str) -> None:
    scene = quiet_scene
    for number in range(25):
        scene.guild.add_text_channel(f"quiet-{number}", bot_permissions=bits.VIEW_CHANNEL)
        scene.guild.add_role(f"Role {number}")
    state = State(scene.data_dir / "bot.sqlite3")
    await state.servers.change(int(scene.guild.id), full(scene))
    await state.close()
    scene.admin.user.locale = locale
    async with scene.bot_running():
        panel = await Panel.open(scene)
        for topic in TOPICS:
            reply = await scene.admin.select(panel.message, topic, custom_id="settings:choice:topic")
            text = (await reply.wait_done()).text
            assert text
            home = next(one for one in panel.message.controls() if one["custom_id"] == "settings:open:home")
            reply = await scene.admin.click(panel.message, custom_id=home["custom_id"])
            await reply.wait_done()
        for button in ("settings:open:backup", "settings:reset:backup", "settings:wipe:backup"):
            forge(panel, {"type": 2, "style": 1, "label": "B", "custom_id": button})
            reply = await scene.admin.click(panel.message, custom_id=button)
            assert (await reply.wait_done()).text
    assert await kept(scene) == DEFAULTS


async def test_a_disk_that_fails_changes_nothing_and_is_told(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    panel = await Panel.open(scene, "how")
    with sqlite3.connect(scene.data_dir / "bot.sqlite3") as db:
        db.execute("CREATE TRIGGER full BEFORE INSERT ON servers BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    with caplog.at_level(logging.WARNING):
        reply = await scene.admin.click(panel.message, "Answers in threads: off")
        assert (await reply.wait_followup()).text
    with sqlite3.connect(scene.data_dir / "bot.sqlite3") as db:
        db.execute("DROP TRIGGER full")
    assert "in the channel" in (await Panel.open(scene, "how")).message.text
    assert await kept(scene) == DEFAULTS


@pytest.mark.parametrize("allowed", [True, False], ids=["allowed", "not allowed"])
async def test_a_servers_admin_roles_reach_the_articles_only_where_the_operator_lets_them(
    quiet_scene: Scene, allowed: bool
) -> None:
    scene = quiet_scene
    editors = scene.guild.add_role("Editors", scene.ben)
    audit = scene.guild.add_text_channel("audit")
    other = scene.server.add_guild("Other")
    scene.more_settings = {"admin_servers": [scene.guild.id if allowed else other.id]}
    async with scene.bot_running():
        who = await Panel.open(scene, "who")
        await who.choose(editors, menu="settings:roles:admin_roles")
        await who.choose(audit, menu="settings:channels:audit_channel")
        language = await Panel.open(scene, "language")
        await language.choose("Deutsch", menu="settings:choice:language")
        reply = await scene.ben.slash(scene.channel, "articles reindex", force=True)
        text = (await reply.wait_done()).text
        if allowed:
            await reply.wait_edit("Published")
            what = messages_for("de")("articles-kind", kind=JobKind.REINDEX)  # the server's language
            line = f"{scene.ben.mention}: {what}"
            await scene.server.wait_for_message(audit, lambda one: one.text.startswith(line))
            refused = await scene.ann.slash(scene.channel, "articles reindex", force=True)
            text = (await refused.wait_done()).text
            assert "Only people who may manage this server" in text
        else:
            assert messages_for()("error-articles-of-all", server=scene.guild.id) in text
