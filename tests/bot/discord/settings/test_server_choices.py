"""What a server's admins chose, as those feel it who ask there."""

import pytest

from bot.storage.servers import Style
from tests.bot.discord.conftest import Scene
from tests.bot.discord.questions.test_ways_in import QUESTION
from tests.discord_server.world import CATEGORY


async def test_in_a_silent_channel_ask_is_refused_kindly_and_a_mention_stays_without_answer(
    quiet_scene: Scene,
) -> None:
    here, other = quiet_scene.channel, quiet_scene.guild.add_text_channel("questions")
    await quiet_scene.choose(silent_in=(int(here.id),))
    async with quiet_scene.bot_running():
        refused = await quiet_scene.ann.slash(here, "ask", question=QUESTION)
        assert refused.ephemeral
        assert "asked me to stay silent in this channel" in refused.message.text
        await quiet_scene.ann.post(here, f"@bot {QUESTION}")
        await quiet_scene.ann.say(other, f"@bot {QUESTION}")
        assert len(quiet_scene.answering.asked) == 1


async def test_where_only_some_channels_are_answered_in_the_others_name_them(quiet_scene: Scene) -> None:
    category = quiet_scene.guild.add_channel("News", CATEGORY)
    within = quiet_scene.guild.add_channel("ferries", 0, parent=category)
    await quiet_scene.choose(answer_in=(int(category.id),))
    async with quiet_scene.bot_running():
        refused = await quiet_scene.ann.slash(quiet_scene.channel, "ask", question=QUESTION)
        assert f"<#{category.id}>" in refused.message.text
        assert "41 metres" in (await quiet_scene.ann.say(within, f"@bot {QUESTION}")).text
        assert "41 metres" in (await quiet_scene.ann.say(quiet_scene.ann.dm, QUESTION)).text


async def test_follow_up_is_refused_where_the_bot_has_become_silent(quiet_scene: Scene) -> None:
    async with quiet_scene.bot_running():
        answer = await quiet_scene.ann.say(quiet_scene.channel, f"@bot {QUESTION}")
    await quiet_scene.choose(silent_in=(int(quiet_scene.channel.id),))
    async with quiet_scene.bot_running():
        opened = await quiet_scene.ann.click(answer, "Follow up")
        refused = await quiet_scene.ann.submit(opened, {"Your next question": QUESTION})
    assert "asked me to stay silent" in refused.message.text


@pytest.mark.parametrize(
    ("chosen", "why"),
    [
        ("silent_in", "asked me to stay silent"),
        ("publishers_never", "admins have left “Harbour Gazette” out"),
    ],
)
async def test_a_private_answer_is_not_shared_against_what_was_chosen_since(
    quiet_scene: Scene, chosen: str, why: str
) -> None:
    async with quiet_scene.bot_running():
        reply = await quiet_scene.ann.slash(quiet_scene.channel, "ask", question=QUESTION, private=True)
        answer = await reply.wait_done()
    values = {"silent_in": (int(quiet_scene.channel.id),), "publishers_never": ("Harbour Gazette",)}
    await quiet_scene.choose(**{chosen: values[chosen]})
    async with quiet_scene.bot_running():
        pressed = await quiet_scene.ann.click(answer, "Share")
        refused = await pressed.wait_followup()
    assert why in refused.text
    assert refused.ephemeral
    assert len(pressed.followups) == 1


async def test_private_by_default_and_whoever_says_otherwise_is_heard(quiet_scene: Scene) -> None:
    await quiet_scene.choose(private=True)
    async with quiet_scene.bot_running():
        reply = await quiet_scene.ann.slash(quiet_scene.channel, "ask", question=QUESTION)
        assert reply.ephemeral
        await reply.wait_done()
        reply = await quiet_scene.ann.slash(quiet_scene.channel, "ask", question=QUESTION, private=False)
        assert not reply.ephemeral
        await reply.wait_done()


async def test_short_answers_show_the_first_statement_with_its_footnote(quiet_scene: Scene) -> None:
    await quiet_scene.choose(style=Style.SHORT)
    async with quiet_scene.bot_running():
        message = await quiet_scene.ann.say(quiet_scene.channel, f"@bot {QUESTION}")
    assert "41 metres" in message.text
    assert "40 metres" not in message.text
    assert "Coast Weekly" not in message.text


async def test_quotes_and_publishers_reach_the_answering_code(quiet_scene: Scene) -> None:
    await quiet_scene.choose(style=Style.QUOTES, publishers_never=("Coast Weekly",))
    async with quiet_scene.bot_running():
        await quiet_scene.ann.say(quiet_scene.channel, f"@bot {QUESTION}")
        await quiet_scene.ann.say(quiet_scene.ann.dm, QUESTION)
    served, direct = quiet_scene.answering.asked
    assert served.quotes_only
    assert served.filters.without == ("Coast Weekly",)
    assert not direct.quotes_only
    assert direct.filters.without == ()


async def test_a_refusal_names_whom_to_turn_to_and_pings_nobody(quiet_scene: Scene) -> None:
    role = quiet_scene.guild.add_role("Archive", quiet_scene.ben)
    await quiet_scene.choose(escalation_role=int(role.id), escalation_channel=int(quiet_scene.channel.id))
    async with quiet_scene.bot_running():
        refused = await quiet_scene.ann.say(quiet_scene.channel, "@bot Who won in 1998?")
    assert f"You can also turn to <@&{role.id}>, or ask in <#{quiet_scene.channel.id}>." in refused.text
    assert refused.pings == []
