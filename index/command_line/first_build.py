"""Before a search: a command that needs an index and finds none builds it from the articles folder."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager

from index.build_process import Builds
from index.errors import IndexUnavailable, ModelMismatch, VectorsLost
from index.report import BuildProgress, BuildReport
from index.searcher import Searcher


@asynccontextmanager
async def searcher_or_build(
    start: Callable[[], AbstractAsyncContextManager[Searcher]],
    builder: Builds,
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
    over: that is for a person to decide.
    """
    async with AsyncExitStack() as stack:
        try:
            searcher = await stack.enter_async_context(start())
        except (ModelMismatch, VectorsLost):
            raise
        except IndexUnavailable:
            on_missing()
            report = await builder.build(by=by, on_progress=on_progress)
            if on_built is not None:
                on_built(report)
            searcher = await stack.enter_async_context(start())
        yield searcher
