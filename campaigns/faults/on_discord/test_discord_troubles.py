"""Discord answers with 500s and 429s, hangs up, or is away: users are told in time, and all recovers."""

import pytest

from campaigns.faults.scene import Scene
from tests.conversation import town as news

pytestmark = [pytest.mark.asyncio(loop_scope="package"), pytest.mark.xdist_group("bot")]

ANSWER = r"/webhooks/\d+/[^/]+/messages/@original"
REPLY = r"/channels/\d+/messages"


@pytest.mark.parametrize("status", [500, 502, 504])
async def test_a_server_error_in_mid_answer_is_waited_out(scene: Scene, status: int) -> None:
    disruption = scene.server.disruptions.server_error("PATCH", ANSWER, status=status)
    assert news.MILL_ANSWER in await scene.answer(news.MILL_QUESTION)
    assert disruption.happened == 1


@pytest.mark.parametrize("is_global", [False, True])
async def test_a_rate_limit_in_mid_answer_is_waited_out(scene: Scene, is_global: bool) -> None:
    disruption = scene.server.disruptions.rate_limit(
        "PATCH", ANSWER, retry_after_s=0.3, times=2, is_global=is_global
    )
    assert news.MILL_ANSWER in await scene.answer(news.MILL_QUESTION)
    assert disruption.happened == 2


async def test_a_reply_to_a_mention_survives_an_error_and_a_rate_limit(scene: Scene) -> None:
    scene.server.disruptions.rate_limit("POST", REPLY, retry_after_s=0.3)
    scene.server.disruptions.server_error("POST", REPLY)
    message = await scene.ann.say(scene.channel, f"@bot {news.MILL_QUESTION}")
    assert news.MILL_ANSWER in message.text.replace("*", "")


async def test_a_connection_cut_in_mid_answer_loses_nothing(scene: Scene) -> None:
    cut = scene.server.disruptions.cut("PATCH", ANSWER)
    assert news.MILL_ANSWER in await scene.answer(news.MILL_QUESTION)
    assert cut.happened == 1


async def test_discord_away_for_a_while_and_back(scene: Scene) -> None:
    """HTTP and gateway at once; a new session is asked for, and got once Discord is there again."""
    # All of the API; the gateway, whose address is the root, is cut off instead.
    away = scene.server.disruptions.server_error("*", r"/(?!resume/).+", status=503, times=None)
    scene.server.gateway_faults.forget_sessions()
    identified = scene.server.gateway.identify_count
    await scene.server.gateway_faults.drop()
    await scene.server.wait_for(lambda: scene.server.gateway.identify_count > identified, "it comes back")
    away.times = 0
    await scene.server.wait_for(lambda: scene.server.gateway.connected, "it is connected")
