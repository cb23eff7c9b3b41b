"""/settings: a panel for admins, topic by topic; what it changes holds at once and after a restart."""

import asyncio

import pytest

from bot.storage.servers import DEFAULTS, ServerSettings, Style
from tests.bot.discord.conftest import Scene
from tests.bot.discord.settings.settings_panel import TOPICS, Panel, kept
from tests.discord_server import RefusedByClient
from tests.discord_server import permissions as bits
from tests.discord_server.world import CATEGORY, FORUM


async def test_the_panel_says_in_words_what_is_set_and_only_its_admin_sees_it(scene: Scene) -> None:
    panel = await Panel.open(scene)
    assert panel.message.ephemeral
    shown = [name for topic, name in TOPICS.items() if topic != "backup"]
    for part in (*shown, "**Answers only in:** everywhere", "**Style:** whole answers"):
        assert part in panel.message.text
    assert "Language\neach person's own" in panel.message.text


@pytest.mark.parametrize("topic", TOPICS)
async def test_each_topic_opens_and_leads_back(scene: Scene, topic: str) -> None:
    panel = await Panel.open(scene, topic)
    assert panel.message.embeds[0]["title"] == TOPICS[topic]
    assert "Settings of this server" in await panel.press("All settings")


async def test_channels_are_chosen_and_shown(quiet_scene: Scene) -> None:
    scene = quiet_scene
    town = scene.guild.add_channel("town", CATEGORY)
    desk = scene.guild.add_channel("desk", FORUM, parent=town)
    async with scene.bot_running():
        panel = await Panel.open(scene, "where")
        text = await panel.choose(town, scene.channel, menu="settings:channels:answer_in")
        assert f"✅ Answers only in: everywhere → {town.mention}, {scene.channel.mention}" in text
        text = await panel.choose(scene.channel, menu="settings:channels:silent_in")
        assert f"In {scene.channel.mention} I stay silent, although" in text
        text = await panel.choose(desk, menu="settings:channels:every_question_in")
        assert "only the titles of forum posts" in text
        assert panel.default_values("settings:channels:answer_in") == [town.id, scene.channel.id]
        text = await panel.choose(menu="settings:channels:silent_in")
        assert "**Silent in:** nowhere" in text
    assert await kept(scene) == ServerSettings(
        answer_in=(int(town.id), int(scene.channel.id)), every_question_in=(int(desk.id),)
    )


async def test_style_privacy_and_threads(scene: Scene) -> None:
    panel = await Panel.open(scene, "how")
    assert "Style: whole answers → quotes only" in await panel.choose(
        "quotes only", menu="settings:choice:style"
    )
    assert "for whoever asks" in await panel.press("Answers privately: off")
    assert "in a thread named" in await panel.press("Answers in threads: off")
    assert await kept(scene) == ServerSettings(style=Style.QUOTES, private=True, threads=True)
    await panel.press("Answers in threads: on")
    assert await kept(scene) == ServerSettings(style=Style.QUOTES, private=True)


async def test_who_looks_after_the_bot_with_a_line_for_each_change(quiet_scene: Scene) -> None:
    scene = quiet_scene
    editors = scene.guild.add_role("Editors", scene.ben)
    audit, old = scene.guild.add_text_channel("audit"), scene.guild.add_text_channel("old")
    async with scene.bot_running():
        panel = await Panel.open(scene, "who")
        await panel.choose(editors, menu="settings:roles:admin_roles")
        await panel.choose(old, menu="settings:channels:audit_channel")
        await panel.choose(editors, menu="settings:roles:escalation_role")
        await panel.choose(audit, menu="settings:channels:audit_channel")
        await panel.choose(scene.channel, menu="settings:channels:escalation_channel")
        await scene.server.wait_for(lambda: len(audit.messages) == 2, "two lines")
        who = f"{scene.admin.mention} changed the settings.\n"
        assert [one.text for one in old.messages.values()] == [
            f"{who}Audit channel: none → {old.mention}",
            f"{who}Role to turn to: none → {editors.mention}",
            f"{who}Audit channel: {old.mention} → {audit.mention}",
        ]
        assert [one.text for one in audit.messages.values()] == [
            f"{who}Audit channel: {old.mention} → {audit.mention}",
            f"{who}Channel to turn to: none → {scene.channel.mention}",
        ]
    assert await kept(scene) == ServerSettings(
        admin_roles=(int(editors.id),),
        audit_channel=int(audit.id),
        escalation_role=int(editors.id),
        escalation_channel=int(scene.channel.id),
    )


