"""A conversation with the real process that goes on: by mention, by button, in a thread, after a restart."""

from pathlib import Path

from bot.storage.database import FILE_NAME, Database
from bot.storage.servers import Servers, ServerSettings
from tests.conversation.bot_process import bot_on
from tests.conversation.town import Town
from tests.conversation.transcript import Transcript
from tests.discord_server import DiscordServer, Human, Message
from tests.discord_server.world import FORUM

FIRST = "How long is tram line 4?"
COST = "And what did it cost?"
PASSENGERS = "How many passengers does it expect?"
UNKNOWN = "Who painted the trams?"


async def ask_further(told: Transcript, human: Human, answer: Message, text: str) -> Message:
    """The button, the modal, the answer."""
    opened = await human.click(answer, "Follow up")
    told.note(f"{human.user.name} presses (Follow up) and types: {text}")
    reply = await human.submit(opened, {"Your next question": text})
    message = await reply.wait_done()
    told.saw(human, message)
    return message


async def test_a_conversation_goes_on_in_every_way(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town")
    async with DiscordServer() as server:
        guild = server.add_guild("Brackwater")
        channel, talk = guild.add_text_channel("news"), guild.add_text_channel("talk")
        forum = guild.add_channel("questions", FORUM)
        ann, ben = guild.add_member("Ann"), guild.add_member("Ben")
        chosen = ServerSettings(
            threads=True, every_question_in=(int(forum.id),), escalation_channel=int(talk.id)
        )
        database = Database(town.data / FILE_NAME)
        await Servers(database).change(int(guild.id), chosen)
        await database.close()
        told = Transcript(server)
        async with bot_on(server, town) as bot:
            first = await told.say(ann, channel, f"@bot {FIRST}")
            told.note(f"this stands in the thread “{first.channel.name}”")
            assert first.channel.is_thread
            assert first.channel.name == FIRST
            assert "11.8 kilometres" in first.text
            second = await told.say(ann, first.channel, f"@bot {COST}")
            assert "214 million crowns" in second.text
            third = await ask_further(told, ben, first, PASSENGERS)
            assert "31,000 passengers" in third.text
            private = await told.slash(ben, talk, "ask", question=FIRST, private=True)
            shared = await told.click(ben, private, "Share")
            assert "11.8 kilometres" in private.text
            assert shared is private
            post = await server.open_post(ben, forum, "How many board games did the library begin with", "?")
            told.note(f"Ben opens the forum's post “{post.channel.name}”")
            posted = await server.wait_for_message(post.channel)
            told.saw(ben, posted)
            assert "640" in posted.text
            refused = await told.say(ann, talk, f"@bot {UNKNOWN}")
            assert "What the articles do answer, for example:" in refused.text
            assert f"You can also ask in <#{talk.id}>." in refused.text
        told.note("the bot is started again")
        async with bot_on(server, town) as again:
            later = await ask_further(told, ann, first, COST)
            assert "214 million crowns" in later.text
            assert [line for line in (*bot.log, *again.log) if "ERROR" in line or "Traceback" in line] == []
    print(told)
