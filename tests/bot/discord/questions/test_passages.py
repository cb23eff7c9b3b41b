"""The button under an answer: passages word for word, also after a restart, and only for whom they are."""

import sqlite3

from bot.storage.database import FILE_NAME
from index.errors import SearchUnavailable
from tests.bot.discord.conftest import Scene
from tests.bot.samples import LIGHTHOUSE_TEXT
from tests.discord_server import Message

QUESTION = "How tall is the rebuilt lighthouse?"


async def ask(scene: Scene, *, private: bool = False) -> Message:
    reply = await scene.ann.slash(scene.channel, "ask", question=QUESTION, private=private)
    return await reply.wait_done()


async def test_the_passages_open_privately_with_the_quote_marked(scene: Scene) -> None:
    reply = await scene.ben.click(await ask(scene), "Passages")
    page = await reply.wait_done()
    assert reply.ephemeral
    assert "Passage 1 of 2" in page.text
    assert "returned on Monday. **The rebuilt tower stands 41 metres" in page.text
    assert "[1] [Lighthouse reopens after five years](" in page.text
    # The link leads to the sentence itself in the original.
    assert "#:~:text=The%20rebuilt%20tower%20stands" in page.text


async def test_pages_turn_forth_and_back(scene: Scene) -> None:
    page = await (await scene.ben.click(await ask(scene), "Passages")).wait_done()
    turned = await (await scene.ben.click(page, "Next")).wait_edit("Passage 2 of 2")
    assert "**Officials give its height as 40 metres.** Work begins in autumn." in turned.text
    assert turned is page
    back = await (await scene.ben.click(page, "Previous")).wait_edit("Passage 1 of 2")
    assert [control["disabled"] for control in back.controls()] == [True, False]


async def test_the_button_works_after_a_restart(quiet_scene: Scene) -> None:
    async with quiet_scene.bot_running():
        message = await ask(quiet_scene)
    async with quiet_scene.bot_running():
        page = await (await quiet_scene.ann.click(message, "Passages")).wait_done()
        await (await quiet_scene.ann.click(page, "Next")).wait_edit("Passage 2 of 2")
    async with quiet_scene.bot_running():
        await (await quiet_scene.ann.click(page, "Previous")).wait_edit("Passage 1 of 2")


async def test_the_button_says_so_when_its_answer_is_gone(quiet_scene: Scene) -> None:
    async with quiet_scene.bot_running():
        message = await ask(quiet_scene)
    with sqlite3.connect(quiet_scene.data_dir / FILE_NAME) as db:
        db.execute("DELETE FROM answers")
    db.close()
    async with quiet_scene.bot_running():
        reply = await quiet_scene.ann.click(message, "Passages")
        page = await reply.wait_done()
    assert reply.ephemeral
    assert "no longer kept" in page.text


async def passage_after(scene: Scene, message: Message) -> str:
    return (await (await scene.ben.click(message, "Passages")).wait_done()).text


async def test_a_passage_says_that_its_article_has_changed_since(scene: Scene) -> None:
    message = await ask(scene)
    scene.index.texts["lighthouse"] = LIGHTHOUSE_TEXT.replace("Monday", "Tuesday")
    text = await passage_after(scene, message)
    assert "This article has changed since this answer was given. The quoted words still stand in it" in text
    assert "returned on Monday. **The rebuilt tower stands 41 metres" in text


async def test_a_passage_says_that_its_quote_no_longer_stands(scene: Scene) -> None:
    message = await ask(scene)
    scene.index.texts["lighthouse"] = LIGHTHOUSE_TEXT.replace("41 metres", "40 metres")
    assert "the quoted words no longer stand in it" in await passage_after(scene, message)


async def test_the_text_of_an_article_that_was_taken_out_is_not_shown_again(scene: Scene) -> None:
    message = await ask(scene)
    scene.index.infos = [info for info in scene.index.infos if info.id != "lighthouse"]
    text = await passage_after(scene, message)
    assert "This article has been taken out of the index since" in text
    assert "Lighthouse reopens after five years" in text
    assert "41 metres" not in text


async def test_a_passage_is_shown_while_the_index_is_away(scene: Scene) -> None:
    message = await ask(scene)
    scene.index.error = SearchUnavailable("The search is restarting.")
    text = await passage_after(scene, message)
    assert "**The rebuilt tower stands 41 metres" in text
    assert "since this answer was given" not in text


async def test_a_private_answers_passages_are_for_its_asker_alone(quiet_scene: Scene) -> None:
    async with quiet_scene.bot_running():
        message = await ask(quiet_scene, private=True)
        page = await (await quiet_scene.ann.click(message, "Passages")).wait_done()
        assert "Passage 1 of 2" in page.text
    # Discord shows the button to nobody else; so pretend that it went to somebody else.
    with sqlite3.connect(quiet_scene.data_dir / FILE_NAME) as db:
        db.execute("UPDATE answers SET asker_id = 1")
    db.close()
    async with quiet_scene.bot_running():
        refused = await (await quiet_scene.ann.click(message, "Passages")).wait_done()
    assert "only the person who asked" in refused.text
