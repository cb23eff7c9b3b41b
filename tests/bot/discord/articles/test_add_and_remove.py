"""/articles add, remove and refresh: from the options to what the builder gets and its admin is told."""

from index.report import AddedSource, Problem, SourceOutcome
from tests.bot.discord.conftest import Scene
from tests.bot.discord.stand_ins import LONG_ID
from tests.discord_server import Upload

PAGE = "https://gazette.example/lighthouse"


async def test_links_and_files_are_brought_in_together(scene: Scene) -> None:
    reply = await scene.admin.slash(
        scene.channel,
        "articles add",
        links=f"{PAGE}  gazette.example/ferry",
        file=Upload("notes of May.md", b"# May\n\nIt rained.", "text/markdown"),
        file_2=Upload("..\\.evil name.txt", b"Text.", "text/plain"),
    )
    message = await reply.wait_edit("Added")
    assert reply.ephemeral
    assert scene.building.urls == [PAGE, "gazette.example/ferry"]
    assert [text for _, text in scene.building.files] == ["# May\n\nIt rained.", "Text."]
    names = [name for name, _ in scene.building.files]
    assert names[0] == "notes of May.md"
    assert not set(names[1]) & set("/\\")
    assert not names[1].startswith(".")
    assert "**Brought in:** 4" in message.text
    assert "(1 articles)" not in message.text
    assert "- notes of May.md\n" in message.text  # not the path that it was put at
    assert message.text.count("notes of May.md") == 1  # of the build behind it only what was not said yet
    assert "-# 7 added, 0 changed, 0 removed" in message.text
    assert "Published as 20260503-1" in message.text


async def test_what_cannot_be_added_is_named_with_its_reason(scene: Scene) -> None:
    scene.building.refused = (Problem("http://10.0.0.1/", "is an address of a private network."),)
    reply = await scene.admin.slash(scene.channel, "articles add", links=f"{PAGE} http://10.0.0.1/")
    message = await reply.wait_edit("**Not done:** 1")
    assert "is an address of a private network." in message.text
    assert "**Brought in:** 1" in message.text


async def test_an_addition_of_nothing_is_refused_kindly(scene: Scene) -> None:
    reply = await scene.admin.slash(scene.channel, "articles add")
    assert "Give at least one link or file." in (await reply.wait_done()).text
    many = " ".join(f"{PAGE}/{number}" for number in range(30))
    reply = await scene.admin.slash(scene.channel, "articles add", links=many)
    assert "at most 25 links" in (await reply.wait_done()).text
    assert scene.building.by == []


async def test_an_article_is_removed_after_a_question(scene: Scene) -> None:
    reply = await scene.admin.slash(scene.channel, "articles remove", article="Lighthouse reopens")
    message = await reply.wait_edit("Remove this article?")
    assert reply.ephemeral
    assert message.labels() == ["Remove", "Leave it"]
    assert "Lighthouse reopens after five years" in message.text
    assert scene.building.removed == []
    await scene.admin.click(message, "Remove")
    message = await reply.wait_edit("Removed")
    assert scene.building.removed == ["lighthouse"]
    assert message.labels() == []


async def test_an_article_is_left_where_the_question_is_answered_so(scene: Scene) -> None:
    reply = await scene.admin.slash(scene.channel, "articles remove", article="lighthouse")
    await scene.admin.click(await reply.wait_edit("Remove this article?"), "Leave it")
    await reply.wait_edit("Nothing was changed.")
    assert scene.building.removed == []


async def test_the_question_outlives_a_restart_also_for_a_long_id(quiet_scene: Scene) -> None:
    scene = quiet_scene
    async with scene.bot_running():
        reply = await scene.admin.slash(
            scene.channel, "articles remove", article="An article with a long path"
        )
        message = await reply.wait_edit("Remove this article?")
    async with scene.bot_running():
        await scene.admin.click(message, "Remove")
        await reply.wait_edit("Removed")
    assert scene.building.removed == [LONG_ID]


async def test_an_article_that_is_not_there_cannot_be_removed(scene: Scene) -> None:
    reply = await scene.admin.slash(scene.channel, "articles remove", article="no such thing")
    assert "no such thing" in (await reply.wait_done()).text
    assert scene.building.by == []


async def test_articles_are_suggested_to_admins_alone(scene: Scene) -> None:
    name, option = "articles remove", "article"
    found = await scene.admin.autocomplete(scene.channel, name, option, "lighth")
    assert [choice.value for choice in found] == ["lighthouse"]
    assert await scene.ann.autocomplete(scene.channel, name, option, "lighth", force=True) == []


async def test_a_file_that_discord_does_not_hand_over_is_named(scene: Scene) -> None:
    lost = Upload("what/where.txt", b"Text.", "text/plain")  # no address leads to such a name
    reply = await scene.admin.slash(scene.channel, "articles add", links=PAGE, file=lost)
    message = await reply.wait_edit("**Not done:** 1")
    assert "what/where.txt: could not be fetched from Discord." in message.text
    assert scene.building.files == []


async def test_pages_are_asked_for_changes(scene: Scene) -> None:
    scene.building.changed = (
        AddedSource(PAGE, SourceOutcome.CHANGED, "web/x.html", title="The *lighthouse*"),
    )
    reply = await scene.admin.slash(scene.channel, "articles refresh")
    message = await reply.wait_edit("The pages were asked for changes")
    assert r"- The \*lighthouse\*: has changed since it was added" in message.text
