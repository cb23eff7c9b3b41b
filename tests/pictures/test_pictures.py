"""The pictures in docs/pictures show what the bot sends today: compared by structure, not by pixels."""

from pathlib import Path

import pytest

from tests.pictures.capture import capture
from tests.pictures.structure import kept, structure

HOW = "`make pictures` draws them anew and writes structure.json; then look at what changed"


@pytest.mark.timeout(600)  # two lives of the real bot, seven builds and reads: a minute on an idle machine
async def test_every_kind_of_reply_has_the_structure_that_its_pictures_were_made_from() -> None:
    found = {picture.name: structure(picture) for picture in await capture()}
    assert found.keys() == kept().keys(), HOW
    changed = {name: (kept()[name], parts) for name, parts in found.items() if parts != kept()[name]}
    assert not changed, HOW


def test_the_packages_that_draw_are_pinned_and_name_no_registry() -> None:
    lock = (Path(__file__).parent / "drawing" / "package-lock.json").read_text(encoding="utf-8")
    assert '"integrity"' in lock
    assert '"resolved"' not in lock
