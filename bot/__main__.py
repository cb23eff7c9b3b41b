"""Where everybody enters: `footnote`, or `python -m bot`, its commands and options. The work is in
`bot.command_line.commands`; `footnote index …` is handed on to `python -m index`."""

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from index.command_line.console import INTERRUPTED, command_name, run_guarded, set_up_streams
from index.files import keep_to_owner
from index.version import VERSION

INDEX = "index"  # the command that is handed on


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    common = argparse.ArgumentParser(add_help=False)
    # Without a default of its own, so that the option may stand before the command and after it.
    common.add_argument(
        "--verbose",
        action="store_true",
        default=argparse.SUPPRESS,
        help="log what happens, with tracebacks",
    )
    root = argparse.ArgumentParser(
        prog=command_name("bot"),
        parents=[common],
        description="Answers questions about a collection of articles, each statement with a footnote.",
        epilog="Without a command: run the bot if DISCORD_TOKEN is set, else chat here. "
        "Settings come from the environment and from .env; see .env.example.",
    )
    root.add_argument("--version", action="version", version=f"Footnote {VERSION}")
    commands = root.add_subparsers(dest="command", metavar="COMMAND")
    running = commands.add_parser("run", parents=[common], help="run the bot on Discord")
    running.add_argument(
        "--sync-commands",
        action="store_true",
        help="register the commands with Discord although they have not changed",
    )
    commands.add_parser("chat", parents=[common], help="ask in this terminal")
    ask = commands.add_parser("ask", parents=[common], help="answer one question")
    ask.add_argument("question", metavar="QUESTION")
    ask.add_argument("--json", action="store_true", help="print the answer as one JSON object")
    ask.add_argument("--passages", action="store_true", help="show the passages behind the answer, too")
    ask.add_argument(
        "--publisher", action="append", metavar="NAME", help="only its articles; may be repeated"
    )
    ask.add_argument(
        "--since", type=_day, metavar="DAY", help="only articles of that day or later: 2026-05-02"
    )
    ask.add_argument("--until", type=_day, metavar="DAY", help="only articles of that day or earlier")
    evaluate = commands.add_parser(
        "evaluate", parents=[common], help="measure the bot on a question set and its own articles"
    )
    evaluate.add_argument(
        "--articles", type=Path, required=True, metavar="FILE", help="articles, .jsonl(.gz) or a folder"
    )
    evaluate.add_argument("--questions", type=Path, required=True, metavar="FILE", help="questions, .jsonl")
    evaluate.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the result lines go")
    evaluate.add_argument(
        "--against", type=Path, metavar="FILE", help="result lines of an earlier run, to compare with"
    )
    evaluate.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    feedback = commands.add_parser(
        "feedback", parents=[common], help="write test questions out of people's feedback on Discord"
    )
    feedback.add_argument("--out", type=Path, required=True, metavar="FILE", help="where they go, .jsonl")
    doctor = commands.add_parser(
        "doctor", parents=[common], help="look at all that the bot needs, and say how to mend what is wrong"
    )
    doctor.add_argument("--json", action="store_true", help="print the findings as one JSON object")
    commands.add_parser(
        INDEX, add_help=False, help="the articles and their index: build, status, search, add and more"
    )
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status: 0 done, 1 could not be done, 2 wrong usage or settings."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments[:1] == [INDEX]:
        from index.__main__ import main as index_main

        return index_main(arguments[1:])
    commands = parser()
    options = commands.parse_args(arguments)
    if options.command == "ask" and options.since and options.until and options.since > options.until:
        commands.error("--since is later than --until")
    verbose = getattr(options, "verbose", False) or os.environ.get("LOG_LEVEL", "").lower() == "debug"
    set_up_streams(logging.DEBUG if verbose else logging.WARNING)

    def work() -> int:
        keep_to_owner()
        # Not before now, so that --help and wrong usage are answered at once.
        from bot.command_line import commands
        from bot.messages import messages_for
        from bot.settings import BotSettings

        return commands.run(options, BotSettings.load(), messages_for())

    return run_guarded(work, verbose=verbose)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"a day such as 2026-05-02 is expected, not {text!r}") from error


def run_as_program() -> None:
    """Run the command of this process's arguments, and end it with its exit status."""
    try:
        status = main()
    except KeyboardInterrupt:  # before any command began
        status = INTERRUPTED
    sys.exit(status)


if __name__ == "__main__":
    run_as_program()
