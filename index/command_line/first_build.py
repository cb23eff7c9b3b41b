"""Before a search: a command that needs an index and finds none builds it from the articles folder."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager

from index.errors import IndexUnavailable, ModelMismatch, VectorsLost
from index.processes.build_process import BuildProcess
from index.report import BuildProgress, BuildReport
from index.searching.searcher import Searcher


@asynccontextmanager
async def searcher_or_build(
    start: Callable[[], AbstractAsyncContextManager[Searcher]],
    builder: BuildProcess,
    *,
    by: str,
    on_missing: Callable[[], None],
    on_progress: Callable[[BuildProgress], None] | None = None,
    on_built: Callable[[BuildReport], None] | None = None,
) -> AsyncIterator[Searcher]:
    """Open the searcher, building the index first where none is published.

    start: starts the search worker, IndexUnavailable where there is nothing to open. on_missing is
    called before such a build, on_built with its report. An index that is there but cannot be used
    with these settings (ModelMismatch), or whose vectors a server lost (VectorsLost), is not built
    over: that is for a person to decide. Where somebody else is building, as another process of the same bot
    does at its first start, it goes after that.
    """
    async with AsyncExitStack() as stack:
        try:
            searcher = await stack.enter_async_context(start())
        except (ModelMismatch, VectorsLost):
            raise
        except IndexUnavailable:
            on_missing()
            report = await builder.build(by=by, on_progress=on_progress)
            if on_built is not None and report.generation:  # none where somebody else built meanwhile
                on_built(report)
            searcher = await stack.enter_async_context(start())
        yield searcher
