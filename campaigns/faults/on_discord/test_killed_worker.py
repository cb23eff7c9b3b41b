"""kill -9 of the search worker in mid-question: whoever asked still gets an answer."""

import asyncio

import pytest

from campaigns.faults.scene import WORKER, Scene
from tests.conversation import town as news

pytestmark = [pytest.mark.asyncio(loop_scope="package"), pytest.mark.xdist_group("bot")]


async def test_a_question_outlives_the_worker_that_was_asked(scene: Scene) -> None:
    worker = scene.bot.child(WORKER)
    with scene.paused_worker():
        reply = await scene.ask_and_wait_until_searching(news.MILL_QUESTION)
        worker.kill()
    assert news.MILL_ANSWER in await scene.text_of(reply)
    assert scene.bot.child(WORKER).pid != worker.pid


async def test_a_worker_killed_again_and_again_leaves_no_question_unanswered(scene: Scene) -> None:
    before = len(scene.bot.log)
    for _ in range(2):
        questions = (news.TRAM_QUESTION, news.LIBRARY_QUESTION, news.MILL_QUESTION)
        replies = [await scene.ann.slash(scene.channel, "ask", question=text) for text in questions]
        scene.bot.child(WORKER).kill()
        texts = await asyncio.gather(*(scene.text_of(reply) for reply in replies))
        for text, wanted in zip(
            texts, (news.TRAM_ANSWER, news.LIBRARY_ANSWER, news.MILL_ANSWER), strict=True
        ):
            assert wanted in text
        await scene.works()  # by then there is a new worker
    assert "Traceback" not in "\n".join(scene.bot.log[before:])
