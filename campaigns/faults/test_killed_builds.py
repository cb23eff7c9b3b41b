"""kill -9 of a build at any moment: what is published answers on, and the next build makes all well."""

import random

import pytest

from campaigns.faults.builds import BuildProcess, Reader, litter
from index.building.build import build
from index.generation.publication import published
from tests.conversation import town as news
from tests.conversation.town import Town

KILLS = 10
LONGEST_S = 2.0  # from the first progress of such a build to its end, with some to spare
ENTRIES = 40


@pytest.mark.parametrize(
    ("stage", "done"),
    [
        ("reading", 1),
        ("chunking", 1),
        ("embedding", 0),
        ("embedding", 16),
        ("writing", 0),
        ("checking", 0),
        ("publishing", 0),
        ("publishing", 1),
    ],
)
def test_a_build_killed_at_this_stage_loses_nothing(
    town: Town, reader: Reader, stage: str, done: int
) -> None:
    before = published(town.data)[0].generation
    town.write("pool.md", news.POOL)
    town.write_chronicle(ENTRIES)
    killed = BuildProcess(town)
    assert killed.wait_for(stage, done), killed.said
    killed.kill()
    if stage != "publishing":
        assert published(town.data)[0].generation == before
    assert news.TRAM_ANSWER in reader.best(town, news.TRAM_QUESTION)

    report = build(town.settings, by="the next build")
    assert report.problems == ()
    if stage in ("writing", "checking"):  # all vectors were there, and are taken over
        assert report.embedded == 0
    assert news.POOL_ANSWER in reader.best(town, news.POOL_QUESTION)
    assert news.TRAM_ANSWER in reader.best(town, news.TRAM_QUESTION)
    assert litter(town.data) == set()


def test_builds_killed_one_after_the_other_at_any_moment_lose_nothing(town: Town, reader: Reader) -> None:
    seed = random.randrange(1_000_000)
    moments = random.Random(seed)
    for edition in range(KILLS):
        town.write_chronicle(ENTRIES, f"{edition}th")
        killed = BuildProcess(town)
        assert killed.wait_for("reading"), killed.said
        killed.kill_after(moments.uniform(0, LONGEST_S))
        assert news.TRAM_ANSWER in reader.best(town, news.TRAM_QUESTION), f"seed {seed}, kill {edition}"
    town.write("pool.md", news.POOL)
    last = BuildProcess(town)
    assert last.finish() == 0, f"seed {seed}: {last.said}"
    assert news.POOL_ANSWER in reader.best(town, news.POOL_QUESTION)
    assert litter(town.data) == set(), f"seed {seed}"
