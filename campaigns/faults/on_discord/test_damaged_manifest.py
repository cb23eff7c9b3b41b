"""The manifest is damaged while the bot runs: it goes on answering from what is whole."""

import pytest

from campaigns.faults.scene import Scene
from index.generation.publication import manifest_path, published

pytestmark = [pytest.mark.asyncio(loop_scope="package"), pytest.mark.xdist_group("bot")]


async def test_a_manifest_cut_short_under_a_running_bot(scene: Scene) -> None:
    path = manifest_path(scene.town.data)
    generation = published(scene.town.data)[0].generation
    whole = path.read_bytes()
    for content in (whole[:25], whole):
        lines = len(scene.bot.log)
        path.write_bytes(content)
        assert generation in await scene.bot.wait_for_log("answers from", after=lines)
        await scene.works()
