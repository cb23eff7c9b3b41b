"""Used by the bot's commands: the index's settings, and what Discord needs besides."""

from typing import Literal

from pydantic import AnyHttpUrl, Field, SecretStr

from index.settings import IndexSettings


class BotSettings(IndexSettings):
    """What `python -m bot` needs to know. Field names are the variables' names in lower case."""

    discord_token: SecretStr | None = Field(
        None, description="the bot's token from Discord's developer portal"
    )
    discord_api_url: AnyHttpUrl | None = Field(
        None, description="another Discord-compatible server's API, such as http://127.0.0.1:3001/api/v10"
    )
    answers_kept_days: int = Field(
        30,
        ge=1,
        le=365,
        description="for how many days an answer's buttons work: a whole number from 1 to 365",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="one of debug, info, warning, error"
    )
