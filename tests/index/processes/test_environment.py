"""What a process of ours gets of the environment, and who may read what it writes."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from index.building.build import build
from index.searching.search_client import SearchClient
from tests.command_lines import environment
from tests.index.conftest import Newsroom


async def test_a_search_worker_gets_no_secret_that_it_does_not_need(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "abc.def.ghi")
    monkeypatch.setenv("LLM_API_KEY", "sk-1")
    monkeypatch.setenv("SOME_CLOUD_SECRET", "s")
    build(newsroom.settings, by="a test")
    async with SearchClient.start(newsroom.settings) as client:
        seen = psutil.Process(client.worker_pid).environ()
    assert not {"DISCORD_TOKEN", "LLM_API_KEY", "SOME_CLOUD_SECRET"} & seen.keys()
    assert seen["PATH"] == os.environ["PATH"]
    assert Path(seen["DATA_DIR"]) == newsroom.settings.data_dir


def test_the_data_folder_is_its_owners_and_articles_are_for_all_to_read(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("The quay of Lindau is closed on Mondays until the end of June.\n")
    settings = {"ARTICLES_DIR": str(tmp_path / "articles"), "DATA_DIR": str(tmp_path / "data")}
    code = "import os, sys; os.umask(0); from index.__main__ import main; sys.exit(main(sys.argv[1:]))"
    subprocess.run(
        [sys.executable, "-c", code, "add", "note.txt"],
        cwd=tmp_path,
        env=environment(**settings),
        check=True,
        capture_output=True,
        timeout=60,
    )
    data = [tmp_path / "data", *(tmp_path / "data").rglob("*")]
    assert {name.name for name in data} >= {"catalog.sqlite", "chroma.sqlite3", "manifest.json"}
    assert {path for path in data if stat.S_IMODE(path.stat().st_mode) & 0o077} == set()
    articles = tmp_path / "articles"
    assert stat.S_IMODE(articles.stat().st_mode) == 0o755
    assert {stat.S_IMODE(path.stat().st_mode) for path in articles.rglob("*")} <= {0o755, 0o644}
