"""Measures the verifier on statements made of news-dev: `python -m campaigns.evaluation.verification_set`.

Prints, for each kind of statement, how many were kept or rejected as they should be, on the half of the
articles that the verifier was developed on and on the half that was held out.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from bot.answer import Statement
from bot.answering.verification import Verdict, verify
from campaigns.evaluation.changes import CHANGES, names_in
from campaigns.evaluation.news_sentences import ARTICLES, Source, pick_sources
from campaigns.evaluation.rewordings import reword

SEED = 20261122
PER_KIND = 300
SENTENCES = 6000  # of one half
VERBATIM, REWORDED, SWAPPED = "verbatim", "reworded", "source swapped"
KEPT = (VERBATIM, REWORDED)
# At least so much of each kind is to be judged rightly.
FLOORS = {
    VERBATIM: 1.0, REWORDED: 0.85, "number": 0.97, "unit": 0.85, "date": 0.97, "name": 0.97,
    "who to whom": 0.85, "negation": 0.97, "quantifier": 0.85, "hedge": 0.85, SWAPPED: 0.85,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """One statement of the set: what was done to it, and the sentence that it was made of."""

    kind: str
    rule: str
    statement: Statement
    source: Source


@dataclass(slots=True)
class Tally:
    """What came of one kind."""

    right: int = 0
    total: int = 0
    wrong: list[tuple[Case, Verdict]] = field(default_factory=list)

    @property
    def share(self) -> float:
        return self.right / self.total if self.total else 0.0


@dataclass(slots=True)
class Outcome:
    """The table of one half."""

    tallies: dict[str, Tally]
    ms_per_statement: float
    slowest_ms: float


def make_cases(sources: list[Source], seed: int = SEED, per_kind: int = PER_KIND) -> Iterator[Case]:
    """Make up to `per_kind` statements of each kind, in a fixed order."""
    for kind, make in _kinds(sources).items():
        chance = random.Random(f"{seed} {kind}")
        made = 0
        for source in chance.sample(sources, len(sources)):
            case = make(source, chance)
            if case:
                yield case
                made += 1
            if made == per_kind:
                break


Make = Callable[[Source, random.Random], Case | None]


def _kinds(sources: list[Source]) -> dict[str, Make]:
    makers: dict[str, Make] = {VERBATIM: _verbatim, REWORDED: _reworded}
    for kind in CHANGES:
        makers[kind] = _changed(kind)
    makers[SWAPPED] = _swapped(sources)
    return makers


def _verbatim(source: Source, chance: random.Random) -> Case:
    """Half as a quote, half as a statement that happens to be a sentence of its quote."""
    if chance.random() < 0.5:
        return Case(VERBATIM, "quote", replace(source.reworded(source.quote), quoted=True), source)
    return Case(VERBATIM, "sentence", source.reworded(source.sentence), source)


def _reworded(source: Source, chance: random.Random) -> Case | None:
    made = reword(source.sentence, chance)
    return Case(REWORDED, made[1], source.reworded(made[0]), source) if made else None


def _changed(kind: str) -> Make:
    def make(source: Source, chance: random.Random) -> Case | None:
        others = names_in(source.sentence) + names_in(source.beside) + names_in(source.article.text[:3000])
        rule, text = "sentence", source.sentence
        if chance.random() < 0.5 and (made := reword(text, chance)):
            text, rule = made
        changed = CHANGES[kind](text, chance, others)
        if not changed or changed in (text, source.sentence):
            return None
        return Case(kind, rule, source.reworded(changed), source)

    return make


def _swapped(sources: list[Source]) -> Make:
    def make(source: Source, chance: random.Random) -> Case | None:
        made = reword(source.sentence, chance)
        text = made[0] if made else source.sentence
        if chance.random() < 0.5:
            start = source.article.text.find(source.beside)
            beside = replace(source, quote=source.beside, start=start)
            return Case(SWAPPED, "passage", beside.reworded(text), beside)
        other = chance.choice(sources)
        if other.article.info.id == source.article.info.id:
            return None
        return Case(SWAPPED, "article", other.reworded(text), other)

    return make


def measure(
    *, held_out: bool, sentences: int = SENTENCES, per_kind: int = PER_KIND, seed: int = SEED
) -> Outcome:
    """Judge all statements of one half."""
    sources = pick_sources(sentences, seed, held_out=held_out)
    tallies: dict[str, Tally] = {}
    seconds: list[float] = []
    for case in make_cases(sources, seed, per_kind):
        articles = {case.source.article.info.id: case.source.article}
        started = time.perf_counter()
        verdict = verify(case.statement, articles)
        seconds.append(time.perf_counter() - started)
        tally = tallies.setdefault(case.kind, Tally())
        tally.total += 1
        if verdict.holds == (case.kind in KEPT):
            tally.right += 1
        else:
            tally.wrong.append((case, verdict))
    return Outcome(tallies, 1000 * sum(seconds) / len(seconds), 1000 * max(seconds))


def main() -> int:
    """Print the table; 1 where a floor is not reached."""
    parser = argparse.ArgumentParser(
        prog="python -m campaigns.evaluation.verification_set", description=__doc__
    )
    parser.add_argument(
        "--show", metavar="KIND", help="print what was judged wrongly of a kind, of the development half"
    )
    parser.add_argument("--limit", type=int, default=25, help="how many of them")
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args()
    if not ARTICLES.exists():
        print(f"{ARTICLES} is not here", file=sys.stderr)
        return 1
    halves = {
        name: measure(held_out=name == "held out", seed=chosen.seed) for name in ("development", "held out")
    }
    if chosen.show:
        for case, verdict in halves["development"].tallies[chosen.show].wrong[: chosen.limit]:
            print(
                f"[{case.rule}] {verdict.fault} {verdict.words!r}\n  Q {case.source.quote}\n  S "
                f"{case.statement.text}\n"
            )
    print(f"{'kind':<16}{'floor':>6}" + "".join(f"{name:>24}" for name in halves))
    reached = True
    for kind, floor in FLOORS.items():
        cells = []
        for outcome in halves.values():
            tally = outcome.tallies.get(kind, Tally())
            reached = reached and tally.share >= floor
            cells.append(f"{tally.right}/{tally.total} = {tally.share:.3f}")
        print(f"{kind:<16}{floor:>6.2f}" + "".join(f"{cell:>24}" for cell in cells))
    for name, outcome in halves.items():
        print(f"{name}: {outcome.ms_per_statement:.2f} ms a statement, slowest {outcome.slowest_ms:.1f} ms")
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
