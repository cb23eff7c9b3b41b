"""A disk that is full while something is built: said plainly, nothing published is lost, and it heals."""

import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest

from campaigns.faults.builds import BuildProcess, Reader, litter
from campaigns.faults.disks import SmallDisk, small_disk
from index.generation.publication import published
from tests import command_lines
from tests.conversation import town as news
from tests.conversation.town import Town

ENTRIES = 40
DISK_KILOBYTES = 32_000


@pytest.fixture
def disk(town: Town) -> Iterator[SmallDisk]:
    """The town's data folder, with what is published in it, on a disk of its own."""
    before = town.data.rename(town.folder / "before")
    with small_disk(town.data, DISK_KILOBYTES) as mounted:
        shutil.copytree(before, mounted.inside, dirs_exist_ok=True)
        yield mounted


def what_is_there(town: Town, disk: SmallDisk) -> Town:
    """The same town with a copy of what is on the disk now, to be read outside of the namespace."""
    seen = Town(Path(mkdtemp(dir=town.folder)))
    shutil.copytree(disk.inside, seen.data)
    return seen


@pytest.mark.parametrize("left_kilobytes", [0, 300, 700])
def test_a_full_disk_is_named_and_what_is_published_stays(
    town: Town, disk: SmallDisk, reader: Reader, left_kilobytes: int
) -> None:
    before = published(disk.inside)[0].generation
    town.write("pool.md", news.POOL)
    town.write_chronicle(ENTRIES)
    disk.fill(leave_kilobytes=left_kilobytes)
    build = BuildProcess(town, prefix=disk.prefix)
    assert build.finish() == 1, build.said
    assert f"The disk of {town.data} is full." in build.said
    assert "Traceback" not in build.said
    assert published(disk.inside)[0].generation == before
    assert news.TRAM_ANSWER in reader.best(what_is_there(town, disk), news.TRAM_QUESTION)
    assert litter(disk.inside) <= {"ballast"}  # a full disk is not kept full by what the build left

    disk.empty()
    build = BuildProcess(town, prefix=disk.prefix)
    assert build.finish() == 0, build.said
    assert news.POOL_ANSWER in reader.best(what_is_there(town, disk), news.POOL_QUESTION)
    assert litter(disk.inside) == set()


@pytest.mark.parametrize("largest_kilobytes", [2, 150, 250])
def test_a_limit_on_what_a_process_may_write_is_told_like_a_full_disk(
    town: Town, reader: Reader, largest_kilobytes: int
) -> None:
    """Needs no permission of any kind: the system refuses every file beyond that size."""
    before = published(town.data)[0].generation
    town.write("pool.md", news.POOL)
    town.write_chronicle(ENTRIES)
    limit = largest_kilobytes * 1024
    built = subprocess.run(
        [sys.executable, "-m", "index", "build"],
        cwd=town.folder,
        # Without bytecode: Python 3.11 would keep a file of it that the limit cut short.
        env=command_lines.environment(**town.environment(), PYTHONDONTWRITEBYTECODE="1"),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY)),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert built.returncode == 1, built.stderr
    assert f"The disk of {town.data} is full. Free some space, then build again." in built.stderr
    assert "Traceback" not in built.stderr
    assert published(town.data)[0].generation == before
    assert news.TRAM_ANSWER in reader.best(town, news.TRAM_QUESTION)
    again = town.run("index", "build")
    assert again.returncode == 0, again.stderr
    assert news.POOL_ANSWER in reader.best(town, news.POOL_QUESTION)
    assert litter(town.data) == set()


def test_a_first_build_on_a_full_disk_is_refused_and_works_with_room(bare_town: Town, reader: Reader) -> None:
    with small_disk(bare_town.data, DISK_KILOBYTES) as disk:
        disk.fill(leave_kilobytes=60)
        asked = BuildProcess(bare_town, prefix=disk.prefix)
        assert asked.finish() == 1
        assert "Free some space, then build again." in asked.said
        disk.empty()
        assert BuildProcess(bare_town, prefix=disk.prefix).finish() == 0
        assert news.TRAM_ANSWER in reader.best(what_is_there(bare_town, disk), news.TRAM_QUESTION)


def test_what_is_published_answers_from_a_disk_without_any_room(town: Town, disk: SmallDisk) -> None:
    disk.fill(leave_kilobytes=0)
    searched = subprocess.run(
        [*disk.prefix, sys.executable, "-m", "index", "search", news.TRAM_QUESTION],
        cwd=town.folder,
        env=command_lines.environment(**town.environment()),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert searched.returncode == 0, searched.stderr
    assert news.TRAM_ANSWER in " ".join(searched.stdout.split())
