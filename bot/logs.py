"""Beside the flow: log lines on standard error, in which no token and no question can stand.

Readable lines by default; with LOG_FORMAT=json each is one JSON object, and so is whatever else is written to
standard error, so that a collector of logs never meets a line that it cannot read.
"""

import io
import json
import logging
import re
import sys
from collections.abc import Iterable
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Literal, TextIO

TEXT = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"
LogFormat = Literal["text", "json"]
# discord.py logs URLs that carry an interaction's token, with which anyone could reply in our name.
_URL_TOKEN = re.compile(r"(/(?:webhooks|interactions)/\d+/)[^/\s?'\"]+")
# What ends a line, moves a terminal's cursor or turns the direction of writing around, shown as its code.
_UNPRINTED = {
    ord(one): repr(one)[1:-1]
    for one in map(chr, (*range(9), *range(10, 32), *range(127, 160), 0x2028, 0x2029, *range(0x202A, 0x202F),
                         *range(0x2066, 0x206A)))
}  # fmt: skip
# Whose lines may be more talkative than info: at debug level libraries log every event and body, and so every
# question.
_OURS = ("bot", "index")
_SHARD = re.compile(r"(?i)\bshard[ _](?:id:? )?(\d+)\b")
# What a record may have besides, by its `extra`.
_FIELDS = ("error_id", "error_kind")

# The work on the articles that is under way in this task: "reindex 5f0c…", empty outside of any.
job_of_now: ContextVar[str] = ContextVar("job", default="")


class Redactor:
    """Takes secrets out of texts."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._secrets = tuple(secret for secret in secrets if secret)

    def __call__(self, text: str) -> str:
        text = _URL_TOKEN.sub(r"\1***", text)
        for secret in self._secrets:
            text = text.replace(secret, "***")
        return text


class RedactingFormatter(logging.Formatter):
    """Takes secrets out of the finished line, tracebacks included."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__(TEXT)
        self._redacted = Redactor(secrets)

    def format(self, record: logging.LogRecord) -> str:
        """The line, with secrets replaced by asterisks."""
        return self._redacted(super().format(record))

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        """On one line, whatever stands in it: nothing that somebody wrote passes for a line of the log's own,
        or for a terminal's command."""
        return super().formatMessage(record).translate(_UNPRINTED)


class JsonFormatter(logging.Formatter):
    """A line of JSON for each record: time (UTC), level, logger, message, and where there are some: error_id,
    error_kind, shard, job, traceback."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__()
        self._redacted = Redactor(secrets)

    def format(self, record: logging.LogRecord) -> str:
        """The line; secrets are taken out of each text before JSON could spell them differently."""
        message = record.getMessage()
        found: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": self._redacted(message),
        }
        found |= {name: getattr(record, name) for name in _FIELDS if hasattr(record, name)}
        if shard := _SHARD.search(message):
            found["shard"] = int(shard[1])
        if job := job_of_now.get():
            found["job"] = job
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            found["traceback"] = self._redacted(record.exc_text)
        return json.dumps(found, ensure_ascii=False)


class LoggedStream(io.TextIOBase):
    """In the place of standard error: each line that is written becomes a record of its own."""

    def __init__(self, handler: logging.Handler) -> None:
        super().__init__()
        self._handler = handler
        self._begun = ""

    def write(self, text: str) -> int:
        """Take in text; lines that are whole are logged."""
        *lines, self._begun = (self._begun + text).split("\n")
        for line in lines:
            if line.strip():
                self._handler.handle(
                    logging.LogRecord("stderr", logging.INFO, "", 0, line.rstrip(), (), None)
                )
        return len(text)

    def flush(self) -> None:
        """Log a line that was begun, where nothing more follows by itself."""
        if self._begun.strip():
            self.write("\n")


def set_up_logging(
    level: str, secrets: Iterable[str] = (), form: LogFormat = "text", stream: TextIO | None = None
) -> None:
    """Log to standard error at this level; libraries, which would log what people write, at info or above.

    form: with "json" standard error itself is replaced, so that all that is written there is JSON.
    """
    secrets = tuple(secrets)
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonFormatter(secrets) if form == "json" else RedactingFormatter(secrets))
    root = logging.getLogger()
    for old in tuple(root.handlers):
        root.removeHandler(old)
    root.addHandler(handler)
    own = logging.getLevelNamesMapping()[level.upper()]
    root.setLevel(max(logging.INFO, own))
    for name in _OURS:
        logging.getLogger(name).setLevel(own)
    if form == "json":
        sys.stderr = LoggedStream(handler)
