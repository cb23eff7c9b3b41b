"""The search worker: a process that holds the published generation open and answers searches.

It is replaced at each publish and restarted when it dies (index/searching/search_client.py), so that what an
open Chroma index leaves in memory goes with it, and so that nothing here can stall or bring down the process
that talks to Discord. It reads requests from standard input and ends when that does, as when its parent dies.
"""

import gc
import json
import os
import sys
from collections.abc import Sequence
from typing import BinaryIO

from index.embedding.embedder import create_embedder
from index.errors import FootnoteError, IndexDamaged
from index.generation.generation import read_info
from index.generation.publication import Publication
from index.searching.opening import TRY, Opening, opened_calls
from index.searching.wire import CAREFUL, LINE_BYTES, error_reply, ready_reply
from index.searching.wire import READY as READY_ID
from index.searching.worker_log import log_to_parent
from index.settings import IndexSettings


def serve(settings: IndexSettings, requests: BinaryIO, replies: BinaryIO, *, careful: bool = False) -> int:
    """Open the published generation and answer requests until there are no more; the exit status."""

    def send(line: bytes) -> None:
        replies.write(line)
        replies.flush()

    try:
        opening = Opening(settings, create_embedder(settings), careful=careful)
        opened = opening.newest()
    except FootnoteError as error:
        send(error_reply(READY_ID, error))
        return error.exit_status
    gc.collect()
    gc.freeze()  # what is loaded by now stays: collecting it again and again would only delay searches
    send(ready_reply(opened.calls.generation))
    try:
        while line := requests.readline(LINE_BYTES):
            reply = None
            while reply is None:
                try:
                    reply = opened.answer(line)
                except IndexDamaged as damage:
                    opening.give_up(opened, damage)
                    try:
                        opened = opening.newest()
                    except FootnoteError as error:
                        send(error_reply(json.loads(line)["id"], error))
                        return error.exit_status
            send(reply)
    finally:
        opened.calls.close()
    return 0


def try_generation(settings: IndexSettings, name: str) -> int:
    """Open a generation and search it once, in this process, which its files may end; the exit status."""
    info = read_info(settings.data_dir, name)
    if info is None:
        return 1
    publication = Publication(info.id, info.built_at, info.by)
    opened_calls(settings, create_embedder(settings), publication, info).close()
    return 0


def main(arguments: Sequence[str] = ()) -> int:
    """Serve on standard input and output; whatever a library prints goes to standard error."""
    try:
        with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as replies:  # flushed again when it is closed
            os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
            log_to_parent()
            settings = IndexSettings.load()
            if arguments[:1] == [TRY]:
                return try_generation(settings, arguments[1])
            return serve(settings, sys.stdin.buffer, replies, careful=CAREFUL in arguments)
    except (BrokenPipeError, KeyboardInterrupt):
        return 0  # the parent is gone, or the whole group was interrupted


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
