"""Figure: the first response to an interaction, with 20 questions in flight at any time."""

import asyncio

from campaigns.bench.conversation import conversation
from campaigns.bench.corpora import Workbench, seeds
from campaigns.bench.figures import Figure, Section, Target, Unit, percentile, percentiles_ms
from campaigns.bench.meter import Meter

TITLE = "First response to an interaction"
IN_FLIGHT = 20
P95_MS = 50
ROUNDS = 3  # of the questions: so that the first moment, when all 20 ask at once, does not decide the p95


async def measure(bench: Workbench) -> Section:
    """20 people ask the running bot, all of them from the first moment on."""
    corpus = bench.large() or seeds()
    settings = await bench.index(corpus)
    async with conversation(bench, settings, people=IN_FLIGHT) as talk:
        meter = Meter()
        beating = asyncio.create_task(meter.run())
        loop = asyncio.get_running_loop()
        started = loop.time()
        asked = await talk.ask_all(corpus.questions * (1 if bench.quick else ROUNDS))
        took_s = loop.time() - started
        beating.cancel()
        at_once = await talk.ask_at_once(corpus.questions[:IN_FLIGHT])
    first = [each.first_s for each in asked]
    note = f"{len(asked)} questions"
    figures = percentiles_ms(f"{IN_FLIGHT} in flight", first, {50: None, 95: Target(P95_MS), 100: None}, note)
    burst = [each.first_s for each in at_once]
    figures += percentiles_ms(f"{len(burst)} asked at the same moment", burst, {50: None, 100: None})
    finished = [each.finished_s for each in asked]
    figures += percentiles_ms(f"finished answer, {IN_FLIGHT} in flight", finished, {50: None, 95: None})
    figures.append(Figure("answers per second", len(asked) / took_s, Unit.COUNT))
    late_ms = percentile([beat.late_s for beat in meter.beats], 95) * 1000
    own = (
        "Measured by the loopback server, from sending INTERACTION_CREATE to the arrival of the callback; "
        f"the server itself, a process on the same cores, was {late_ms:.0f} ms late (p95) meanwhile."
    )
    return Section(TITLE, tuple(figures), (own,))
