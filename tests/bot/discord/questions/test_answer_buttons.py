"""The buttons under an answer that change it: Share and Delete."""

import sqlite3

from bot.storage.database import FILE_NAME
from tests.bot.discord.conftest import Scene
from tests.discord_server import Message
from tests.discord_server import permissions as bits

QUESTION = "How tall is the rebuilt lighthouse?"


async def ask(scene: Scene, *, private: bool = False) -> Message:
    reply = await scene.ann.slash(scene.channel, "ask", question=QUESTION, private=private)
    return await reply.wait_done()


def kept(scene: Scene) -> int:
    with sqlite3.connect(scene.data_dir / FILE_NAME) as db:
        (count,) = db.execute("SELECT count(*) FROM answers").fetchone()
    db.close()
    return int(count)


async def test_only_a_private_answer_can_be_shared_and_its_buttons_take_two_rows(scene: Scene) -> None:
    public, private = await ask(scene), await ask(scene, private=True)
    assert "Share" not in public.labels()
    assert private.labels()[:3] == ["Passages", "Follow up", "Share"]
    assert len(private.components) == 2


async def test_a_shared_answer_is_posted_once_in_the_name_of_its_asker_and_pings_nobody(scene: Scene) -> None:
    answer = await ask(scene, private=True)
    reply = await scene.ann.click(answer, "Share")
    public = await reply.wait_followup()
    assert scene.ben.sees(public)
    assert f"Shared by {scene.ann.mention}" in public.text
    assert public.embeds == answer.embeds
    assert public.pings == []
    assert "Share" not in public.labels()
    await scene.server.wait_for(lambda: len(answer.history) > 1, "the private answer without its button")
    share = next(one for one in answer.controls() if one["label"] == "Share")
    assert share["disabled"]
    page = await (await scene.ben.click(public, "Passages")).wait_done()
    assert "Passage 1 of 2" in page.text


async def test_two_presses_on_share_at_once_post_one_answer(scene: Scene) -> None:
    answer = await ask(scene, private=True)
    scene.server.disruptions.slow("POST", r"/webhooks/\d+/[^/]+", seconds=0.3)
    first = await scene.ann.click(answer, "Share")
    second = await scene.ann.click(answer, "Share")
    await scene.server.wait_for(lambda: len(first.followups) + len(second.followups) == 2, "both replies")
    shown = [*first.followups, *second.followups]
    assert sorted(one.ephemeral for one in shown) == [False, True]
    assert "already shared" in next(one for one in shown if one.ephemeral).text


async def test_nothing_is_shared_where_the_bot_may_not_write(quiet_scene: Scene) -> None:
    silent = quiet_scene.guild.add_text_channel("silent", bot_permissions=bits.VIEW_CHANNEL)
    async with quiet_scene.bot_running():
        reply = await quiet_scene.ann.slash(silent, "ask", question=QUESTION, private=True)
        answer = await reply.wait_done()
        refused = await (await quiet_scene.ann.click(answer, "Share")).wait_followup()
    assert refused.ephemeral
    assert "I may not write in this channel" in refused.text
    assert not any(one.visible_to is None for one in silent.messages.values())


async def test_the_asker_deletes_an_answer_and_nothing_is_kept_of_it(scene: Scene) -> None:
    answer = await ask(scene)
    await scene.ann.click(answer, "Delete")
    await scene.server.wait_for(lambda: answer.deleted, "the answer gone")
    await scene.settled(lambda: kept(scene) == 0)


async def test_others_cannot_delete_an_answer_but_moderators_can(scene: Scene) -> None:
    moderator = scene.guild.add_member("Mod", permissions=bits.MANAGE_MESSAGES)
    answer = await scene.ann.say(scene.channel, f"@bot {QUESTION}")
    refused = await (await scene.ben.click(answer, "Delete")).wait_followup()
    assert refused.ephemeral
    assert "Only the person who asked and the moderators" in refused.text
    assert not answer.deleted
    await moderator.click(answer, "Delete")
    await scene.server.wait_for(lambda: answer.deleted, "the answer gone")


async def test_all_buttons_work_after_a_restart_and_say_so_when_the_answer_is_too_old(
    quiet_scene: Scene,
) -> None:
    async with quiet_scene.bot_running():
        old, young = await ask(quiet_scene, private=True), await ask(quiet_scene, private=True)
    with sqlite3.connect(quiet_scene.data_dir / FILE_NAME) as db:
        answer_id = old.controls()[0]["custom_id"].removeprefix("passages:")
        db.execute("UPDATE answers SET created_at = 0 WHERE id = ?", (answer_id,))
    db.close()
    async with quiet_scene.bot_running():
        for label in ("Share", "Delete"):
            told = await (await quiet_scene.ann.click(old, label)).wait_followup()
            assert "older than 30 days" in told.text
            assert told.ephemeral
        shared = await (await quiet_scene.ann.click(young, "Share")).wait_followup()
    assert "Shared by" in shared.text
    assert not shared.ephemeral
