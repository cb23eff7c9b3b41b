"""A data folder that cannot be written: named with the reason, and what is published stays."""

import shutil
import subprocess
import sys

import pytest

from campaigns.faults.disks import small_disk
from tests import command_lines
from tests.conversation import town as news
from tests.conversation.town import Town


@pytest.mark.parametrize("command", [("index", "build"), ("bot", "ask", news.TRAM_QUESTION), ("bot", "run")])
def test_a_data_folder_below_a_file(bare_town: Town, command: tuple[str, ...]) -> None:
    file = bare_town.folder / "file"
    file.write_text("not a folder")
    ended = bare_town.run(*command, DATA_DIR=str(file / "data"), DISCORD_TOKEN="t")
    assert ended.returncode == 1
    assert ended.stdout == ""
    *_, last = ended.stderr.splitlines()
    assert last.startswith(f"{file / 'data'} cannot be written: ")
    assert last.endswith("Check DATA_DIR and who may write there.")
    assert "Traceback" not in ended.stderr


def test_what_is_published_answers_from_a_read_only_disk_and_a_build_names_it(town: Town) -> None:
    before = town.data.rename(town.folder / "before")
    temporary = town.folder / "temporary"
    temporary.mkdir()
    with small_disk(town.data, 32_000) as disk:
        shutil.copytree(before, disk.inside, dirs_exist_ok=True)

        def run(*arguments: str) -> subprocess.CompletedProcess[str]:
            return subprocess.run(
                [*disk.prefix, sys.executable, "-m", *arguments],
                cwd=town.folder,
                env=command_lines.environment(**town.environment(), TMPDIR=str(temporary)),
                capture_output=True,
                text=True,
                timeout=60,
                check=False,
            )

        disk.make_read_only()
        answered = run("bot", "ask", news.TRAM_QUESTION)
        assert answered.returncode == 0, answered.stderr
        assert "indexed first" not in answered.stderr
        assert news.TRAM_ANSWER in " ".join(answered.stdout.split())
        assert list(temporary.iterdir()) == []  # where Chroma could write in the meantime
        for refused in (run("index", "build"), run("index", "rollback")):
            assert refused.returncode == 1
            assert refused.stderr.splitlines()[-1] == (
                f"{town.data} cannot be written: Read-only file system."
                " Check DATA_DIR and who may write there."
            )
        disk.make_writable()
        built = run("index", "build")
        assert built.returncode == 0, built.stderr


def test_a_manifest_that_may_not_be_read_is_named_and_not_built_over(town: Town) -> None:
    """A folder in its place stands for all that the system can refuse, also to root."""
    manifest = town.data / "manifest.json"
    manifest.rename(town.folder / "manifest.json")
    manifest.mkdir()
    ended = town.run("bot", "ask", news.TRAM_QUESTION)
    assert ended.returncode == 1
    assert (
        ended.stderr == f"{manifest} cannot be read: Is a directory. Check DATA_DIR and who may read there.\n"
    )
    manifest.rmdir()
    (town.folder / "manifest.json").rename(manifest)
    assert town.run("bot", "ask", news.TRAM_QUESTION).returncode == 0
