"""Every trouble of the list, one after the other, with one real bot process for each part of it.

Those with the clock are lived through by `python -m campaigns.trouble clock` alone: the library that moves a
process's clock makes it so slow that on a busy machine it does not connect in time.
"""

from pathlib import Path

import pytest

from campaigns.trouble import PARTS
from campaigns.trouble.stage import stage
from campaigns.trouble.troubles import live_through, table


@pytest.mark.parametrize("part", [part for part in PARTS if part != "clock"])
async def test_after_every_trouble_the_bot_answers_and_nothing_has_leaked(part: str, tmp_path: Path) -> None:
    async with stage(tmp_path) as at:
        outcomes = [await live_through(at, trouble) for trouble in PARTS[part]]
    print(table(outcomes))
    assert len(outcomes) == len(PARTS[part]) > 0
