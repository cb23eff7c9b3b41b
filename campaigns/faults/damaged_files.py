"""Every file of a generation damaged by chance: `python -m campaigns.faults.damaged_files --tries 20`.

A changed byte, a cut, a block of zeros each. Prints a table: how many were tried, left the answers as they
were, were noticed by the search, seen and named by the doctor, and mended by the next build and by
`doctor --repair`; "unseen" must be 0. The suite tries a few of each (test_damaged_files.py)."""

import argparse
import json
import logging
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from campaigns.faults.damaged_index import DamagedIndex, Try, Verdict, short_name, tries

COLUMNS = ("tried", "same", "noticed", "seen", "named", "built", "repaired", "died", "unseen")


@dataclass
class Table:
    """What became of all of them, by file and kind; and what was not as promised."""

    counts: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)

    def note(self, one: Try, verdict: Verdict) -> None:
        """One try."""
        counts = self.counts.setdefault((short_name(one.file), one.kind), Counter())
        counts["tried"] += 1
        counts["died"] += verdict.on_trust == "died"
        answers = {verdict.answer, verdict.on_trust}
        counts["same"] += answers == {"same"}
        counts["noticed"] += verdict.answer in ("before", "refused")
        counts["seen"] += verdict.sees
        counts["named"] += verdict.names
        counts["unseen"] += verdict.is_unseen
        wrong = [answer for answer in answers if ":" in answer]
        if (
            verdict.answer == "altered"
            or verdict.is_unseen
            or (verdict.on_trust == "died" and not verdict.sees)
        ):
            wrong.append("an answer that was never written, or an end that nobody was warned of")
        if verdict.sees and not verdict.names:
            wrong.append("the doctor does not name the file")
        if verdict.sees or answers != {"same"}:
            counts["built"] += not verdict.after_build
            counts["repaired"] += not verdict.after_repair
            wrong += [f"after the build: {verdict.after_build}"] * bool(verdict.after_build)
        self.complaints += [f"{one}: {each}" for each in wrong]

    def lines(self) -> Iterator[str]:
        yield "".join(["file".ljust(34), "damage".ljust(7), *(name.rjust(9) for name in COLUMNS)])
        for (file, kind), counts in self.counts.items():
            yield "".join([file.ljust(34), kind.ljust(7), *(f"{counts[name]:9}" for name in COLUMNS)])
        total = sum(self.counts.values(), Counter())
        yield "".join(["all".ljust(41), *(f"{total[name]:9}" for name in COLUMNS)])


def run(folder: Path, count: int, seed: int, only: str = "") -> Table:
    """The whole of it, or that of the files whose names hold `only`. In processes of its own: where native
    code ends one, the next goes on behind that."""
    table = Table()
    done = died = 0
    while True:
        arguments = ["--child", str(folder / f"{done}-{died}"), *map(str, (count, seed, done, died)), only]
        command = [sys.executable, "-m", "campaigns.faults.damaged_files", *arguments]
        planned: list[Try] = []
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout
            for line in child.stdout:
                said = json.loads(line)
                if isinstance(said, list):
                    planned = [Try(**each) for each in said]
                    continue
                if said["verdict"] != "nothing changed":
                    table.note(planned[done], Verdict(**said["verdict"]))
                done += 1
        if child.returncode == 0:
            return table
        if died == done + 1 or not planned:
            raise RuntimeError(
                f"try {done} cannot be judged: the process dies of it without opening its files"
            )
        died = done + 1  # this one again, without trusting its files


def _child(folder: Path, count: int, seed: int, first: int, died: int, only: str) -> None:
    logging.disable()
    index = DamagedIndex(folder)
    planned = tries((file for file in index.files() if only in file), count, seed)
    print(json.dumps([asdict(each) for each in planned]), flush=True)
    for at, one in enumerate(planned[first:], first):
        verdict = index.judge(one, trusting=at + 1 != died)
        print(json.dumps({"verdict": asdict(verdict) if verdict else "nothing changed"}), flush=True)


def main(arguments: Sequence[str]) -> int:
    """Exit status 1 where something was not as promised."""
    if arguments[:1] == ["--child"]:
        _, folder, *numbers, only = arguments
        count, seed, first, died = map(int, numbers)
        _child(Path(folder), count, seed, first, died, only)
        return 0
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tries", type=int, default=20, help="of each kind, for each file")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--only", default="", help="files whose names hold this")
    options = parser.parse_args(arguments)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        table = run(Path(folder), options.tries, options.seed, options.only)
    print("\n".join([*table.lines(), *table.complaints]))
    print(f"{time.monotonic() - started:.0f} s")
    return 1 if table.complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
