"""Beside the statements: how a question was understood, where articles differ, what is missing and why."""

from bot.answer import Answer, Degraded, Side
from bot.discord.questions.admission import limited_line
from bot.discord.toolkit.article_line import day
from bot.discord.toolkit.markup import SMALL, escape_within
from bot.messages import Messages
from bot.presenting.period_words import period_lines

QUESTION_ROOM = 300
SIDE_ROOM = 80
SIDES_SHOWN = 4


def understood_line(answer: Answer, messages: Messages) -> list[str]:
    """How a follow-up question was read, where it was not answered as it stands."""
    if not answer.understood:
        return []
    return [messages("answer-understood", question=escape_within(answer.understood, QUESTION_ROOM))]


def remarks(answer: Answer, messages: Messages) -> list[str]:
    """Paragraphs to go under the statements, or under a refusal: what a reader must not miss."""
    lines = []
    if answer.conflict:
        sides = [_side(side, rank, messages) for rank, side in enumerate(answer.conflict.sides[:SIDES_SHOWN])]
        lines.append(messages("answer-conflict", sides=", ".join(sides)))
    lines += [
        messages("answer-unanswered", part=escape_within(part, QUESTION_ROOM)) for part in answer.unanswered
    ]
    return lines


def small_print(answer: Answer, messages: Messages) -> list[str]:
    """Lines on how it was answered: which times were kept to, and why without the language model."""
    lines = period_lines(answer, messages, lambda one: day(one, messages))
    if answer.degraded is Degraded.LIMIT and (limit := answer.question.model_limit):
        lines.append(limited_line(limit, messages))
    elif answer.degraded:
        lines.append(messages("answer-degraded", why=answer.degraded.name.lower()))
    return [f"{SMALL}{line}" for line in lines]


def _side(side: Side, rank: int, messages: Messages) -> str:
    kind = "answer-conflict-newest" if rank == 0 and side.published else "answer-conflict-side"
    words = escape_within(side.words, SIDE_ROOM)
    return messages(kind, words=f"**{words}**", date=day(side.published, messages))
