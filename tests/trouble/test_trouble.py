"""Every trouble of the list, one after the other, with one real bot process for each part of it."""

from pathlib import Path

import pytest

from tests.trouble import PARTS, clock
from tests.trouble.stage import stage
from tests.trouble.troubles import live_through, table


@pytest.mark.parametrize("part", list(PARTS))
async def test_after_every_trouble_the_bot_answers_and_nothing_has_leaked(part: str, tmp_path: Path) -> None:
    settings = {}
    if part == "clock":
        if not clock.LIBRARY.exists():
            pytest.skip("Debian's faketime, which moves a process's clock, is not installed")
        settings = clock.environment(tmp_path)
    async with stage(tmp_path, **settings) as at:
        outcomes = [await live_through(at, trouble) for trouble in PARTS[part]]
    print(table(outcomes))
    assert len(outcomes) == len(PARTS[part]) > 0
