"""Beside the flow: what people think of answers, in the bot's SQLite file. One voice each, for each answer.

The question is not kept with it, unless whoever asked agrees, or the server logs questions anyway
(bot/storage/question_log.py).
"""

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from bot.answer import Answer
from bot.storage.database import Database

REASON_ROOM = 500
REASONS_READ = 50
_GIVE = """
    INSERT INTO feedback (answer_id, person_id, guild_id, helpful, articles, words, generation, given_on)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (answer_id, person_id) DO UPDATE SET
        helpful = excluded.helpful, given_on = excluded.given_on,
        reason = CASE WHEN excluded.helpful THEN '' ELSE reason END
"""
_EXPORT = """
    SELECT feedback.answer_id, coalesce(max(feedback.question), max(questions.question)),
        articles_of, words_of, min(feedback.given_on)
    FROM (SELECT answer_id, max(articles) AS articles_of, max(words) AS words_of FROM feedback
        WHERE ? IS NULL OR guild_id = ? GROUP BY answer_id HAVING 2 * sum(helpful) > count(*)) AS liked
    JOIN feedback USING (answer_id) LEFT JOIN questions USING (answer_id)
    GROUP BY feedback.answer_id ORDER BY min(feedback.given_on), feedback.answer_id
"""


@dataclass(frozen=True, slots=True)
class Voice:
    """One person's judgement of one answer."""

    answer_id: str
    person_id: int
    guild_id: int | None
    helpful: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an answer was not helpful, and on which day that was said."""

    text: str
    day: date


@dataclass(frozen=True, slots=True)
class Summary:
    """The voices of a time: `criticised` are ids of cited articles, most often first, with how often."""

    helpful: int
    not_helpful: int
    criticised: tuple[tuple[str, int], ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Liked:
    """An answer that most found helpful, with its question: `words` are those that answer, in the articles'
    own spelling, empty where they cannot be told."""

    answer_id: str
    question: str
    articles: tuple[str, ...]
    words: str
    day: date


class Feedback:
    """Every call raises StorageError where the disk fails it."""

    def __init__(self, database: Database, kept_s: float, clock: Callable[[], float]) -> None:
        self._database = database
        self._kept_s = kept_s
        self._clock = clock

    async def give(self, voice: Voice, answer: Answer) -> None:
        """Take in a voice; a later one of the same person takes its place."""
        articles = json.dumps([note.article.id for note in answer.footnotes])
        row = (
            *(voice.answer_id, voice.person_id, voice.guild_id, voice.helpful),
            *(articles, answering_words(answer), answer.generation, self._today()),
        )
        await self._database.run(lambda db: db.execute(_GIVE, row))

    async def explain(self, answer_id: str, person_id: int, reason: str) -> bool:
        """Add the reason to a voice; False where there is none that says not helpful."""
        row = (reason[:REASON_ROOM], answer_id, person_id)
        return await self._changed(
            "UPDATE feedback SET reason = ? WHERE answer_id = ? AND person_id = ? AND NOT helpful", row
        )

    async def keep_question(self, answer_id: str, person_id: int, question: str) -> bool:
        """Add the question, which who asked it agreed to; False where they have no voice on the answer."""
        row = (question, answer_id, person_id)
        return await self._changed(
            "UPDATE feedback SET question = ? WHERE answer_id = ? AND person_id = ?", row
        )

    async def summary(self, guild_id: int, days: int) -> Summary:
        """What a server's people said in the last so many days."""
        first = _day_of(self._clock() - (days - 1) * 86_400)

        def read(db: sqlite3.Connection) -> Summary:
            rows = db.execute(
                "SELECT helpful, articles, reason, given_on FROM feedback"
                " WHERE guild_id = ? AND given_on >= ? ORDER BY given_on DESC",
                (guild_id, first),
            ).fetchall()
            bad = [row for row in rows if not row[0]]
            counts: dict[str, int] = {}
            for _, articles, _, _ in bad:
                for article in set(json.loads(articles)):
                    counts[article] = counts.get(article, 0) + 1
            reasons = [Reason(text, date.fromisoformat(day)) for _, _, text, day in bad if text]
            criticised = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
            return Summary(len(rows) - len(bad), len(bad), tuple(criticised), tuple(reasons[:REASONS_READ]))

        return await self._database.run(read)

    async def liked(self, guild_id: int | None) -> tuple[Liked, ...]:
        """The answers of a server (None: of all) that most found helpful and whose question is kept."""
        rows = await self._database.run(lambda db: db.execute(_EXPORT, (guild_id, guild_id)).fetchall())
        return tuple(
            Liked(answer_id, question, tuple(json.loads(articles)), words, date.fromisoformat(day))
            for answer_id, question, articles, words, day in rows
            if question
        )

    async def purge(self) -> int:
        """Delete what is older than it is kept; how many voices that were."""
        oldest = _day_of(self._clock() - self._kept_s)
        return await self._database.run(
            lambda db: db.execute("DELETE FROM feedback WHERE given_on < ?", (oldest,)).rowcount
        )

    async def _changed(self, statement: str, row: Sequence[object]) -> bool:
        return bool(await self._database.run(lambda db: db.execute(statement, row).rowcount))

    def _today(self) -> str:
        return _day_of(self._clock())


def answering_words(answer: Answer) -> str:
    """The words of the first statement that answer the question, if they stand in a quote."""
    for statement in answer.statements:
        for start, end in statement.bold:
            words = statement.text[start:end].strip(" .,;:!?")
            if words and any(words in citation.quote for citation in statement.citations):
                return words
    return ""


def _day_of(timestamp: float) -> str:
    """The day alone: when exactly somebody judged is nobody's business."""
    return datetime.fromtimestamp(timestamp, UTC).date().isoformat()
