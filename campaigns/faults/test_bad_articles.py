"""Articles that cannot be read: each named with its reason, the rest indexed, and the exit status says so."""

import json

from campaigns.faults.builds import Reader
from tests.conversation import town as news
from tests.conversation.town import Town

HUGE_BYTES = 200_000_000
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))
# Cyrillic in KOI8-R and German in Latin-1, mixed: no encoding reads both.
MIXED = "Трамвай".encode("koi8-r") + b"\n\x81\x8d\x8f\x90" + "Straße".encode("latin-1")
SECRET = "the operator's private notes"
REASONS = {
    "empty.md": "is empty.",
    "photo.txt": "is binary, not text.",
    "mixed.txt": "is not UTF-8",
    "huge.txt": "has 200 MB; at most 50 MB are read.",
    "notes.txt": "is a link out of the articles folder.",
}


def spoil(town: Town) -> None:
    """Put one bad file of each kind beside the articles."""
    (town.articles / "empty.md").write_bytes(b"")
    (town.articles / "photo.txt").write_bytes(PNG)
    (town.articles / "mixed.txt").write_bytes(MIXED)
    with (town.articles / "huge.txt").open("wb") as file:
        file.truncate(HUGE_BYTES)  # takes no room on the disk
    private = town.folder / "private.txt"
    private.write_text(SECRET, encoding="utf-8")
    (town.articles / "notes.txt").symlink_to(private)


def clean_up(town: Town) -> None:
    for name in REASONS:
        (town.articles / name).unlink()


def test_bad_files_of_every_kind_in_one_build(bare_town: Town, reader: Reader) -> None:
    spoil(bare_town)
    built = bare_town.run("index", "build", "--json")
    assert built.returncode == 1, built.stderr
    report = json.loads(built.stdout)
    problems = {problem["source"]: problem["reason"] for problem in report["problems"]}
    assert problems.keys() == REASONS.keys()
    for name, reason in REASONS.items():
        assert reason in problems[name]
    assert sorted(change["id"] for change in report["added"]) == ["library.md", "mill.txt", "tram.md"]
    assert news.TRAM_ANSWER in reader.best(bare_town, news.TRAM_QUESTION)
    assert SECRET not in reader.best(bare_town, SECRET)

    again = bare_town.run("index", "build")  # for people, and when nothing else is new
    assert again.returncode == 1
    for name, reason in REASONS.items():
        assert f"{name}: {reason}" in again.stdout
    clean_up(bare_town)
    assert bare_town.run("index", "build").returncode == 0
