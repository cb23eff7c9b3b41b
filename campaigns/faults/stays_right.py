"""Random changes, builds, rollbacks, kills and restarts against the model of campaigns/faults/findable.py:
`python -m campaigns.faults.stays_right --steps 5000 --seed 7`.

A step is a kind and a number that decides all its details, so a failure can be played again from its seed,
and is made smaller by leaving steps out."""

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from campaigns.faults.builds import litter
from campaigns.faults.findable import KEEP, Publications, Shelf, Snapshot
from campaigns.faults.index_processes import Ended, SearchProcess, built, rolled_back
from index.generation.publication import read_manifest
from index.settings import IndexSettings

LARGEST = 25  # papers on the shelf
LIMIT = 60  # passages asked for: more than there are chunks that a word could be in
GONE_ASKED = 10  # words of what is not published, at each look
SHRINK_S = 600
WEIGHTS = {
    "add": 6, "change": 5, "remove": 3, "rename": 2, "duplicate": 3, "touch": 1, "disguise": 1, "clear": 0.1,
    "check": 1, "reindex": 5, "rollback": 2, "kill": 2, "kill_rollback": 0.5, "restart": 1,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    kind: str
    number: int


class Wrong(AssertionError):
    """What the model and the index do not agree about."""


class Run:
    """One folder, its index, and the model of both."""

    def __init__(self, folder: Path) -> None:
        self.settings = IndexSettings(
            articles_dir=folder / "articles", data_dir=folder / "data", keep_generations=KEEP
        )
        self.settings.articles_dir.mkdir()
        self.shelf = Shelf(self.settings.articles_dir)
        self.publications = Publications()
        self.searcher = SearchProcess(self.settings)
        self._build_s = 1.0

    def take(self, step: Step) -> None:
        """Do one step and look whether all is right. Raises Wrong."""
        chance = random.Random(step.number)
        getattr(self, f"_{step.kind}")(chance)
        self._look(
            chance, thoroughly=step.kind in ("reindex", "rollback", "kill", "kill_rollback", "restart")
        )

    def _add(self, chance: random.Random) -> None:
        if len(self.shelf.files) < LARGEST:
            self.shelf.put(self.shelf.free_name(chance), self.shelf.invent(chance))

    def _change(self, chance: random.Random) -> None:
        if name := self._some(chance):
            self.shelf.put(name, self.shelf.edited(self.shelf.files[name], chance))

    def _remove(self, chance: random.Random) -> None:
        if name := self._some(chance):
            self.shelf.take(name)

    def _rename(self, chance: random.Random) -> None:
        if name := self._some(chance):
            self.shelf.rename(name, self.shelf.free_name(chance))

    def _duplicate(self, chance: random.Random) -> None:
        name = self._some(chance)
        if name and len(self.shelf.files) < LARGEST:
            self.shelf.put(self.shelf.free_name(chance), self.shelf.copied(self.shelf.files[name], chance))

    def _touch(self, chance: random.Random) -> None:
        """Another time of change, nothing else."""
        if name := self._some(chance):
            os.utime(self.shelf.folder / name)

    def _disguise(self, chance: random.Random) -> None:
        """Another text of the same length, and the file's times put back as they were."""
        if name := self._some(chance):
            before = (self.shelf.folder / name).stat()
            self.shelf.put(name, self.shelf.edited(self.shelf.files[name], chance))
            os.utime(self.shelf.folder / name, ns=(before.st_atime_ns, before.st_mtime_ns))

    def _clear(self, _: random.Random) -> None:
        for name in list(self.shelf.files):
            self.shelf.take(name)

    def _check(self, _: random.Random) -> None:
        self._compare_report(built(self.settings, dry_run=True))

    def _reindex(self, _: random.Random) -> None:
        before, made = self.publications.current, Snapshot.of(self.shelf.files)
        ended = built(self.settings)
        self._build_s = ended.seconds
        self._compare_report(ended)
        if (ended.result.generation is None) != (made == before):
            raise Wrong(f"published: {ended.result.generation}, though changed: {made != before}")
        if ended.result.generation:
            self.publications.publish(ended.result.generation, made)
        if left := litter(self.settings.data_dir):
            raise Wrong(f"left lying about: {left}")

    def _rollback(self, _: random.Random) -> None:
        ended = rolled_back(self.settings)
        if len(self.publications.entries) < 2:
            if not ended.said:
                raise Wrong("went back to where nothing was")
            return
        if ended.said:
            raise Wrong(f"a rollback was refused: {ended.said}")
        self.publications.roll_back()

    def _kill(self, chance: random.Random) -> None:
        built(self.settings, killed_after_s=chance.uniform(0, 1.2 * self._build_s))
        self._see_what_became_published(Snapshot.of(self.shelf.files))

    def _kill_rollback(self, chance: random.Random) -> None:
        entries = self.publications.entries
        rolled_back(self.settings, killed_after_s=chance.uniform(0, 0.1))
        manifest = read_manifest(self.settings.data_dir)
        if manifest and len(entries) > 1 and manifest.current.generation == entries[-2][0]:
            self.publications.roll_back()

    def _restart(self, _: random.Random) -> None:
        self.searcher.kill()

    def _some(self, chance: random.Random) -> str | None:
        return chance.choice(sorted(self.shelf.files)) if self.shelf.files else None

    def _see_what_became_published(self, made: Snapshot) -> None:
        """After a build that was killed: nothing, or what it made."""
        manifest = read_manifest(self.settings.data_dir)
        now = manifest.current.generation if manifest else None
        if now is not None and now != self.publications.generation:
            self.publications.publish(now, made)

    def _compare_report(self, ended: Ended) -> None:
        """What a build or a dry run says must have changed."""
        if ended.said or ended.result.problems:
            raise Wrong(f"the build says: {ended.said or ended.result.problems}")
        report = ended.result
        said = tuple(
            {change.id for change in part} for part in (report.added, report.changed, report.removed)
        )
        last = self.publications.current or Snapshot({}, {})
        expected = last.difference(Snapshot.of(self.shelf.files))
        if said != expected:
            raise Wrong(f"added, changed, removed: {said}, expected {expected}")

    def _look(self, chance: random.Random, *, thoroughly: bool) -> None:
        """Search for words of what is published and of what is not."""
        manifest = read_manifest(self.settings.data_dir)
        names = [p.generation for p in manifest.publications] if manifest else []
        if names != [name for name, _ in self.publications.entries]:
            raise Wrong(f"published are {names}, expected {self.publications.entries}")
        snapshot = self.publications.current
        if snapshot is None:
            return
        if thoroughly:
            self.searcher.kill()  # what answers must be what stands on the disk
            status = self.searcher.status()
            if (status.generation, status.articles) != (self.publications.generation, len(snapshot.papers)):
                raise Wrong(f"status: {status}")
        papers = list(snapshot.papers.values())
        if not thoroughly:
            papers = chance.sample(papers, min(2, len(papers)))
        for paper in papers:
            self._search(chance.choice(sorted(paper.words)), snapshot)
        gone = sorted(self.shelf.dead - {word for paper in snapshot.papers.values() for word in paper.words})
        for word in chance.sample(gone, min(len(gone), GONE_ASKED if thoroughly else 1)):
            self._search(word, snapshot)

    def _search(self, word: str, snapshot: Snapshot) -> None:
        owner, found = snapshot.owner(word), set()
        for passage in self.searcher.search(word, LIMIT):
            paper = snapshot.papers.get(passage.article.id)
            if paper is None:
                raise Wrong(f"{word}: {passage.article.id} is not published")
            if passage.article.title != paper.title or passage.article.published != paper.published:
                raise Wrong(f"{word}: {passage.article} is not {paper.title}, {paper.published}")
            if not (self.shelf.dead & _words(passage.text)) <= paper.words:
                raise Wrong(f"{word}: {passage.article.id} is cited with an old text: {passage.text}")
            copies = {info.id: info.title for info in passage.copies}
            if copies != snapshot.copies[passage.article.id]:
                raise Wrong(f"{word}: copies {copies}, expected {snapshot.copies[passage.article.id]}")
            if word in _words(passage.text):
                found.add(passage.article.id)
        if found != ({owner} if owner else set()):
            raise Wrong(f"{word}: found in {found}, expected in {owner}")


def _words(text: str) -> set[str]:
    return set(text.replace(".", " ").split())


def steps_of(seed: int, count: int) -> list[Step]:
    """The steps of a seed; the first are of a longer run's too."""
    chance = random.Random(seed)
    kinds = list(WEIGHTS)
    return [
        Step(chance.choices(kinds, list(WEIGHTS.values()))[0], chance.randrange(2**32)) for _ in range(count)
    ]


def play(steps: Sequence[Step], *, progress: bool = False) -> tuple[int, str] | None:
    """Take the steps; where one went wrong, its place and what was wrong."""
    with tempfile.TemporaryDirectory() as folder:
        run = Run(Path(folder))
        try:
            for at, step in enumerate(steps):
                try:
                    run.take(step)
                except AssertionError as error:
                    return at, f"{type(error).__name__}: {error}"
                if progress and at % 100 == 99:
                    print(f"  {at + 1} of {len(steps)} steps", file=sys.stderr, flush=True)
        finally:
            run.searcher.kill()
    return None


def shrink(steps: list[Step]) -> list[Step]:
    """The same fault with fewer steps: parts are left out for as long as one goes wrong."""
    until, size = time.monotonic() + SHRINK_S, len(steps) // 2
    while size and time.monotonic() < until:
        for at in range(0, len(steps), size):
            fewer = steps[:at] + steps[at + size :]
            failed = play(fewer)
            if failed:
                steps = fewer[: failed[0] + 1]
                break
        else:
            size //= 2
    return steps


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--steps", type=int, default=1000)
    options.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    chosen = options.parse_args()
    steps, began = steps_of(chosen.seed, chosen.steps), time.monotonic()
    failed = play(steps, progress=True)
    taken = failed[0] + 1 if failed else len(steps)
    counts = ", ".join(f"{kind} {n}" for kind, n in Counter(s.kind for s in steps[:taken]).most_common())
    print(f"seed {chosen.seed}: {taken} steps in {time.monotonic() - began:.0f} s ({counts})")
    if failed is None:
        return 0
    print(f"wrong at step {taken}: {failed[1]}\nlooking for fewer steps…", flush=True)
    fewer = shrink(steps[:taken])
    print(f"{len(fewer)} steps are enough: {fewer}\n{play(fewer)}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
