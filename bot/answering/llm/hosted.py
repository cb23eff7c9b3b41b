"""The edge itself: LlamaIndex's classes for OpenAI-compatible servers and for Anthropic.

Importing LlamaIndex takes some 2.5 s and 100 MB, so it is done in a thread, and only with LLM_MODEL set.
"""

import importlib.util
import logging
from collections.abc import AsyncGenerator, Mapping
from contextlib import suppress
from typing import Any

from bot.answering.llm.model import ModelError, Piece, Prompt, Trouble, Usage
from bot.settings import BotSettings
from index.errors import SettingsError

log = logging.getLogger(__name__)

ANTHROPIC_MODELS = "claude"
CONNECT_S = 5.0
BAD_REQUEST, BUSY, SERVER_ERROR = 400, 429, 500
UNPROCESSABLE = 422
_FINISHED = frozenset({"stop", "end_turn", "stop_sequence"})
# What servers do not all take, fullest first: a form that is refused is not tried again.
_FORMS = ("schema", "usage", "plain")


class HostedModel:
    """A model behind a server, spoken to through LlamaIndex."""

    def __init__(self, llm: Any, client: Any = None, *, structured: bool = True) -> None:
        """llm: LlamaIndex's class; client: its HTTP client, closed with this."""
        self._llm = llm
        self._client = client
        self._form = 0 if structured else len(_FORMS) - 1

    async def stream(self, prompt: Prompt, max_tokens: int) -> AsyncGenerator[Piece, None]:
        """As `Model.stream`. A server that does not take a form is asked again in a plainer one."""
        while True:
            begun = False
            try:
                async for piece in self._stream_once(prompt, max_tokens):
                    begun = True
                    yield piece
            except ModelError as error:
                if begun or error.trouble is not Trouble.FORM or self._form + 1 == len(_FORMS):
                    raise
                self._form += 1
                log.info("The language model's server takes no %s; asking without.", _FORMS[self._form - 1])
            else:
                return

    async def _stream_once(self, prompt: Prompt, max_tokens: int) -> AsyncGenerator[Piece, None]:
        from llama_index.core.llms import ChatMessage, MessageRole

        messages = [
            ChatMessage(role=MessageRole.SYSTEM, content=prompt.system),
            ChatMessage(role=MessageRole.USER, content=prompt.user),
        ]
        source = None
        try:
            source = await self._llm.astream_chat(messages, max_tokens=max_tokens, **self._asked(prompt))
            async for response in source:
                usage, ended = _told(response.raw)
                if response.delta or usage or ended:
                    yield Piece(response.delta or "", usage, ended)
        except Exception as error:  # noqa: BLE001 - the edge: every library under it has its own tree
            raise _as_model_error(error) from None  # its text may hold the prompt
        finally:
            if source is not None:
                with suppress(RuntimeError):
                    await source.aclose()

    def _asked(self, prompt: Prompt) -> dict[str, object]:
        """What goes with the request beyond messages, as far as the server is known to take it."""
        form = _FORMS[self._form]
        asked: dict[str, object] = {}
        if form != "plain":
            asked["stream_options"] = {"include_usage": True}
        if form == "schema":
            named = {"name": prompt.schema_name, "strict": True, "schema": dict(prompt.schema)}
            asked["response_format"] = {"type": "json_schema", "json_schema": named}
        return asked

    async def close(self) -> None:
        """Close the connections."""
        if self._client is not None:
            await self._client.aclose()


def load(settings: BotSettings) -> HostedModel:
    """The model that the settings name. Slow: not for an event loop. Raises SettingsError."""
    model = settings.llm_model or ""
    key = settings.llm_api_key.get_secret_value() if settings.llm_api_key else None
    if is_anthropic(settings):
        from llama_index.llms.anthropic import Anthropic

        llm = Anthropic(
            model=model, api_key=key, temperature=0.0, max_retries=0, timeout=settings.llm_timeout_s
        )
        return HostedModel(llm, structured=False)
    import httpx
    from llama_index.llms.openai_like import OpenAILike

    client = httpx.AsyncClient(timeout=httpx.Timeout(settings.llm_timeout_s, connect=CONNECT_S))
    where = {"api_base": str(settings.llm_base_url)} if settings.llm_base_url else {}
    llm = OpenAILike(
        model=model,
        api_key=key or "none",
        is_chat_model=True,
        temperature=0.0,
        max_retries=0,
        timeout=settings.llm_timeout_s,
        async_http_client=client,
        **where,
    )
    return HostedModel(llm, client)


def is_anthropic(settings: BotSettings) -> bool:
    """Whether the settings name a model of Anthropic's own server."""
    return (settings.llm_model or "").startswith(ANTHROPIC_MODELS) and settings.llm_base_url is None


def check(settings: BotSettings) -> None:
    """Raise SettingsError for a model that cannot be used for want of a package or a key."""
    if not is_anthropic(settings):
        return
    try:
        there = importlib.util.find_spec("llama_index.llms.anthropic") is not None
    except ModuleNotFoundError:
        there = False
    if not there:
        raise SettingsError(
            f"LLM_MODEL is {settings.llm_model}, and the package for Anthropic is not installed.",
            "Run `.venv/bin/pip install llama-index-llms-anthropic`, or name another server in LLM_BASE_URL.",
        )
    if settings.llm_api_key is None:
        raise SettingsError(
            f"LLM_MODEL is {settings.llm_model}, but LLM_API_KEY is not set.", "See docs/llm.md."
        )


def _told(raw: Any) -> tuple[Usage | None, bool]:
    """Usage and end, from one chunk as the server sent it."""
    if isinstance(raw, Mapping):  # Anthropic's, as LlamaIndex hands it on
        usage, reason = raw.get("usage"), raw.get("stop_reason")
    else:
        usage = getattr(raw, "usage", None)
        choices = getattr(raw, "choices", None) or ()
        reason = next((getattr(choice, "finish_reason", None) for choice in choices), None)
    return _usage(usage), reason in _FINISHED


def _usage(usage: Any) -> Usage | None:
    if usage is None:
        return None
    values = usage if isinstance(usage, Mapping) else vars(usage)
    read = values.get("prompt_tokens", values.get("input_tokens"))
    written = values.get("completion_tokens", values.get("output_tokens"))
    return Usage(int(read), int(written)) if read is not None and written is not None else None


def _as_model_error(error: Exception) -> ModelError:
    """Any library's error as ours, by its HTTP status where it has one."""
    name = type(error).__name__
    status = getattr(error, "status_code", None)
    if not isinstance(status, int):
        away = "Connect" in name or "Timeout" in name or isinstance(error, OSError)
        return ModelError(Trouble.AWAY if away else Trouble.BROKE_OFF, name)
    detail = f"HTTP {status}"
    if status in (BAD_REQUEST, UNPROCESSABLE):
        return ModelError(Trouble.FORM, detail)
    if status == BUSY:
        return ModelError(Trouble.BUSY, detail, _retry_after(error))
    if status >= SERVER_ERROR:
        return ModelError(Trouble.FAILED, detail, _retry_after(error))
    return ModelError(Trouble.REJECTED, detail)


def _retry_after(error: Exception) -> float | None:
    headers = getattr(getattr(error, "response", None), "headers", {})
    try:
        return max(0.0, float(headers.get("retry-after", "")))
    except ValueError:
        return None
