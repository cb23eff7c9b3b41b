"""The articles' own words, read apart from the index."""

import gzip
import json
from pathlib import Path

import pytest

from bot.evaluation.articles import read_sources
from index.errors import ArticleError

LINES = [
    json.dumps({"id": "a", "title": "Two\nboats", "text": "One  leaves.\n\nOne stays."}),
    "not json",
    '["not an article"]',
    json.dumps({"id": 7, "text": "No title."}),
]


@pytest.mark.parametrize("name", ["articles.jsonl", "articles.jsonl.gz"])
def test_articles_of_a_file_come_by_id_with_white_space_squeezed_and_bad_lines_left_to_the_build(
    tmp_path: Path, name: str
) -> None:
    data = "\n".join(LINES).encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    sources = read_sources(tmp_path / name)
    assert {id_: source.words.strip() for id_, source in sources.items()} == {
        "a": "Two boats One leaves. One stays.",
        "7": "No title.",
    }


def test_articles_of_a_folder_come_by_the_names_that_the_index_gives_them(tmp_path: Path) -> None:
    (tmp_path / "harbour").mkdir()
    (tmp_path / "harbour" / "light.md").write_text("---\ntitle: Light\n---\nIt *shines*\nagain.")
    (tmp_path / "odd.xyz").write_text("nothing that can be read")
    sources = read_sources(tmp_path)
    assert {id_: (s.title, s.words) for id_, s in sources.items()} == {
        "harbour/light.md": ("Light", "Light It shines again.")
    }


def test_a_damaged_or_missing_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "cut.jsonl.gz").write_bytes(gzip.compress(b"{}" * 1000)[:20])
    for name in ("cut.jsonl.gz", "gone.jsonl"):
        with pytest.raises(ArticleError, match=name):
            read_sources(tmp_path / name)
