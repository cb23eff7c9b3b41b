"""Before a search: a command that needs an index and finds none builds it from the articles folder."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager

from index.errors import BuildRunning, IndexUnavailable, ModelMismatch, VectorsLost
from index.processes.build_process import BuildProcess
from index.report import BuildProgress, BuildReport
from index.searching.searcher import Searcher

BUSY_S = 1.0  # until it is tried again where somebody else is building


@asynccontextmanager
async def searcher_or_build(
    start: Callable[[], AbstractAsyncContextManager[Searcher]],
    builder: BuildProcess,
    *,
    by: str,
    on_missing: Callable[[], None],
    on_progress: Callable[[BuildProgress], None] | None = None,
    on_built: Callable[[BuildReport], None] | None = None,
    patient: bool = False,
) -> AsyncIterator[Searcher]:
    """Open the searcher, building the index first where none is published.

    start: starts the search worker, IndexUnavailable where there is nothing to open. on_missing is
    called before such a build, on_built with its report. An index that is there but cannot be used
    with these settings (ModelMismatch), or whose vectors a server lost (VectorsLost), is not built
    over: that is for a person to decide. patient: where somebody else is building, as another process of the
    same bot does at its first start, wait until that is done; else BuildRunning is raised.
    """
    async with AsyncExitStack() as stack:
        try:
            searcher = await stack.enter_async_context(start())
        except (ModelMismatch, VectorsLost):
            raise
        except IndexUnavailable:
            on_missing()
            report = await _built(builder, by, on_progress, patient=patient)
            if on_built is not None and report.generation:  # none where somebody else built meanwhile
                on_built(report)
            searcher = await stack.enter_async_context(start())
        yield searcher


async def _built(
    builder: BuildProcess, by: str, on_progress: Callable[[BuildProgress], None] | None, *, patient: bool
) -> BuildReport:
    while True:
        try:
            return await builder.build(by=by, on_progress=on_progress)
        except BuildRunning:
            if not patient:
                raise
            await asyncio.sleep(BUSY_S)
