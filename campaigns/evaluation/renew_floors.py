"""`python -m campaigns.evaluation.renew_floors` measures anew and pins the floors; only --lower lowers
one."""

import argparse
import logging
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from campaigns.evaluation.floors import FILE, Floors, WouldLower, read_floors, renewed, write_floors
from campaigns.evaluation.gate import Measured, measure


def main(
    arguments: Sequence[str] | None = None,
    *,
    path: Path = FILE,
    measure: Callable[[Path], Measured] = measure,
) -> int:
    """Measure and renew; returns 1 where that would lower a floor and --lower was not given."""
    parser = argparse.ArgumentParser(
        prog="python -m campaigns.evaluation.renew_floors",
        description="Answers the set of our own and pins what was measured as the floors of `make test`.",
    )
    parser.add_argument(
        "--lower", action="store_true", help="let floors fall; say in the change's message why they may"
    )
    parser.add_argument("--failures", type=Path, metavar="FILE", help="write the failures there, to read")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.WARNING)
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(Path(folder))
    if options.failures:
        options.failures.write_text(measured.failures, encoding="utf-8")
    old = read_floors(path) if path.is_file() else None
    try:
        new = renewed(old, measured.digest, measured.scores, lower=options.lower)
    except WouldLower as error:
        sys.stderr.write("Not renewed, for floors would fall:\n")
        sys.stderr.writelines(f"  {miss}\n" for miss in error.misses)
        sys.stderr.write("If they may, run it again with --lower and say why in the change's message.\n")
        return 1
    write_floors(new, path)
    sys.stdout.writelines(_lines(old, new))
    return 0


def _lines(old: Floors | None, new: Floors) -> list[str]:
    """Each floor with what was measured when it was set, and what it was before."""
    lines = []
    for figure, floor in new.figures.items():
        before = old.figures.get(figure) if old else None
        was = f"  (was {before.floor:.3f})" if before and before != floor else ""
        lines.append(f"{figure:28}  measured {floor.measured:.3f}  floor {floor.floor:.3f}{was}\n")
    return lines


if __name__ == "__main__":
    sys.exit(main())
