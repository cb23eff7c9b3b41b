"""Set once before the bot connects: what keeps the event loop from waiting for threads and for Python itself.

Measured with `make bench` (docs/performance.md) while a build ran: without it the loop stalled up to 310 ms,
nearly all of it garbage collection of objects that never go away; with it 59 ms.
"""

import gc
import sys

# How long a composing thread may keep the GIL while the event loop waits for it; Python's default is 5 ms,
# and every write to a socket waits that long once.
SWITCH_INTERVAL_S = 0.0005


def keep_responsive() -> None:
    """Take all that is loaded by now out of garbage collection, and switch threads more often."""
    gc.collect()
    gc.freeze()
    sys.setswitchinterval(SWITCH_INTERVAL_S)
