"""Beside the flow: what the bot remembers between restarts, in one SQLite file.

Answers are kept so that their buttons go on working, for as many days as a setting says, and without
the question: nothing that a button does not need.
"""

import secrets
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bot.answer import Answer, Question
from bot.storage.conversations import Conversations
from bot.storage.daily_counts import Days
from bot.storage.database import Database
from bot.storage.feedback import Feedback
from bot.storage.kept_jobs import KeptJobs
from bot.storage.kept_replies import KeptReplies
from bot.storage.people import People
from bot.storage.question_log import QuestionLog
from bot.storage.servers import Servers

DAY_S = 86_400
ID_BYTES = 12  # 96 random bits: an id cannot be guessed, and "passages:<id>" stays short

KEEP_ANSWER = """INSERT INTO answers (id, channel_id, asker_id, private, payload, created_at)
    VALUES (?, ?, ?, ?, ?, ?)"""
_ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer as its buttons need it: without the question, with the cited passages only."""

    answer: Answer
    channel_id: int | None
    asker_id: int
    private: bool


class State:
    """Every call raises StorageError where the disk fails it.

    `jobs` is what admins set going, `servers` what they chose for their servers, `days` how much those asked
    today, `conversations` what was asked before, `replies` what answers which message, `questions` and
    `feedback` what a server's admins may read, `people` everything that is held of somebody; `database` is
    for what has a file of its own.
    """

    def __init__(
        self,
        path: Path,
        *,
        kept_days: int = 30,
        questions_kept_days: int = 90,
        clock: Callable[[], float] = time.time,
        new_id: Callable[[], str] = lambda: secrets.token_urlsafe(ID_BYTES),
    ) -> None:
        self._database = self.database = Database(path)
        self._kept_s = kept_days * DAY_S
        self._clock = clock
        self._new_id = new_id
        self.jobs = KeptJobs(self._database, self._kept_s, clock)
        self.conversations = Conversations(self._database, clock)
        self.replies = KeptReplies(self._database, self._kept_s, clock)
        self.servers = Servers(self._database, clock)
        self.days = Days(self._database)
        self.people = People(self._database)
        self.questions = QuestionLog(self._database, questions_kept_days * DAY_S, clock)
        self.feedback = Feedback(self._database, questions_kept_days * DAY_S, clock)

    async def keep_answer(
        self, answer: Answer, *, channel_id: int | None, asker_id: int, private: bool
    ) -> str:
        """Keep an answer for its buttons and return the id that they carry."""
        answer_id = self._new_id()
        payload = _ANSWER.dump_json(_needed(answer)).decode()
        row = (answer_id, channel_id, asker_id, private, payload, self._clock())
        await self._database.run(lambda db: db.execute(KEEP_ANSWER, row))
        return answer_id

    async def answer(self, answer_id: str) -> KeptAnswer | None:
        """The kept answer, or None where it is too old, unknown, or in a form that we no longer read."""
        oldest = self._clock() - self._kept_s
        row = await self._database.run(
            lambda db: db.execute(
                "SELECT payload, channel_id, asker_id, private FROM answers WHERE id = ? AND created_at >= ?",
                (answer_id, oldest),
            ).fetchone()
        )
        if row is None:
            return None
        payload, channel_id, asker_id, private = row
        try:
            return KeptAnswer(_ANSWER.validate_json(payload), channel_id, asker_id, bool(private))
        except ValidationError:
            return None

    async def mark_shared(self, answer_id: str, *, shared: bool = True) -> bool:
        """Note that a private answer was shared (or, after all, not); False where that was noted before."""
        row = (shared, answer_id, shared)
        changed = await self._database.run(
            lambda db: db.execute("UPDATE answers SET shared = ? WHERE id = ? AND shared <> ?", row).rowcount
        )
        return bool(changed)

    async def forget_answer(self, answer_id: str) -> None:
        """Forget an answer whose reply was deleted, as if it had never been given."""
        await self.conversations.forget_answer(answer_id)
        await self.replies.forget_answer(answer_id)

        def forget(db: sqlite3.Connection) -> None:
            db.execute("DELETE FROM answers WHERE id = ?", (answer_id,))
            db.execute("DELETE FROM questions WHERE answer_id = ?", (answer_id,))
            db.execute("DELETE FROM feedback WHERE answer_id = ?", (answer_id,))

        await self._database.run(forget)

    async def keep_long_name(self, key: str, value: str) -> None:
        """Keep a text that is too long for a button's id, under a key that the id carries instead."""
        row = (key, value, self._clock())
        await self._database.run(
            lambda db: db.execute("INSERT OR REPLACE INTO long_names VALUES (?, ?, ?)", row)
        )

    async def long_name(self, key: str) -> str | None:
        """The text kept under this key, or None."""
        row = await self._database.run(
            lambda db: db.execute("SELECT value FROM long_names WHERE key = ?", (key,)).fetchone()
        )
        return None if row is None else str(row[0])

    async def purge(self) -> int:
        """Delete what is older than it is kept, and return how many answers that were."""
        oldest = self._clock() - self._kept_s

        def delete(db: sqlite3.Connection) -> int:
            db.execute("DELETE FROM long_names WHERE created_at < ?", (oldest,))
            return db.execute("DELETE FROM answers WHERE created_at < ?", (oldest,)).rowcount

        await self.conversations.purge()
        await self.replies.purge()
        await self.questions.purge()
        await self.feedback.purge()
        purged = await self._database.run(delete)
        if self._database.unclean:
            await self._database.scrub()
        return purged

    async def close(self) -> None:
        """Finish what is under way and close the file."""
        await self.days.close()
        await self._database.close()


def _needed(answer: Answer) -> Answer:
    """The answer with only the passages that hold its quotes, and without the question in any form."""
    cited = [citation for statement in answer.statements for citation in statement.citations]
    passages = tuple(
        passage
        for passage in answer.passages
        if any(
            passage.article.id == citation.article_id
            and passage.start < citation.end
            and citation.start < passage.end
            for citation in cited
        )
    )
    return replace(
        answer, question=Question(""), passages=passages, nearest=(), seconds={}, understood="", unanswered=()
    )
