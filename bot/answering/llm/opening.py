"""At start-up: the language model that the settings name, put together, or none."""

import asyncio
import logging
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.answering.composing import Composer
from bot.answering.llm import hosted
from bot.answering.llm.breaker import Breaker
from bot.answering.llm.budget import DailyBudget, Prices
from bot.answering.llm.calling import Caller, Limits
from bot.answering.llm.composer import LlmComposer
from bot.answering.llm.meter import Reading
from bot.answering.llm.model import ModelError, Piece, Prompt, Trouble
from bot.answering.llm.rewriting import LlmReader
from bot.answering.question.reader import Reader
from bot.settings import BotSettings

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """What an `Answerer` takes of a language model."""

    composers: tuple[Composer, ...] = ()
    reader: Reader | None = None
    reading: Callable[[], Reading] | None = None  # what it has taken until now


class LoadingModel:
    """A model that is loaded in a thread, from the start on; whoever asks too soon waits for it."""

    def __init__(self, settings: BotSettings) -> None:
        self._loading = asyncio.create_task(asyncio.to_thread(hosted.load, settings), name="language model")

    async def stream(self, prompt: Prompt, max_tokens: int) -> AsyncGenerator[Piece, None]:
        """As `Model.stream`."""
        try:
            model = await asyncio.shield(self._loading)
        except Exception as error:
            log.exception("The language model could not be loaded.")
            raise ModelError(Trouble.REJECTED, type(error).__name__) from error
        async with aclosing(model.stream(prompt, max_tokens)) as pieces:
            async for piece in pieces:
                yield piece

    async def close(self) -> None:
        """Wait for the thread, which cannot be stopped, and close the connections."""
        await asyncio.wait([self._loading])
        if not self._loading.cancelled() and self._loading.exception() is None:
            await self._loading.result().close()


@asynccontextmanager
async def open_language_model(settings: BotSettings) -> AsyncIterator[LanguageModel]:
    """The model that the settings name; without one nothing is imported. Raises SettingsError."""
    if settings.llm_model is None:
        yield LanguageModel()
        return
    hosted.check(settings)
    model = LoadingModel(settings)
    caller = Caller(
        model,
        Limits(settings.llm_timeout_s, settings.llm_answer_tokens),
        Breaker(time.monotonic),
        DailyBudget(settings.data_dir, settings.llm_daily_tokens, lambda: datetime.now(UTC).date()),
        Prices(settings.llm_input_price, settings.llm_output_price),
    )
    try:
        yield LanguageModel((LlmComposer(caller),), LlmReader(caller), caller.reading)
    finally:
        await model.close()
