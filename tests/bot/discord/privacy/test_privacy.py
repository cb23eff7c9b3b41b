"""/privacy, for everybody and everywhere: exact words, everything as a file, nothing left when forgotten."""

import json
from typing import Any

import pytest
from pydantic import AnyHttpUrl

from bot.storage.database import FILE_NAME
from bot.storage.servers import ServerSettings, Style
from bot.storage.state import State
from index.errors import BuildError
from index.processes.build_process import BuildProcess
from tests.bot.discord.conftest import Scene
from tests.bot.discord.feedback.test_feedback import criticise, log_questions
from tests.bot.discord.questions.test_ways_in import QUESTION
from tests.bot.storage.traces import traces
from tests.discord_server import Channel, Human, Message
from tests.discord_server import permissions as bits


async def privacy(person: Human, channel: Channel, what: str = "show") -> Message:
    reply = await person.slash(channel, f"privacy {what}")
    message = await reply.wait_done()
    assert reply.ephemeral
    return message


async def test_a_bot_on_its_own_says_so(scene: Scene) -> None:
    text = (await privacy(scene.ann, scene.channel)).text
    assert "**Questions** are not logged in this server." in text
    assert "**Answers** are kept for 30 days with your id and without the question" in text
    assert "remembered for 30 minutes, in threads for 24 hours" in text
    assert "counted in memory, for an hour at most" in text
    assert "**Nobody else** gets your question" in text
    assert "Work on the articles" not in text
    assert "Work on the articles" in (await privacy(scene.admin, scene.channel)).text


async def test_it_works_in_direct_messages(scene: Scene) -> None:
    text = (await privacy(scene.ann, scene.ann.dm)).text
    assert "**Questions** are not logged here. A server’s admins can turn that on" in text


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"answers_kept_days": 1}, "kept for one day"),
        ({"limit_llm_person": "20 per day"}, "for a day at most"),
        ({"llm_model": "gpt-x"}, "sent there"),
        ({"llm_model": "gpt-x"}, "api.openai.com (OpenAI)"),
        ({"llm_model": "claude-x"}, "api.anthropic.com (Anthropic)"),
        (
            {"llm_model": "m", "llm_base_url": AnyHttpUrl("http://127.0.0.1:11434/v1")},
            "**A language model** on the machine that I run on",
        ),
        ({"llm_model": "m", "llm_base_url": AnyHttpUrl("https://llm.example/v1")}, "at llm.example puts"),
        (
            {"embedding_model": "e", "embedding_base_url": AnyHttpUrl("https://vectors.example/v1")},
            "Your question is sent to vectors.example",
        ),
    ],
)
async def test_it_is_exact_for_the_settings(quiet_scene: Scene, settings: dict[str, Any], words: str) -> None:
    quiet_scene.more_settings = settings
    async with quiet_scene.bot_running():
        assert words in (await privacy(quiet_scene.ann, quiet_scene.channel)).text


async def test_it_is_exact_for_the_server(quiet_scene: Scene) -> None:
    state = State(quiet_scene.data_dir / FILE_NAME)
    chosen = ServerSettings(log_questions=True, style=Style.QUOTES)
    await state.servers.change(int(quiet_scene.guild.id), chosen)
    await state.close()
    quiet_scene.more_settings = {"llm_model": "gpt-x", "questions_kept_days": 1}
    async with quiet_scene.bot_running():
        text = (await privacy(quiet_scene.ann, quiet_scene.channel)).text
        assert "are kept for one day, with your id: its admins turned that on" in text
        assert "**Nobody else** gets your question" in text
        assert "api.openai.com" in (await privacy(quiet_scene.ann, quiet_scene.ann.dm)).text


async def test_it_speaks_the_persons_language(scene: Scene) -> None:
    scene.ann.user.locale = "uk"
    assert "Що я зберігаю про вас" in (await privacy(scene.ann, scene.channel)).text


async def test_everything_that_is_stored_comes_as_a_file(scene: Scene) -> None:
    await (await scene.ann.slash(scene.channel, "ask", question=QUESTION)).wait_done()
    await (await scene.ben.slash(scene.channel, "ask", question=QUESTION)).wait_done()
    message = await privacy(scene.ann, scene.channel, "export")
    document = exported(message)
    assert document["person_id"] == scene.ann.user.id
    (answer,) = document["stored"]["answers"]
    assert answer["asker_id"] == scene.ann.user.id
    assert document["in_memory"] == {"questions_counted_for_limits": 1}
    assert scene.ben.user.id not in json.dumps(document)


async def test_whoever_nothing_is_stored_about_is_told_so(scene: Scene) -> None:
    assert exported(await privacy(scene.ann, scene.channel, "export"))["stored"] == {}
    message = await privacy(scene.ann, scene.channel, "forget")
    assert "Nothing is stored about you" in message.text
    assert message.labels() == []


async def test_nothing_is_deleted_before_the_person_says_so(scene: Scene) -> None:
    answer = await (await scene.ann.slash(scene.channel, "ask", question=QUESTION)).wait_done()
    asking = await privacy(scene.ann, scene.channel, "forget")
    assert "cannot be brought back" in asking.text
    await (await scene.ann.click(asking, "Keep it")).wait_edit("Everything stays as it was.")
    page = await (await scene.ann.click(answer, "Passages")).wait_done()
    assert "Passage 1 of 2" in page.text


