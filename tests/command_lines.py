"""Runs the project's real command lines, in a folder and with settings of the test's own."""

import importlib
import io
import logging
import os
import subprocess
import sys
from contextlib import chdir
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


def run_here(
    module: str, *arguments: str, cwd: Path, stdin: str = "", **settings: str
) -> subprocess.CompletedProcess[str]:
    """As `run`, in this process: Python and its libraries are loaded once, not for every command.

    What only a process of its own shows (signals, a pipe that closes, a terminal, standard output kept apart
    from a library's words) is tested with `run`, and each command is run so once.
    """
    out, err = io.StringIO(), io.StringIO()
    root = logging.getLogger()
    handlers, before = root.handlers[:], dict(os.environ)
    levels = {logger: logger.level for logger in (root, *map(logging.getLogger, ("bot", "index")))}
    root.handlers.clear()
    streams = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = io.StringIO(stdin), out, err
    os.environ.clear()
    os.environ.update(environment(**settings))
    try:
        with chdir(cwd):
            status = importlib.import_module(f"{module}.__main__").main(list(arguments))
    except SystemExit as end:
        status = end.code
    finally:
        sys.stdin, sys.stdout, sys.stderr = streams
        os.environ.clear()
        os.environ.update(before)
        root.handlers[:] = handlers
        for logger, level in levels.items():
            logger.setLevel(level)
    return subprocess.CompletedProcess([module, *arguments], int(status or 0), out.getvalue(), err.getvalue())
