"""What is published: whole at every moment, found again when files are damaged, and taken back on demand."""

import json
import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest

from index.building.build import build
from index.errors import BuildError, BuildRunning, IndexUnavailable, StorageError
from index.generation.generation import generation_folder, generation_names
from index.generation.lock import build_lock
from index.generation.publication import manifest_path, publish, published, read_manifest, rollback
from index.report import BuildProgress, Stage
from index.settings import IndexSettings
from tests.index.conftest import Newsroom

ON_EVERY_STORE = True


def generations(newsroom: Newsroom) -> tuple[str, str]:
    """The names of its two generations, the published one last."""
    second = published(newsroom.data)[0].generation
    (first,) = set(generation_names(newsroom.data)) - {second}
    return first, second


def test_rollback_publishes_the_previous_generation(whole: Newsroom) -> None:
    first, _ = generations(whole)
    assert rollback(whole.settings, by="an admin") == first
    publication, info = published(whole.data)
    assert (publication.generation, publication.by, info.id) == (first, "an admin", first)


def test_rollback_without_an_earlier_generation_says_so(newsroom: Newsroom) -> None:
    build(newsroom.settings, by="first")
    with pytest.raises(BuildError, match="no earlier index"):
        rollback(newsroom.settings, by="an admin")


def test_after_a_rollback_a_build_brings_the_articles_folder_again(whole: Newsroom) -> None:
    generations(whole)
    rollback(whole.settings, by="an admin")
    assert [change.id for change in build(whole.settings, by="third").changed] == ["ferry.md"]


@pytest.mark.parametrize("length", [0, 1, 40])
def test_a_manifest_cut_short_loses_nothing(whole: Newsroom, length: int) -> None:
    _, second = generations(whole)
    path = manifest_path(whole.data)
    path.write_bytes(path.read_bytes()[:length])
    assert published(whole.data)[0].generation == second
    assert build(whole.settings, by="after").unchanged == 2


@pytest.mark.parametrize(
    "missing", ["catalog.sqlite", "keyword/numbers.npy", "chroma/chroma.sqlite3", "generation.json"]
)
def test_a_generation_with_a_missing_file_gives_way_to_the_one_before(whole: Newsroom, missing: str) -> None:
    if missing.startswith("chroma/") and whole.settings.chroma_url:
        pytest.skip("the vectors are on the server; test_server_faults.py has what may happen to them there")
    first, second = generations(whole)
    (generation_folder(whole.data, second) / missing).unlink()
    assert published(whole.data)[0].generation == first
    report = build(whole.settings, by="the next build")
    assert report.generation
    assert published(whole.data)[0].generation == report.generation


def test_a_file_cut_short_is_noticed(whole: Newsroom) -> None:
    first, second = generations(whole)
    catalog = generation_folder(whole.data, second) / "catalog.sqlite"
    catalog.write_bytes(catalog.read_bytes()[:-4096])
    assert published(whole.data)[0].generation == first


def test_nothing_published_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(IndexUnavailable, match="python -m index build"):
        published(tmp_path)


def hold_lock(data_dir: Path, ready: "multiprocessing.synchronize.Event") -> None:
    with build_lock(data_dir, "somebody else"):
        ready.set()
        time.sleep(60)


def test_a_second_build_is_told_who_builds_and_the_lock_dies_with_its_owner(newsroom: Newsroom) -> None:
    newsroom.data.mkdir()
    context = multiprocessing.get_context("spawn")
    ready = context.Event()
    owner = context.Process(target=hold_lock, args=(newsroom.data, ready))
    owner.start()
    assert ready.wait(30)
    with pytest.raises(
        BuildRunning, match=rf"started by somebody else at \d\d:\d\d:\d\d UTC \(process {owner.pid}\)"
    ):
        build(newsroom.settings, by="me")
    assert owner.pid
    waited: list[BuildProgress] = []

    def note(progress: BuildProgress) -> None:
        if progress.stage is Stage.WAITING:
            waited.append(progress)
            os.kill(owner.pid or 0, signal.SIGKILL)

    assert build(newsroom.settings, by="me", wait=True, on_progress=note).generation
    (waiting,) = waited
    assert waiting.builder is not None
    assert (waiting.builder.by, waiting.builder.pid) == ("somebody else", owner.pid)
    owner.join(10)


