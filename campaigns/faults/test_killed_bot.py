"""kill -9 of the bot in mid-answer and in mid-reindex: the next start finds everything as it was."""

import signal

import psutil
import pytest

from campaigns.faults.builds import litter
from campaigns.faults.scene import BUILD, WORKER, Scene, scene_of
from index.generation.publication import published
from tests.conversation import town as news
from tests.conversation.bot_process import bot_on
from tests.conversation.town import Town
from tests.discord_server import Message

ENTRIES = 800  # some seconds of work
END_S = 30
NO_DATABASE = b"this is no database" * 100


async def test_a_bot_killed_in_mid_answer_and_mid_reindex(town: Town) -> None:
    before = published(town.data)[0].generation
    async with scene_of(town) as scene:
        kept = await scene.ann.slash(scene.channel, "ask", question=news.TRAM_QUESTION)
        answer = await kept.wait_done()
        town.write("pool.md", news.POOL)
        town.write_chronicle(ENTRIES)
        await kill_in_the_middle(scene)
        assert published(town.data)[0].generation == before
        await start_again(scene, answer)
    assert litter(town.data) == set()


async def kill_in_the_middle(scene: Scene) -> None:
    """Ann waits for an answer and Ed for a reindex when it happens; no process is left over."""
    with scene.paused_worker():
        await scene.ask_and_wait_until_searching(news.MILL_QUESTION)
        reindex = await scene.ed.slash(scene.channel, "articles reindex")
        await reindex.wait_edit("Computing vectors")
        children = [scene.bot.child(WORKER), scene.bot.child(BUILD)]
        psutil.Process(scene.bot.pid).kill()
    assert await scene.bot.wait() == -signal.SIGKILL
    _, alive = psutil.wait_procs(children, timeout=END_S)
    assert alive == []


async def start_again(scene: Scene, answer: Message) -> None:
    """The old button works, questions are answered, and the reindex can be done: the lock is free."""
    async with bot_on(scene.server, scene.town) as bot:
        scene.bot = bot
        passages = await scene.ann.click(answer, "Passages")
        assert news.TRAM_ANSWER in await scene.text_of(passages)
        assert news.MILL_ANSWER in await scene.answer(news.MILL_QUESTION)
        lines = len(bot.log)
        reindex = await scene.ed.slash(scene.channel, "articles reindex")
        await reindex.wait_edit("Published as", timeout_s=90)
        await bot.wait_for_log("answers from", after=lines)
        assert news.POOL_ANSWER in await scene.answer(news.POOL_QUESTION)


@pytest.fixture
def broken_state(town: Town) -> Town:
    """A town whose bot's own file is no database."""
    (town.data / "bot.sqlite3").write_bytes(NO_DATABASE)
    return town


async def test_with_a_broken_state_file_no_server_is_answered_against_its_admins(broken_state: Town) -> None:
    async with scene_of(broken_state) as scene:
        reply = await scene.ann.slash(scene.channel, "ask", question=news.TRAM_QUESTION)
        message = await reply.wait_edit("I cannot read just now what the admins of this server chose")
        assert news.TRAM_ANSWER not in message.text.replace("*", "")
        assert message.labels() == []
