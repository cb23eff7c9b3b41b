"""Questions by /ask, by mention and in direct messages, and who sees what comes of them."""

from datetime import date
from typing import Any

import pytest

from bot.storage.database import FILE_NAME
from tests.bot import samples
from tests.bot.discord.conftest import Scene
from tests.discord_server import permissions as bits

QUESTION = "How tall is the rebuilt lighthouse?"


async def test_an_answer_comes_as_an_embed_with_footnotes_and_a_button(scene: Scene) -> None:
    reply = await scene.ann.slash(scene.channel, "ask", question=QUESTION)
    message = await reply.wait_done()
    assert reply.deferred
    assert not reply.ephemeral
    assert reply.first_response_seconds < 1
    (embed,) = message.embeds
    assert embed["title"] == QUESTION
    assert "**41 metres** above the quay, six more than the old one.”\u00a0[[1]]" in embed["description"]
    assert "[1] [Lighthouse reopens after five years](https://gazette.example/" in embed["description"]
    assert "brief of: Lindau plans its new light, Coast Weekly · date unknown" in message.text
    assert message.text.endswith("\nNewest article behind this answer: 2 May 2026")
    assert message.labels() == ["Passages", "Follow up", "Helpful", "Not helpful", "Delete"]


async def test_a_private_answer_is_seen_by_its_asker_alone(scene: Scene) -> None:
    reply = await scene.ann.slash(scene.channel, "ask", question=QUESTION, private=True)
    message = await reply.wait_done()
    assert reply.ephemeral
    assert scene.ann.sees(message)
    assert not scene.ben.sees(message)


async def test_filters_reach_the_answering_code(scene: Scene) -> None:
    reply = await scene.ann.slash(
        scene.channel, "ask", question=QUESTION, publisher="coast weekly", since="2026", until="May 2026"
    )
    await reply.wait_done()
    (asked,) = scene.answering.asked
    assert asked.filters.publishers == ("Coast Weekly",)
    assert (asked.filters.since, asked.filters.until) == (date(2026, 1, 1), date(2026, 5, 31))


async def test_publishers_are_suggested_while_typing(scene: Scene) -> None:
    choices = await scene.ann.autocomplete(scene.channel, "ask", "publisher", "ga", question="x")
    assert [choice.value for choice in choices] == ["Harbour Gazette"]
    every = await scene.ann.autocomplete(scene.channel, "ask", "publisher", "", question="x")
    assert [choice.value for choice in every] == list(scene.index.publishers)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"publisher": "Harbor Gazete"}, "Did you mean Harbour Gazette?"),
        ({"publisher": "@everyone"}, r"No article is published by “\@everyone”."),
        ({"since": "soon"}, "I cannot read “soon” as a day"),
        ({"since": "5/2/2026"}, "could be two different days"),
        ({"since": "2026-05-02", "until": "2026-05-01"}, "later than"),
    ],
)
async def test_what_cannot_be_filtered_by_is_said_privately(
    scene: Scene, options: dict[str, Any], words: str
) -> None:
    reply = await scene.ann.slash(scene.channel, "ask", question=QUESTION, **options)
    message = reply.message if reply.ephemeral else await reply.wait_followup()
    assert words in message.text
    assert not scene.ben.sees(message)
    assert scene.answering.asked == []


@pytest.mark.parametrize("private", [True, False])
async def test_a_refusal_names_the_nearest_articles_to_the_asker_alone(scene: Scene, private: bool) -> None:
    reply = await scene.ann.slash(scene.channel, "ask", question="Who won in 1998?", private=private)
    message = await reply.wait_edit("I found nothing") if private else await reply.wait_followup()
    assert "I found nothing in the articles that answers this." in message.text
    assert samples.FERRY.title in message.text
    assert not scene.ben.sees(message)


async def test_a_question_of_4000_characters_is_refused_politely(scene: Scene) -> None:
    reply = await scene.ann.slash(scene.channel, "ask", question="why? " * 800)
    message = await reply.wait_followup()
    assert "too long for one question" in message.text


async def test_a_mention_is_answered_by_a_reply_that_pings_nobody(scene: Scene) -> None:
    message = await scene.ann.say(scene.channel, f"@bot {QUESTION}")
    assert "41 metres" in message.text
    assert message.reply_to is not None
    assert message.reply_to.author is scene.ann.user
    assert message.labels() == ["Passages", "Follow up", "Helpful", "Not helpful", "Delete"]
    assert scene.answering.asked[0].text == QUESTION


async def test_a_mention_with_nothing_else_gets_a_short_help(scene: Scene) -> None:
    message = await scene.ann.say(scene.channel, "@bot")
    assert "Mention me together with a question" in message.text
    assert scene.answering.asked == []


async def test_a_direct_message_is_a_question(scene: Scene) -> None:
    message = await scene.ann.say(scene.ann.dm, QUESTION)
    assert "41 metres" in message.text


async def test_messages_that_do_not_mention_the_bot_are_left_alone(scene: Scene) -> None:
    await scene.ann.post(scene.channel, QUESTION)
    await scene.ann.say(scene.channel, "@bot")
    assert scene.answering.asked == []


async def test_hostile_questions_and_articles_ping_nobody(scene: Scene) -> None:
    hostile = f"@everyone <@{scene.ben.user.id}> [x](https://evil.example) discord.gg/abc lighthouse"
    reply = await scene.ann.slash(scene.channel, "ask", question=hostile)
    text = (await reply.wait_done()).text
    assert r"\@everyone \<\@" in text
    assert r"\[x\](https\://evil.example)" in text
    message = await scene.ann.say(scene.channel, f"@bot {hostile}")
    assert message.pings == []


async def test_a_channel_where_the_bot_may_not_write_does_not_stop_it(quiet_scene: Scene) -> None:
    silent = quiet_scene.guild.add_text_channel("silent", bot_permissions=bits.VIEW_CHANNEL)
    async with quiet_scene.bot_running():
        await quiet_scene.ann.post(silent, f"@bot {QUESTION}")
        message = await quiet_scene.ann.say(quiet_scene.channel, f"@bot {QUESTION}")
    assert "41 metres" in message.text


async def test_an_answer_that_cannot_be_kept_is_shown_without_its_button(quiet_scene: Scene) -> None:
    (quiet_scene.data_dir / FILE_NAME).mkdir()
    async with quiet_scene.bot_running():
        reply = await quiet_scene.ann.slash(quiet_scene.ann.dm, "ask", question=QUESTION)
        message = await reply.wait_done()
    assert "41 metres" in message.text
    assert message.labels() == []


async def test_help_says_how_to_ask_and_tells_admins_more(scene: Scene) -> None:
    reply = await scene.ann.slash(scene.channel, "help")
    assert reply.ephemeral
    assert "/ask" in reply.message.text
    assert "/articles" not in reply.message.text
    told = (await scene.admin.slash(scene.channel, "help")).message.text
    assert "/articles add" in told
    assert "/feeds add" in told
