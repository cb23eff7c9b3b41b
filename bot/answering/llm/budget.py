"""Around each call to the model: how many tokens today may still take, and what they have cost."""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from filelock import FileLock

from bot.answering.llm.model import Usage
from index.errors import StorageError
from index.files import storage_errors, write_atomically

log = logging.getLogger(__name__)

FILE_NAME = "llm_usage.json"
LOCK_S = 0.5  # another process writes some 100 bytes meanwhile
# A token of common tokenizers is about 4 characters of English, fewer in other languages.
CHARS_PER_TOKEN = 3.5
MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Prices:
    """What a million tokens cost, in whatever currency; None where nobody said."""

    read: float | None = None
    written: float | None = None

    def cost(self, usage: Usage) -> float | None:
        """What these tokens cost; None where no price is known."""
        if self.read is None and self.written is None:
            return None
        return (usage.read * (self.read or 0) + usage.written * (self.written or 0)) / MILLION


class DailyBudget:
    """Counts the day's tokens (UTC), in a small file: a restart forgets none, and a bot's processes share it.

    today: which day it is. most: None means no limit.
    """

    def __init__(self, folder: Path, most: int | None, today: Callable[[], date]) -> None:
        self._file = folder / FILE_NAME
        self._most = most
        self._today = today
        self._day: date | None = None
        self._spent = 0

    @property
    def most(self) -> int | None:
        """How many tokens a day may take; None without a limit."""
        return self._most

    @property
    def spent(self) -> int:
        """Tokens read and written today."""
        self._turn_page()
        if self._most is not None:
            self._spent = max(self._spent, self._kept(self._today()))  # what other processes spent, too
        return self._spent

    def allows(self, tokens: int) -> bool:
        """Whether so many tokens more stay within the day's."""
        return self._most is None or self.spent + tokens <= self._most

    def spend(self, usage: Usage) -> None:
        """Count what a call took."""
        self._turn_page()
        spent = usage.read + usage.written
        self._spent += spent
        if self._most is None:
            return
        lock = FileLock(self._file.with_suffix(".lock"), timeout=LOCK_S)
        try:
            with storage_errors(self._file.parent), lock:
                self._spent = max(self._spent, self._kept(self._today()) + spent)
                state = {"day": self._today().isoformat(), "tokens": self._spent}
                write_atomically(self._file, json.dumps(state).encode())
        except StorageError as error:
            log.warning("The day's tokens could not be kept; a restart would forget them: %s", error)

    def _turn_page(self) -> None:
        today = self._today()
        if self._day == today:
            return
        self._spent = 0
        self._day = today

    def _kept(self, today: date) -> int:
        """What an earlier process of today has spent."""
        try:
            state = json.loads(self._file.read_text(encoding="utf-8"))
            return int(state["tokens"]) if state["day"] == today.isoformat() else 0
        except FileNotFoundError:
            return 0
        except (OSError, ValueError, KeyError, TypeError) as error:
            log.warning("%s cannot be read, so today's tokens count from 0: %s", self._file.name, error)
            return 0


def estimate(text: str) -> int:
    """About how many tokens a text has."""
    return int(len(text) / CHARS_PER_TOKEN) + 1
