"""From feedback to test questions: lines that `python -m bot evaluate` reads (docs/evaluation.md).

Answers that were found helpful become questions with the articles that they cited, and with the words that
answer where these can be told; questions that an admin marked as rightly not answered become questions
without an answer. Nobody's id goes out with them.
"""

import json

from bot.storage.state import State


async def export_lines(state: State, guild_id: int | None) -> list[str]:
    """One JSON object a line, each question once. guild_id: None for all servers. Raises StorageError."""
    rows: dict[str, dict[str, object]] = {}
    for number, liked in enumerate(await state.feedback.liked(guild_id), start=1):
        row: dict[str, object] = {"id": f"helpful-{number}", "question": liked.question}
        if liked.words:
            row["answer"] = liked.words
        row |= {"relevant": list(liked.articles), "asked": liked.day.isoformat()}
        rows[_same(liked.question)] = row
    for question in await state.questions.missing(guild_id):
        row = {"id": f"missing-{question.id}", "question": question.text, "answer": None}
        rows.setdefault(_same(question.text), row | {"asked": question.day.isoformat()})
    return [json.dumps(row, ensure_ascii=False) for row in rows.values()]


def _same(question: str) -> str:
    return " ".join(question.casefold().split())
