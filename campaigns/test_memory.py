"""The largest files that are read: what a build holds at most while it reads them."""

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
import sys
from pathlib import Path
from index.__main__ import main
status = main(["build", "--dry-run"])
# Not what getrusage says: that begins with what the process held that started this one.
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(status, int(peak.split()[1]) >> 10, file=sys.stderr)
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
    status, peak_mb = map(int, done.stderr.split()[-2:])
    assert status == 0
    assert "added" in done.stdout
    assert peak_mb <= MOST_MB
