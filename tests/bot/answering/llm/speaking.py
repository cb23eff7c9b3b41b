"""What scripted models say: made from the keys that stand in the request, as a real one would."""

import asyncio
import importlib
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from pydantic import AnyHttpUrl, SecretStr

from bot.answering.answerer import Answerer
from bot.answering.llm.opening import open_language_model
from bot.settings import BotSettings
from index.searching.searcher import Searcher
from tests.bot.answering.llm.stub_server import KEY, MODEL, Request, StubServer

_FENCE = re.compile(r"(?m)^===\w+ passage (\w+) \| outlet: .* \| title: (.*)$")


def keys(request: Request) -> dict[str, str]:
    """The key of each passage, by its article's title."""
    return {title: key for key, title in _FENCE.findall(request.user)}


def statement(text: str, *supports: tuple[str, str], part: int = 1) -> dict[str, object]:
    return {"part": part, "text": text, "support": [{"key": key, "quote": quote} for key, quote in supports]}


def answer(*statements: dict[str, object], not_there: bool = False) -> str:
    return json.dumps({"statements": list(statements), "not_in_passages": not_there}, ensure_ascii=False)


def settings(server: StubServer, data_dir: Path, **others: object) -> BotSettings:
    values: dict[str, object] = {
        "data_dir": data_dir,
        "llm_model": MODEL,
        "llm_base_url": AnyHttpUrl(server.url),
        "llm_api_key": SecretStr(KEY),
        "llm_timeout_s": 20.0,
    }
    return BotSettings.model_validate(values | others)


@asynccontextmanager
async def answering(searcher: Searcher, its_settings: BotSettings) -> AsyncIterator[Answerer]:
    """The answering code with the language model of these settings, as `open_service` puts it together."""
    # Under load LlamaIndex takes long to import; a model's time limit is not to be spent on that.
    await asyncio.to_thread(importlib.import_module, "llama_index.llms.openai_like")
    async with open_language_model(its_settings) as model:
        with Answerer(searcher, composers=model.composers, reader=model.reader) as answerer:
            yield answerer
