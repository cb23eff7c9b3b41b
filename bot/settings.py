"""Used by the bot's commands: the index's settings, and what Discord needs besides."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, AnyHttpUrl, BeforeValidator, Field, SecretStr, model_validator

from bot.logs import LogFormat
from bot.rates import EXPECTS, read_rates
from bot.shards import MAX_SHARDS, Share, check_share, read_ids
from index.settings import IndexSettings


def _split(value: object) -> object:
    """What is written with commas between, as a list."""
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def _readable(text: str) -> str:
    read_rates(text)
    return text


# A limit such as "10 per minute"; kept as it is written, and read where it is used.
RateText = Annotated[str, AfterValidator(_readable)]
Ids = Annotated[tuple[int, ...], BeforeValidator(_split)]
ShardIds = Annotated[tuple[int, ...], BeforeValidator(read_ids)]


class BotSettings(IndexSettings):
    """What `python -m bot` needs to know. Field names are the variables' names in lower case."""

    discord_token: SecretStr | None = Field(
        None, description="the bot's token from Discord's developer portal"
    )
    discord_api_url: AnyHttpUrl | None = Field(
        None, description="another Discord-compatible server's API, such as http://127.0.0.1:3001/api/v10"
    )
    shard_count: int | None = Field(
        None, ge=1, le=MAX_SHARDS, description=f"a whole number from 1 to {MAX_SHARDS}"
    )
    shard_ids: ShardIds = Field((), description="ids of shards and ranges with commas between, such as 0-3,7")
    answers_kept_days: int = Field(
        30,
        ge=1,
        le=365,
        description="for how many days an answer's buttons work: a whole number from 1 to 365",
    )
    questions_kept_days: int = Field(
        90,
        ge=1,
        le=365,
        description="for how many days logged questions and feedback are kept: a whole number from 1 to 365",
    )
    admin_roles: Ids = Field((), description="ids of roles, with commas between")
    admin_servers: Ids = Field((), description="ids of servers, with commas between")
    message_content: bool = Field(False, description="yes or no")
    watch_articles: bool = Field(False, description="yes or no")
    audit_channel: int | None = Field(None, ge=1, description="a channel's id")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="one of debug, info, warning, error"
    )
    log_format: LogFormat = Field("text", description="text or json")
    http_host: str = Field("127.0.0.1", min_length=1, description="an address of this machine")
    http_port: int | None = Field(
        None, ge=0, le=65_535, description="a port's number, from 1 to 65535 (0: one that is free)"
    )
    limit_person: RateText = Field("10 per minute, 120 per hour", description=EXPECTS)
    limit_channel: RateText = Field("40 per minute", description=EXPECTS)
    limit_server: RateText = Field("100 per minute, 2000 per hour", description=EXPECTS)
    limit_server_daily: int | None = Field(
        10_000, ge=1, description="the questions of one server in a day: a whole number from 1"
    )
    limit_at_once: int = Field(
        5, ge=1, le=50, description="the questions of one person under way: a whole number from 1 to 50"
    )
    limit_llm_person: RateText = Field("5 per minute, 60 per hour", description=EXPECTS)
    limit_llm_server: RateText = Field("50 per minute, 1000 per hour", description=EXPECTS)
    llm_model: str | None = Field(None, min_length=1, description="a language model's name on LLM_BASE_URL")
    llm_base_url: AnyHttpUrl | None = Field(
        None, description="an OpenAI-compatible server, such as http://127.0.0.1:11434/v1"
    )
    llm_api_key: SecretStr | None = Field(None, description="that server's key")
    llm_timeout_s: float = Field(
        30.0,
        gt=0,
        le=100,
        description="the seconds that the language model may take: more than 0, at most 100",
    )
    llm_answer_tokens: int = Field(
        6000,
        ge=1000,
        le=100_000,
        description="the tokens, read and written, for one answer: a whole number from 1000 to 100000",
    )
    llm_daily_tokens: int | None = Field(
        None, ge=1, description="the tokens, read and written, for one day: a whole number from 1"
    )
    llm_input_price: float | None = Field(
        None, ge=0, description="what a million tokens cost that the model reads: a number"
    )
    llm_output_price: float | None = Field(
        None, ge=0, description="what a million tokens cost that the model writes: a number"
    )

    @model_validator(mode="after")
    def _shards_fit(self) -> Self:
        check_share(self.shard_count, self.shard_ids)
        return self

    @property
    def share(self) -> Share:
        """Which of the bot's shards this process runs."""
        return check_share(self.shard_count, self.shard_ids)
