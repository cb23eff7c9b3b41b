"""A limit is written in words, and one that cannot be meant is refused with what is expected."""

import pytest

from bot.rates import Per, Rate, read_rates
from bot.settings import BotSettings
from index.errors import SettingsError


def test_a_rate_is_read_with_its_time() -> None:
    assert read_rates("5 per minute") == (Rate(5, Per.MINUTE),)
    assert read_rates(" 5/Minute ,  60 per hour") == (Rate(5, Per.MINUTE), Rate(60, Per.HOUR))
    assert read_rates("none") == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5",
        "0 per minute",
        "-1 per minute",
        "5 per fortnight",
        "5 per minute 60 per hour",
        "60 per hour, 5 per minute",  # the longer time first
        "5 per minute, 6 per minute",
        "5 per minute, 5 per hour",  # the first could never be met
        "5 per minute, 301 per hour",  # the second could never be met
    ],
)
def test_what_cannot_be_meant_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="10 per minute"):
        read_rates(text)


def test_a_wrong_limit_is_named_before_anything_starts() -> None:
    with pytest.raises(SettingsError, match="LIMIT_PERSON must be such as"):
        BotSettings.load({"LIMIT_PERSON": "many"})
