"""Lives through every trouble with one real bot process, and prints the table as Markdown.

`python -m campaigns.trouble [PART …]`; takes some minutes. Exit status 1 where a trouble ended badly.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from campaigns.trouble import PARTS, clock
from campaigns.trouble.stage import stage
from campaigns.trouble.troubles import Outcome, live_through, table


async def main(parts: list[str]) -> int:
    """All troubles of these parts; the exit status."""
    outcomes: list[Outcome] = []
    failed = 0
    for part in parts:
        with tempfile.TemporaryDirectory() as folder:
            settings = clock.environment(Path(folder)) if part == "clock" else {}
            async with stage(Path(folder), **settings) as at:
                for trouble in PARTS[part]:
                    print(f"{part}: {trouble.what} …", file=sys.stderr, flush=True)
                    try:
                        outcomes.append(await live_through(at, trouble))
                    except Exception as error:  # noqa: BLE001 - told in the table
                        failed += 1
                        print(f"  FAILED: {str(error)[:300]!r}", file=sys.stderr)
                        outcomes.append(Outcome(trouble.what, f"FAILED: {str(error)[:200]}", ()))
                at.server.take_violations()
    print(table(outcomes))
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:] or list(PARTS))))
