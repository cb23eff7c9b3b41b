"""Between the search worker and whoever started it: its log, written again by the parent's own rules.

So secrets are taken out of it, and it has the form of all other lines. What is no line of its log (a library
that prints, the end of a crash) is passed on as a warning.
"""

import asyncio
import json
import logging

WORKER = "index.searching.worker"
_LEVELS = logging.getLevelNamesMapping()


class LineFormatter(logging.Formatter):
    """In the worker: each record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        trace = self.formatException(record.exc_info) if record.exc_info else None
        line = {"level": record.levelname, "logger": record.name, "message": record.getMessage()}
        return json.dumps({"log": line | ({"traceback": trace} if trace else {})})


def log_to_parent(level: int = logging.WARNING) -> None:
    """In the worker: from now on its log is such lines on standard error."""
    handler = logging.StreamHandler()
    handler.setFormatter(LineFormatter())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(capture=True)


async def relog(stream: asyncio.StreamReader) -> None:
    """In the parent: log what comes, until the worker closes its standard error."""
    while line := await stream.readline():
        if text := line.decode(errors="replace").rstrip():
            relog_line(text)


def relog_line(text: str) -> None:
    """Log one line that the worker wrote."""
    try:
        said = json.loads(text)["log"]
        level, name, message = _LEVELS[said["level"]], str(said["logger"]), str(said["message"])
        trace = said.get("traceback")
    except (ValueError, KeyError, TypeError):
        logging.getLogger(WORKER).warning("%s", text)
        return
    log = logging.getLogger(name)
    if not log.isEnabledFor(level):
        return
    record = log.makeRecord(name, level, WORKER, 0, "%s", (message,), None)
    record.exc_text = trace
    log.handle(record)
