"""Runs the project's real command lines, in a folder and with settings of the test's own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
TIMEOUT_S = 120
# For a bot that is asked by few people without a pause, as nobody should.
NO_LIMITS = {f"LIMIT_{of}": "none" for of in ("PERSON", "CHANNEL", "SERVER", "LLM_PERSON", "LLM_SERVER")}


def environment(**settings: str) -> dict[str, str]:
    """Only what a process needs, and these settings: nothing of the developer's own environment."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), **settings}


def run(
    module: str, *arguments: str, cwd: Path, stdin: str = "", **settings: str
) -> subprocess.CompletedProcess[str]:
    """`python -m MODULE …`, to its end. cwd: a folder without an .env, unless the test wrote one."""
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=cwd,
        env=environment(**settings),
        input=stdin,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        check=False,
    )