async def test_the_question_log_is_turned_on_only_with_the_server_told(quiet_scene: Scene) -> None:
    scene = quiet_scene
    mute = scene.guild.add_text_channel("mute", bot_permissions=bits.MEMBER & ~bits.SEND_MESSAGES)
    async with scene.bot_running():
        panel = await Panel.open(scene, "who")
        await panel.press("Question log: off")
        told = await scene.server.wait_for_message(scene.channel, lambda one: not one.ephemeral)
        assert f"{scene.admin.mention} has turned on this server's question log" in told.text
        assert (await kept(scene)).log_questions
        await panel.press("Question log: on")
        scene.channel = mute
        panel = await Panel.open(scene, "who")
        assert "The question log stays off" in await panel.press("Question log: off")
        assert not (await kept(scene)).log_questions


async def test_a_language_for_all_or_each_persons_own(scene: Scene) -> None:
    panel = await Panel.open(scene, "language")
    assert "Language: each person's own → Deutsch" in await panel.choose(
        "Deutsch", menu="settings:choice:language"
    )
    assert panel.default_values("settings:choice:language") == ["Deutsch"]
    await panel.choose("each person's own", menu="settings:choice:language")
    assert await kept(scene) == DEFAULTS


async def test_publishers_are_in_or_out(scene: Scene) -> None:
    panel = await Panel.open(scene, "articles")
    text = await panel.choose("Coast Weekly", "Archive", menu="settings:choice:publishers_never")
    assert "**Never these publishers:** Coast Weekly, Archive" in text
    await panel.choose("Harbour Gazette", menu="settings:choice:publishers_only")
    assert await kept(scene) == ServerSettings(
        publishers_only=("Harbour Gazette",), publishers_never=("Coast Weekly", "Archive")
    )
    scene.index.publishers = ("Harbour Gazette",)
    panel = await Panel.open(scene, "articles")
    assert panel.default_values("settings:choice:publishers_never") == ["Coast Weekly", "Archive"]


async def test_many_publishers_are_written_into_a_form_that_knows_them(scene: Scene) -> None:
    scene.index.publishers = ("Harbour Gazette", *(f"Paper {n}" for n in range(30)))
    panel = await Panel.open(scene, "articles")
    opened = await scene.admin.click(panel.message, "Never these publishers …")
    wrong = await scene.admin.submit(opened, {"Publishers": "paper 7\nHarbor Gazette"})
    assert "Did you mean Harbour Gazette" in (await wrong.wait_done()).text
    assert await kept(scene) == DEFAULTS
    right = await scene.admin.submit(opened, {"Publishers": "  paper 7 \n\nHARBOUR gazette\n"})
    assert "**Never these publishers:** Paper 7, Harbour Gazette" in (await right.wait_done()).text
    opened = await scene.admin.click(panel.message, "Never these publishers …")
    assert opened.modal is not None
    assert opened.modal["components"][0]["component"]["value"] == "Paper 7\nHarbour Gazette"
    await (await scene.admin.submit(opened, {"Publishers": ""})).wait_done()
    assert await kept(scene) == DEFAULTS


async def test_a_reset_shows_first_what_it_would_do(scene: Scene) -> None:
    panel = await Panel.open(scene, "how")
    assert "nothing to reset" in await panel.press("Reset these")
    await panel.press("Answers in threads: off")
    assert "**Answers to mentions:** in the channel" in await panel.press("Reset these")
    await panel.press("Leave it")
    assert (await kept(scene)).threads
    await panel.press("Reset these")
    await panel.press("Yes, reset")
    assert await kept(scene) == DEFAULTS


async def test_what_is_missing_is_said_at_once(quiet_scene: Scene) -> None:
    scene = quiet_scene
    quiet = scene.guild.add_text_channel("quiet", bot_permissions=bits.VIEW_CHANNEL)
    role = scene.guild.add_role("Editors")
    async with scene.bot_running():
        panel = await Panel.open(scene, "where")
        text = await panel.choose(quiet, menu="settings:channels:answer_in")
        assert f"⚠️ In {quiet.mention} I lack: Send Messages, Embed Links." in text
        who = await Panel.open(scene, "who")
        await who.choose(role, menu="settings:roles:escalation_role")
        await scene.guild.delete_channel(quiet)
        await scene.guild.delete_role(role)
        home = await Panel.open(scene)
        assert "**Answers only in:** *deleted channel*" in home.message.text
        assert "Role to turn to: a role that was chosen has been deleted since." in home.message.text
        where = await Panel.open(scene, "where")
        assert where.default_values("settings:channels:answer_in") == []


