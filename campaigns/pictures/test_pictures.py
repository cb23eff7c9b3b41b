"""The pictures in docs/pictures show what the bot sends today: compared by structure, not by pixels."""

from pathlib import Path

import pytest

from campaigns.pictures.capture import COMPARED, capture
from campaigns.pictures.structure import kept, structure
from tests.command_lines import ROOT

PICTURES = ROOT / "docs" / "pictures"
VARIANTS = [f"{screen}-{theme}" for screen in ("wide", "narrow") for theme in ("dark", "light")]
LARGEST_BYTES = 4_000_000  # of all: they are looked at in a browser, and kept in the repository
HOW = "`make pictures` draws them anew and writes structure.json; then look at what changed"


@pytest.mark.timeout(600)  # two lives of the real bot, seven builds and reads: a minute on an idle machine
async def test_every_kind_of_reply_has_the_structure_that_its_pictures_were_made_from() -> None:
    found = {picture.name: structure(picture) for picture in await capture()}
    assert found.keys() == kept().keys(), HOW
    changed = {name: (kept()[name], parts) for name, parts in found.items() if parts != kept()[name]}
    assert not changed, HOW


def test_every_kind_is_drawn_wide_and_narrow_dark_and_light() -> None:
    names = [*kept(), *COMPARED.values()]
    wanted = {f"{name}-{variant}.png" for name in names for variant in VARIANTS}
    assert {file.name for file in PICTURES.iterdir()} == wanted, HOW


def test_the_pictures_are_pictures_and_stay_small() -> None:
    files = sorted(PICTURES.iterdir())
    assert all(file.read_bytes().startswith(b"\x89PNG\r\n\x1a\n") for file in files)
    assert sum(file.stat().st_size for file in files) < LARGEST_BYTES


def test_the_packages_that_draw_are_pinned_and_name_no_registry() -> None:
    lock = (Path(__file__).parent / "drawing" / "package-lock.json").read_text(encoding="utf-8")
    assert '"integrity"' in lock
    assert '"resolved"' not in lock
