"""Last in the flow of `python -m index`: reports, status and passages as lines for a terminal."""

from collections.abc import Iterable, Iterator
from datetime import date

from index.command_line import phrases
from index.command_line.console import neutralise, neutralise_line
from index.intake.phrases import count
from index.passage import Passage
from index.report import ArticleChange, BuildReport, IndexStatus, Problem, failures

# A first build of thousands of articles should not scroll its own summary away.
LISTED_CHANGES = 20


def report_lines(report: BuildReport) -> Iterator[str]:
    """A build's report, or what a dry run would change."""
    in_index = report.unchanged + len(report.added) + len(report.changed)
    articles = count(in_index, "article")
    if report.dry_run:
        nothing = phrases.DRY_RUN_NOTHING.format(articles=articles)
        yield phrases.DRY_RUN_CHANGES if report.changes else nothing
    elif report.generation is None:
        yield phrases.NOTHING_CHANGED.format(articles=articles)
    else:
        chunks = count(report.chunks, "chunk")
        time = phrases.duration(report.seconds)
        yield phrases.BUILT.format(generation=report.generation, chunks=chunks, articles=articles, time=time)
        yield phrases.EMBEDDED.format(embedded=report.embedded, reused=report.reused)
    yield from _changes(phrases.ADDED, report.added)
    yield from _changes(phrases.CHANGED, report.changed)
    yield from _changes(phrases.REMOVED, report.removed)
    copies = (phrases.COPY.format(id=copy.id, copy_of=copy.copy_of) for copy in report.copies)
    yield from _first(copies, len(report.copies))
    yield from problem_lines(report.problems)


def problem_lines(problems: tuple[Problem, ...], heading: str = phrases.PROBLEMS) -> Iterator[str]:
    """What could not be read, and why: every one, since each is something to do; of stray files the first."""
    to_mend = failures(problems)
    strays = [problem for problem in problems if problem.stray]
    if to_mend:
        yield heading
    yield from map(_problem_line, to_mend)
    if strays:
        yield phrases.STRAYS
    yield from _first(map(_problem_line, strays), len(strays))


def _problem_line(problem: Problem) -> str:
    source, reason = neutralise_line(problem.source), neutralise_line(problem.reason)
    return phrases.PROBLEM.format(source=source, reason=reason)


def status_lines(status: IndexStatus) -> Iterator[str]:
    """What is published, one fact a line."""
    facts = {
        "generation": status.generation,
        "published_at": status.published_at.strftime("%Y-%m-%d %H:%M %Z").strip(),
        "published_by": status.published_by,
        "articles": f"{status.articles:,}",
        "chunks": f"{status.chunks:,}",
        "newest_article": _day(status.newest_article),
        "publishers": ", ".join(status.publishers) or phrases.UNKNOWN,
        "embedding_model": status.embedding_model,
        "size": phrases.size(status.size_bytes),
    }
    width = max(len(label) for label in phrases.STATUS_ROWS.values())
    for name, label in phrases.STATUS_ROWS.items():
        yield f"{label:<{width}}  {neutralise_line(facts[name])}"


def passage_lines(passages: tuple[Passage, ...]) -> Iterator[str]:
    """The passages that were found, best first, word for word."""
    if not passages:
        yield phrases.NOTHING_FOUND
    for rank, passage in enumerate(passages, start=1):
        info = passage.article
        header = phrases.PASSAGE_HEADER.format(
            rank=rank,
            title=info.title,
            publisher=f" · {info.publisher}" if info.publisher else "",
            section=f" · {info.section}" if info.section else "",
            date=f" · {info.published.isoformat()}" if info.published else "",
            score=passage.score,
            cosine="" if passage.cosine is None else f", cosine {passage.cosine:.3f}",
            bm25="" if passage.bm25 is None else f", BM25 {passage.bm25:.1f}",
        )
        yield neutralise_line(header)
        over = passage.sentences[0].heading if passage.sentences else None
        if over:  # else it stands in the text, or nothing does
            yield f"   {neutralise_line(phrases.UNDER.format(heading=over))}"
        yield from (f"   {line}" for line in neutralise(passage.text).splitlines())
        yield ""


def _changes(phrase: str, changes: tuple[ArticleChange, ...]) -> Iterator[str]:
    lines = (phrase.format(id=change.id, title=change.title) for change in changes)
    yield from _first(lines, len(changes))


def _first(lines: Iterable[str], total: int) -> Iterator[str]:
    """The first of the lines, and how many more there are."""
    for number, line in enumerate(lines):
        if number == LISTED_CHANGES:
            yield phrases.MORE.format(count=total - LISTED_CHANGES)
            return
        yield neutralise(line).replace("\n", " ")


def _day(day: date | None) -> str:
    return phrases.UNKNOWN if day is None else day.isoformat()
