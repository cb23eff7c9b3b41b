"""Figure: a finished answer through the search worker, as `python -m bot ask` gets it, and its stages."""

from collections import defaultdict

from bot.answer import Answer, Question
from bot.service.opening import open_service
from campaigns.bench.corpora import BY, NEWS_DEV_MISSING, Corpus, Workbench, seeds
from campaigns.bench.figures import Figure, Section, Target, Unit, percentile, percentiles_ms

TITLE = "Finished answer"
SEED_ROUNDS, QUICK_ROUNDS = 15, 3
P50_MS, P95_MS = 60, 150
LARGE_MAY_TAKE = 2  # times what the seeds may


async def measure(bench: Workbench) -> Section:
    """One question after the other; on the seeds each of them several times."""
    corpus = seeds()
    rounds = QUICK_ROUNDS if bench.quick else SEED_ROUNDS
    small = await _answer(bench, corpus, corpus.questions * rounds)
    small_s = [seconds for _, seconds in small]
    targets: dict[int, Target | None] = {50: Target(P50_MS), 95: Target(P95_MS), 100: None}
    figures = percentiles_ms(f"{corpus.name} (2 articles): {len(small)} answers", small_s, targets)
    notes = [_stages(corpus.name, small)]
    large = bench.large()
    if large is None:
        return Section(TITLE, tuple(figures), (*notes, NEWS_DEV_MISSING))
    answers = await _answer(bench, large, large.questions)
    seconds = [each for _, each in answers]
    targets = {50: Target(P50_MS * LARGE_MAY_TAKE), 95: Target(P95_MS * LARGE_MAY_TAKE), 100: None}
    figures += percentiles_ms(f"{large.name}: {len(answers)} answers", seconds, targets)
    ratio = percentile(seconds, 50) / percentile(small_s, 50)
    figures.append(Figure(f"{large.name} ÷ {corpus.name}, p50", ratio, Unit.RATIO))
    return Section(TITLE, tuple(figures), (*notes, _stages(large.name, answers)))


async def _answer(bench: Workbench, corpus: Corpus, questions: tuple[str, ...]) -> list[tuple[Answer, float]]:
    """Each answer with the seconds from question to answer. Nothing is asked to warm up: the worker did."""
    settings = await bench.index(corpus)
    async with open_service(settings, BY) as service:
        return [await service.timed_answer(Question(text)) for text in questions]


def _stages(name: str, answers: list[tuple[Answer, float]]) -> str:
    """p50 and p95 of each stage; `search` holds the worker's own stages and the way there and back."""
    stages: dict[str, list[float]] = defaultdict(list)
    for answer, _ in answers:
        for stage, seconds in answer.seconds.items():
            stages[stage].append(seconds * 1000)
    parts = [
        f"{stage} {percentile(ms, 50):.1f}/{percentile(ms, 95):.1f}"
        for stage, ms in sorted(stages.items(), key=lambda item: -percentile(item[1], 50))
    ]
    return (
        f"{name}, ms per stage (p50/p95; search holds embed, dense, keyword, passages): {', '.join(parts)}."
    )
