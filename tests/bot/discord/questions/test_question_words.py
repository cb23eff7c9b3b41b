"""Thanks, greetings and laughs are no questions; whatever asks or names something may be one."""

import pytest

from bot.discord.questions.question_words import is_courtesy


@pytest.mark.parametrize(
    "text",
    [
        "thanks!", "Thank you so much", "ok", "LOL", "👍", "nice, good bot", "", "???",
        "<:wave:123456789012345678>",
        "Danke dir!", "Vielen Dank", "¡Muchas gracias!", "merci beaucoup", "Muito obrigada", "дуже дякую",
    ],
)  # fmt: skip
def test_these_ask_nothing(text: str) -> None:
    assert is_courtesy(text)


@pytest.mark.parametrize(
    "text",
    [
        "why", "right?", "ok, and Berlin", "Thanks! And who built it?", "the bridge", "1998",
        "good news from Kyiv",
        "und danach", "¿y entonces?", "чому",
    ],
)  # fmt: skip
def test_these_may(text: str) -> None:
    assert not is_courtesy(text)
