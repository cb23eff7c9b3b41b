"""Figure: what bot and search worker hold in memory after 200 questions."""

import psutil

from campaigns.bench.conversation import conversation
from campaigns.bench.corpora import Workbench, seeds
from campaigns.bench.figures import Figure, Section, Target, Unit

TITLE = "Memory"
IN_FLIGHT = 4
QUESTIONS = 200
TOGETHER_MB = 700
MB = 1_000_000


async def measure(bench: Workbench) -> Section:
    """Resident memory (RSS) of both; where the system tells it, with shared pages counted once (PSS)."""
    corpus = bench.large() or seeds()
    settings = await bench.index(corpus)
    asked = (corpus.questions * (QUESTIONS // len(corpus.questions) + 1))[:QUESTIONS]
    async with conversation(bench, settings, people=IN_FLIGHT) as talk:
        await talk.ask_all(asked)
        bot = psutil.Process(talk.process.pid)
        workers = bot.children(recursive=True)
        bot_mb = bot.memory_info().rss / MB
        worker_mb = sum(worker.memory_info().rss for worker in workers) / MB
        pss = [_pss(process) for process in (bot, *workers)]
    figures = [
        Figure("bot", bot_mb, Unit.MB),
        Figure("search worker", worker_mb, Unit.MB),
        Figure(
            "both", bot_mb + worker_mb, Unit.MB, Target(TOGETHER_MB), f"{corpus.name}, {QUESTIONS} questions"
        ),
    ]
    if None not in pss:
        together = sum(each or 0 for each in pss) / MB
        figures.append(Figure("both, shared pages counted once", together, Unit.MB))
    return Section(TITLE, tuple(figures))


def _pss(process: psutil.Process) -> int | None:
    """Proportional set size in bytes; None where the system has no such thing or does not say it."""
    try:
        pss: int | None = getattr(process.memory_full_info(), "pss", None)
    except psutil.AccessDenied:
        return None
    return pss
