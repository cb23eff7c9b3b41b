"""What builds remember of files: never wrong about what a file holds, whatever is done to it."""

import json
import os
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.building.build import build
from index.building.collection import Collection, Remembered, collect
from index.building.reading_cache import FILE_NAME, Stamp, cache_key, load_records, save_records
from index.generation.publication import rollback
from tests.index.building.test_build import found, run
from tests.index.conftest import FERRY, MARKET, Newsroom

# Contents of one size, so that only times and bytes tell them apart.
TEXTS = [
    f"The {what} sails at {hour} from the old quay of Lindau."
    for what in ("ferry", "barge")
    for hour in (6, 7)
]
NAMES = ["a.md", "b.txt", "c.jsonl", "d.odd"]
LATER = timedelta(hours=1)


def line(id_: str, text: str) -> str:
    return json.dumps({"id": id_, "title": "At the quay", "text": text})


def content(name: str, texts: list[str]) -> str:
    """A file of that name: JSON lines, a line of them broken, or the first text alone."""
    if name.endswith(".jsonl"):
        return "\n".join([line(str(n), text) for n, text in enumerate(texts)] + ["{broken"])
    return texts[0]


def outcome(collection: Collection) -> tuple[object, ...]:
    return collection.articles, collection.copies, collection.problems


def wait_for_the_next_tick(folder: Path) -> None:
    """Until a change would get another time than all before: what being settled takes for granted."""
    probe = folder.parent / "probe"
    probe.write_text("")
    first = probe.stat().st_ctime_ns
    while probe.stat().st_ctime_ns == first:
        probe.write_text("")


def do(step: str, path: Path, other: Path, texts: list[str]) -> None:
    """One thing that people, editors and backup programs do to files."""
    before = path.stat() if path.is_file() else None
    if step == "folder":
        path.unlink(missing_ok=True)
        path.mkdir()
        (path / "inside.md").write_text(texts[0])
        return
    if step == "link":
        path.unlink(missing_ok=True)
        path.symlink_to(other.name)
    elif step == "write" and not path.is_symlink():
        path.write_text(content(path.name, texts))
    elif step == "write and put the times back" and before and not path.is_symlink():
        path.write_text(content(path.name, texts))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    elif step == "replace":
        new = path.with_name(".new")
        new.write_text(content(path.name, texts))
        new.replace(path)
    elif step == "touch" and before:
        os.utime(path, ns=(0, 0))
    elif step == "rename" and before and not other.is_dir():
        path.replace(other)
    elif step == "delete":
        path.unlink(missing_ok=True)


STEPS = ["folder", "link", "write", "write and put the times back", "replace", "touch", "rename", "delete"]
ONE_STEP = st.tuples(
    st.sampled_from(STEPS),
    st.sampled_from(NAMES),
    st.sampled_from(NAMES),
    st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(ONE_STEP, min_size=1, max_size=3), min_size=1, max_size=6), st.booleans())
