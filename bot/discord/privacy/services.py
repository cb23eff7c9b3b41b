"""Behind /privacy: to which services beside Discord a question goes, by the operator's settings."""

import ipaddress
from dataclasses import dataclass

from yarl import URL

from bot.settings import BotSettings

ANTHROPIC_MODELS = ("claude", "anthropic/")
BUNDLED = "bundled"  # EMBEDDING_MODEL's default: the bot's own
THIS_MACHINE = "localhost"


@dataclass(frozen=True, slots=True)
class Service:
    """A server's name, and whether it is this very machine."""

    host: str
    here: bool


def language_model(settings: BotSettings) -> Service | None:
    """Who words the answers; None where nobody does."""
    if settings.llm_model is None:
        return None
    if settings.llm_base_url is not None:
        return _service(str(settings.llm_base_url))
    anthropic = settings.llm_model.startswith(ANTHROPIC_MODELS)
    return Service("api.anthropic.com (Anthropic)" if anthropic else "api.openai.com (OpenAI)", here=False)


def embeddings(settings: BotSettings) -> Service | None:
    """Who turns a question into the numbers that it is searched by; None where the bot does it itself."""
    if settings.embedding_base_url is None or settings.embedding_model == BUNDLED:
        return None
    return _service(str(settings.embedding_base_url))


def _service(address: str) -> Service:
    host = URL(address).host or address
    try:
        here = ipaddress.ip_address(host).is_loopback
    except ValueError:
        here = host == THIS_MACHINE
    return Service(host, here)
