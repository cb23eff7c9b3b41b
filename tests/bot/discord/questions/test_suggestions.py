"""What a refusal proposes: only what the articles answer, tried before it is said."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.answer import Answer, Outcome, Question
from bot.answering.answerer import OnStatement
from bot.discord.connection.patience import Patience
from bot.discord.questions.question import Asked
from bot.discord.questions.suggestions import Advice, Hint, advice_lines, advise, escalation_line, subject_of
from bot.discord.toolkit.services import BotBase
from bot.messages import messages_for
from bot.storage.servers import ServerSettings
from index.article import ArticleInfo
from index.errors import SearchUnavailable
from index.passage import Filters
from tests.bot import samples

WORDS = messages_for()
FILTERS = Filters(publishers=("Coast Weekly",))


@dataclass
class Tried:
    """Answers what `answers` says it does, and notes what it was asked."""

    answers: Callable[[Question], bool]
    delay_s: float = 0
    error: Exception | None = None
    asked: list[Question] = field(default_factory=list)

    async def answer(self, question: Question, on_statement: OnStatement | None = None) -> Answer:
        self.asked.append(question)
        await asyncio.sleep(self.delay_s)
        if self.error is not None:
            raise self.error
        found = samples.answered() if self.answers(question) else samples.refused()
        return replace(found, question=question)


def bot_with(tried: Tried, *, busy: int = 0, **chosen: Any) -> BotBase:
    """Of the bot only what advice needs of it."""
    settings = ServerSettings(**chosen)
    parts = SimpleNamespace(
        answers=tried,
        in_flight=range(busy),
        patience=Patience(advice_s=0.3),
        servers=SimpleNamespace(of=lambda _: settings),
    )
    return cast(BotBase, parts)


def asked(text: str, filters: Filters | None = None) -> Asked:
    return Asked(text, 1, 2, 3, WORDS, WORDS, filters=filters or Filters())


def refusal(text: str) -> Answer:
    return Answer(Question(text), Outcome.REFUSED, nearest=(samples.LIGHTHOUSE, samples.FERRY))


async def test_only_what_the_articles_answer_from_the_article_in_question_is_proposed() -> None:
    # Everything is answered here, but from the lighthouse's article: so the ferry's is not proposed.
    tried = Tried(lambda _: True)
    advice = await advise(bot_with(tried), asked("Who won?"), refusal("Who won?"))
    assert advice == Advice(answered=("What is known about “Lighthouse reopens after five years”?",))
    assert all(one.quotes_only for one in tried.asked)


async def test_where_the_asker_set_a_filter_the_question_is_tried_without_it() -> None:
    tried = Tried(lambda question: question.text == "How tall is it?" and not question.filters.publishers)
    advice = await advise(bot_with(tried), asked("How tall is it?", FILTERS), refusal("How tall is it?"))
    assert advice.unfiltered
    assert advice.hint is None


async def test_what_a_servers_admins_leave_out_stays_out() -> None:
    tried = Tried(lambda _: True)
    bot = bot_with(tried, publishers_never=("Harbour Gazette",))
    await advise(bot, asked("Who won?", FILTERS), refusal("Who won?"))
    assert all(one.filters.without == ("Harbour Gazette",) for one in tried.asked)


@pytest.mark.parametrize(
    ("question", "hint"),
    [
        ("Where is it?", Hint.NAME_IT),
        ("Who won the race to the island?", Hint.OTHER_WORDS),
        ("Tell me " + "and also about the ferry " * 10, Hint.SHORTER),
    ],
)
async def test_where_nothing_is_answered_there_is_a_hint(question: str, hint: Hint) -> None:
    advice = await advise(bot_with(Tried(lambda _: False)), asked(question), refusal(question))
    assert advice == Advice(hint=hint)


@pytest.mark.parametrize(
    "tried",
    [Tried(lambda _: True, delay_s=5), Tried(lambda _: True, error=SearchUnavailable("The search is away."))],
)
async def test_a_refusal_is_not_kept_waiting_and_never_fails_for_it(tried: Tried) -> None:
    advice = await advise(bot_with(tried), asked("Who won the race?"), refusal("Who won the race?"))
    assert advice.answered == ()
    assert advice.hint is not None


async def test_a_busy_bot_tries_nothing() -> None:
    tried = Tried(lambda _: True)
    await advise(bot_with(tried, busy=20), asked("Who won?"), refusal("Who won?"))
    assert tried.asked == []


def test_an_article_is_named_by_a_name_in_its_title_or_by_its_title() -> None:
    def about(title: str) -> str:
        return subject_of("Who leads the Port Authority?", ArticleInfo("a", "a.txt", title))

    assert about("Mayor Ilse Varga meets Port Authority") == "Port Authority"
    assert about("What the keepers of Gull Island did") == "Gull Island"
    assert about("Low water for weeks | Coast Weekly") == "“Low water for weeks”"


def test_what_is_proposed_is_escaped_and_whom_to_turn_to_is_named() -> None:
    lines = advice_lines(Advice(answered=("What is known about @everyone?",)), WORDS)
    assert r"\@everyone" in lines[1]
    assert escalation_line(ServerSettings(), WORDS) == []
    assert escalation_line(ServerSettings(escalation_role=5), WORDS) == ["You can also turn to <@&5>."]
    both = escalation_line(ServerSettings(escalation_role=5, escalation_channel=6), WORDS)
    assert both == ["You can also turn to <@&5>, or ask in <#6>."]
