"""Used by every command line (`python -m index`, `python -m bot`): results, errors, exit statuses.

Results go to standard output, everything else to standard error. Nothing heavy is imported here:
`--help` has to be there at once.
"""

import json
import logging
import os
import re
import secrets
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import PurePath
from typing import TYPE_CHECKING

from index.errors import FootnoteError

if TYPE_CHECKING:
    from rich.console import Console

DONE = 0
NOT_DONE = 1
WRONG_USAGE = 2
PROGRAM = "footnote"  # as pyproject.toml installs it
INTERRUPTED = 130  # 128 + SIGINT, as shells count it
PIPE_CLOSED = 141  # 128 + SIGPIPE

INTERNAL_ERROR = "Something went wrong that should not have (error {id})."
INTERNAL_NEXT_STEP = "Run it again with --verbose to see where, and report it with that text."

log = logging.getLogger(__name__)

# What a terminal could take for a command, or what hides or turns the text around it: control
# characters (all but line feed and tab), bidirectional overrides and isolates, and half surrogates.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LINE_BREAKS = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")
# Control sequences as a whole, so that of "\x1b[31mred" there remains "red" and not "[31mred".
# ECMA-48: CSI … final byte; OSC, DCS, SOS, PM and APC up to their terminator; other two-byte escapes.
_SEQUENCE = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"
    "|(?:\x1b[\\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x90\x98\x9c-\x9f\n]*(?:\x07|\x1b\\\\|\x9c)"
    "|\x1b[ -/]*[0-~]"
)


def command_name(package: str) -> str:
    """How a package's commands are called here: by the installed program's name, or as `python -m …`."""
    if PurePath(sys.argv[0]).stem != PROGRAM:
        return f"python -m {package}"
    return PROGRAM if package == "bot" else f"{PROGRAM} {package}"


def neutralise(text: str) -> str:
    """Take out of foreign text whatever a terminal would act on; line breaks and tabs stay."""
    return _UNSAFE.sub("", _LINE_BREAKS.sub("\n", _SEQUENCE.sub("", text)))


def neutralise_line(text: str) -> str:
    """The same for text that has to stay on one line: any white space becomes one space."""
    return " ".join(neutralise(text).split())


def as_json(value: object, *, indent: int | None = None) -> str:
    """JSON of dataclasses, dates and enums; readable, and harmless to a terminal that shows it."""
    text = json.dumps(_plain(value), ensure_ascii=False, indent=indent)
    return _UNSAFE.sub(lambda match: match[0] if match[0] == "\n" else f"\\u{ord(match[0]):04x}", text)


def write_json(value: object) -> None:
    """Print one JSON object, on one line, as a result."""
    sys.stdout.write(as_json(value) + "\n")
    sys.stdout.flush()


def write_line(text: str) -> None:
    """Print one line of a result."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def say(text: str) -> None:
    """Print one line for the person at the terminal, beside the results; a terminal gets it wrapped."""
    if sys.stderr.isatty():
        width = shutil.get_terminal_size().columns
        text = textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def write_lines(lines: Iterable[str]) -> None:
    """Print lines of a result."""
    for line in lines:
        write_line(line)


def say_lines(lines: Iterable[str]) -> None:
    """Print lines for the person at the terminal, beside the results."""
    for line in lines:
        say(line)


def result_console() -> "Console":
    """A rich console on standard output that adds nothing of its own: no markup, emoji or links."""
    from rich.console import Console

    return Console(markup=False, emoji=False, highlight=False)


def set_up_streams(level: int) -> None:
    """Send logs to standard error, and let no character fail that the terminal's encoding lacks."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    logging.basicConfig(
        level=level, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )


def run_guarded(work: Callable[[], int], *, verbose: bool = False, json_errors: bool = False) -> int:
    """The top-level error handler of the command line: do the work and return the exit status.

    In this order: Ctrl-C ends quietly with 130, a reader that went away with 141, an error that is
    meant for a person is one line with its own status, and anything else gets an id that is shown
    and stands in the log, with the traceback where verbose asks for it. json_errors: the line is
    JSON, for a process that listens.
    """
    try:
        return work()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Python flushes standard output once more at exit, and would complain once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)
        return PIPE_CLOSED
    except FootnoteError as error:
        _say_error(type(error).__name__, error.message, error.next_step, json_errors)
        return error.exit_status
    except Exception as error:  # the edge of the process
        error_id = secrets.token_hex(4)
        log.debug("error %s", error_id, exc_info=error)
        if verbose and not log.isEnabledFor(logging.DEBUG):
            log.error("error %s", error_id, exc_info=error)
        _say_error(type(error).__name__, INTERNAL_ERROR.format(id=error_id), INTERNAL_NEXT_STEP, json_errors)
        return NOT_DONE


def _say_error(kind: str, message: str, next_step: str, as_object: bool) -> None:
    if as_object:
        say(as_json({"error": {"type": kind, "message": message, "next_step": next_step}}))
    else:
        say(neutralise_line(f"{message} {next_step}"))


def _plain(value: object) -> object:
    """Only what JSON knows: dataclasses become objects, dates and enums their ISO form and value."""
    if is_dataclass(value) and not isinstance(value, type):
        return _plain(asdict(value))
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, PurePath):
        return str(value)
    return value
