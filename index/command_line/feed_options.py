"""The options of `python -m index feeds`. Nothing heavy is imported here: --help is answered at once."""

import argparse
from typing import Any


def add_feed_commands(
    commands: Any, common: argparse.ArgumentParser, writing: argparse.ArgumentParser
) -> None:
    """Put `feeds` and its own commands among the commands."""
    feeds = commands.add_parser("feeds", help="feeds that bring new articles by themselves")
    actions = feeds.add_subparsers(dest="action", required=True, metavar="COMMAND")
    add = actions.add_parser(
        "add", parents=[common, writing], help="add feeds by their addresses, or by those of their sites"
    )
    add.add_argument("urls", metavar="URL", nargs="+")
    actions.add_parser("list", parents=[common], help="every feed, and how it does")
    pause = actions.add_parser("pause", parents=[common], help="ask a feed no more until it is resumed")
    pause.add_argument("--by", metavar="NAME", default="", help="who pauses it; by default your user name")
    resume = actions.add_parser("resume", parents=[common], help="ask a paused feed again")
    remove = actions.add_parser("remove", parents=[common, writing], help="forget a feed; its articles stay")
    remove.add_argument(
        "--with-articles", action="store_true", help="move its articles out of the folder too, and build"
    )
    for action in (pause, resume, remove):
        action.add_argument("id", metavar="ID", type=_id)
    refresh = actions.add_parser(
        "refresh", parents=[common, writing], help="ask feeds for new items now, and build"
    )
    refresh.add_argument("ids", metavar="ID", nargs="*", type=_id)
    refresh.add_argument("--due", action="store_true", help="only those whose time has come; never waits")


def _id(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 2**63:
        raise argparse.ArgumentTypeError("a feed's number is expected, as `feeds list` shows it")
    return int(text)
