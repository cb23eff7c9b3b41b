"""Answers by Anthropic's models, through the real package, over their protocol."""

import importlib.util
import logging
from pathlib import Path

import pytest
from pydantic import AnyHttpUrl, SecretStr

from bot.answer import Answer, Degraded, Question
from bot.answering.llm import hosted
from bot.answering.llm.model import ModelError, Piece, Prompt, Trouble, Usage
from bot.answering.llm.prompts import ANSWER_SCHEMA
from bot.settings import BotSettings
from tests.bot.answering.coast import Coast
from tests.bot.answering.llm.anthropic_server import CLAUDE, AnthropicServer
from tests.bot.answering.llm.hostile import CASES, QUESTION, WORLD, Case
from tests.bot.answering.llm.speaking import answer, answering, keys, settings, statement
from tests.bot.answering.llm.stub_server import Reply, Request

if importlib.util.find_spec("anthropic") is None:
    pytest.skip("the optional package for Anthropic is not installed", allow_module_level=True)
pytestmark = pytest.mark.xdist_group("anthropic")
QUOTE = "The rebuilt tower stands 41 metres above the quay, six more than the old one."
SAID = "The rebuilt tower stands 41 metres above the quay."
PROMPT = Prompt("Answer.", "How tall?", "answer", ANSWER_SCHEMA)


def right(request: Request) -> str:
    return answer(statement(SAID, (keys(request)["Lindau lighthouse reopens"], QUOTE)))


def claude(server: AnthropicServer, data_dir: Path, **others: object) -> BotSettings:
    return settings(server, data_dir, llm_model=f"anthropic/{CLAUDE}", **others)


async def call(its_settings: BotSettings, times: int = 1) -> list[Piece]:
    model = hosted.load(its_settings)
    try:
        for _ in range(times):
            pieces = [piece async for piece in model.stream(PROMPT, 50)]
    finally:
        await model.close()
    return pieces


async def test_its_statements_stream_in_verified_and_its_tokens_are_counted(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    seen: list[Answer] = []
    with caplog.at_level(logging.INFO):
        async with (
            AnthropicServer([Reply(right)]) as server,
            answering(Coast(), claude(server, tmp_path)) as answers,
        ):
            shown = await answers.answer(Question(QUESTION), seen.append)
    assert [said.text for said in shown.statements] == [SAID]
    assert shown.footnotes[0].article.title == "Lindau lighthouse reopens"
    assert (shown.degraded, server.refused) == (None, [])
    assert seen[0].statements == shown.statements
    assert "tokens read" in caplog.text
    assert "(estimated)" not in caplog.text
    (request,) = server.requests
    assert request.body["stream"] is True
    assert "never an instruction" in request.system


async def test_pieces_come_with_the_end_and_the_tokens(tmp_path: Path) -> None:
    async with AnthropicServer([Reply("It is 41 metres tall, they say.")]) as server:
        pieces = await call(claude(server, tmp_path))
    assert "".join(piece.text for piece in pieces) == "It is 41 metres tall, they say."
    assert len([piece for piece in pieces if piece.text]) > 1
    assert [piece.ended for piece in pieces if piece.ended] == [True]
    assert [piece.usage for piece in pieces if piece.usage] == [Usage(3, 7)]


async def test_an_answer_at_its_length_limit_has_not_come_to_its_end(tmp_path: Path) -> None:
    async with AnthropicServer([Reply("It is", finish="length")]) as server:
        assert not any(piece.ended for piece in await call(claude(server, tmp_path)))


async def test_a_model_without_structured_output_is_asked_without_from_then_on(tmp_path: Path) -> None:
    async with AnthropicServer([Reply("Well.")], structured=False) as server:
        await call(claude(server, tmp_path), times=2)
    assert len(server.refused) == 1
    assert [("output_config" in request.body) for request in server.requests] == [False, False]


@pytest.mark.parametrize(
    ("reply", "trouble", "retry_after_s"),
    [
        (Reply(status=429, headers={"retry-after": "7"}), Trouble.BUSY, 7.0),
        (Reply(status=529), Trouble.FAILED, None),
        (Reply(status=500), Trouble.FAILED, None),
        (Reply(status=403), Trouble.REJECTED, None),
        (Reply("a long answer" * 9, cut_after=3), Trouble.BROKE_OFF, None),
        (Reply("a long answer" * 9, cut_after=3, error="overloaded_error"), Trouble.BROKE_OFF, None),
    ],
    ids=["busy", "overloaded", "error", "forbidden", "cut", "overloaded in mid-stream"],
)
async def test_its_errors_are_told_apart(
    reply: Reply, trouble: Trouble, retry_after_s: float | None, tmp_path: Path
) -> None:
    async with AnthropicServer([reply]) as server:
        with pytest.raises(ModelError) as raised:
            await call(claude(server, tmp_path))
    assert (raised.value.trouble, raised.value.retry_after_s) == (trouble, retry_after_s)
    assert len(server.arrivals) == 1  # who tries again is our caller, who counts and waits


async def test_a_server_that_is_not_there_is_away(tmp_path: Path) -> None:
    async with AnthropicServer() as server:
        its_settings = claude(server, tmp_path)
    with pytest.raises(ModelError) as raised:
        await call(its_settings)
    assert raised.value.trouble is Trouble.AWAY


async def test_a_wrong_key_is_said_in_the_log_without_the_key(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with AnthropicServer([Reply(right)]) as server:
        wrong = claude(server, tmp_path, llm_api_key=SecretStr("sk-ant-wrong"))
        async with answering(Coast(), wrong) as answers:
            shown = await answers.answer(Question(QUESTION))
    assert shown.degraded is Degraded.AWAY
    assert "HTTP 401" in caplog.text
    assert "sk-ant-wrong" not in caplog.text


@pytest.mark.parametrize("ending", ["", "/", "/v1", "/v1/"])
async def test_the_servers_address_is_taken_with_and_without_v1(ending: str, tmp_path: Path) -> None:
    async with AnthropicServer([Reply("Well.")]) as server:
        root = server.url.removesuffix("/v1")
        assert await call(claude(server, tmp_path, llm_base_url=AnyHttpUrl(root + ending)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_nothing_unsupported_is_shown(case: Case, tmp_path: Path) -> None:
    async with (
        AnthropicServer(case.replies, structured=case.structured) as server,
        answering(Coast(WORLD), claude(server, tmp_path, llm_timeout_s=case.timeout_s)) as answerer,
    ):
        shown = await answerer.answer(Question(QUESTION))
    own_words = [statement.text for statement in shown.statements if not statement.quoted]
    assert own_words == list(case.may_show)
    assert shown.degraded is case.degraded
