"""What a server's admins leave out is not searched, suggested or listed there, and elsewhere as ever."""

import pytest

from index.passage import Filters
from tests.bot.discord.conftest import Scene
from tests.bot.discord.settings.settings_panel import Panel


async def leave_out(scene: Scene, *names: str) -> None:
    panel = await Panel.open(scene, "articles")
    await panel.choose(*names, menu="settings:choice:publishers_never")


async def suggested(scene: Scene, typed: str = "") -> list[str]:
    found = await scene.ann.autocomplete(scene.channel, "ask", "publisher", typed, question="What?")
    return [choice.name for choice in found]


async def test_a_question_is_searched_within_what_the_admins_let_in(scene: Scene) -> None:
    await leave_out(scene, "Coast Weekly")
    await (await scene.ann.slash(scene.channel, "ask", question="What of the lighthouse?")).wait_done()
    await (
        await scene.ann.slash(scene.channel, "ask", question="A lighthouse?", publisher="Harbour Gazette")
    ).wait_done()
    assert [asked.filters for asked in scene.answering.asked] == [
        Filters(without=("Coast Weekly",)),
        Filters(("Harbour Gazette",), without=("Coast Weekly",)),
    ]


async def test_a_publisher_that_is_out_is_not_suggested_and_asking_for_it_says_why(scene: Scene) -> None:
    assert "Coast Weekly" in await suggested(scene)
    await leave_out(scene, "Coast Weekly")
    assert await suggested(scene) == ["Harbour Gazette", "Archive"]
    assert await suggested(scene, "coast") == []
    refused = await scene.ann.slash(
        scene.channel, "ask", question="What of the lighthouse?", publisher="coast weekly"
    )
    assert "admins have left “coast weekly” out" in (await refused.wait_followup()).text
    near = await scene.ann.slash(scene.channel, "ask", question="Which?", publisher="Coast Weakly")
    assert "Coast Weekly" not in (await near.wait_followup()).text
    assert scene.answering.asked == []


async def test_sources_show_only_what_is_let_in_but_admins_remove_any(scene: Scene) -> None:
    listed = await (await scene.ann.slash(scene.channel, "sources list", search="plans")).wait_done()
    assert "Lindau plans" in listed.text
    await leave_out(scene, "Coast Weekly")
    listed = await (await scene.ann.slash(scene.channel, "sources list", search="plans")).wait_done()
    assert "Lindau plans" not in listed.text
    assert await scene.ann.autocomplete(scene.channel, "sources show", "article", "plans") == []
    for typed in ("coast", "Lindau plans its new light"):
        shown = await scene.ann.slash(scene.channel, "sources show", article=typed)
        assert "There is no article called" in (await shown.wait_done()).text
    assert len(await scene.admin.autocomplete(scene.channel, "articles remove", "article", "plans")) == 1


async def test_where_nothing_is_let_in_the_list_says_so(scene: Scene) -> None:
    scene.index.infos = [info for info in scene.index.infos if info.publisher == "Coast Weekly"]
    await leave_out(scene, "Coast Weekly")
    listed = await (await scene.ann.slash(scene.channel, "sources list")).wait_done()
    assert "No article is of a publisher that this server’s admins let in." in listed.text


@pytest.mark.parametrize("where", ["another server", "direct messages"])
async def test_elsewhere_nothing_is_left_out(quiet_scene: Scene, where: str) -> None:
    scene = quiet_scene
    other = scene.server.add_guild("Other")
    channel, bea = other.add_text_channel("talk"), other.add_member("Bea")
    async with scene.bot_running():
        await leave_out(scene, "Coast Weekly")
        place = channel if where == "another server" else bea.dm
        await (await bea.slash(place, "ask", question="What of the lighthouse?")).wait_done()
    assert [asked.filters for asked in scene.answering.asked] == [Filters()]
