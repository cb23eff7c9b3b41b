"""The search worker by itself, when its parent goes away."""

import os
import subprocess
import sys
from pathlib import Path

from tests.index.conftest import Newsroom

ROOT = Path(__file__).parents[2]


def test_a_worker_whose_parent_died_ends_without_a_word(newsroom: Newsroom) -> None:
    environment = {**os.environ, **newsroom.settings.as_environment(), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "index.searching.worker"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as worker:
        assert worker.stdout
        assert worker.stderr
        worker.stdout.close()
        said = worker.stderr.read()
    assert worker.returncode == 0
    assert b"Traceback" not in said
