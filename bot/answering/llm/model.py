"""The edge to language models: what is asked of one, what comes back, and how it fails."""

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Prompt:
    """`system` is ours alone; `user` holds foreign text. `schema` is the form of the answer (JSON Schema)."""

    system: str
    user: str
    schema_name: str
    schema: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens, as the server counts them."""

    read: int
    written: int


@dataclass(frozen=True, slots=True)
class Piece:
    """The next words of an answer; `usage` once, with the last piece, where the server tells it.

    `ended` says that the model came to its end, and was not cut off.
    """

    text: str = ""
    usage: Usage | None = None
    ended: bool = False


class Trouble(Enum):
    """What went wrong with a call."""

    AWAY = "it cannot be reached"
    BROKE_OFF = "it broke off"
    BUSY = "it is asked too much"
    FAILED = "it reports an error of its own"
    FORM = "it does not take the form that was asked for"
    REJECTED = "it rejects the request"


class ModelError(Exception):
    """A call to the model failed. `detail` holds no text of prompts or answers: it goes to the log."""

    def __init__(self, trouble: Trouble, detail: str = "", retry_after_s: float | None = None) -> None:
        super().__init__(f"{trouble.value} ({detail})" if detail else trouble.value)
        self.trouble = trouble
        self.retry_after_s = retry_after_s

    @property
    def retryable(self) -> bool:
        """Whether the same call may succeed a moment later."""
        return self.trouble in (Trouble.AWAY, Trouble.BROKE_OFF, Trouble.BUSY, Trouble.FAILED)


class Model(Protocol):
    """A language model behind a server."""

    def stream(self, prompt: Prompt, max_tokens: int) -> AsyncGenerator[Piece, None]:
        """The answer, piece by piece as it is written. Raises ModelError."""
        ...

    async def close(self) -> None: ...
