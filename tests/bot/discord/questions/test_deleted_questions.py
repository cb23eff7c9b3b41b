"""A question that is deleted takes its answer along, whether that was given or is under way."""

from dataclasses import replace

from tests.bot import samples
from tests.bot.discord.conftest import Scene
from tests.bot.discord.questions.test_answer_buttons import kept
from tests.bot.discord.questions.test_follow_up import QUESTION, remembered
from tests.discord_server import Message
from tests.discord_server import permissions as bits


def replies(scene: Scene) -> list[Message]:
    return [one for one in scene.channel.messages.values() if one.author.bot and not one.deleted]


async def asked_and_answered(scene: Scene, text: str = QUESTION) -> tuple[Message, Message]:
    question = await scene.ann.post(scene.channel, f"@bot {text}")
    answer = await scene.server.wait_for_message(scene.channel, lambda one: one.reply_to is question)
    return question, answer


async def test_the_answer_goes_with_its_question_and_nothing_is_kept(scene: Scene) -> None:
    question, answer = await asked_and_answered(scene)
    await scene.settled(lambda: remembered(scene) == 1)
    await scene.ann.delete(question)
    await scene.server.wait_for(lambda: answer.deleted, "the answer gone")
    await scene.settled(lambda: kept(scene) == remembered(scene) == 0)


async def test_a_refusal_goes_with_its_question_too(scene: Scene) -> None:
    question, answer = await asked_and_answered(scene, "Who won in 1998?")
    await scene.settled(lambda: remembered(scene) == 1)
    await scene.ann.delete(question)
    await scene.server.wait_for(lambda: answer.deleted, "the refusal gone")


async def test_the_answer_goes_with_its_question_after_a_restart(quiet_scene: Scene) -> None:
    async with quiet_scene.bot_running():
        question, answer = await asked_and_answered(quiet_scene)
    async with quiet_scene.bot_running():
        await quiet_scene.ann.delete(question)
        await quiet_scene.server.wait_for(lambda: answer.deleted, "the answer gone")


async def test_work_on_a_deleted_question_ends_without_an_answer(scene: Scene) -> None:
    scene.answering.gate.clear()
    question = await scene.ann.post(scene.channel, f"@bot {QUESTION}")
    await scene.settled(lambda: len(scene.answering.asked) == 1)
    await scene.ann.delete(question)
    await scene.settled(lambda: scene.answering.given_up == 1)
    scene.answering.gate.set()
    await scene.ben.say(scene.channel, f"@bot {QUESTION}")
    assert len(replies(scene)) == 1
    await scene.settled(lambda: remembered(scene) == 1)


async def test_an_answer_that_grows_is_taken_back_with_its_question(scene: Scene) -> None:
    whole = samples.answered()
    scene.answering.grown = replace(whole, statements=whole.statements[:1], footnotes=whole.footnotes[:1])
    scene.answering.gate.clear()
    question, growing = await asked_and_answered(scene)
    assert "More is on its way" in growing.text
    await scene.ann.delete(question)
    await scene.server.wait_for(lambda: growing.deleted, "what stood there gone")


async def test_an_answer_that_a_moderator_deletes_by_hand_is_not_kept(scene: Scene) -> None:
    moderator = scene.guild.add_member("Mod", permissions=bits.MANAGE_MESSAGES)
    _, answer = await asked_and_answered(scene)
    await scene.settled(lambda: remembered(scene) == 1)
    await moderator.delete(answer)
    await scene.settled(lambda: kept(scene) == remembered(scene) == 0)


async def test_questions_that_a_moderator_deletes_by_the_dozen_take_their_answers_along(scene: Scene) -> None:
    moderator = scene.guild.add_member("Mod", permissions=bits.MANAGE_MESSAGES)
    asked = [await asked_and_answered(scene) for _ in range(3)]
    await scene.settled(lambda: remembered(scene) == 3)
    await moderator.delete_many(*(question for question, _ in asked))
    await scene.server.wait_for(lambda: all(answer.deleted for _, answer in asked), "all answers gone")
    await scene.settled(lambda: kept(scene) == 0)
