"""Forks processes from one that has everything loaded, so that a test can have hundreds of real builds killed
at the cost of a few: each is a process of its own, with memory, locks and open files of its own."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.context import ForkServerContext, ForkServerProcess
from typing import Any


def nursery() -> ForkServerContext:
    """Where processes come from; it starts with the first of them and ends with this process."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["campaigns.faults.loaded"])
    return context


def start(function: Callable[..., None], *arguments: Any) -> ForkServerProcess:
    """Run a module's function in a new process."""
    process = nursery().Process(target=function, args=arguments, daemon=True)
    process.start()
    return process
