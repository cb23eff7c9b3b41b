"""Used by the tests of the readers: one file, read as a build reads it, but in this process."""

import tempfile
from datetime import date
from pathlib import Path

from index.article import RawArticle
from index.reading import FileSandbox, read_file
from index.reading.sandboxed import REPLY, TASK, ReadReply, ReadTask, answer
from index.report import Problem

TODAY = date(2026, 11, 21)


class _Here(FileSandbox):
    """Does what the reading process does; starting one takes longer than any of these files."""

    def _reply(self, task: ReadTask) -> ReadReply:
        return REPLY.validate_json(answer(TASK.dump_json(task)))


def read_bytes(name: str, data: bytes, today: date = TODAY) -> tuple[list[RawArticle], list[str]]:
    """The articles of a file with this name and content, and what was said of it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        found = list(read_file(path, path.parent, today, sandbox=_Here()))
    articles = [one for one in found if isinstance(one, RawArticle)]
    return articles, [one.reason for one in found if isinstance(one, Problem)]
