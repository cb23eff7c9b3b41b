"""Beside the flow: log lines on standard error, in which no token and no question can stand."""

import logging
import re
import sys
from collections.abc import Iterable

FORMAT = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"
# discord.py logs URLs that carry an interaction's token, with which anyone could reply in our name.
_URL_TOKEN = re.compile(r"(/(?:webhooks|interactions)/\d+/)[^/\s?'\"]+")
# At debug level discord.py logs every event and body, and so every question.
_TALKATIVE = ("discord", "aiohttp", "chromadb", "httpx", "httpcore")


class RedactingFormatter(logging.Formatter):
    """Takes secrets out of the finished line, tracebacks included."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__(FORMAT)
        self._secrets = tuple(secret for secret in secrets if secret)

    def format(self, record: logging.LogRecord) -> str:
        """The line, with secrets replaced by asterisks."""
        line = _URL_TOKEN.sub(r"\1***", super().format(record))
        for secret in self._secrets:
            line = line.replace(secret, "***")
        return line


def set_up_logging(level: str, secrets: Iterable[str] = ()) -> None:
    """Log to standard error at this level; libraries that would log what people write, at info or above."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(RedactingFormatter(secrets))
    root = logging.getLogger()
    for old in tuple(root.handlers):
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(level.upper())
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.INFO, root.level))
