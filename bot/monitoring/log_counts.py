"""Beside the log: its lines at warning and above are counted, and the errors that people were told of."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from bot.monitoring.metrics import Metrics


class CountingHandler(logging.Handler):
    """Writes nothing."""

    def __init__(self, metrics: Metrics) -> None:
        super().__init__(logging.WARNING)
        self._metrics = metrics

    def emit(self, record: logging.LogRecord) -> None:
        self._metrics.log_records.labels(record.levelname.lower()).inc()
        if (kind := getattr(record, "error_kind", "")) != "":
            self._metrics.errors.labels(kind).inc()


@contextmanager
def counted_logs(metrics: Metrics) -> Iterator[None]:
    """Within this they are counted."""
    handler = CountingHandler(metrics)
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