def test_a_data_folder_that_cannot_be_written_is_named(newsroom: Newsroom, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    settings = newsroom.settings.model_copy(update={"data_dir": tmp_path / "file" / "data"})
    with pytest.raises(StorageError, match=r"file/data cannot be written: .*DATA_DIR"):
        build(settings, by="me")


def test_what_an_interrupted_build_left_is_cleared_and_its_vectors_taken_over(newsroom: Newsroom) -> None:
    name = build(newsroom.settings, by="interrupted").generation
    assert name
    # Unfinished, as a kill just before the end leaves it: no generation.json, nothing published.
    (generation_folder(newsroom.data, name) / "generation.json").unlink()
    manifest_path(newsroom.data).unlink()
    report = build(newsroom.settings, by="the next")
    assert (report.embedded, report.reused) == (0, report.chunks)
    assert generation_names(newsroom.data) == [report.generation]


def test_a_leftover_that_is_no_database_is_only_cleared(newsroom: Newsroom) -> None:
    leftover = generation_folder(newsroom.data, "20260101T000000-aaaaaa")
    leftover.mkdir(parents=True)
    (leftover / "catalog.sqlite").write_bytes(b"no database" * 1000)
    report = build(newsroom.settings, by="me")
    assert report.embedded == report.chunks
    assert generation_names(newsroom.data) == [report.generation]


def test_a_manifest_of_a_later_format_is_not_guessed_at(whole: Newsroom) -> None:
    _, second = generations(whole)
    path = manifest_path(whole.data)
    path.write_text(json.dumps({**json.loads(path.read_text()), "format": 99}))
    assert published(whole.data)[0].generation == second


def test_a_missing_data_folder_is_created(newsroom: Newsroom, tmp_path: Path) -> None:
    settings = IndexSettings(articles_dir=newsroom.articles, data_dir=tmp_path / "deep" / "data")
    assert build(settings, by="me").generation


def publish_of_size(settings: IndexSettings, name: str, own_bytes: int, shared: Path | None = None) -> None:
    """Publish a folder that holds a file of its own and one that others have too."""
    folder = generation_folder(settings.data_dir, name)
    folder.mkdir(parents=True)
    with (folder / "own").open("wb") as file:
        file.truncate(own_bytes)
    if shared:
        (folder / "shared").hardlink_to(shared)
    publish(settings, name, "a test")


def kept(settings: IndexSettings) -> list[str]:
    manifest = read_manifest(settings.data_dir)
    return [publication.generation for publication in manifest.publications] if manifest else []


def test_what_is_kept_for_rollback_takes_as_much_room_as_the_newest_at_most(tmp_path: Path) -> None:
    settings = IndexSettings(data_dir=tmp_path)
    for name in "abc":
        publish_of_size(settings, name, 6_000_000)
    assert kept(settings) == ["b", "c"]


def test_room_that_generations_share_counts_once(tmp_path: Path) -> None:
    settings = IndexSettings(data_dir=tmp_path / "data")
    (tmp_path / "vectors").write_bytes(bytes(20_000_000))
    for name in "abcd":
        publish_of_size(settings, name, 6_000_000, tmp_path / "vectors")
    assert kept(settings) == ["b", "c", "d"]


def test_small_generations_are_all_kept_and_the_one_before_always(tmp_path: Path) -> None:
    settings = IndexSettings(data_dir=tmp_path)
    for name in "abc":
        publish_of_size(settings, name, 3_000_000)
    assert kept(settings) == ["a", "b", "c"]
    publish_of_size(settings, "d", 90_000_000)
    publish_of_size(settings, "e", 1_000_000)
    assert kept(settings) == ["d", "e"]
