"""The same conversation in each language with the real process: everything but the quotes is the reader's."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.messages import DEFAULT_LOCALE, LOCALES, Messages, messages_for
from campaigns.conversation.tongues import TONGUES, Tongue
from tests.conversation import town as news
from tests.conversation.bot_process import bot_on
from tests.conversation.town import Town
from tests.conversation.transcript import Transcript
from tests.discord_server import Channel, DiscordServer, Human, Message
from tests.discord_server import permissions as bits
from tests.messages.catalogue import catalogue_of

NO_DAY = "31/31/2026"
# An English sample that the help texts of the other languages quote as such.
QUOTED = ("follow-up-example",)
LEAST_WORDS = 3  # of English that tell a message left in English from a name or a quote


@dataclass
class Place:
    """A server of people who speak one language."""

    words: Messages
    channel: Channel
    ann: Human
    ed: Human  # may manage the server
    told: Transcript
    seen: list[Message]


@pytest.fixture
async def server() -> AsyncIterator[DiscordServer]:
    async with DiscordServer() as server:
        yield server


def settle(server: DiscordServer, locale: str) -> Place:
    theirs = "en-US" if locale == DEFAULT_LOCALE else locale
    guild = server.add_guild(f"Brackwater {locale}", locale=theirs)
    ed = guild.add_member("Ed", permissions=bits.MANAGE_GUILD, locale=theirs)
    ann = guild.add_member("Ann", locale=theirs)
    return Place(messages_for(locale), guild.add_text_channel("news"), ann, ed, Transcript(server), [])


async def test_a_conversation_in_each_language(server: DiscordServer, tmp_path: Path) -> None:
    places = {locale: settle(server, locale) for locale in LOCALES}
    quotes = {}
    town = Town.found(tmp_path / "town")
    for locale, tongue in TONGUES.items():
        town.write(f"{locale}.md", tongue.article)
    async with bot_on(server, town, ADMIN_SERVERS=",".join(server.world.guilds)) as bot:
        for locale, place in places.items():
            quotes[locale] = await converse(place, TONGUES[locale])
        assert [line for line in bot.log if "ERROR" in line or "Traceback" in line] == []
    for locale, place in places.items():
        print(f"\n===== {locale} =====\n\n{place.told}")
        for message in place.seen:
            assert english_in(message.text, locale) == [], locale
    assert len(set(quotes.values())) == 1


async def converse(place: Place, tongue: Tongue) -> str:
    """All that Ann and Ed do; gives the quote that Ann was answered with, word for word."""
    ann, words, told, channel = place.ann, place.words, place.told, place.channel
    helped = await see(place, ann, "help")
    assert plain(words("help-text")) in helped.text
    assert plain(words("help-languages")) in helped.text
    answer = await see(place, ann, "ask", question=news.TRAM_QUESTION)
    assert not answer.ephemeral
    assert plain(words("answer-newest", date=shown_day(words))) in answer.text
    passages = await told.click(ann, answer, words("answer-passages-button"))
    assert plain(words("answer-passage-title", page=1, pages=1)) in passages.text
    assert news.TRAM_ANSWER in passages.text
    own = await see(place, ann, "ask", question=tongue.question)
    assert tongue.answer in quoted(own, words)
    refusal = await see(place, ann, "ask", question=tongue.unanswerable)
    assert refusal.ephemeral
    assert plain(words("answer-nothing-found")) in refusal.text
    listed = await see(place, ann, "sources list")
    assert plain(words("answer-date-unknown")) in listed.text
    wrong = await see(place, ann, "ask", question=news.TRAM_QUESTION, since=NO_DAY)
    assert wrong.ephemeral
    assert plain(words("error-date", text=NO_DAY)) in wrong.text.replace("\\", "")
    mentioned = await told.say(ann, channel, "@bot")
    assert plain(words("help-mention")) in mentioned.text
    status = await see(place, place.ed, "articles status")
    assert plain(words("articles-status-newest")) in status.text
    place.seen += [passages, mentioned]
    return quoted(answer, words)  # the same English sentence, whoever reads it


async def see(place: Place, human: Human, name: str, **options: Any) -> Message:
    message = await place.told.slash(human, place.channel, name, **options)
    place.seen.append(message)
    return message


def plain(text: str) -> str:
    """With the spaces as the loopback server gives a message's text."""
    return text.replace("\u00a0", " ")


def shown_day(words: Messages) -> str:
    return words("answer-date", day=3, month=5, year="2026")


def quoted(answer: Message, words: Messages) -> str:
    """What stands between the language's own quotation marks in the first statement."""
    before, after = plain(words("answer-quote", text="\n", marks="")).rstrip().split("\n")
    found = re.search(re.escape(before) + r"(.+?)" + re.escape(after) + r" ?\[1\]", answer.text)
    assert found is not None, answer.text
    return found[1].replace("*", "")


def english_in(text: str, locale: str) -> list[str]:
    """English messages, or stretches of them between what is filled in, that a text holds."""
    if locale == DEFAULT_LOCALE:
        return []
    own = {line for entry in catalogue_of(locale).entries.values() for line in entry.text.splitlines()}
    stretches = {
        line.strip()
        for name, entry in catalogue_of(DEFAULT_LOCALE).entries.items()
        for line in entry.text.splitlines()
        if name not in QUOTED and len(re.findall(r"[^\W\d_]+", line)) >= LEAST_WORDS
    }
    return sorted(stretch for stretch in stretches - own if stretch in text)
