"""The menu of a message: "Ask the articles about this"."""

from tests.bot.discord.conftest import Scene
from tests.bot.discord.questions.test_ways_in import QUESTION
from tests.discord_server import Upload

MENU = "Ask the articles about this"


async def test_a_message_is_asked_about_for_whoever_picked_it_and_nobody_else(scene: Scene) -> None:
    message = await scene.ben.post(scene.channel, f"**{QUESTION}**")
    reply = await scene.ann.menu(message, MENU)
    answer = await reply.wait_done()
    assert reply.ephemeral
    assert not scene.ben.sees(answer)
    assert "41 metres" in answer.text
    assert scene.answering.asked[0].text == QUESTION
    assert "Share" in answer.labels()


async def test_of_a_long_message_its_questions_are_asked(scene: Scene) -> None:
    talk = "We walked along the quay for hours and saw the lighthouse. " * 8
    message = await scene.ben.post(scene.channel, f"{talk}How tall is it now, that lighthouse?")
    await (await scene.ann.menu(message, MENU)).wait_done()
    assert scene.answering.asked[0].text == "How tall is it now, that lighthouse?"


async def test_a_message_without_words_is_refused_kindly(scene: Scene) -> None:
    picture = Upload("quay.png", b"png", "image/png")
    message = await scene.ben.post(scene.channel, "", files=(picture,))
    reply = await scene.ann.menu(message, MENU)
    assert reply.ephemeral
    assert "no words in this message" in reply.message.text


async def test_a_refusal_names_the_nearest_articles(scene: Scene) -> None:
    message = await scene.ben.post(scene.channel, "Who won in 1998?")
    refusal = await (await scene.ann.menu(message, MENU)).wait_done()
    assert "I found nothing" in refusal.text


async def test_the_menu_has_a_name_in_every_language_and_is_offered_everywhere(scene: Scene) -> None:
    command = scene.server.commands.find(None, MENU, 3)
    assert command is not None
    assert command["name_localizations"]["de"] == "Die Artikel dazu fragen"
    assert {"es-ES", "fr", "pt-BR", "uk"} <= command["name_localizations"].keys()
    assert command["contexts"] == [0, 1, 2]
    assert command["integration_types"] == [0, 1]
    message = await scene.ann.say(scene.ann.dm, QUESTION)
    assert (await (await scene.ann.menu(message, MENU)).wait_done()).text
