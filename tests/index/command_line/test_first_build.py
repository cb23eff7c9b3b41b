"""A command that needs an index and finds none builds it first."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import cast

import pytest

from index.command_line.first_build import searcher_or_build
from index.errors import BuildError, IndexUnavailable, ModelMismatch
from index.processes.build_process import BuildProcess
from index.report import BuildReport
from index.searching.searcher import Searcher

REPORT = BuildReport(
    "g1", dry_run=False, started_at=datetime(2026, 5, 3, tzinfo=UTC), seconds=1.0, by="a test"
)


class Index(BuildProcess):
    """An index that is there after a build, or cannot be used for the reason given."""

    def __init__(self, missing: Exception | None = None, build_error: Exception | None = None) -> None:
        self._missing = missing
        self._build_error = build_error
        self.happened: list[str] = []

    @asynccontextmanager
    async def start(self) -> AsyncIterator[Searcher]:
        if self._missing is not None:
            raise self._missing
        self.happened.append("opened")
        yield cast(Searcher, self)
        self.happened.append("closed")

    async def build(self, *, by: str, dry_run: bool = False, on_progress: object = None) -> BuildReport:
        self.happened.append(f"built by {by}")
        if self._build_error is not None:
            raise self._build_error
        self._missing = None
        return REPORT

    async def use(self) -> None:
        opening = searcher_or_build(
            self.start,
            self,
            by="a test",
            on_missing=lambda: self.happened.append("missing"),
            on_built=lambda report: self.happened.append(f"published {report.generation}"),
        )
        async with opening as searcher:
            assert searcher is cast(Searcher, self)
            self.happened.append("used")


async def test_an_index_that_is_there_is_opened_and_closed_again() -> None:
    index = Index()
    await index.use()
    assert index.happened == ["opened", "used", "closed"]


async def test_a_missing_index_is_built_first() -> None:
    index = Index(IndexUnavailable("Nothing is indexed yet."))
    await index.use()
    assert index.happened == ["missing", "built by a test", "published g1", "opened", "used", "closed"]


async def test_an_index_of_another_model_is_not_built_over() -> None:
    index = Index(ModelMismatch("Another model."))
    with pytest.raises(ModelMismatch):
        await index.use()
    assert index.happened == []


async def test_a_build_that_fails_is_the_error() -> None:
    index = Index(IndexUnavailable("Nothing is indexed yet."), BuildError("No."))
    with pytest.raises(BuildError):
        await index.use()
    assert index.happened == ["missing", "built by a test"]
