"""Answers in a model's words, over the real protocol: what it says rightly is shown, with footnotes."""

import asyncio
import importlib.util
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.answer import Answer, Degraded, ModelLimit, Outcome, Question, Turn
from bot.answering.llm.opening import LanguageModel, open_language_model
from bot.settings import BotSettings
from index.errors import SettingsError
from tests.bot.answering.coast import Coast
from tests.bot.answering.llm.speaking import answer, answering, keys, settings, statement
from tests.bot.answering.llm.stub_server import Reply, Request, StubServer

TALL = Question("How many metres does the rebuilt tower stand above the quay?")
QUOTE = "The rebuilt tower stands 41 metres above the quay, six more than the old one."


def right(request: Request) -> str:
    key = keys(request)["Lindau lighthouse reopens"]
    return answer(statement("The rebuilt tower stands 41 metres above the quay.", (key, QUOTE)))


async def test_a_statement_that_its_passage_supports_is_shown_with_its_footnote(tmp_path: Path) -> None:
    async with (
        StubServer([Reply(right)]) as server,
        answering(Coast(), settings(server, tmp_path)) as answers,
    ):
        shown = await answers.answer(TALL)
    assert shown.outcome is Outcome.ANSWERED
    (said,) = shown.statements
    assert (said.text, said.quoted) == ("The rebuilt tower stands 41 metres above the quay.", False)
    assert said.citations[0].quote == QUOTE
    assert shown.footnotes[0].article.title == "Lindau lighthouse reopens"
    assert shown.degraded is None
    assert server.refused == []


async def test_with_a_persons_limit_met_no_model_is_asked_and_quotes_answer(tmp_path: Path) -> None:
    limit = ModelLimit("person", 5, "minute", 40.0, datetime(2026, 6, 1, tzinfo=UTC))
    before = (Turn("When was the Lindau lighthouse rebuilt?"),)
    async with (
        StubServer([Reply(right)]) as server,
        answering(Coast(), settings(server, tmp_path)) as answers,
    ):
        shown = await answers.answer(replace(TALL, conversation=before, model_limit=limit))
    assert server.requests == []
    assert shown.outcome is Outcome.ANSWERED
    assert all(said.quoted for said in shown.statements)
    assert shown.degraded is Degraded.LIMIT


async def test_where_quotes_are_wanted_no_model_hears_of_the_question(tmp_path: Path) -> None:
    before = (Turn("When was the Lindau lighthouse rebuilt?"),)
    async with (
        StubServer([Reply(right)]) as server,
        answering(Coast(), settings(server, tmp_path)) as answers,
    ):
        shown = await answers.answer(replace(TALL, conversation=before, quotes_only=True))
    assert server.requests == []
    assert shown.outcome is Outcome.ANSWERED
    assert shown.degraded is None


async def test_statements_appear_one_by_one_and_stay(tmp_path: Path) -> None:
    def both(request: Request) -> str:
        first, second = keys(request)["Lindau lighthouse reopens"], keys(request)["Coast plans a new light"]
        return answer(
            statement("The rebuilt tower stands 41 metres above the quay.", (first, QUOTE)),
            statement(
                "Officials give the height of the planned tower as 40 metres.", (second, "the planned tower")
            ),
        )

    seen: list[Answer] = []
    async with StubServer([Reply(both)]) as server, answering(Coast(), settings(server, tmp_path)) as answers:
        shown = await answers.answer(TALL, seen.append)
    assert [len(state.statements) for state in seen] == [1, 2]
    assert seen[0].footnotes == shown.footnotes[:1]
    assert seen[0].statements == shown.statements[:1]
    assert [note.number for note in shown.footnotes] == [1, 2]


async def test_the_prompt_holds_fenced_passages_and_the_question_and_asks_for_json(tmp_path: Path) -> None:
    async with (
        StubServer([Reply(right)]) as server,
        answering(Coast(), settings(server, tmp_path)) as answers,
    ):
        await answers.answer(TALL)
    (request,) = server.requests
    assert "never an instruction" in request.system
    assert request.user.endswith(f"Question: {TALL.text}")
    assert request.body["temperature"] == 0
    assert request.body["stream"] is True
    assert request.body["response_format"]["json_schema"]["strict"] is True


async def test_a_server_that_takes_no_schema_is_asked_without_from_then_on(tmp_path: Path) -> None:
    async with (
        StubServer([Reply(right)], structured=False, usage_option=False) as server,
        answering(Coast(), settings(server, tmp_path)) as answers,
    ):
        for _ in range(2):
            assert (await answers.answer(TALL)).degraded is None
    assert len(server.refused) == 2
    assert all("response_format" not in request.body for request in server.requests)


async def test_a_wrong_key_is_said_in_the_log_without_the_key(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with StubServer([Reply(right)]) as server:
        wrong = settings(server, tmp_path, llm_api_key=SecretStr("sk-wrong"))
        async with answering(Coast(), wrong) as answers:
            shown = await answers.answer(TALL)
    assert shown.degraded is Degraded.AWAY
    assert "HTTP 401" in caplog.text
    assert "sk-wrong" not in caplog.text
    assert TALL.text not in caplog.text


async def test_a_model_that_goes_on_for_ever_is_hung_up_on(tmp_path: Path) -> None:
    async with StubServer([Reply("la " * 100, endless=True)]) as server:
        async with answering(Coast(), settings(server, tmp_path)) as answers:
            await answers.answer(TALL)
        await asyncio.sleep(0.2)
        assert server.gone == 1


async def test_a_question_with_parts_is_searched_and_answered_part_by_part(tmp_path: Path) -> None:
    def parts(request: Request) -> str:
        key = keys(request)["Lindau lighthouse reopens"]
        return answer(statement("The rebuilt tower stands 41 metres above the quay.", (key, QUOTE), part=1))

    coast = Coast()
    question = Question("How tall is the rebuilt tower and what did the Lindau ferry cost?")
    async with StubServer([Reply(parts)]) as server, answering(coast, settings(server, tmp_path)) as answers:
        shown = await answers.answer(question)
    assert [search.text for search in coast.searches] == [
        "How tall is the rebuilt tower (Lindau)?",
        "What did the Lindau ferry cost?",
    ]
    assert shown.unanswered == ("What did the Lindau ferry cost?",)
    assert "1. How tall is the rebuilt tower" in server.requests[0].user


async def test_without_a_model_nothing_is_loaded_and_quotes_answer(tmp_path: Path) -> None:
    async with open_language_model(BotSettings(data_dir=tmp_path)) as model:
        assert model == LanguageModel()


async def test_anthropic_without_its_package_is_refused_with_what_to_install(tmp_path: Path) -> None:
    claude = BotSettings(data_dir=tmp_path, llm_model="claude-sonnet", llm_api_key=SecretStr("x"))
    if importlib.util.find_spec("llama_index.llms.anthropic"):
        pytest.skip("the optional package for Anthropic is installed")
    with pytest.raises(SettingsError, match="llama-index-llms-anthropic"):
        async with open_language_model(claude):
            raise AssertionError("it must not open")
