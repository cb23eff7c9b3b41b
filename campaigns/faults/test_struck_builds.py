"""kill -9, a full disk, an I/O error and a disk that turns read-only, each at some of the writes, syncs and
renames of a build: what is published answers the same, and the next build leaves all well.

`python -m campaigns.faults.struck_builds` strikes every single one."""

from functools import cache
from pathlib import Path

import pytest

from campaigns.faults.injection import Fault
from campaigns.faults.struck_builds import SCENES, Scene, judge, points
from campaigns.faults.system_calls import why_not

# How many points of each scene are struck with each fault, evenly from the first to the last.
SAMPLE = {"next": 5, "first": 2, "rollback": 2}

pytestmark = [
    pytest.mark.skipif(bool(why_not()), reason=str(why_not())),
    pytest.mark.timeout(600),  # seconds of work, on a machine that may have much else to do
    pytest.mark.xdist_group("nursery"),  # what they all fork from takes seconds to load
]


@pytest.fixture(scope="module")
def scene_named(tmp_path_factory: pytest.TempPathFactory) -> "SceneNamed":
    return SceneNamed(tmp_path_factory.mktemp("scenes"))


class SceneNamed:
    """The scenes, each set up when it is first asked for."""

    def __init__(self, room: Path) -> None:
        self._room = room
        self._set_up = cache(lambda name: SCENES[name](self._room / name))

    def __call__(self, name: str) -> Scene:
        return self._set_up(name)


@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
@pytest.mark.parametrize("name", SAMPLE)
def test_a_build_struck_at_any_write_loses_nothing_published_and_the_next_mends_all(
    scene_named: SceneNamed, tmp_path: Path, name: str, fault: Fault
) -> None:
    scene = scene_named(name)
    total = points(scene, fault, tmp_path / "spoilt")
    for n in range(SAMPLE[name]):
        at = (total - 1) * n // (SAMPLE[name] - 1)
        verdict = judge(scene, fault, at, tmp_path / "spoilt")
        # How many calls there are varies a little with the order of Chroma's threads: the last may not come.
        assert verdict.strike.call or at == total - 1, f"{fault} at {at} of {total}: the build ended before"
        assert verdict.faults == (), f"{fault} at {at} of {total}: {verdict.strike.call}"