def test_what_is_remembered_is_what_reading_everything_gives(
    rounds: list[list[tuple[str, str, str, list[str]]]], settled: bool
) -> None:
    """Read soon after each change, when times prove nothing, and long after, when they do."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "articles"
        folder.mkdir()
        for name in NAMES:
            (folder / name).write_text(content(name, TEXTS[:2]))
        remembered = Remembered()
        for steps in rounds:
            for step, name, other, texts in steps:
                if not (folder / name).is_dir() or (folder / name).is_symlink():
                    do(step, folder / name, folder / other, texts)
            if settled:
                wait_for_the_next_tick(folder)
            now = datetime.now(UTC) + (LATER if settled else timedelta())
            collection = collect(folder, remembered=remembered, now=now)
            assert outcome(collection) == outcome(collect(folder, now=now))
            save_records(Path(temporary), "key", collection.files)
            remembered = Remembered(load_records(Path(temporary), "key"))
            assert remembered.files == collection.files


def test_an_unchanged_file_is_not_read_again(newsroom: Newsroom) -> None:
    first = collect(newsroom.articles)
    later = datetime.now(UTC) + LATER
    settled = collect(newsroom.articles, remembered=Remembered(first.files), now=later)
    assert (len(first.texts), len(settled.texts)) == (2, 0)
    assert all(record.settled for record in settled.files.values())
    again = collect(newsroom.articles, remembered=Remembered(settled.files), now=later)
    assert again.files == settled.files


def test_of_a_changed_file_only_what_changed_is_cleaned_again(newsroom: Newsroom) -> None:
    lines = [line(str(n), f"Ferry {n} sails from the old quay of Lindau at noon.") for n in range(20)]
    newsroom.write("wire.jsonl", "\n".join(lines))
    first = collect(newsroom.articles)
    newsroom.write(
        "wire.jsonl", "\n".join([*lines[:7], line("7", "Ferry 7 stays in port, the owner said."), *lines[8:]])
    )
    second = collect(newsroom.articles, remembered=Remembered(first.files))
    assert [article.info.id for article in second.texts.values()] == ["7"]


def test_a_link_in_the_place_of_a_file_is_followed_every_time(newsroom: Newsroom) -> None:
    first = collect(newsroom.articles)
    newsroom.remove("ferry.md")
    (newsroom.articles / "ferry.md").symlink_to("nowhere.md")
    second = collect(newsroom.articles, remembered=Remembered(first.files))
    assert [problem.source for problem in second.problems] == ["ferry.md"]
    assert "ferry.md" not in second.files


@pytest.mark.parametrize("damage", [b"", b"0\n{}"])
def test_a_damaged_memory_is_no_memory(newsroom: Newsroom, damage: bytes) -> None:
    run(newsroom)
    path = newsroom.data / FILE_NAME
    assert load_records(newsroom.data, cache_key(datetime.now(UTC).year))
    path.write_bytes(damage)
    newsroom.write("market.md", MARKET)
    report = run(newsroom)
    assert ([change.id for change in report.added], report.unchanged) == (["market.md"], 2)
    assert load_records(newsroom.data, cache_key(datetime.now(UTC).year))


def test_one_flipped_bit_is_noticed(newsroom: Newsroom) -> None:
    run(newsroom)
    path = newsroom.data / FILE_NAME
    data = bytearray(path.read_bytes())
    data[-20] ^= 1
    path.write_bytes(data)
    assert load_records(newsroom.data, cache_key(datetime.now(UTC).year)) == {}


def test_what_another_version_or_another_year_remembered_is_not_used(tmp_path: Path) -> None:
    save_records(tmp_path, cache_key(2026), {})
    assert cache_key(2026) != cache_key(2027)
    assert load_records(tmp_path, cache_key(2027)) == {}


def test_a_link_has_no_stamp_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("One")
    (tmp_path / "two.md").symlink_to("one.md")
    assert Stamp.of(tmp_path / "one.md")
    assert Stamp.of(tmp_path / "two.md") is None


def test_after_a_rollback_the_next_build_brings_the_folders_state_again(newsroom: Newsroom) -> None:
    run(newsroom)
    newsroom.write("ferry.md", FERRY.replace("140 passengers", "250 passengers"))
    newsroom.write("market.md", MARKET)
    newest = run(newsroom)
    rollback(newsroom.settings, "a test")
    report = run(newsroom)
    assert [change.id for change in report.added] == [change.id for change in newest.added] == ["market.md"]
    assert [change.id for change in report.changed] == ["ferry.md"]
    assert found(newsroom, "How many stalls get a place in the customs hall?")[0] == "market.md"


def test_a_memory_without_an_index_is_enough_for_nothing_and_harms_nothing(newsroom: Newsroom) -> None:
    """The index is gone, the memory is not: every text is read again, and the build is whole."""
    first = run(newsroom)
    for path in (newsroom.data / "manifest.json", *newsroom.data.glob("generations/*/generation.json")):
        path.unlink()
    report = build(newsroom.settings, by="a test")
    assert len(report.added) == 2
    assert report.chunks == first.chunks
    assert found(newsroom, "How tall is the lighthouse?")[0] == "lighthouse.md"
