"""The edge itself: LlamaIndex's classes for OpenAI-compatible servers and for Anthropic.

Importing LlamaIndex takes some 2.5 s and 100 MB, so it is done in a thread, and only with LLM_MODEL set.
"""

import importlib.util
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from yarl import URL

from bot.answering.llm.model import ModelError, Piece, Prompt, Trouble, Usage
from bot.settings import BotSettings
from index.errors import SettingsError

log = logging.getLogger(__name__)

ANTHROPIC = "anthropic/"  # before a model's name: a server that speaks Anthropic's protocol
ANTHROPIC_MODELS = "claude"
# From its version 1 on, LlamaIndex's class for it fails at the first message (tried: 1.17, 2.12).
INSTALL = ".venv/bin/pip install llama-index-llms-anthropic 'anthropic<1'"
UNKNOWN_CONTEXT = 200_000  # tokens
CONNECT_S = 5.0
BAD_REQUEST, BUSY, SERVER_ERROR = 400, 429, 500
UNPROCESSABLE = 422
_FINISHED = frozenset({"stop", "end_turn", "stop_sequence"})

Form = Callable[[Prompt], dict[str, object]]  # what goes with a request beyond its messages


class HostedModel:
    """A model behind a server, spoken to through LlamaIndex."""

    def __init__(self, llm: Any, forms: Sequence[Form], close: Callable[[], Awaitable[None]]) -> None:
        """llm: LlamaIndex's class. forms: the fullest first; one that is refused is not tried again.

        close: closes the connections.
        """
        self._llm = llm
        self._forms = list(forms)
        self.close = close

    async def stream(self, prompt: Prompt, max_tokens: int) -> AsyncGenerator[Piece, None]:
        """As `Model.stream`. A server that does not take a form is asked again in a plainer one."""
        while True:
            begun = False
            try:
                async for piece in self._stream_once(prompt, max_tokens):
                    begun = True
                    yield piece
            except ModelError as error:
                if begun or error.trouble is not Trouble.FORM or len(self._forms) == 1:
                    raise
                refused = self._forms.pop(0)
                log.info("The language model's server takes no %s; asking without.", refused.__name__)
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
            source = await self._llm.astream_chat(messages, max_tokens=max_tokens, **self._forms[0](prompt))
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


def load(settings: BotSettings) -> HostedModel:
    """The model that the settings name. Slow: not for an event loop. Raises SettingsError."""
    model = settings.llm_model or ""
    key = settings.llm_api_key.get_secret_value() if settings.llm_api_key else None
    if is_anthropic(settings):
        return _load_anthropic(model.removeprefix(ANTHROPIC), key, settings)
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
    return HostedModel(llm, (_schema, _usage_option, _nothing_more), client.aclose)


def _load_anthropic(model: str, key: str | None, settings: BotSettings) -> HostedModel:
    from llama_index.llms.anthropic import Anthropic
    from llama_index.llms.anthropic.utils import CLAUDE_MODELS

    # LlamaIndex refuses models that it does not know by name, for want of their context's size, which it
    # then does not use; new ones come out more often than it does.
    CLAUDE_MODELS.setdefault(model, UNKNOWN_CONTEXT)
    # Its client adds "/v1/messages" itself.
    base = URL(str(settings.llm_base_url)) if settings.llm_base_url else None
    if base is not None and base.path.rstrip("/").endswith("/v1"):
        base = base.with_path(base.path.rstrip("/").removesuffix("/v1"))
    llm = Anthropic(
        model=model,
        api_key=key,
        base_url=None if base is None else str(base),
        max_retries=0,
        timeout=settings.llm_timeout_s,
    )
    # LlamaIndex has no way to close it, and left open it warns at the end.
    return HostedModel(llm, (_output_config, _no_temperature), llm._aclient.close)


def _schema(prompt: Prompt) -> dict[str, object]:
    named = {"name": prompt.schema_name, "strict": True, "schema": dict(prompt.schema)}
    return {**_usage_option(prompt), "response_format": {"type": "json_schema", "json_schema": named}}


def _usage_option(_: Prompt) -> dict[str, object]:
    return {"stream_options": {"include_usage": True}}


def _nothing_more(_: Prompt) -> dict[str, object]:
    return {}


def _output_config(prompt: Prompt) -> dict[str, object]:
    wanted = {"type": "json_schema", "schema": dict(prompt.schema)}
    return {**_no_temperature(prompt), "output_config": {"format": wanted}}


def _no_temperature(_: Prompt) -> dict[str, object]:
    """Newer models of Anthropic refuse a temperature, and LlamaIndex knows only some of them."""
    from anthropic import omit

    return {"temperature": omit}


def is_anthropic(settings: BotSettings) -> bool:
    """Whether the settings name a model that is spoken to in Anthropic's protocol."""
    model = settings.llm_model or ""
    return model.startswith(ANTHROPIC) or (
        model.startswith(ANTHROPIC_MODELS) and settings.llm_base_url is None
    )


def check(settings: BotSettings) -> None:
    """Raise SettingsError for a model that cannot be used for want of a package or a key."""
    if not is_anthropic(settings):
        return
    try:
        there = importlib.util.find_spec("llama_index.llms.anthropic") is not None
        fits = there and version("anthropic").split(".")[0] == "0"
    except (ModuleNotFoundError, PackageNotFoundError):
        there = fits = False
    if not fits:
        raise SettingsError(
            f"LLM_MODEL is {settings.llm_model}, and the package for Anthropic is "
            + ("of a version that LlamaIndex does not work with." if there else "not installed."),
            f"Run `{INSTALL}`, or name another server in LLM_BASE_URL.",
        )
    if settings.llm_api_key is None:
        raise SettingsError(
            f"LLM_MODEL is {settings.llm_model}, but LLM_API_KEY is not set.", "See docs/llm.md."
        )


def _told(raw: Any) -> tuple[Usage | None, bool]:
    """Usage and end, from one chunk as the server sent it."""
    if isinstance(raw, Mapping):  # one of Anthropic's events, as LlamaIndex hands it on
        usage, reason = raw.get("usage"), getattr(raw.get("delta"), "stop_reason", None)
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
    if status < BAD_REQUEST:  # an error in the middle of a stream that had begun well
        return ModelError(Trouble.BROKE_OFF, f"{name} in the stream")
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
