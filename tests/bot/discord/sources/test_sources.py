"""/sources: the list page by page, one article with its passages."""

from datetime import UTC, datetime

from index.generation.history import Change, Version
from tests.bot.discord.conftest import Scene
from tests.bot.discord.stand_ins import LONG_ID


async def test_the_list_says_how_fresh_it_is_and_turns_for_its_owner(scene: Scene) -> None:
    reply = await scene.ann.slash(scene.channel, "sources list")
    message = await reply.wait_done()
    assert "32 articles · newest: 2 May 2026 · published <t:" in message.text
    assert "[Lighthouse reopens after five years](https://gazette.example/lighthouse)" in message.text
    assert "Page 1 of 4" in message.text
    await (await scene.ann.click(message, "Next")).wait_edit("Page 2 of 4")
    assert "Harbour note 19" in message.text
    await (await scene.ann.click(message, "Previous")).wait_edit("Page 1 of 4")


async def test_the_list_does_not_turn_for_others(scene: Scene) -> None:
    message = await (await scene.ann.slash(scene.channel, "sources list")).wait_done()
    reply = await scene.ben.click(message, "Next")
    assert reply.ephemeral
    assert "Only the person who opened this list" in reply.message.text
    assert "Page 1 of 4" in message.text


async def test_the_list_can_be_searched_and_pages_keep_the_search(scene: Scene) -> None:
    message = await (await scene.ann.slash(scene.channel, "sources list", search="harbour: note")).wait_done()
    assert "No article has “harbour: note”" in message.text
    message = await (await scene.ann.slash(scene.channel, "sources list", search="Harbour note")).wait_done()
    assert "Articles with “Harbour note”" in message.text
    await (await scene.ann.click(message, "Next")).wait_edit("Page 2 of 3")


async def test_pages_turn_after_a_restart(quiet_scene: Scene) -> None:
    async with quiet_scene.bot_running():
        message = await (await quiet_scene.ann.slash(quiet_scene.channel, "sources list")).wait_done()
    async with quiet_scene.bot_running():
        await (await quiet_scene.ann.click(message, "Next")).wait_edit("Page 2 of 4")


async def test_a_list_that_has_become_shorter_shows_its_last_page(scene: Scene) -> None:
    message = await (await scene.ann.slash(scene.channel, "sources list")).wait_done()
    await (await scene.ann.click(message, "Next")).wait_edit("Page 2 of 4")
    del scene.index.infos[12:]
    await (await scene.ann.click(message, "Next")).wait_edit("Page 2 of 2")


async def test_an_article_is_suggested_by_title_and_shown_with_its_passages(scene: Scene) -> None:
    (choice,) = await scene.ann.autocomplete(scene.channel, "sources show", "article", "reopens")
    assert choice.name == "Lighthouse reopens after five years · 2 May 2026"
    reply = await scene.ann.slash(scene.channel, "sources show", article=choice.value)
    message = await reply.wait_done()
    assert reply.ephemeral
    for words in ("Harbour Gazette", "J. Voss", "2 May 2026", "harbour/lighthouse.md", "Passage 1 of 3"):
        assert words in message.text
    assert r"Passage number 1 of \<\@1\> \*\*lighthouse\*\*." in message.text
    await (await scene.ann.click(message, "Next")).wait_edit("Passage number 2")
    await (await scene.ann.click(message, "Next")).wait_edit("Passage number 3")


async def test_a_title_that_was_typed_finds_its_article(scene: Scene) -> None:
    reply = await scene.ann.slash(scene.channel, "sources show", article="lindau plans its new light")
    message = await reply.wait_done()
    assert "Coast Weekly" in message.text
    assert "a brief of that article" in message.text


async def test_an_unknown_title_is_said_to_be_unknown(scene: Scene) -> None:
    reply = await scene.ann.slash(scene.channel, "sources show", article="@everyone")
    assert r"There is no article called “\@everyone”" in (await reply.wait_done()).text


async def test_an_article_with_an_id_too_long_for_a_button_still_turns(quiet_scene: Scene) -> None:
    async with quiet_scene.bot_running():
        (choice,) = await quiet_scene.ann.autocomplete(
            quiet_scene.channel, "sources show", "article", "long path"
        )
        assert LONG_ID not in str(choice.value)
        reply = await quiet_scene.ann.slash(quiet_scene.channel, "sources show", article=choice.value)
        message = await reply.wait_done()
    async with quiet_scene.bot_running():
        await (await quiet_scene.ann.click(message, "Next")).wait_edit("Passage number 2")


async def test_an_article_shows_its_versions_and_what_changed(scene: Scene) -> None:
    scene.index.versions["lighthouse"] = (
        Version(datetime(2026, 5, 4, tzinfo=UTC), Change.CHANGED, 90, ("title", "published"), 2, 1),
        Version(datetime(2026, 5, 2, tzinfo=UTC), Change.ADDED, 80),
    )
    reply = await scene.ann.slash(scene.channel, "sources show", article="lighthouse")
    text = (await reply.wait_done()).text
    assert "4 May 2026: paragraphs: 2 new, 1 gone, title changed, date changed" in text
    assert "2 May 2026: indexed" in text


async def test_an_article_that_never_changed_shows_no_versions(scene: Scene) -> None:
    scene.index.versions["lighthouse"] = (Version(datetime(2026, 5, 2, tzinfo=UTC), Change.ADDED, 80),)
    reply = await scene.ann.slash(scene.channel, "sources show", article="lighthouse")
    assert "Versions" not in (await reply.wait_done()).text
