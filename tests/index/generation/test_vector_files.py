"""The vectors of generations: shared where they are the same, in few files, and mostly in use."""

import os
import random
import shutil
import sqlite3
from pathlib import Path

import numpy as np

from index.embedding.embedder import Embedded
from index.generation.vector_files import FOLDER_NAME, MERGE_RATIO, VectorFiles, VectorFilesWriter


def embedded(number: int) -> Embedded:
    return Embedded(np.full(4, number, np.float32), np.full((2, 4), number % 100, np.int8))


def generation(root: Path, name: str, last: str | None, new: range, used: set[str]) -> Path:
    """A generation that has the vectors of the last one and new ones, of which some are used."""
    folder = root / name
    folder.mkdir()
    writer = VectorFilesWriter(folder, root / last if last else None)
    for number in new:
        writer.add(str(number), embedded(number))
    writer.tidy(used.intersection)
    writer.commit()
    writer.close()
    return folder


def keys(numbers: range) -> set[str]:
    return {str(number) for number in numbers}


def files(folder: Path) -> list[Path]:
    return sorted((folder / FOLDER_NAME).iterdir())


def test_what_a_generation_takes_over_takes_no_room_twice(tmp_path: Path) -> None:
    first = generation(tmp_path, "first", None, range(500), keys(range(500)))
    second = generation(tmp_path, "second", "first", range(500, 505), keys(range(505)))
    assert [path.stat().st_ino for path in files(first)] == [files(second)[0].stat().st_ino]
    assert len(files(second)) == 2
    found = dict(VectorFiles.open(second).get(["3", "504", "600"]))
    assert sorted(found) == ["3", "504"]
    assert found["504"].vector.tolist() == [504.0] * 4
    assert found["3"].sentences is not None


def test_a_generation_without_new_vectors_has_no_file_of_its_own(tmp_path: Path) -> None:
    first = generation(tmp_path, "first", None, range(50), keys(range(50)))
    second = generation(tmp_path, "second", "first", range(0), keys(range(40)))
    assert [path.name for path in files(second)] == [path.name for path in files(first)]


def test_what_is_no_longer_used_goes_when_it_is_much(tmp_path: Path) -> None:
    generation(tmp_path, "first", None, range(50), keys(range(50)))
    second = generation(tmp_path, "second", "first", range(0), keys(range(20)))
    assert VectorFiles.open(second).having([str(n) for n in range(50)]) == keys(range(20))
    assert VectorFiles.open(tmp_path / "first").having([str(n) for n in range(50)]) == keys(range(50))


def test_when_nothing_is_used_nothing_is_left(tmp_path: Path) -> None:
    generation(tmp_path, "first", None, range(50), keys(range(50)))
    second = generation(tmp_path, "second", "first", range(0), set())
    assert VectorFiles.open(second).having(["1"]) == set()


def test_many_small_changes_leave_few_files_and_little_that_is_unused(tmp_path: Path) -> None:
    choose = random.Random(4)
    used = keys(range(300))
    last = "0"
    generation(tmp_path, last, None, range(300), used)
    for step in range(1, 150):
        number = 300 + step
        used = (used - {choose.choice(sorted(used))}) | {str(number)}
        folder = generation(tmp_path, str(step), last, range(number, number + 1), used)
        stored = VectorFiles.open(folder)
        assert stored.having(sorted(used)) == used
        stored.close()
        counts = [
            sqlite3.connect(path).execute("SELECT count(*) FROM vectors").fetchone()[0]
            for path in files(folder)
        ]
        assert len(counts) <= 6
        assert sum(counts) <= 1.5 * len(used) + MERGE_RATIO
        last = str(step)


def test_a_file_system_without_hard_links_gets_copies(tmp_path: Path) -> None:
    """As on a file system boundary, which is where a test can meet one."""
    first = generation(tmp_path, "first", None, range(50), keys(range(50)))
    others = Path("/dev/shm")
    if not others.is_dir() or others.stat().st_dev == tmp_path.stat().st_dev:
        others = tmp_path
    folder = others / f"second-{os.getpid()}"
    folder.mkdir()
    try:
        writer = VectorFilesWriter(folder, first)
        writer.add("50", embedded(50))
        writer.tidy(keys(range(51)).intersection)
        writer.commit()
        assert writer.having(["1", "50"]) == {"1", "50"}
        writer.close()
    finally:
        shutil.rmtree(folder)


def test_what_an_interrupted_build_had_committed_is_there(tmp_path: Path) -> None:
    generation(tmp_path, "first", None, range(50), keys(range(50)))
    (tmp_path / "second").mkdir()
    writer = VectorFilesWriter(tmp_path / "second", tmp_path / "first")
    writer.add("50", embedded(50))
    writer.commit()
    writer.add("51", embedded(51))
    leftover = VectorFiles.open_leftover(tmp_path / "second")
    assert leftover.having(["1", "50", "51"]) == {"1", "50"}
    leftover.close()
    writer.close()


def test_a_damaged_file_of_an_interrupted_build_hides_no_other(tmp_path: Path) -> None:
    generation(tmp_path, "first", None, range(50), keys(range(50)))
    (tmp_path / "second").mkdir()
    writer = VectorFilesWriter(tmp_path / "second", tmp_path / "first")
    writer.commit()
    writer.close()
    files(tmp_path / "second")[-1].write_bytes(b"no database at all" * 500)
    leftover = VectorFiles.open_leftover(tmp_path / "second")
    assert leftover.having(["1"]) == {"1"}
    leftover.close()
