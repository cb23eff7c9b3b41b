"""The largest files that are read: what a build holds of them at most, and each process of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_lines import environment

MOST_MB = 400
PARAGRAPH = (
    "The council of Brackwater voted on Tuesday to close the old mill by the water for the winter. " * 4
)
CODE = """
import resource, sys
from index.__main__ import main
status = main(["build", "--dry-run"])
own, others = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(status, own >> 10, others >> 10, file=sys.stderr)
"""


def paragraphs(size: int) -> str:
    """Text of that many bytes, no two paragraphs the same."""
    count = size // (len(PARAGRAPH) + 12)
    return "\n\n".join(f"{number:09d} {PARAGRAPH}" for number in range(count))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system counts memory in other units")
@pytest.mark.parametrize("name", ["one.txt", "one.jsonl"])
def test_a_very_large_file_is_read_in_little_memory(tmp_path: Path, name: str) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    text = paragraphs(45_000_000 if name.endswith(".txt") else 19_500_000)
    if name.endswith(".jsonl"):
        text = json.dumps({"id": "mill", "title": "The mill", "text": text})
    (articles / name).write_text(text)
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        cwd=tmp_path,
        env=environment(ARTICLES_DIR=str(articles), DATA_DIR=str(tmp_path / "data")),
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    status, own, others = map(int, done.stderr.split()[-3:])
    assert status == 0
    assert "added" in done.stdout
    assert max(own, others) <= MOST_MB
