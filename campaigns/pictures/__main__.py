"""`python -m campaigns.pictures`: every kind of reply, wide and narrow, dark and light, into docs/pictures/.

Needs Node with the packages of campaigns/pictures/drawing (`npm ci` there) and Debian's chromium, pngquant,
fonts-noto-core and fonts-noto-color-emoji. With words after it, only the pictures with these names are drawn;
`--structure` draws nothing, and only writes down anew what the replies are made of (structure.json).
"""

import asyncio
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from campaigns.pictures.capture import capture, compared
from campaigns.pictures.structure import keep

ROOT = Path(__file__).parent.parent.parent
DRAWING = Path(__file__).parent / "drawing"
PICTURES = ROOT / "docs" / "pictures"


def main(arguments: list[str]) -> int:
    """Take the pictures, keep their structure and draw them; the exit status of the drawing."""
    pictures = asyncio.run(capture())
    keep(pictures)
    if "--structure" in arguments:
        return 0
    pictures += compared(pictures)
    chosen = [one for one in pictures if not arguments or one.name in arguments]
    with tempfile.TemporaryDirectory() as folder:
        payloads = Path(folder) / "payloads.json"
        payloads.write_text(json.dumps([one.as_payload() for one in chosen]), encoding="utf-8")
        done = subprocess.run(["node", DRAWING / "draw.js", payloads, PICTURES], check=False)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