async def test_after_forgetting_no_byte_of_the_data_folder_names_the_person(quiet_scene: Scene) -> None:
    """Everything that a person can do leaves its records; then they are forgotten, while the bot runs."""
    scene = quiet_scene
    eve = scene.guild.add_member("Evangeline-of-the-harbour", permissions=bits.MANAGE_GUILD)
    person = int(eve.user.id)

    def left() -> list[str]:
        return traces(scene.data_dir, person, eve.user.name)

    await log_questions(scene)
    async with scene.bot_running():
        await do_everything(scene, eve)
        for _ in range(5):
            await (await scene.ben.slash(scene.channel, "ask", question=QUESTION)).wait_done()
        assert any("big-endian" in trace for trace in left())
        answer = await (await eve.slash(scene.channel, "ask", question=QUESTION)).wait_done()

        asking = await privacy(eve, scene.channel, "forget")
        done = await (await eve.click(asking, "Delete it all")).wait_edit("no trace of your id is left")
        assert "What I cannot delete: messages in Discord" in done.text
        assert left() == []

        gone = await (await eve.click(answer, "Passages")).wait_done()
        assert "no longer kept" in gone.text
        assert left() == []
    assert left() == []


async def test_an_answer_under_way_leaves_nothing_behind_what_is_forgotten_meanwhile(scene: Scene) -> None:
    await (await scene.ann.slash(scene.channel, "ask", question=QUESTION)).wait_done()
    asking = await privacy(scene.ann, scene.channel, "forget")
    scene.answering.gate.clear()
    slow = await scene.ann.post(scene.channel, f"@bot {QUESTION}")
    await scene.settled(lambda: len(scene.answering.asked) == 2)
    pressed = await scene.ann.click(asking, "Delete it all")
    scene.answering.gate.set()
    await pressed.wait_edit("no trace of your id is left")
    assert scene.ann.answer_to(slow) is not None
    assert traces(scene.data_dir, int(scene.ann.user.id)) == []


async def do_everything(scene: Scene, person: Human) -> None:
    """Whatever this person can do that leaves something behind."""
    for number in range(12):
        reply = await person.slash(scene.channel, "ask", question=QUESTION, private=number % 2 == 0)
        await reply.wait_done()
    answer = await person.say(scene.channel, f"@bot {QUESTION}")
    await criticise(person, answer, "That is the old tower.")
    await (await person.click(answer, "Helpful")).wait_done()
    form = await person.click(answer, "Follow up")
    await (await person.submit(form, {"question": "And the lighthouse before?"})).wait_done()
    await (await person.slash(scene.channel, "ask", question="Who painted the office?")).wait_done()
    await (await person.slash(scene.channel, "feedback unanswered")).wait_done()
    await person.say(person.dm, QUESTION)
    scene.building.error = BuildError("The disk is full.", "Free some room.")
    await (await person.slash(scene.channel, "articles reindex")).wait_edit("The disk is full.")
    scene.building.error = None
    await (await person.slash(scene.channel, "articles reindex")).wait_edit("Reindexed")
    await (await person.slash(scene.channel, "sources list", search="harbour")).wait_done()
    await (await person.slash(scene.channel, "help")).wait_done()


async def test_a_real_build_names_nobody_in_the_index(quiet_scene: Scene) -> None:
    """What is published is never written again, so it must not hold whom it would have to forget."""
    eve = quiet_scene.guild.add_member("Evangeline-of-the-harbour", permissions=bits.MANAGE_GUILD)
    articles = quiet_scene.data_dir / "articles"
    articles.mkdir()
    (articles / "quay.md").write_text("# The quay\n\nThe quay was rebuilt in 2024 and is 300 metres long.\n")
    quiet_scene.more_settings = {"articles_dir": articles}
    builder: Any = BuildProcess(quiet_scene.settings())
    quiet_scene.building = builder
    async with quiet_scene.bot_running():
        await (await eve.slash(quiet_scene.channel, "articles reindex")).wait_edit("Reindexed", timeout_s=90)
        found = traces(quiet_scene.data_dir, int(eve.user.id), eve.user.name)
        assert {trace.split(":")[0].removesuffix("-wal") for trace in found} <= {FILE_NAME}
        asking = await privacy(eve, quiet_scene.channel, "forget") if found else None
        if asking is not None and asking.labels():
            await (await eve.click(asking, "Delete it all")).wait_edit("no trace")
            assert traces(quiet_scene.data_dir, int(eve.user.id), eve.user.name) == []
    assert list((quiet_scene.data_dir / "generations").iterdir())


async def test_forgetting_over_and_over_is_no_way_around_the_limits(quiet_scene: Scene) -> None:
    quiet_scene.more_settings = {"limit_person": "1 per hour"}
    async with quiet_scene.bot_running():
        for number in range(4):
            await (await quiet_scene.ann.slash(quiet_scene.channel, "ask", question=QUESTION)).wait_done()
            asking = await privacy(quiet_scene.ann, quiet_scene.channel, "forget")
            pressed = await quiet_scene.ann.click(asking, "Delete it all")
            if number < 3:
                await pressed.wait_edit("no trace of your id is left")
        refused = await pressed.wait_followup()
        assert "You have had yourself forgotten 3 times within an hour." in refused.text


def exported(message: Message) -> dict[str, Any]:
    (file,) = message.attachments
    document = json.loads(file.data)
    assert isinstance(document, dict)
    return document
