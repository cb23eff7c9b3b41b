"""What a round of the feeds says at its end, for the command line and for the bot."""

from dataclasses import dataclass

from index.report import BuildReport, Problem


@dataclass(frozen=True, slots=True)
class BroughtItem:
    """An article that a feed brought, or brought anew; `title` as far as it is stated."""

    url: str
    title: str | None
    changed: bool = False


@dataclass(frozen=True, slots=True)
class FeedRound:
    """What became of one feed. `error` is why the feed itself could not be had; `problems` are of its items,
    with their addresses; `waiting` items come with the next rounds; `passed_over` ones were there before
    the feed was added, and are left out."""

    id: int
    name: str
    url: str
    brought: tuple[BroughtItem, ...] = ()
    unchanged: int = 0
    waiting: int = 0
    passed_over: int = 0
    problems: tuple[Problem, ...] = ()
    error: str | None = None
    paused: bool = False
    known: bool = False  # it was to be added, and had been added before


@dataclass(frozen=True, slots=True)
class FeedsReport:
    """What became of the feeds. `problems` are addresses that could not be added; `build` is None where
    nothing came that had to be built."""

    rounds: tuple[FeedRound, ...]
    problems: tuple[Problem, ...] = ()
    build: BuildReport | None = None


@dataclass(frozen=True, slots=True)
class RemovedFeed:
    """A feed that was removed, and how many of its articles were taken out with it."""

    id: int
    name: str
    url: str
    articles: int = 0
    build: BuildReport | None = None
