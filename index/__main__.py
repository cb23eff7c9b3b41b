"""The operator's command line, `python -m index`: build, look, search, add, remove, roll back, move, mend."""

import argparse
import logging
import os
import sys
from collections.abc import Sequence

from index.command_line.console import INTERRUPTED, command_name, run_guarded, set_up_streams
from index.command_line.feed_options import add_feed_commands
from index.files import keep_to_owner
from index.version import VERSION

PROGRESS_STYLES = ("auto", "lines", "json")


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", help="print the result as one JSON object")
    common.add_argument("--verbose", action="store_true", help="log what happens, with tracebacks")
    building = argparse.ArgumentParser(add_help=False)
    building.add_argument("--by", metavar="NAME", default="", help="who builds; by default your user name")
    building.add_argument(
        "--progress", choices=PROGRESS_STYLES, default="auto", help="how progress is shown on standard error"
    )
    writing = argparse.ArgumentParser(add_help=False, parents=[building])
    writing.add_argument(
        "--no-wait",
        action="store_true",
        help="end with status 1 where another build runs, instead of waiting",
    )
    root = argparse.ArgumentParser(
        prog=command_name("index"),
        description="The index behind the bot: articles in, passages out.",
        epilog="Settings come from the environment and from .env; see .env.example.",
    )
    root.add_argument("--version", action="version", version=f"Footnote {VERSION}")
    commands = root.add_subparsers(dest="command", required=True, metavar="COMMAND")
    build = commands.add_parser(
        "build", parents=[common, writing], help="index what changed in the articles folder, and publish it"
    )
    build.add_argument("--dry-run", action="store_true", help="only say what would change")
    commands.add_parser("status", parents=[common], help="what is published")
    listing = commands.add_parser("list", parents=[common], help="the articles that are published")
    listing.add_argument("words", metavar="WORD", nargs="*", help="only those with it in title, source …")
    show = commands.add_parser("show", parents=[common], help="one published article with its text")
    show.add_argument("id", metavar="ID", help="as `list` shows it")
    search = commands.add_parser("search", parents=[common, building], help="the passages nearest to a text")
    search.add_argument("text", metavar="TEXT")
    search.add_argument("--limit", type=_limit, default=5, help="how many passages (default 5)")
    add = commands.add_parser(
        "add", parents=[common, writing], help="bring files, folders and web pages in, and build"
    )
    add.add_argument("sources", metavar="PATH-OR-URL", nargs="+")
    refresh = commands.add_parser(
        "refresh", parents=[common, writing], help="ask the web pages that were added for changes, and build"
    )
    refresh.add_argument(
        "--all", action="store_true", help="all that feeds brought too, not only what is due"
    )
    remove = commands.add_parser(
        "remove", parents=[common, writing], help="move articles' files out of the folder and build"
    )
    remove.add_argument("ids", metavar="ID", nargs="+")
    add_feed_commands(commands, common, writing)
    commands.add_parser("rollback", parents=[common, building], help="publish the previous index again")
    export = commands.add_parser("export", parents=[common, building], help="the published index as one file")
    taken = commands.add_parser("import", parents=[common, building], help="publish the index in such a file")
    for moving in (export, taken):
        moving.add_argument("file", metavar="FILE")
        moving.add_argument("--with-articles", action="store_true", help="the articles folder's files, too")
    doctor = commands.add_parser("doctor", parents=[common, building], help="check every part of the index")
    doctor.add_argument("--repair", action="store_true", help="mend what can be mended from what is there")
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status: 0 done, 1 could not be done, 2 wrong usage or settings."""
    options = parser().parse_args(arguments)
    verbose = options.verbose or os.environ.get("LOG_LEVEL", "").lower() == "debug"
    set_up_streams(logging.DEBUG if verbose else logging.WARNING)
    for_a_process = getattr(options, "progress", "") == "json"

    def work() -> int:
        keep_to_owner()
        # Not before now, so that --help and wrong usage are answered at once.
        from index.command_line import commands
        from index.settings import IndexSettings

        return commands.run(options, IndexSettings.load())

    return run_guarded(work, verbose=verbose, json_errors=for_a_process)


def _limit(text: str) -> int:
    limit = int(text) if text.isdecimal() else 0
    if not 1 <= limit <= 100:
        raise argparse.ArgumentTypeError("a whole number from 1 to 100 is expected")
    return limit


if __name__ == "__main__":
    try:
        status = main()
    except KeyboardInterrupt:  # before any command began
        status = INTERRUPTED
    sys.exit(status)
