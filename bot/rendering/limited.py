"""Words for whoever has asked too much: which limit it is, and exactly when they can ask again."""

import math
from datetime import datetime

from bot.answering.types import ModelLimit
from bot.limiting.rate_limits import Met
from bot.messages import Messages

MINUTE, HOUR, DAY = 60, 3600, 86_400


def refusal(met: Met, messages: Messages, message_id: str = "limit-met") -> str:
    """What the person is told."""
    return messages(
        message_id,
        whose=met.whose,
        most=met.rate.most,
        questions=messages("limit-questions", most=met.rate.most),
        per=messages("limit-per", per=met.rate.per),
        wait=wait_words(met.wait_s, messages),
        moment=_moment(met.until, met.wait_s),
    )


def limited_line(limit: ModelLimit, messages: Messages) -> str:
    """Under an answer that stands in for a language model's."""
    return messages(
        "limit-model",
        whose=limit.whose,
        answers=messages("limit-answers", most=limit.most),
        per=messages("limit-per", per=limit.per),
        wait=wait_words(limit.wait_s, messages),
        moment=_moment(limit.until, limit.wait_s),
    )


def wait_words(wait_s: float, messages: Messages) -> str:
    """A wait, rounded up so that nobody comes too early: 40 s, 2 min 5 s, 3 h 10 min."""
    seconds = math.ceil(wait_s)
    if seconds >= HOUR:
        hours, minutes = divmod(math.ceil(seconds / MINUTE), MINUTE)
        parts = [
            messages("limit-hours", hours=hours),
            messages("limit-minutes", minutes=minutes) * bool(minutes),
        ]
    else:
        minutes, seconds = divmod(seconds, MINUTE)
        parts = [
            messages("limit-minutes", minutes=minutes) * bool(minutes),
            messages("limit-seconds", seconds=seconds) * bool(seconds),
        ]
    return " ".join(part for part in parts if part)


def _moment(until: datetime, wait_s: float) -> str:
    """The same moment on the reader's own clock, as Discord shows it; it stays true when it is read later."""
    style = "T" if wait_s < HOUR else "t" if wait_s < DAY else "f"
    return f"<t:{math.ceil(until.timestamp())}:{style}>"
