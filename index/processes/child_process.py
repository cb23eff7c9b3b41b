"""Beside the search and the build: our own processes, started with the settings of this one."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from pathlib import Path

from index.settings import IndexSettings

STOP_S = 5.0  # how long a process may take to end by itself when asked to
# What our processes need of our environment beside the settings of the index: where programs, homes,
# temporary files and certificates are, the language, the way out, and what Python and the C library are told.
# The rest may hold the bot's token or a model's key, and is no business of what reads anybody's text.
_PASSED_ON = frozenset(
    (
        "PATH", "HOME", "USER", "LOGNAME", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT",
        "VIRTUAL_ENV", "LD_LIBRARY_PATH", "LD_PRELOAD", "SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE",
        "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "LOG_LEVEL",
    )
)  # fmt: skip
_PASSED_ON_BY_START = ("LC_", "PYTHON", "MALLOC_", "OMP_")
ROOT = Path(__file__).parents[2]  # `python -m index…` must find the packages wherever we were started


async def start_process(
    settings: IndexSettings,
    module: str,
    *arguments: str,
    line_bytes: int,
    listen: bool = False,
    hear: bool = False,
) -> Process:
    """Start `python -m MODULE …` with its standard output as a pipe.

    listen: standard error as a pipe as well, and nothing on standard input; else standard input is a pipe
    and standard error is ours, or with `hear` a pipe. line_bytes: the longest line that may be read.
    """
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        *arguments,
        stdin=DEVNULL if listen else PIPE,
        stdout=PIPE,
        stderr=PIPE if listen or hear else None,
        env=_environment(settings),
        limit=line_bytes,
        # An interrupt from the keyboard is for us; we end our processes in our own order.
        start_new_session=True,
    )


def _environment(settings: IndexSettings) -> dict[str, str]:
    passed_on = {
        name: value
        for name, value in os.environ.items()
        if name.upper() in _PASSED_ON or name.startswith(_PASSED_ON_BY_START)
    }
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**passed_on, **settings.as_environment(), "PYTHONPATH": os.pathsep.join(paths)}


async def stop_process(process: Process, patience_s: float = STOP_S) -> None:
    """End a process that we started: by closing its input, or by asking, and after that by force."""
    if process.stdin:
        process.stdin.close()
    elif process.returncode is None:
        with suppress(ProcessLookupError):
            process.terminate()
    try:
        await asyncio.wait_for(process.wait(), patience_s)
    except TimeoutError:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
