"""Asked by the container engine every half minute: does the bot in this container say that it is well?"""

import os
import sys
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

TIMEOUT_S = 4  # below the engine's own 5 s, so that the reason is seen


def main() -> int:
    """Exit status 0 where /healthz answers 200 on HTTP_PORT of this machine, else 1 with the reason."""
    address = f"http://127.0.0.1:{os.environ.get('HTTP_PORT', '')}/healthz"
    try:
        # Never through a proxy of the environment: the answer must be this container's.
        with build_opener(ProxyHandler({})).open(address, timeout=TIMEOUT_S) as answer:
            answer.read()
    except (URLError, OSError, ValueError) as error:
        sys.stderr.write(f"{address}: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