async def test_the_panel_works_after_a_restart_in_its_middle(quiet_scene: Scene) -> None:
    scene = quiet_scene
    scene.index.publishers = tuple(f"Paper {n}" for n in range(30))
    async with scene.bot_running():
        panel = await Panel.open(scene, "how")
        articles = await Panel.open(scene, "articles")
        opened = await scene.admin.click(articles.message, "Only these publishers …")
    async with scene.bot_running():
        await panel.choose("short answers", menu="settings:choice:style")
        for text in ("Paper 3", "Paper 4"):  # whoever else had the form open is served too
            await (await scene.admin.submit(opened, {"Publishers": text})).wait_done()
    assert await kept(scene) == ServerSettings(style=Style.SHORT, publishers_only=("Paper 4",))


async def test_two_admins_at_once_change_what_each_of_them_chose(quiet_scene: Scene) -> None:
    scene = quiet_scene
    other = scene.guild.add_member("Other", permissions=bits.MANAGE_GUILD)
    async with scene.bot_running():
        mine, theirs = await Panel.open(scene, "how"), await Panel.open(scene, "how", other)
        await asyncio.gather(
            mine.choose("short answers", menu="settings:choice:style"),
            theirs.press("Answers in threads: off"),
        )
        assert await kept(scene) == ServerSettings(style=Style.SHORT, threads=True)
        assert "That is how it was already." in await mine.press("Answers in threads: off")


async def test_others_are_refused_and_who_has_an_admin_role_may_not_appoint(quiet_scene: Scene) -> None:
    scene = quiet_scene
    editors = scene.guild.add_role("Editors", scene.ben)
    async with scene.bot_running():
        with pytest.raises(RefusedByClient, match="hidden"):
            await scene.ann.slash(scene.channel, "settings")
        refused = await scene.ben.slash(scene.channel, "settings", force=True)
        assert "Only people who may manage this server" in refused.message.text
        await (await Panel.open(scene, "who")).choose(editors, menu="settings:roles:admin_roles")
        panel = await Panel.open(scene, "how", scene.ben)
        await panel.press("Answers in threads: off")
        who = await Panel.open(scene, "who", scene.ben)
        with pytest.raises(RefusedByClient, match="disabled"):
            await who.choose(menu="settings:roles:admin_roles")
        backup = await Panel.open(scene, "backup", scene.ben)
        reset = await scene.ben.click(backup.message, "Reset everything")
        assert "Only people who may manage this server" in reset.message.text
        await (await Panel.open(scene, "who")).choose(menu="settings:roles:admin_roles")
        late = await scene.ben.click(panel.message, "Answers in threads: on")
        assert "Only people who may manage" in late.message.text
    assert await kept(scene) == ServerSettings(threads=True)


async def forgotten(scene: Scene) -> None:
    """Wait until the bot's file knows nothing of the server any more."""
    async with asyncio.timeout(20):
        while await kept(scene) != DEFAULTS:  # noqa: ASYNC110 - a file tells nobody that it changed
            await asyncio.sleep(0.02)


async def test_a_server_that_removes_the_bot_is_forgotten_at_once(quiet_scene: Scene) -> None:
    scene = quiet_scene
    async with scene.bot_running():
        await (await Panel.open(scene, "how")).press("Answers in threads: off")
        assert (await kept(scene)).threads
        await scene.guild.remove_bot()
        await forgotten(scene)


@pytest.mark.parametrize("others", [True, False], ids=["others there", "none there"])
async def test_one_that_did_so_while_the_bot_was_away_is_forgotten_at_its_next_start(
    quiet_scene: Scene, others: bool
) -> None:
    """Unless no server at all is there any more: that is rather another bot's token."""
    scene = quiet_scene
    other = scene.server.add_guild("Other")
    channel, admin = other.add_text_channel("talk"), other.add_member("Oth", permissions=bits.MANAGE_GUILD)
    async with scene.bot_running():
        await (await Panel.open(scene, "how")).press("Answers in threads: off")
        if others:
            shown = await (await admin.slash(channel, "settings")).wait_done()
            await (await admin.select(shown, "Language")).wait_done()
            await (await admin.select(shown, "Deutsch")).wait_done()
    await scene.guild.remove_bot()
    async with scene.bot_running():
        if others:
            await forgotten(scene)
        else:
            await (await admin.slash(channel, "help")).wait_done()
    asked = [one for one in scene.server.requests if one.path == f"/guilds/{scene.guild.id}"]
    assert len(asked) == int(others)
    assert (await kept(scene)).threads is not others
