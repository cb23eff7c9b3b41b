"""Used by the faces: what was done with the times that a question names, in words."""

from collections.abc import Callable
from datetime import date

from bot.answer import Answer, Outcome, PeriodUse
from bot.messages import Messages
from index.passage import Period

SayDay = Callable[[date | None], str]


def period_lines(answer: Answer, messages: Messages, say_day: SayDay) -> list[str]:
    """A line for each period. A refusal begins with those that alone were searched (`nothing_found`)."""
    kinds = {
        PeriodUse.ONLY: "answer-period-only",
        PeriodUse.PREFERRED: "answer-period-preferred",
        PeriodUse.SET_ASIDE: "answer-period-set-aside",
    }
    return [
        messages(
            kinds[used.use],
            period=_period(used.period, messages, say_day),
            open="no" if used.period.end else "yes",
        )
        for used in answer.periods
        if answer.outcome is Outcome.ANSWERED or used.use is not PeriodUse.ONLY
    ]


def nothing_found(answer: Answer, messages: Messages, say_day: SayDay) -> str:
    """How a refusal begins: nothing answers, in all articles or in those of a period."""
    only = [used.period for used in answer.periods if used.use is PeriodUse.ONLY]
    if not only:
        return messages("answer-nothing-found")
    return " ".join(
        [
            *(messages("answer-nothing-in-period", period=_period(one, messages, say_day)) for one in only),
            messages("answer-nothing-in-period-next"),
        ]
    )


def _period(period: Period, messages: Messages, say_day: SayDay) -> str:
    shape = "between"
    if period.end is None:
        shape = "since"
    elif period.start is None:
        shape = "until"
    elif period.start == period.end:
        shape = "day"
    return messages("answer-period", shape=shape, start=say_day(period.start), end=say_day(period.end))
