"""Articles that cannot be read, as an admin hears of them."""

import pytest

from campaigns.faults.scene import Scene
from campaigns.faults.test_bad_articles import REASONS, clean_up, spoil

pytestmark = [pytest.mark.asyncio(loop_scope="package"), pytest.mark.xdist_group("bot")]


async def test_an_admin_is_told_of_them_by_name_and_reason(scene: Scene) -> None:
    spoil(scene.town)
    try:
        reply = await scene.ed.slash(scene.channel, "articles check")
        message = await reply.wait_edit("Could not be read:** 5")
    finally:
        clean_up(scene.town)
    assert message.ephemeral
    for name, reason in REASONS.items():
        assert f"{name}: {reason}" in message.text.replace("\\", "")
