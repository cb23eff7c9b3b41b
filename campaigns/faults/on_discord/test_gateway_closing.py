"""The gateway closes in mid-answer: the answer comes all the same, and the bot is back for the next one."""

import pytest

from campaigns.faults.scene import Scene
from tests.conversation import town as news

pytestmark = [pytest.mark.asyncio(loop_scope="package"), pytest.mark.xdist_group("bot")]


async def connected_again(scene: Scene) -> None:
    await scene.server.wait_for(lambda: scene.server.gateway.connected, "the bot connects again")


# Unknown error, session timed out, invalid sequence, rate limited, service restart.
@pytest.mark.parametrize("code", [4000, 4009, 4007, 4008, 1012])
async def test_a_closing_with_a_code(scene: Scene, code: int) -> None:
    with scene.paused_worker():
        reply = await scene.ask_and_wait_until_searching(news.LIBRARY_QUESTION)
        await scene.server.gateway_faults.close(code)
    assert news.LIBRARY_ANSWER in await scene.text_of(reply)
    await connected_again(scene)


async def test_a_connection_that_breaks_off_and_a_question_asked_meanwhile(scene: Scene) -> None:
    with scene.paused_worker():
        reply = await scene.ask_and_wait_until_searching(news.LIBRARY_QUESTION)
        await scene.server.gateway_faults.drop()
        missed = await scene.ann.post(scene.channel, f"@bot {news.MILL_QUESTION}")
    assert news.LIBRARY_ANSWER in await scene.text_of(reply)
    await connected_again(scene)
    await scene.server.wait_for(lambda: scene.ann.answer_to(missed) is not None, "the missed question")
    answer = scene.ann.answer_to(missed)
    assert answer is not None
    assert news.MILL_ANSWER in answer.text.replace("*", "")


async def test_a_request_to_reconnect(scene: Scene) -> None:
    with scene.paused_worker():
        reply = await scene.ask_and_wait_until_searching(news.LIBRARY_QUESTION)
        resumed = sum(one.resumed_count for one in scene.server.gateway.sessions.values())
        await scene.server.gateway_faults.reconnect()
    assert news.LIBRARY_ANSWER in await scene.text_of(reply)
    sessions = scene.server.gateway.sessions
    await scene.server.wait_for(
        lambda: sum(one.resumed_count for one in sessions.values()) > resumed, "the session is resumed"
    )


async def test_a_session_that_is_no_longer_valid(scene: Scene) -> None:
    with scene.paused_worker():
        reply = await scene.ask_and_wait_until_searching(news.LIBRARY_QUESTION)
        identified = scene.server.gateway.identify_count
        await scene.server.gateway_faults.invalidate()
    assert news.LIBRARY_ANSWER in await scene.text_of(reply)
    await scene.server.wait_for(
        lambda: scene.server.gateway.identify_count > identified and scene.server.gateway.connected,
        "a new session",
    )
