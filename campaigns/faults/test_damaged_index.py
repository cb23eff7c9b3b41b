"""What is published is damaged on the disk: whatever is whole answers, for processes new and running."""

import json

import pytest

from campaigns.faults.builds import litter
from index.building.build import build
from index.generation.generation import generation_folder
from index.generation.publication import manifest_path
from tests.conversation import town as news
from tests.conversation.town import Town


def outcome(town: Town, question: str) -> str:
    """What `python -m bot ask` makes of a question, without building anything first."""
    asked = town.run("bot", "ask", question, "--json")
    assert asked.returncode == 0, asked.stderr
    assert "indexed first" not in asked.stderr
    return str(json.loads(asked.stdout)["outcome"])


def test_a_manifest_cut_short(town: Town) -> None:
    path = manifest_path(town.data)
    path.write_bytes(path.read_bytes()[:25])
    assert outcome(town, news.TRAM_QUESTION) == "answered"


@pytest.mark.parametrize("missing", ["catalog.sqlite", "chroma/chroma.sqlite3"])
def test_a_missing_file_lets_the_generation_before_answer_until_the_next_build(
    town: Town, missing: str
) -> None:
    town.write("pool.md", news.POOL)
    second = build(town.settings, by="the second").generation
    assert second
    (generation_folder(town.data, second) / missing).unlink()
    assert outcome(town, news.TRAM_QUESTION) == "answered"
    assert outcome(town, news.POOL_QUESTION) == "refused"
    built = town.run("index", "build")
    assert built.returncode == 0, built.stderr
    assert outcome(town, news.POOL_QUESTION) == "answered"
    assert litter(town.data) == set()
