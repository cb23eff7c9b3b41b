"""Where `python -m campaigns.soak` enters: runs the soak and prints what it measured, a line each so
often."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from campaigns.soak.reindexes import Sample, soak

MB = 1_000_000


def main() -> int:
    """Exit status 1 where an answer was wrong or the disk holds more than twice a fresh build."""
    options = argparse.ArgumentParser(prog="python -m campaigns.soak", description=__doc__)
    options.add_argument("--articles", type=int, default=200)
    options.add_argument("--reindexes", type=int, default=1000)
    options.add_argument(
        "--every", type=int, default=25, help="print one line in so many (default: %(default)s)"
    )
    given = options.parse_args()

    def show(sample: Sample) -> None:
        if sample.step % given.every == 0 or sample.step == 1:
            sys.stdout.write(_line(sample) + "\n")
            sys.stdout.flush()

    with tempfile.TemporaryDirectory(prefix="footnote-soak-") as folder:
        result = asyncio.run(soak(Path(folder), given.articles, given.reindexes, show))
    largest = max(sample.data for sample in result.samples) / result.fresh
    last = result.samples[-1].data / result.fresh
    sys.stdout.write(
        f"fresh build {result.fresh / MB:.1f} MB; at the end {last:.2f} times, at most {largest:.2f}\n"
    )
    sys.stdout.write("".join(f"WRONG: {one}\n" for one in result.wrong) or "every answer right\n")
    return 1 if result.wrong or last > 2 else 0


def _line(sample: Sample) -> str:
    return (
        f"{sample.step:5}: data {sample.data / MB:6.1f} MB in {sample.generations} generations,"
        f" bot {sample.bot_rss / MB:4.0f} MB, worker {sample.worker_rss / MB:4.0f} MB,"
        f" build process {sample.build_rss / MB:4.0f} MB, build {sample.build_s:5.1f} s,"
        f" served after {sample.served_s:4.1f} s"
    )


if __name__ == "__main__":
    sys.exit(main())
