"""Strikes every write, fsync and rename of a build, each in turn: `python -m campaigns.faults.struck_builds`.

Prints a table: the kind of fault, how many points, how many of them kept their promises. The suite strikes a
sample of them (test_struck_builds.py)."""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from campaigns.faults.injection import Act, Fault, State, Strike, copy_of, look, mend, strike
from campaigns.faults.system_calls import why_not
from index.building.build import build
from tests.conversation import town as news
from tests.conversation.town import Town

ENTRIES = 6
LONGEST_WORD = 400  # characters, two paths among them
SAID = {
    Fault.FULL: "is full. Free some space, then build again.",
    Fault.BROKEN: "",
    Fault.READ_ONLY: "cannot be written: Read-only file system.",
}


@dataclass(frozen=True)
class Scene:
    """A data folder before a build, and what it must answer before and after that."""

    name: str
    town: Town
    before: State
    after: State
    act: Act = Act.BUILD


@dataclass(frozen=True)
class Verdict:
    """What became of one point; `faults` are the promises that were not kept."""

    at: int
    strike: Strike
    faults: tuple[str, ...]


def next_build(folder: Path) -> Scene:
    """Something is published, and one article has been added, one changed, one removed since."""
    town = Town.found(folder)
    town.write_chronicle(ENTRIES)
    build(town.settings, by="before the fault")
    before = look(town)
    town.write("pool.md", news.POOL)
    town.write("library.md", news.LIBRARY.replace("640", "655"))
    (town.articles / "chronicle-000.md").unlink()
    return _scene("next build", town, before)


def first_build(folder: Path) -> Scene:
    """Nothing is published yet."""
    return _scene("first build", Town.found(folder), State(None, ()))


def going_back(folder: Path) -> Scene:
    """Two generations are there, and the second is gone back from."""
    town = Town.found(folder)
    build(town.settings, by="the first")
    (town.articles / "mill.txt").rename(town.folder / "mill.txt")
    after = look(town)
    build(town.settings, by="the second")
    before = look(town)
    (town.folder / "mill.txt").rename(town.articles / "mill.txt")
    return Scene("rollback", town, before, after, Act.ROLLBACK)


def _scene(name: str, town: Town, before: State) -> Scene:
    undisturbed = copy_of(town, town.folder.with_name(f"{town.folder.name}-undisturbed"))
    return Scene(name, town, before, mend(undisturbed)[0])


SCENES = {"next": next_build, "first": first_build, "rollback": going_back}


def points(scene: Scene, fault: Fault, spoilt: Path) -> int:
    """How many calls of this scene the fault can strike: it is struck far behind its end."""
    return strike(copy_of(scene.town, spoilt), fault, sys.maxsize, scene.act).calls


def judge(scene: Scene, fault: Fault, at: int, spoilt: Path) -> Verdict:
    """Strike one point and look at what is left."""
    town = copy_of(scene.town, spoilt)
    struck = strike(town, fault, at, scene.act)
    faults = []
    if struck.crash:
        faults.append(f"crashed: {struck.crash}")
    if struck.said and (SAID.get(fault, "") not in struck.said or len(struck.said) > LONGEST_WORD):
        faults.append(f"said: {struck.said}")
    there = look(town)
    if there.generation == scene.before.generation:
        if there != scene.before:
            faults.append("what is published answers differently")
    elif there.answers != scene.after.answers:
        faults.append("answers neither as before nor as after")
    try:
        mended, left = mend(town)
    except AssertionError as error:
        return Verdict(at, struck, (*faults, f"the next build failed: {error}"))
    if mended.answers != scene.after.answers:
        faults.append("after the next build the answers are wrong")
    if left:
        faults.append(f"litter: {sorted(left)}")
    return Verdict(at, struck, tuple(faults))


def verdicts(scene: Scene, fault: Fault, step: int, first: int, spoilt: Path) -> Iterator[Verdict]:
    """Every `step`-th point, from the `first` on, until the build ends before it is struck."""
    at = first
    while True:
        verdict = judge(scene, fault, at, spoilt)
        if verdict.strike.call is None:
            return
        yield verdict
        at += step


def main() -> int:
    if reason := why_not():
        print(f"Nothing can be struck here: {reason}.")
        return 1
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--scene", choices=SCENES, action="append", help="default: all")
    options.add_argument("--fault", choices=[f.name.lower() for f in Fault], action="append")
    options.add_argument("--step", type=int, default=1, help="strike every N-th point only")
    options.add_argument("--first", type=int, default=0)
    chosen = options.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as room:
        for name in chosen.scene or SCENES:
            scene = SCENES[name](Path(room) / name)
            for fault in Fault:
                if chosen.fault and fault.name.lower() not in chosen.fault:
                    continue
                began, seen, bad = time.monotonic(), 0, 0
                for verdict in verdicts(scene, fault, chosen.step, chosen.first, Path(room) / "spoilt"):
                    seen += 1
                    bad += bool(verdict.faults)
                    for each in verdict.faults:
                        print(
                            f"  {name} {fault.value} at {verdict.at} ({verdict.strike.call}): {each}",
                            flush=True,
                        )
                print(
                    f"{scene.name} | {fault.value} | {seen} points | {seen - bad} kept every promise |"
                    f" {time.monotonic() - began:.0f} s",
                    flush=True,
                )
                failed += bad
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
